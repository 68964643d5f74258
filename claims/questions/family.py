"""The families of claims: what a claim is compared as, by which ladder it climbs.

Claims of two families never meet. A claim of no family is stored and listed, and compared with
nothing: its values have no comparison that would be right more often than wrong.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from claims.model import Claim, Kind, Polarity
from claims.questions.beside import side_by_side
from claims.questions.ladder import amount, cause, deed, meeting, office, post
from claims.questions.ladder.act import asks
from claims.questions.ladder.step import REFUSED, SAME, Climb, Flight, Step, climb_with, each
from claims.questions.likeness import likeness, scale, weights
from claims.questions.side import Pair, Side
from claims.questions.withdrawal import climb_corrected, is_corrected

_POST: Final = "post"
TITLE: Final = "post:title"
"""The role of a claim of what office somebody holds."""


class Family(StrEnum):
    """What a claim is compared as."""

    AMOUNT = "amount"
    MEETING = "meeting"
    DEED = "deed"
    POST = "post"
    OFFICE = "office"
    CAUSE = "cause"
    NONE = "none"


LADDERS: Final[dict[Family, tuple[Flight, ...]]] = {
    Family.AMOUNT: (*amount.FLIGHTS, each(likeness)),
    Family.MEETING: meeting.FLIGHTS,
    Family.DEED: deed.FLIGHTS,
    Family.POST: post.FLIGHTS,
    Family.OFFICE: office.FLIGHTS,
    Family.CAUSE: cause.FLIGHTS,
}


def family_of(claim: Claim) -> Family:
    """Say what a claim is compared as."""
    if claim.kind is Kind.QUANTITY:
        return Family.AMOUNT
    if claim.scope.head == "participation":
        return Family.MEETING
    if claim.role == _POST:
        return Family.POST if claim.polarity is Polarity.AFFIRMED else Family.NONE
    if claim.role == TITLE:
        return Family.NONE if office.office_of(claim) is None else Family.OFFICE
    if cause.caused(claim):
        return Family.CAUSE
    return Family.DEED if asks(claim) and claim.scope.args else Family.NONE


def climb(pair: Pair) -> Climb:
    """Decide whether two claims answer the same question.

    Args:
        pair: The two claims with their surroundings.

    Returns:
        The steps taken; the climb ends at the first refusal or difference.
    """
    if is_corrected(pair):
        return climb_corrected()
    left, right = pair.left.once(_family), pair.right.once(_family)
    if left is not right:
        return Climb((Step("family", REFUSED, f"one is of {left}, the other of {right}"),))
    if left is Family.NONE:
        return Climb((Step("family", REFUSED, "claims of this sort are compared with nothing"),))
    return climb_with(LADDERS[left], pair)


def near(pair: Pair, begun: float | None = None) -> bool:
    """Whether two claims that share a key are near enough to be considered together.

    Args:
        pair: Two claims that stand in one article or in two of one story.
        begun: What `Scale.begin` gave for two claims of the same articles; None where not known.
    """
    if is_corrected(pair):
        return True
    left, right = pair.left.claim, pair.right.claim
    if left.kind is Kind.QUANTITY and right.kind is Kind.QUANTITY:
        if amount.of_two_sorts(pair):
            return False
        begun = scale().begin(pair) if begun is None else begun
        return scale().reaches(pair, weights().maybe, begun) or side_by_side(pair)
    family = pair.left.once(_family)
    if family is not pair.right.once(_family):
        return False
    if family is Family.DEED:
        return not deed.only_affirmed(pair) and deed.concerned(pair).verdict == SAME
    if family is Family.OFFICE:
        return office.person(pair).verdict == SAME
    if family is Family.CAUSE:
        return cause.effect(pair).verdict == SAME
    return family is not Family.POST or post.title(pair).verdict == SAME


def _family(side: Side) -> Family:
    return family_of(side.claim)
