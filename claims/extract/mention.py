"""One mention of a happening: what it says of kind, place, day, host and number.

"a peace conference in Moscow on March 18" tells place and day, "the meeting" nothing. Which
mentions are one event is for `event`. Nouns come from claims/data/events.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.day import PlacedDays, place_days
from claims.extract.frame import role_of
from claims.extract.referent import acting, resolve_pronoun
from claims.extract.stance import stance_of
from claims.extract.syntax import (
    clause_verb,
    grammatical_subjects,
    is_verb,
    lemma,
    logical_subjects,
    noun_phrase,
    prepositional,
)
from claims.model import Certainty, Span
from claims.values.days import Days

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block, Reading
    from claims.values.party import Party

_IN: Final = ("in", "at", "near", "outside")
_IN_OR_ON: Final = frozenset({"in", "on", "at", "last", "this", "next", "late", "early", "mid"})
_NOT_EVENTS: Final = frozenset({"news", "press", "training", "phone", "telephone", "board"})
_ANY_OF: Final = frozenset({"any", "all", "some", "both", "each", "none", "one", "most", "part"})
_TAKES_PLACE: Final = frozenset(
    "be begin start open happen occur end conclude last hold convene take".split()
)
_COUNTRY_PLACES: Final = ("country", "capital", "name", "person")


@cache
def _kinds() -> dict[str, str]:
    return {
        noun: kind
        for kind, table in load_toml("events.toml")["kinds"].items()
        for noun in table["nouns"]
    }


@cache
def _named() -> dict[str, str]:
    return {
        noun: kind
        for kind, table in load_toml("events.toml")["kinds"].items()
        for noun in table.get("named", [])
    }


def _table(name: str) -> list[str]:
    return list(load_toml("events.toml")["words"][name])


def event_kind(noun: Token) -> str | None:
    """Give the sort of happening a noun names, None for any other noun.

    A noun in front of another ("meeting room") names none, and neither does "press conference".
    A process counts only by name: "the Moscow Process".
    """
    before_noun = noun.dep_ in ("compound", "amod") and not is_verb(noun.head)
    if before_noun or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if any(child.lower_ in _NOT_EVENTS for child in noun.lefts):
        return None
    word = noun.lower_ if noun.lower_ in _kinds() else lemma(noun)
    if word in _named():
        proper = noun.text[0].isupper() and any(c.text[0].isupper() for c in noun.lefts)
        return _named()[word] if proper else None
    return _kinds().get(word)


@dataclass(frozen=True)
class Seen:
    """What one mention says of its event."""

    kind: str
    noun: str
    name: str
    span: Span
    definite: bool
    new: bool
    series: bool
    place: str | None
    hosts: tuple[str, ...]
    proposers: tuple[str, ...]
    days: Days | None
    ordinal: int | None
    state: str

    @property
    def specific(self) -> bool:
        """Whether it says anything that tells one event from another."""
        return any((self.place, self.hosts, self.days, self.ordinal))


class MentionReader:
    """Reads mentions of events in one article."""

    def __init__(self, reading: Reading, earlier: list[Party]) -> None:
        """Keep the parse; `earlier` is the growing list of subjects so far."""
        self._reading = reading
        self._earlier = earlier
        self._placed: dict[int, list[PlacedDays]] = {}

    def read(self, noun: Token, block: Block, kind: str) -> Seen:
        """Read what a mention says.

        Args:
            noun: The noun that names the happening.
            block: Its paragraph.
            kind: Its sort, as `event_kind` gives it.
        """
        phrase = noun_phrase(noun)
        owned = {t.i for child in noun.lefts if child.dep_ == "poss" for t in child.subtree}
        words = [
            token.text
            for token in phrase
            if token.dep_ not in ("det", "predet") and token.i not in owned and not token.is_quote
        ]
        verb = _governor(noun)
        hosts, proposers, state = self._makers(noun, verb, block)
        takes_place = bool(hosts) or (verb is not None and lemma(verb) in _TAKES_PLACE)
        place = _place(noun, block) or (self._verb_place(verb, block) if takes_place else None)
        lefts = {child.lower_ for child in noun.lefts}
        possessed = any(child.dep_ == "poss" for child in noun.lefts)
        return Seen(
            kind=kind,
            noun=noun.lower_,
            name=" ".join(words).replace(" - ", "-"),
            span=block.span_of([noun]),
            definite=possessed or bool(lefts & {"the", "this", "that", "these", "those"}),
            new=bool(lefts & set(_table("another"))),
            series=_is_series(noun),
            place=place or (self._seat(verb, block, hosts) if state == "held" else None),
            hosts=hosts,
            proposers=proposers,
            days=self._own_days(noun, verb, block, clause=bool(hosts)),
            ordinal=_ordinal(noun),
            state=state,
        )

    def clause_days(self, verb: Token, block: Block) -> Days | None:
        """Give the days that stand in the clause of a verb, the first where there are several."""
        found = self.placed_days(verb, block)
        return None if found is None else found.value

    def placed_days(self, verb: Token, block: Block) -> PlacedDays | None:
        """Give them with their words."""
        if id(block) not in self._placed:
            self._placed[id(block)] = place_days(block, self._reading)
        placed = self._placed[id(block)]
        return next((found for found in placed if found.verb == verb.i and not found.against), None)

    def _own_days(
        self, noun: Token, verb: Token | None, block: Block, *, clause: bool
    ) -> Days | None:
        """Give the days in the noun's own phrase, or in the clause that says it took place."""
        inside = {token.i for token in noun_phrase(noun)} | _trailing(noun)
        for child in noun.rights:
            if child.dep_ in ("prep", "npadvmod", "nmod", "appos"):
                inside |= {token.i for token in child.subtree}
        for found in self._reading.days(block):
            span = block.doc.char_span(found.start, found.end, alignment_mode="expand")
            if span is not None and span.root.i in inside:
                return found.value
        held = verb is not None and (clause or lemma(verb) in _TAKES_PLACE)
        return self.clause_days(verb, block) if held and verb is not None else None

    def _makers(
        self, noun: Token, verb: Token | None, block: Block
    ) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """Give hosts, proposers and whether it took place, from the verb that governs it."""
        owners = [child for child in noun.lefts if child.dep_ == "poss"]
        hosts = [party.key for party in self._acting(owners, block) if _may_host(party)]
        state = "held"
        for maker in _maker_verbs(noun, verb):
            keys = [p.key for p in self._acting(logical_subjects(maker), block) if _may_host(p)]
            planned = stance_of(maker).certainty in (Certainty.PLANNED, Certainty.CONDITIONAL)
            role = role_of(maker)
            if role == "host":
                hosts = keys or hosts
                state = "planned" if planned else state
                if planned:
                    return tuple(hosts), tuple(keys), "planned"
            elif role == "propose":
                return (), tuple(keys or hosts), "planned"
        return tuple(hosts), (), state

    def _acting(self, nouns: list[Token], block: Block) -> list[Party]:
        return acting(nouns, block, self._earlier)

    def _verb_place(self, verb: Token | None, block: Block) -> str | None:
        """Give the city that stands anywhere in the clause of the verb that held the event."""
        if verb is None:
            return None
        for mention in reversed(block.mentions):
            token = block.doc[mention.end - 1]
            governor = clause_verb(token)
            inside = governor is not None and governor.i == verb.i
            if inside and mention.sort in ("capital", "name") and _after_in(token):
                return mention.place
        return None

    def _seat(self, verb: Token | None, block: Block, hosts: tuple[str, ...]) -> str | None:
        """Take the host's city as the place where the host is called by it: "Moscow hosted"."""
        if verb is None or not hosts:
            return None
        for noun in grammatical_subjects(verb):
            mention = block.mention(noun)
            if mention is None and noun.lower_ == "it":
                mention = _subject_mention(noun, block)
            if mention is not None and mention.sort == "capital":
                return mention.place
        return None

    def implied(self, verb: Token, block: Block, hosts: tuple[str, ...]) -> Seen:
        """Read the event that "Russia hosted Chinese diplomats" speaks of without a noun."""
        return Seen(
            kind="meeting",
            noun="meeting",
            name="meeting",
            span=block.span_of([verb]),
            definite=False,
            new=False,
            series=False,
            place=self._verb_place(verb, block) or self._seat(verb, block, hosts),
            hosts=hosts,
            proposers=(),
            days=self.clause_days(verb, block),
            ordinal=None,
            state="held",
        )


