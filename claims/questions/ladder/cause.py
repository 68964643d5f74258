"""Rungs for causes: two accounts of why one thing happened.

"The collapse was caused by rain", "the mayor blamed rain for it", "it collapsed because of rain",
"he died of a stroke", "she resigned for health reasons" all say what caused something. What was
caused, and whom it befell, must be one before two causes are compared. The words are in
claims/data/causes.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from claims.compare import Cause
from claims.data import load_toml
from claims.model import Claim, Polarity
from claims.questions.ladder.argument import names_among, slots
from claims.questions.ladder.lexicon import one_noun
from claims.questions.ladder.shared import certainty, story, time
from claims.questions.ladder.step import REFUSED, SAME, Flight, Step, each
from claims.questions.side import Pair, Side
from claims.values.party import Party
from claims.values.words import Words

_CAUSED: Final = "cause"
_DIED: Final = ("die:of", "die:from")
_GENERIC: Final = "svo:"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST: Final = 2
_WHOSE: Final = ("of", "agent", "patient")


def caused(claim: Claim) -> str:
    """Give the name of the happening whose cause a claim tells; "" where it tells none.

    Of what was not caused by itself ("resigned for health reasons") the act is the happening.
    """
    role = claim.role.removeprefix(_GENERIC)
    if role == _CAUSED:
        nouns = [arg.rpartition(":")[2] for arg in claim.scope.args if arg.startswith("patient:")]
        return next((name for noun in nouns if (name := _effects().get(noun, ""))), "")
    act, _, slot = role.partition(":")
    if role in _DIED or (slot == "why" and isinstance(claim.value, Words)):
        return _effects().get(act, "")
    return ""


@cache
def _effects() -> Mapping[str, str]:
    groups: Mapping[str, list[str]] = load_toml("causes.toml")["effects"]
    return {word: name for name, words in groups.items() for word in words}


@cache
def _sorts() -> Mapping[str, str]:
    sorts: Mapping[str, list[str]] = load_toml("causes.toml")["causes"]
    return {word: sort for sort, words in sorts.items() for word in words}


def cause_of(claim: Claim) -> Cause:
    """Give the cause that a claim tells, as comparison takes it."""
    value, denied = claim.value, claim.polarity is Polarity.DENIED
    if isinstance(value, Party) and not value.key.startswith("words:"):
        return Cause(frozenset(), frozenset(), value.key, value.name, known=True, denied=denied)
    sorts = frozenset(_specific(set(_sorts_in(value.text))))
    head = value.head if isinstance(value, Words) else value.text.casefold()
    return Cause(sorts, _beside(sorts), head, value.text, denied=denied)


def _sorts_in(text: str) -> Iterator[str]:
    """Give the sorts that words name, the longest names first: a heart attack is no attack."""
    words = _WORD.findall(text.casefold())
    at = 0
    while at < len(words):
        for length in range(_LONGEST, 0, -1):
            sort = _sorts().get(_singular(words[at : at + length]))
            if sort is not None:
                yield sort
                break
        at += length


def _singular(words: list[str]) -> str:
    """Give a phrase with its last word in the singular, where a table knows it so."""
    phrase = " ".join(words)
    return phrase if phrase in _sorts() else phrase.removesuffix("s")


def _specific(sorts: set[str]) -> set[str]:
    """Leave out a sort within which another one lies."""
    return {sort for sort in sorts if not any(o.startswith(f"{sort}/") for o in sorts)}


def _beside(sorts: frozenset[str]) -> frozenset[str]:
    """Give the sorts that may be at work together with some: by a sort or one that holds it."""
    pairs = load_toml("causes.toml")["rules"]["go_together"]
    held = {sort[:end] for sort in sorts for end in _ends(sort)}
    return frozenset(
        other for one, two in pairs for mine, other in ((one, two), (two, one)) if mine in held
    )


def _ends(sort: str) -> Iterator[int]:
    yield from (at for at, sign in enumerate(sort) if sign == "/")
    yield len(sort)


def effect(pair: Pair) -> Step:
    """Ask whether both tell the cause of one sort of happening."""
    one, other = caused(pair.left.claim), caused(pair.right.claim)
    if one and one == other:
        return Step("effect", SAME, f"both tell the cause of the {one}")
    return Step("effect", REFUSED, "they tell the causes of two things")


def befallen(pair: Pair) -> Step:
    """Ask whether it befell the same; of a death or a resignation somebody must be named."""
    one, other = _befallen(pair.left), _befallen(pair.right)
    shared = names_among(one) & names_among(other)
    if shared:
        return Step("befallen", SAME, "it befell the same")
    if caused(pair.left.claim) in load_toml("causes.toml")["rules"]["of_somebody"]:
        return Step("befallen", REFUSED, "nothing shows that it befell the same person")
    if not one or not other or _meet(one, other):
        return Step("befallen", SAME, "")
    return Step("befallen", REFUSED, "it befell two things")


def _befallen(side: Side) -> frozenset[str]:
    """Give whom or what it befell: the bridge of "the bridge's collapse", a plane that crashed."""
    told = slots(side)
    if side.claim.role == _CAUSED:
        return told.get("of", frozenset())
    return frozenset(key for slot in _WHOSE for key in told.get(slot, ()))


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two lists of things may be one: a noun that both have, or a name beside a noun."""
    nouns = [{key.partition(":")[2] for key in keys - names_among(keys)} for keys in (one, other)]
    if nouns[0] and nouns[1]:
        return any(one_noun(left, right) for left in nouns[0] for right in nouns[1])
    return not (names_among(one) and names_among(other))


FLIGHTS: Final[tuple[Flight, ...]] = (each(certainty, effect, befallen, time, story),)
