"""How likely two amounts answer one question: the last rung of their ladder.

A linear model over named features, its weights fitted on labelled articles by
`python -m tests.evaluation.fit` and kept in claims/data/likeness.toml. It weighs only what the
rungs before it left open; whatever they refuse stays refused.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from claims.data import load_toml
from claims.questions.beside import (
    of_one_storm,
    of_one_sufferer,
    one_measure,
    same_doing,
    same_victims,
    side_by_side,
)
from claims.questions.feature import FEATURES
from claims.questions.feature_group import GROUPS, OF_ARTICLES
from claims.questions.ladder.amount import NEAR
from claims.questions.ladder.figure import is_turnout
from claims.questions.ladder.lexicon import words
from claims.questions.ladder.step import MAYBE, REFUSED, SAME, Step
from claims.questions.side import BySorts, Pair, Side
from claims.questions.voice import one_named_source

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


class Scale:
    """The weights as they are used: what holds for many pairs is weighed once.

    What the two articles tell is the same for all their claims, and what the sorts of two claims
    tell, or their speakers, is the same for all claims of those. The rest is weighed pair by pair,
    the heaviest first, so that it is soon certain which pairs stay below a floor.
    """

    def __init__(self, weights: Weights) -> None:
        """Take the features that have a weight."""
        left = {name: weight for name, weight in weights.features.items() if weight}
        self._bias = weights.bias
        self._of_articles = [
            (left.pop(n), FEATURES[n]) for n in FEATURES if n in OF_ARTICLES & left.keys()
        ]
        terms = [
            _together({n: left.pop(n) for n in names & left.keys()}, sort)
            for sort, names in GROUPS.items()
        ]
        terms += [
            _Term(weight, FEATURES[name], max(0.0, weight), abs(weight))
            for name, weight in left.items()
        ]
        self._of_pairs = _bounded(sorted(terms, key=lambda term: -term.swing))

    def begin(self, pair: Pair) -> float:
        """Give the log odds of two claims as far as their articles alone tell."""
        return self._bias + _sum(self._of_articles, pair)

    def odds(self, pair: Pair) -> float:
        """Give the log odds that two amounts answer one question."""
        odds = self.begin(pair)
        for weight, told, _ in self._of_pairs:
            odds += weight * told(pair)
        return round(odds, _DIGITS)

    def reaches(self, pair: Pair, floor: float, begun: float) -> bool:
        """Say whether the log odds reach a floor; those that do are kept with the pair.

        Stops as soon as it is certain that they do not.

        Args:
            pair: Two amounts.
            floor: Log odds.
            begun: What `begin` gave for any two claims of the same articles.
        """
        odds = begun
        for weight, told, most in self._of_pairs:
            if odds + most < floor:
                return False
            odds += weight * told(pair)
        pair.odds = odds = round(odds, _DIGITS)
        return odds >= floor


_DIGITS: Final = 9
"""Digits that are kept of log odds: fewer than depend on the order in which a sum is taken."""
_ROUNDING: Final = 1e-9
"""More than the rounding of a sum: what lies as near to a floor as that is weighed to the end."""
_Feature = Callable[[Pair], float]


class _Term(NamedTuple):
    """One feature, or several that look at one thing: how much it weighs and may change."""

    weight: float
    tell: _Feature
    most: float
    swing: float


def _sum(taken: Iterable[tuple[float, _Feature]], pair: Pair) -> float:
    return sum([weight * feature(pair) for weight, feature in taken])


def _together(weighed: Mapping[str, float], sort: Callable[[Side], Hashable]) -> _Term:
    """Weigh once for any two sorts what looks at nothing but the sort of each claim."""
    taken = [(weight, FEATURES[name]) for name, weight in weighed.items()]
    most, swing = (sum(map(told, weighed.values())) for told in (lambda w: max(0.0, w), abs))
    return _Term(1.0, BySorts(sort, lambda pair: _sum(taken, pair)), most, swing)


def _bounded(terms: Sequence[_Term]) -> list[tuple[float, _Feature, float]]:
    """Tell of each term how much it and those after it can add at most."""
    found = []
    most = _ROUNDING
    for term in reversed(terms):
        most += term.most
        found.append((term.weight, term.tell, most))
    return found[::-1]


@cache
def scale() -> Scale:
    """Give the scale of the fitted weights."""
    return Scale(weights())


def likeness_of(pair: Pair) -> float:
    """Give the log odds that two amounts answer one question; the order does not matter."""
    return scale().odds(pair) if pair.odds is None else pair.odds


def likeness(pair: Pair) -> Step:
    """Weigh all that is left open."""
    odds = likeness_of(pair)
    if side_by_side(pair):
        return Step(LIKENESS, SAME, "two sources count the same side by side", odds)
    if odds < weights().maybe:
        return Step(LIKENESS, REFUSED, "the statements have too little in common", odds)
    reason = next((reason for holds, reason in _CERTAIN if holds(pair)), None)
    if reason is not None:
        return Step(LIKENESS, SAME, reason, odds)
    if odds >= weights().same:
        return Step(LIKENESS, SAME, "the statements are close in words, names and story", odds)
    reason = "the statements are not close enough in words, names and story"
    return Step(LIKENESS, MAYBE, reason, odds)


def told_again(pair: Pair) -> bool:
    """Whether one known source tells the same of the same in two articles.

    A ministry that gives two tolls of one story, or two sums that it offered, speaks of one thing
    more often than not.
    """
    left, right = pair.left.claim, pair.right.claim
    if pair.one_text or left.attribute != right.attribute:
        return False
    counted = left.scope.head == right.scope.head and left.attribute not in words("empty")
    if not counted and left.attribute not in words("told_again"):
        return False
    if (pair.story.days or 0) > _RUNNING:
        return False
    return one_named_source(pair)


_RUNNING: Final = 7
"""Days for which a source goes on counting the dead of one event, as a rule."""


def one_turnout(pair: Pair) -> bool:
    """Whether both tell how many voted, in one story: an election has one turnout."""
    return all(side.once(is_turnout) for side in (pair.left, pair.right))


def takes_up(pair: Pair) -> bool:
    """Whether a figure without a noun of its own stands beside the one whose noun it takes up.

    "2,500 US troops remain. Officials said there were actually 3,500."
    """
    left, right = pair.left.claim.scope, pair.right.claim.scope
    if (
        not pair.one_text
        or pair.distance > NEAR
        or (left.head, left.group) != (right.head, right.group)
    ):
        return False
    return bool(left.group) and (left.head in left.words) != (left.head in right.words)


_CERTAIN: Final[tuple[tuple[Callable[[Pair], bool], str], ...]] = (
    (told_again, "one and the same source counts the same again"),
    (one_measure, "both measure the same of one thing"),
    (of_one_storm, "both count what one storm did"),
    (same_doing, "both tell one doing in the same words"),
    (same_victims, "both count the same sort of people"),
    (of_one_sufferer, "both tell what befell the same"),
    (one_turnout, "both tell the turnout"),
    (takes_up, "one takes up the noun of the other"),
)
"""What two amounts have in common that makes one question of them, whatever they weigh."""
