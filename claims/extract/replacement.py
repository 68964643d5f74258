"""What stands in place of what a corrections note takes back: in the note, else in the article.

Both claims are marked, each with the place of the other. Where two answers could stand in its
place, or none does, what was taken back is marked alone, at its own place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.model import CORRECTION, IN_PLACE, WITHDRAWN, Evidence, Kind, Polarity
from claims.values.days import Days
from claims.values.document import to_document
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity

if TYPE_CHECKING:
    from claims.model import Claim

EARLIER: Final = "an earlier version of this article"
"""Who says what was taken back."""


def _is_withdrawn(claim: Claim) -> bool:
    return any(speaker.name == EARLIER for speaker in claim.speakers)


def linked(noted: Sequence[Claim], others: Sequence[Claim]) -> list[Claim]:
    """Mark what was taken back, and what stands in its place: in the note, else in the article."""
    told = {claim.id: claim for claim in (*others, *noted)}
    now = [claim for claim in noted if not _is_withdrawn(claim)]
    for claim in noted:
        if not _is_withdrawn(claim):
            continue
        place = _in_place_of(claim, now) or _only(_in_body(claim, others))
        span = claim.anchor if place is None else place.anchor
        told[claim.id] = _marked(claim, Evidence(CORRECTION, span, WITHDRAWN))
        if place is not None:
            mark = Evidence(CORRECTION, claim.anchor, IN_PLACE)
            told[place.id] = _marked(told[place.id], mark)
    return list(told.values())


def _marked(claim: Claim, mark: Evidence) -> Claim:
    return replace(claim, evidence=(*claim.evidence, mark))


def _in_place_of(claim: Claim, now: Sequence[Claim]) -> Claim | None:
    """Find the nearest claim of the note that answers the same otherwise."""
    fitting = [one for one in now if _answers_otherwise(one, claim)]
    key = lambda one: (abs(one.anchor.start - claim.anchor.start), one.id)  # noqa: E731
    return min(fitting, key=key, default=None)


def _in_body(claim: Claim, others: Sequence[Claim]) -> list[Claim]:
    return [
        one
        for one in others
        if not _is_withdrawn(one)
        and _answers_otherwise(one, claim)
        and (one.role, one.scope.head) == (claim.role, claim.scope.head)
    ]


def _only(claims: Sequence[Claim]) -> Claim | None:
    """Give the first of some claims, where all of them say the same."""
    said = {_answer(claim) for claim in claims}
    return min(claims, key=lambda claim: claim.anchor) if len(said) == 1 else None


def _answers_otherwise(one: Claim, other: Claim) -> bool:
    """Whether two claims answer the same with two values."""
    if one.kind is not other.kind and Kind.POLARITY not in (one.kind, other.kind):
        return False
    if not (_may_stand(one) and _may_stand(other)) or _answer(one) == _answer(other):
        return False
    if one.kind is Kind.QUANTITY:
        units = {claim.value.unit for claim in (one, other) if isinstance(claim.value, Quantity)}
        heads = one.scope.head == other.scope.head or one.role == other.role
        return heads and len(units - {"", "person"}) <= 1
    return one.role == other.role


def _may_stand(claim: Claim) -> bool:
    """Whether a claim gives what a note can put in place of something: no mere words."""
    value = claim.value
    members = value.members if isinstance(value, Parties) else (value,)
    if any(isinstance(one, Party) and one.key.startswith("words:") for one in members):
        return False
    named = isinstance(value, Quantity | Days | Party | Parties)
    return named or claim.kind is Kind.PLACE or claim.polarity is Polarity.DENIED


def _answer(claim: Claim) -> str:
    worded = ("text", "digits")
    document = {k: v for k, v in to_document(claim.value).items() if k not in worded}
    return repr((document, claim.polarity))
