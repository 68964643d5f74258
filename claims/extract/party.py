"""Who a noun phrase stands for: a state, an organisation, a group, a person, or just words.

"the Afghan government" is Afghanistan, "Taliban envoys" the Taliban, "senior diplomats from
China and Iran" China and Iran. "It" is the party that was last the subject, where one fits.
A phrase that names nobody known stays words; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.syntax import SUBJECTS, grammatical_subjects, lemma, noun_phrase, prepositional
from claims.values.gazetteer import party_kind
from claims.values.party import Parties, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block

ACTORS: Final = ("country", "demonym", "capital")
_SENT: Final = frozenset(
    "representative delegate delegation envoy diplomat official negotiator member movement group "
    "side team government leadership spokesman spokesperson office".split()
)
_RANKS: Final = frozenset("fighter militant insurgent rebel gunman troop force soldier".split())
_ONLY_FROM: Final = ("from", "of")
_JOINERS: Final = frozenset({",", ":", "and", "&", "or", "the", ";", "as", "well", "also", "both"})
_EVERYBODY: Final = frozenset({"all", "every", "everyone", "everybody", "each"})
_EXCEPT: Final = frozenset({"except", "excepting", "excluding", "but", "save"})
_SEVERAL: Final = frozenset("several some other various many certain few numerous more".split())
_PRONOUNS: Final = frozenset({"it", "its"})
_HUMAN: Final = frozenset(
    "party side country state nation leader figure power neighbour neighbor government official "
    "representative delegate delegation diplomat envoy stakeholder faction actor group militant "
    "insurgent rebel politician minister president people person guest member player republic "
    "ally partner body organisation organization movement army police troop tribe elder warlord "
    "opposition administration ministry parliament".split()
)


@cache
def _heads(stands_for: str) -> frozenset[str]:
    return frozenset(
        word
        for group in load_toml("people-titles.toml")["leader"]
        if group["stands_for"] == stands_for
        for word in group["heads"]
    )


@cache
def _event_nouns() -> frozenset[str]:
    kinds = load_toml("events.toml")["kinds"].values()
    return frozenset(noun for kind in kinds for noun in kind["nouns"])


def _stands_for_state(noun: Token) -> bool:
    words = (lemma(noun), noun.lower_)
    return any(word in _heads("government") or word in _SENT for word in words)


def _modifying_mention(noun: Token, block: Block) -> Mention | None:
    """Find the name in front of a noun: "Afghan government", "Taliban envoys", "Russia's army"."""
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "poss") and block.mention(child):
            return block.mention(child)
    return None


def _acts_for(noun: Token, owner: Mention) -> bool:
    """Whether "the X government", "X fighters" is X itself: not for a person's people."""
    if owner.sort in ("person", "name"):
        return False
    return _stands_for_state(noun) or (owner.sort not in ACTORS and lemma(noun) in _RANKS)


def _is_human(noun: Token) -> bool:
    """Whether a noun names people, or a body of people that can act."""
    words = {lemma(noun), noun.lower_}
    tables = (_HUMAN, _SENT, _heads("government"), _heads("military"), _heads("people"))
    persons = frozenset(load_toml("nouns.toml")["persons"])
    return any(words & table for table in (*tables, persons))


def _office(owner: Mention, noun: Token) -> str:
    """Name a state by the office that stands for it where the printed name is an adjective."""
    return f"{owner.name} {noun.text}" if owner.sort == "demonym" else owner.name


def _from_mention(mention: Mention, via: str = "") -> Party:
    return Party(mention.key, mention.name, via)


def _words(noun: Token) -> Party:
    """Keep a phrase that names nobody as words; a number of unnamed ones is vague."""
    phrase = [token for token in noun_phrase(noun) if token.dep_ not in ("det", "predet")]
    name = " ".join(token.text for token in phrase)
    key = " ".join(lemma(token) for token in phrase)
    plural = noun.tag_ in ("NNS", "NNPS")
    return Party(f"words:{key}", name, vague=plural)


