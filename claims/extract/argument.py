"""The arguments of an act, told so that two articles can meet: "agent:country:RU".

Each is a slot with the key of a known party, person or place, or "noun:" with the lemma of the
head noun. Slots are `agent`, `patient` and the prepositions of what else the act says ("with",
"as"). A pronoun counts for whom it stands for where one candidate fits; else it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.act import CAUSE, Act
from claims.extract.contrast import is_put_against
from claims.extract.noun_act import read_noun_act
from claims.extract.party import known_party
from claims.extract.referent import resolve_person, resolve_pronoun, speaking_noun
from claims.extract.syntax import direct_objects, is_passive, is_time, is_verb, lemma, prepositional
from claims.extract.verb_act import read_act
from claims.values.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

HELD: Final = "held:noun:actor"
"""The argument of an act behind which somebody is held to be: of one act, one is."""
FIRST: Final = "first:noun:time"
"""The argument of an act that is told as the first of its sort: "was first elected in 2016"."""
_PLACES: Final = frozenset("in at near outside inside into to from across through off on".split())
_CHARGES: Final = frozenset({"charge", "suspicion", "accusation", "allegation", "count"})


def arguments(act: Act, block: Block, earlier: list[Party]) -> tuple[str, ...]:
    """Give the arguments of an act, sorted, each once.

    Args:
        act: The act.
        block: Its paragraph.
        earlier: Subjects of the article before the paragraph, for pronouns.
    """
    found = set(_slot("agent", act.agents, block, earlier, it=_may_be_it(act)))
    found |= set(_slot("patient", act.patients, block, earlier))
    taken = {token.i for token in act.words if token.lower_ != act.lead}
    for preposition, noun in _complements(act, taken):
        key = _place_key(noun, block) if preposition in _PLACES else None
        key = key or argument_key(noun, block, earlier)
        if key is not None:
            found.add(f"{preposition}:{key}")
    if act.role == CAUSE:
        found |= {key for noun in act.patients for key in _whose(noun, block, earlier)}
    if act.held:
        found.add(HELD)
    if any(child.lower_ == "first" and child.dep_ == "advmod" for child in act.head.children):
        found.add(FIRST)
    return tuple(sorted(found))


def _whose(noun: Token, block: Block, earlier: list[Party]) -> Iterator[str]:
    """Give what an effect befell: the bridge for "the collapse of the bridge", "bridge's"."""
    beside = [c for c in noun.lefts if c.dep_ in ("compound", "poss")]
    for each in (*prepositional(noun, "of"), *beside):
        key = argument_key(each, block, earlier)
        if key is not None:
            yield f"of:{key}"


def _may_be_it(act: Act) -> bool:
    """Whether "it" may be a party here: not for "it is", "it began", "it exploded"."""
    if act.predicate is not None:
        return act.predicate.transitive and act.predicate.sort not in ("course", "disaster")
    return bool(act.patients)


def arguments_of(
    token: Token | None, block: Block, earlier: list[Party] | None = None
) -> tuple[str, ...]:
    """Give the arguments of the act that a verb or noun tells of; none where it tells of none."""
    if token is None:
        return ()
    act = read_act(token, block) if is_verb(token) else read_noun_act(token, block)
    return arguments(act, block, earlier or []) if act is not None else ()


def _slot(
    name: str, nouns: tuple[Token, ...], block: Block, earlier: list[Party], *, it: bool = False
) -> Iterator[str]:
    for noun in nouns:
        if noun.lower_ == "it" and not it:
            continue
        for each in (noun, *(c for c in noun.conjuncts if c.i > noun.i)):
            key = argument_key(each, block, earlier)
            if key is not None:
                yield f"{name}:{key}"
            relative = _relative_key(each, block, earlier)
            if relative is not None:
                yield f"{name}:{relative}"


def _relative_key(noun: Token, block: Block, earlier: list[Party]) -> str | None:
    """Give the key of the one relative somebody has: "name:hale-wife" for "Hale's wife, Ana"."""
    if lemma(noun) not in _only_relatives():
        return None
    for child in noun.lefts:
        if child.dep_ != "poss":
            continue
        if child.pos_ == "PRON":
            owner = resolve_person(child, block, earlier)
        else:
            owner = known_party(child, block)
        if owner is not None and owner.key.startswith(("person:", "name:")):
            return f"name:{owner.key.partition(':')[2]}-{lemma(noun)}"
    return None


@cache
def _only_relatives() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["only_relatives"])


def _complements(act: Act, taken: set[int]) -> Iterator[tuple[str, Token]]:
    """Give the prepositions of an act with what follows them, its own words left out."""
    passive = is_verb(act.head) and is_passive(act.head)
    for child in _below(act):
        if child.dep_ not in ("prep", "dative") or child.i in taken:
            continue
        if passive and child.lower_ == "by":
            continue
        for noun in child.children:
            if noun.dep_ not in ("pobj", "pcomp") or is_time(noun) or _is_against(noun):
                continue
            if any(noun.i == patient.i for patient in (*act.patients, *act.agents)):
                continue
            yield _charged(child.lower_, noun)
            if _is_of_court(act):
                yield from ((child.lower_, other) for other in noun.conjuncts if other.i > noun.i)


def _is_of_court(act: Act) -> bool:
    return act.predicate is not None and act.predicate.sort == "law"


def _below(act: Act) -> Iterator[Token]:
    """Give what hangs on an act; of courts also on what they found: "guilty of murder"."""
    yield from act.head.children
    if _is_of_court(act):
        for child in act.head.children:
            if child.dep_ in ("acomp", "oprd"):
                yield from child.children


def _is_against(noun: Token) -> bool:
    return is_put_against(noun.left_edge)


def _charged(preposition: str, noun: Token) -> tuple[str, Token]:
    """Give what a charge is of: "on charges of fraud" is "for fraud"."""
    inner = prepositional(noun, "of") if lemma(noun) in _CHARGES else []
    if inner:
        noun, preposition = inner[0], "for"
    if noun.dep_ == "pcomp":
        noun = next(iter(direct_objects(noun)), noun)
    return preposition, noun


def argument_key(noun: Token, block: Block, earlier: list[Party]) -> str | None:
    """Give the key of what a noun names; None for what names nothing by itself.

    "the Afghan government" gives "country:AF", "a dozen rebels" "noun:rebel".
    """
    if noun.pos_ == "PRON":
        speaker = speaking_noun(noun)
        if speaker is not None:
            return argument_key(speaker, block, earlier)
        party = resolve_pronoun(noun, block, []) or resolve_person(noun, block, earlier)
        return party.key if party is not None else None
    party = known_party(noun, block)
    if party is not None:
        return party.key
    inner = prepositional(noun, "of") if lemma(noun) in _counting() else []
    if inner:
        return argument_key(inner[0], block, earlier)
    if noun.pos_ not in ("NOUN", "PROPN") and noun.dep_ != "pcomp":
        return None
    if lemma(noun) in _SCALES:
        return None  # the "m" of "$3.4m"
    return f"noun:{lemma(noun)}" if lemma(noun).replace("-", "").isalpha() else None


_SCALES: Final = frozenset({"m", "bn", "tn", "k"})


def _counting() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["counts"])


def _place_key(noun: Token, block: Block) -> str | None:
    mention = block.mention(noun)
    if mention is None or mention.sort == "person":
        return None
    return mention.place
