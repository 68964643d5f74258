"""What an article took back, and what it says instead: an update, whatever the ladder would say.

A claim that a corrections note takes back meets nothing but the one that stands in its place. It is
no longer said, so nothing agrees with it or contradicts it; other articles are held against what
the article says now. Which stands in place of which was read from the note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.model import CORRECTION_RULE, IN_PLACE, Outcome, Relation
from claims.questions.ladder.step import SAME, Climb, Step

if TYPE_CHECKING:
    from claims.model import Claim
    from claims.questions.side import Pair

_KEY: Final = "correction:"


def correction_keys(claim: Claim) -> frozenset[str]:
    """Give the key that a claim shares with what it took the place of, or what took its place.

    It has none where no note speaks of it, and where nothing stands in place of it.
    """
    noted = claim.correction
    if noted is None or noted.span == claim.anchor:
        return frozenset()
    place = claim.anchor if noted.rule == IN_PLACE else noted.span
    return frozenset({f"{_KEY}{claim.kind}:{claim.text_id}:{place.start}"})


def is_corrected(pair: Pair) -> bool:
    """Whether one of two claims was taken back and the other stands in its place."""
    left, right = pair.left.claim, pair.right.claim
    if not left.evidence or not right.evidence or left.withdrawn == right.withdrawn:
        return False
    return not correction_keys(left).isdisjoint(correction_keys(right))


def climb_corrected() -> Climb:
    """Give the ladder of two such claims: the note decides that they answer one question."""
    return Climb((Step("correction", SAME, "a note in the article speaks of both"),))


def judge_corrected() -> Outcome:
    """Say what they come to."""
    reason = "the article takes back what an earlier version of it said"
    return Outcome(Relation.UPDATE, CORRECTION_RULE, reason)
