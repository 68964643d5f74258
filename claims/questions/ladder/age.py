"""Whether two ages are of one person: by name, or of one sort where nobody is named."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claims.model import Claim
from claims.questions.ladder.lexicon import words
from claims.questions.ladder.step import REFUSED, SILENT, Step
from claims.questions.side import Pair, Side
from claims.values.quantity import Quantity


def age(pair: Pair) -> Step:
    """Hold two ages against each other only where they are of one person."""
    if pair.left.claim.attribute != "age":
        return SILENT
    one, other = (_named(side.claim) for side in (pair.left, pair.right))
    if one != other:
        return Step("age", REFUSED, "they are of two persons")
    if one and _years_apart(pair) <= 1 and not _printed_together(pair):
        return Step("age", REFUSED, "a birthday may lie between")
    if not one and _of_two_sorts(pair):
        return Step("age", REFUSED, "they are of two persons")
    if not one and _years_apart(pair) > _ONE_PERSON:
        return Step("age", REFUSED, "nobody is named, and the ages lie years apart")
    return SILENT


def _printed_together(pair: Pair) -> bool:
    """Whether both were printed so close together that hardly a birthday lies between."""
    if any(side.once(_has_birthday) for side in (pair.left, pair.right)):
        return False
    days = 0 if pair.one_text else pair.story.days
    return days is not None and days <= _TOGETHER


_TURNS: Final = re.compile(r"\b(?:turns?|turned|turning|birthday)\b")


def _has_birthday(side: Side) -> bool:
    return _TURNS.search(side.claim.quote) is not None


_TOGETHER: Final = 3
"""Days within which two articles are taken to tell the age of one person at one time."""


def _of_two_sorts(pair: Pair) -> bool:
    """Whether the nouns of two unnamed persons exclude each other: a boy and a girl."""
    nouns = {side.claim.subject.rpartition(" ")[2].casefold() for side in (pair.left, pair.right)}
    return len(nouns) > 1 and nouns <= words("parts")


def _named(claim: Claim) -> str:
    """Give the last name of whose age it is; empty for "a girl"."""
    name = claim.subject.rpartition(" ")[2]
    return name.casefold() if name[:1].isupper() else ""


def _years_apart(pair: Pair) -> Decimal:
    values = [side.claim.value for side in (pair.left, pair.right)]
    lows = [value.low or Decimal(0) for value in values if isinstance(value, Quantity)]
    return max(lows) - min(lows)


_ONE_PERSON: Final = 2
"""How many years the ages given to one unnamed person may lie apart."""
