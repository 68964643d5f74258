"""Who and what two acts share though no name tells it: the government, what a sum is paid for."""

from __future__ import annotations

from functools import cache
from typing import Final

from claims.data import load_toml
from claims.questions.ladder.argument import slots
from claims.questions.side import Pair

ALIKE: Final = 0.2
"""How far two sentences must agree in words where those concerned are not known by name."""


def of_institution(shared: frozenset[str], pair: Pair) -> bool:
    """Whether one body known by its noun does both to one thing, told in the same words."""
    bodies = {key.partition(":")[2] for key in shared} & _institutions()
    things = (slots(side).get("patient", frozenset()) for side in (pair.left, pair.right))
    return bool(bodies and frozenset.intersection(*things)) and pair.alike >= ALIKE


@cache
def _institutions() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["institutions"])


def of_one_in_story(shared: set[str], pair: Pair) -> bool:
    """Whether both are of what a story has one of, the agreement, and printed within days."""
    things: list[str] = load_toml("comparison.toml")["thing"]["one_in_story"]
    one = {key.partition(":")[2] for key in shared} & set(things)
    return bool(one) and pair.story.days is not None and pair.story.days <= _TOGETHER


_TOGETHER: Final = 3


def for_the_same(pair: Pair) -> bool:
    """Whether neither tells an object and both what it was for: "pay for the protection of"."""
    one, other = slots(pair.left), slots(pair.right)
    if "patient" in one or "patient" in other:
        return False
    return bool(one.get("for", frozenset()) & other.get("for", frozenset()))
