"""How likely two amounts answer one question: the last rung of their ladder.

A linear model over named features, its weights fitted on labelled articles by
`python -m tests.evaluation.fit` and kept in claims/data/likeness.toml. It weighs only what the
rungs before it left open; whatever they refuse stays refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.questions.feature import FEATURES
from claims.questions.ladder.step import MAYBE, REFUSED, SAME, Step
from claims.questions.side import Pair

LIKENESS: Final = "likeness"


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted model: log odds of one question.

    Args:
        bias: The log odds where every feature is 0.
        features: What each feature adds.
        same: Log odds from which two amounts are taken to answer one question.
        maybe: Log odds from which they may.
    """

    bias: float
    features: dict[str, float]
    same: float
    maybe: float


@cache
def weights() -> Weights:
    """Load the fitted weights."""
    table = load_toml("likeness.toml")
    return Weights(table["bias"], table["weights"], table["same"], table["maybe"])


def likeness_of(pair: Pair) -> float:
    """Give the log odds that two amounts answer one question; the order does not matter."""
    model = weights()
    told = ((model.features.get(name, 0.0), feature) for name, feature in FEATURES.items())
    return model.bias + sum(weight * float(feature(pair)) for weight, feature in told if weight)


def likeness(pair: Pair) -> Step:
    """Weigh all that is left open."""
    odds = likeness_of(pair)
    if odds >= weights().same:
        return Step(LIKENESS, SAME, "the statements are close in words, names and story", odds)
    if odds >= weights().maybe:
        reason = "the statements are not close enough in words, names and story"
        return Step(LIKENESS, MAYBE, reason, odds)
    return Step(LIKENESS, REFUSED, "the statements have too little in common", odds)
