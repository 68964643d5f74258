"""Whether two visits are one: the same come to the same within a few days."""

from __future__ import annotations

from typing import Final

from claims.model import Value
from claims.questions.ladder.argument import names_among, slots
from claims.questions.side import Pair
from claims.values.days import Days


def of_one_visit(pair: Pair) -> bool:
    """Whether both name the same who acts and the same who is acted on, within days."""
    one, other = slots(pair.left), slots(pair.right)
    shared = (
        names_among(one.get(slot, frozenset()) & other.get(slot, frozenset()))
        for slot in ("agent", "patient")
    )
    days = pair.story.days
    near = not pair.one_text and days is not None and days <= _WITHIN
    return all(shared) and near and _lie_close(pair.left.claim.value, pair.right.claim.value)


def _lie_close(left: Value, right: Value) -> bool:
    """Whether two days are told to the day, and no more than a few of them lie between."""
    if not isinstance(left, Days) or not isinstance(right, Days):
        return False
    one, other = left.single, right.single
    return one is not None and other is not None and abs((one - other).days) <= _WITHIN


_WITHIN: Final = 3
"""Days within which two articles and the days they tell must lie for one visit."""