def party_of(noun: Token, block: Block) -> Party | None:
    """Say who one noun phrase stands for, its coordinates left aside.

    Returns:
        The party; None for a phrase that names nobody who could act ("the plea", "2017").
    """
    mention = block.mention(noun)
    if mention is not None and mention.sort == "name" and lemma(noun) in _event_nouns():
        return None
    if mention is not None:
        people = mention.sort == "demonym" and noun.tag_ in ("NNS", "NNPS")
        key = f"people:{mention.key}" if people else mention.key
        return Party(key, mention.name, vague=people)
    if noun.lower_ in _PRONOUNS or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    owner = _modifying_mention(noun, block)
    if owner is not None and _acts_for(noun, owner):
        return Party(owner.key, _office(owner, noun), via=lemma(noun))
    if lemma(noun) in _SENT or _stands_for_state(noun):
        for inner in prepositional(noun, *_ONLY_FROM):
            found = party_of(inner, block)
            if found is not None and not found.key.startswith("words:"):
                return Party(found.key, found.name, via=lemma(noun))
    return _words(noun) if _is_human(noun) else None


def _list_tokens(head: Token) -> Iterator[Token]:
    """Walk a coordination from its first noun: dependency first, then the plain run of words.

    The parser often hangs the tail of a long list elsewhere; what stands between its members
    does not change, so the run is followed as long as only joining words stand between nouns.
    """
    yield head
    at = head.i
    doc = head.doc
    end = _noun_end(head)
    while end < head.sent.end:
        joined = False
        while end < head.sent.end and doc[end].lower_ in _JOINERS:
            joined = joined or doc[end].lower_ in (",", ":", "and", "&", "or", ";")
            end += 1
        noun = _next_noun(doc, end, head.sent.end) if joined else None
        if noun is None or noun.i <= at or (noun.dep_ in SUBJECTS and head.dep_ not in SUBJECTS):
            return
        yield noun
        at, end = noun.i, _noun_end(noun)


def _noun_end(noun: Token) -> int:
    """Give the index after a noun with a short "of" or "from" phrase on it."""
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from") and child.i == end:
            inner = [token.i for token in child.children if token.dep_ == "pobj"]
            end = (inner[0] + 1) if inner else end
    return end


def _next_noun(doc: object, start: int, end: int) -> Token | None:
    """Give the head of the noun phrase that begins at `start`, if one does."""
    at = start
    while at < end:
        token: Token = doc[at]  # type: ignore[index]
        if token.pos_ in ("NOUN", "PROPN", "PRON") and not _goes_on(token):
            return token
        if token.pos_ not in ("ADJ", "DET", "NOUN", "PROPN", "NUM", "PART") and token.text != "-":
            return None
        at += 1
    return None


def _goes_on(token: Token) -> bool:
    """Whether the noun is only the first part of a compound."""
    following = token.i + 1 < len(token.doc) and token.doc[token.i + 1]
    if not following:
        return False
    return (token.dep_ in ("compound", "nmod", "poss", "amod") and token.head.i > token.i) or bool(
        following.tag_ == "POS"
    )


def _expanded(noun: Token, block: Block) -> Iterator[Party]:
    """Give the members a phrase spells out: "diplomats from A and B", "stakeholders such as A"."""
    owners = _all_owners(noun, block)
    if len(owners) > 1 and _stands_for_state(noun):
        yield from (_from_mention(owner, via=lemma(noun)) for owner in owners)
        return
    for inner in _spelled_out(noun):
        yield from _coordinated(inner, block, via=lemma(noun))


def _all_owners(noun: Token, block: Block) -> list[Mention]:
    """Give every name in front of a noun: "Chinese and Pakistani diplomats"."""
    found = []
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod"):
            found += [block.mention(token) for token in (child, *child.conjuncts)]
    unique = {mention.start: mention for mention in found if mention is not None}
    return [unique[start] for start in sorted(unique)]


