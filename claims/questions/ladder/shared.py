"""Rungs that every kind of claim climbs: certainty, time, story."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from claims.model import Certainty
from claims.questions.ladder.step import DIFFERENT, MAYBE, REFUSED, SAME, SILENT, Step
from claims.questions.side import Pair, Side
from claims.values.days import Days, days_apart, parse_iso

_PLANS: Final = frozenset({Certainty.PLANNED})
_STATED: Final = frozenset({Certainty.ASSERTED, Certainty.HEDGED})
_LONG_APART: Final = timedelta(days=60)


def certainty(pair: Pair) -> Step:
    """Hold plans against plans, statements against statements, conditions against nothing."""
    both = {pair.left.claim.certainty, pair.right.claim.certainty}
    if Certainty.CONDITIONAL in both:
        return Step("certainty", REFUSED, "a condition is compared with nothing")
    if both <= _STATED:
        return Step("certainty", SAME, "")
    if both <= _PLANS:
        return Step("certainty", SAME, "both speak of a plan")
    return Step("certainty", REFUSED, "one is a plan, the other a statement")


def _days(side: Side) -> Days:
    as_of = side.claim.scope.as_of
    first = parse_iso(as_of.earliest).earliest if as_of.earliest else None
    last = parse_iso(as_of.latest).latest if as_of.latest else None
    return Days(first, last)


def told_at(side: Side) -> tuple[object, ...]:
    """Give all that the rung on time looks at of a claim."""
    as_of = side.claim.scope.as_of
    return (as_of.earliest, as_of.latest, as_of.known_by)


def time(pair: Pair) -> Step:
    """Hold the times that two statements are about against each other."""
    one, other = pair.left.once(_days), pair.right.once(_days)
    if not one.resolved or not other.resolved:
        return Step("time", SAME if one == other else MAYBE, "the time is not stated")
    told = {side.claim.scope.as_of.known_by for side in (pair.left, pair.right)}
    if not days_apart(one, other):
        how = "both as of publication" if told == {"published"} else "both of the same time"
        return Step("time", SAME, how)
    if told == {"quote"} or _far(one, other):
        return Step("time", DIFFERENT, "they speak of another time")
    return Step("time", SAME, "printed within weeks of each other")


def long_apart(pair: Pair) -> Step:
    """Hold the times of two claims against each other where they are what is asked."""
    one, other = pair.left.once(_days), pair.right.once(_days)
    if one.resolved and other.resolved and _far(one, other):
        return Step("time", DIFFERENT, "they speak of another time")
    return Step("time", SAME, "")


def _far(left: Days, right: Days) -> bool:
    ends = sorted((left, right), key=_begins)
    first, second = ends
    return (
        first.latest is not None
        and second.earliest is not None
        and second.earliest - first.latest > _LONG_APART
    )


def _begins(days: Days) -> int:
    begins = days.earliest or days.latest
    return begins.toordinal() if begins is not None else 0


def story(pair: Pair) -> Step:
    """Compare across articles only where they tell one story."""
    if pair.one_text:
        return SILENT
    one, other = pair.left.claim.scope, pair.right.claim.scope
    if one.place and other.place and one.group and one.group == other.group:
        return SILENT
    told = pair.story
    if told.same:
        return _ONE_STORY if told.going_on else _WEEKS_APART
    return _TWO_STORIES


_ONE_STORY: Final = Step("story", SAME, "the articles tell the same story")
_WEEKS_APART: Final = Step(
    "story", REFUSED, "for articles printed weeks apart they share too little"
)
_TWO_STORIES: Final = Step("story", REFUSED, "nothing shows that the articles tell the same story")
