"""What a denied day or place is held against: "not in March" against "in March", no other month."""

from __future__ import annotations

from claims.model import Claim, Polarity
from claims.questions.ladder.step import REFUSED, SAME, Step
from claims.questions.side import Pair
from claims.values.days import Days
from claims.values.words import Words


def denied_answer(pair: Pair) -> Step:
    """Hold a day or place that is denied only against the same, told to be so.

    A day lies in the month that is denied; that it was not in a month leaves the year open.
    """
    sides = (pair.left.claim, pair.right.claim)
    denied = next(one for one in sides if one.polarity is Polarity.DENIED)
    told = next(one for one in sides if one.polarity is not Polarity.DENIED)
    if _lies_within(told, denied) or _place(told) == _place(denied):
        return Step("once", SAME, "")
    return Step("once", REFUSED, "one denies another day or place than the other tells")


def _lies_within(told: Claim, denied: Claim) -> bool:
    inner, outer = told.value, denied.value
    if not isinstance(inner, Days) or not isinstance(outer, Days):
        return False
    ends = (outer.earliest, inner.earliest, inner.latest, outer.latest)
    known = [end for end in ends if end is not None]
    return len(known) == len(ends) and known == sorted(known)


def _place(claim: Claim) -> object:
    """Give what tells whether two places are one; a day is never one with another here."""
    value = claim.value
    return (value.head or value.text.casefold()) if isinstance(value, Words) else claim.id
