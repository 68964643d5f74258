"""In which order conflicts are read: what a checker would want to see first, first.

A rank from 0 to 1 out of named features of the pair alone. It orders listings and is never shown
in them; `claims show` tells what it was made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claims.model import Certainty, Outcome, Relation
from claims.questions.ladder.step import MAYBE, Climb
from claims.questions.side import Pair
from claims.questions.tie import RAISED
from claims.questions.voice import one_head
from claims.values.quantity import Quantity

_BASE: Final[Mapping[Relation, float]] = {
    Relation.CONTRADICTION: 0.9,
    Relation.UPDATE: 0.6,
    Relation.OMISSION: 0.5,
    Relation.DIFFERENT_SCOPE: 0.3,
}
_COSTS: Final[Mapping[str, float]] = {
    "open scope": 0.3,
    "hedged": 0.15,
    "planned": 0.15,
    "not sharp": 0.1,
    "heading": 0.1,
    "everybody": 0.2,
}
_GAINS: Final[Mapping[str, float]] = {"two speakers": 0.02, "two articles": 0.05}


def features_of(pair: Pair, found: Climb) -> tuple[str, ...]:
    """Name what raises or lowers the rank of a pair, in a fixed order."""
    left, right = pair.left, pair.right
    both = (left.claim, right.claim)
    present = {
        "open scope": any(step.verdict == MAYBE for step in found.steps),
        "hedged": any(claim.certainty is Certainty.HEDGED for claim in both),
        "planned": any(claim.certainty is Certainty.PLANNED for claim in both),
        "not sharp": any(isinstance(c.value, Quantity) and not c.value.exact for c in both),
        "heading": any(claim.weak for claim in both),
        "everybody": left.universal or right.universal,
        "two speakers": not one_head(left.claim, right.claim),
        "two articles": left.claim.text_id != right.claim.text_id,
    }
    return tuple(name for name, holds in present.items() if holds)


def rank_of(pair: Pair, outcome: Outcome, found: Climb) -> float:
    """Give the rank of a pair, from 0 to 1, two decimals; what a person raised comes first."""
    if outcome.rule == RAISED:
        return 1.0
    rank = _BASE.get(outcome.relation, 0.1)
    for name in features_of(pair, found):
        rank += _GAINS.get(name, 0.0) - _COSTS.get(name, 0.0)
    return round(min(1.0, max(0.01, rank)), 2)