def _spelled_out(noun: Token) -> list[Token]:
    listed = [
        inner
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in ("as", "including", "like")
        for inner in child.children
        if inner.dep_ == "pobj"
    ]
    if lemma(noun) in _SENT or _stands_for_state(noun):
        listed += prepositional(noun, "from")
        listed += [inner for inner in prepositional(noun, "of") if _has_conjuncts(inner)]
    return listed


def _has_conjuncts(noun: Token) -> bool:
    return any(child.dep_ == "conj" for child in noun.children)


def _coordinated(head: Token, block: Block, via: str = "") -> Iterator[Party]:
    for noun in _list_tokens(head):
        spelled = list(_expanded(noun, block)) if noun.i != head.i or not via else []
        if spelled:
            yield from spelled
            continue
        party = party_of(noun, block)
        if party is None:
            return
        if party.key.startswith("words:") and _introduces(noun):
            continue
        yield Party(party.key, party.name, party.via or via, party.vague)


def _introduces(noun: Token) -> bool:
    """Whether the phrase only leads to the names after a colon: "other parties: A and B"."""
    end = _noun_end(noun)
    return end < len(noun.doc) and noun.doc[end].text == ":"


def _unique(parties: Iterator[Party]) -> tuple[Party, ...]:
    return tuple({party.key: party for party in parties}.values())


def _universal(noun: Token) -> bool:
    if any(token.lower_ in _EXCEPT for token in noun.subtree):
        return False
    return any(child.lower_ in _EVERYBODY for child in noun.children if child.dep_ != "conj")


def _closed(noun: Token) -> bool:
    """Whether "only" or "just" stands before the list."""
    start = stretch_start(noun)
    back = 2 if start and noun.doc[start - 1].lower_ == "by" else 1
    before = noun.doc[max(0, start - back) : noun.i]
    return any(token.lower_ in ("only", "just", "solely", "exclusively") for token in before)


def stretch_start(noun: Token) -> int:
    """Give the index of the first token of a noun phrase."""
    return min(token.i for token in noun_phrase(noun))


def parties_of(nouns: list[Token], block: Block) -> Parties | None:
    """Read one or more coordinated noun phrases as a list of parties.

    Returns:
        The list in printed order; None where a phrase names nobody.
    """
    members = _unique(party for noun in nouns for party in _coordinated(noun, block))
    if not members:
        return None
    start = min(stretch_start(noun) for noun in nouns)
    last = max((token for noun in nouns for token in _list_tokens(noun)), key=lambda t: t.i)
    doc = nouns[0].doc
    return Parties(
        members,
        text=doc[start : _noun_end(last)].text,
        closed=any(_closed(noun) for noun in nouns),
        universal=any(_universal(noun) for noun in nouns),
    )


def resolve_pronoun(token: Token, block: Block, earlier: list[Party]) -> Party | None:
    """Say whom "it" stands for: the nearest earlier subject of the paragraph, else the last one.

    Args:
        token: The pronoun.
        block: Its paragraph.
        earlier: Subjects of the article so far, oldest first.
    """
    if token.lower_ not in _PRONOUNS:
        return None
    for candidate in reversed(list(block.doc[: token.i])):
        if candidate.dep_ not in SUBJECTS:
            continue
        party = party_of(candidate, block)
        if party is not None and _singular_actor(party):
            return party
    return next((party for party in reversed(earlier) if _singular_actor(party)), None)


def _singular_actor(party: Party) -> bool:
    """Whether "it" may stand for the party: a state or body, not a band of people."""
    sort = party.key.split(":")[0]
    if sort == "party":
        return party_kind(party.key) != "armed_group"
    return sort in ("country", "organisation")


def acting(nouns: list[Token], block: Block, earlier: list[Party]) -> list[Party]:
    """Say who acts: each noun's party, pronouns resolved."""
    found = []
    for noun in nouns:
        party = resolve_pronoun(noun, block, earlier) or party_of(noun, block)
        if party is not None:
            found.append(party)
    return found


def subjects_of(verb: Token, block: Block, earlier: list[Party]) -> list[Party]:
    """Say who the subject of a verb is."""
    return acting(grammatical_subjects(verb), block, earlier)