def _may_host(party: Party) -> bool:
    return party.key.split(":")[0] in ("country", "party", "organisation", "person")


def _subject_mention(pronoun: Token, block: Block) -> Mention | None:
    party = resolve_pronoun(pronoun, block, [])
    if party is None:
        return None
    earlier = [m for m in block.mentions if m.key == party.key and m.end <= pronoun.i]
    return earlier[-1] if earlier else None


def _governor(noun: Token) -> Token | None:
    """Give the verb the noun is an argument of, through "a series of meetings" and the like."""
    at = noun
    while at.dep_ in ("pobj", "prep", "conj", "appos") and at.head.i != at.i and not is_verb(at):
        if at.dep_ == "prep" and is_verb(at.head):
            break
        at = at.head
    verb = at if is_verb(at) else at.head
    return verb if is_verb(verb) else None


def _maker_verbs(noun: Token, verb: Token | None) -> list[Token]:
    """Give the verbs that may say who held or offered it: the governor, relative clauses."""
    found = [verb] if verb is not None else []
    below = [child for child in noun.children if child.dep_ in ("relcl", "acl") and is_verb(child)]
    return found + below


def _is_series(noun: Token) -> bool:
    over = noun.head.head if noun.dep_ == "pobj" else noun
    if lemma(over) in _table("series"):
        return True
    singular = noun.lower_ in _table("plural_form")
    return (noun.tag_ in ("NNS", "NNPS") and not singular) or lemma(noun) in _named()


def _ordinal(noun: Token) -> int | None:
    ordinals = load_toml("events.toml")["words"]["ordinals"]
    for child in noun.lefts:
        if child.lower_ in ordinals:
            return int(ordinals[child.lower_])
    return None


def _place(token: Token, block: Block) -> str | None:
    """Give the place that stands with a noun or verb: "in Moscow", "the Moscow conference"."""
    for inner in prepositional(token, *_IN):
        mention = block.mention(inner)
        if mention is not None and mention.place and mention.sort in _COUNTRY_PLACES:
            return mention.place
    for child in token.lefts:
        mention = block.mention(child)
        if child.dep_ in ("compound", "nmod", "poss") and mention and mention.sort == "capital":
            return mention.place
    return None


def _trailing(noun: Token) -> set[int]:
    """Give the run of place and time that follows a noun: "(a conference) in Moscow in March"."""
    at = noun.i + 1
    while at < noun.sent.end:
        token = noun.doc[at]
        if token.lower_ not in _IN_OR_ON and token.pos_ not in ("PROPN", "NUM"):
            break
        at += 1
    return set(range(noun.i + 1, at))


def _after_in(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in _IN


def event_nouns(noun: Token) -> list[Token]:
    """Give the noun itself, or what "any of", "all of" and the like are said of."""
    if noun.lower_ in _ANY_OF:
        return prepositional(noun, "of") or [noun]
    if lemma(noun) in _table("series"):
        return prepositional(noun, "of") or [noun]
    return [noun]
