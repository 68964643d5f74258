"""Rungs for the office of a person: two of which nobody holds both at a time, of one body."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from claims.data import load_toml
from claims.model import Claim, Polarity
from claims.questions.ladder.argument import slots
from claims.questions.ladder.post import FORMER, term
from claims.questions.ladder.shared import certainty, story
from claims.questions.ladder.step import REFUSED, SAME, Flight, Step, each
from claims.questions.side import Pair


@cache
def _offices() -> dict[str, tuple[int, str]]:
    """Give the group and the name of every title: 0 and "chief executive" for "ceo"."""
    groups: list[Any] = load_toml("comparison.toml")["post"]["exclusive"]
    return {
        title: (number, titles[0])
        for number, offices in enumerate(groups)
        for titles in offices
        for title in titles
    }


def office_of(claim: Claim) -> tuple[int, str] | None:
    """Give the group and the name of the office that a claim tells of a person.

    "CEO" and "the firm's chief executive" are one; None for an office that goes with any other,
    for one held no more, not yet or for another ("former", "acting"), and where it is denied.
    """
    words = claim.value.text.casefold().rstrip(".").split()
    for taken in range(len(words)):
        found = _offices().get(" ".join(words[taken:]))
        if found is not None:
            held = FORMER.search(" ".join(words[:taken])) is None
            return found if held and claim.polarity is Polarity.AFFIRMED else None
    return None


def office(pair: Pair) -> Step:
    """Ask whether nobody can hold both offices at a time."""
    one, other = office_of(pair.left.claim), office_of(pair.right.claim)
    if one is None or other is None or one[0] != other[0]:
        return Step("office", REFUSED, "one person may hold both offices")
    return Step("office", SAME, "")


def person(pair: Pair) -> Step:
    """Ask whether both speak of one person, called by one whole name."""
    one, other = (side.claim.subject.casefold() for side in (pair.left, pair.right))
    if one != other or " " not in one:
        return Step("person", REFUSED, "whether both speak of one person is not known")
    return Step("person", SAME, f"both speak of {pair.left.claim.subject}")


def body(pair: Pair) -> Step:
    """Refuse offices of two bodies: one person may lead a firm and advise another."""
    one, other = (slots(side).get("of", frozenset()) for side in (pair.left, pair.right))
    if one and other and not one & other:
        return Step("body", REFUSED, "of two bodies")
    return Step("body", SAME, "")


FLIGHTS: Final[tuple[Flight, ...]] = (each(certainty, person, office, body, term, story),)
