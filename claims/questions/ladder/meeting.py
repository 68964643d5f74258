"""Rungs for who was invited, came, hosted: the role and the event must agree."""

from __future__ import annotations

from typing import Final

from claims.compare.participation import MAKERS
from claims.events import Verdict, compare_events
from claims.model import Event
from claims.questions.ladder.shared import certainty
from claims.questions.ladder.step import DIFFERENT, MAYBE, REFUSED, SAME, Flight, Step, each, said
from claims.questions.side import Pair, Side


def role(pair: Pair) -> Step:
    """Tell who held a meeting from who took part."""
    left, right = pair.left.claim, pair.right.claim
    if (left.role in MAKERS) != (right.role in MAKERS):
        return Step("role", REFUSED, "one says who held it, the other who took part")
    return Step("role", SAME, "")


def event(pair: Pair) -> Step:
    """Ask whether both speak of one event."""
    left, right = pair.left, pair.right
    universal = left if left.universal else right if right.universal else None
    if universal is not None and universal.event is None:
        return _everybody(universal, right if universal is left else left)
    if _of_one_day(pair):
        return Step("event", SAME, "articles of one story, printed together, tell of it")
    if left.event is None or right.event is None:
        return Step("event", REFUSED, "one of the two names no event")
    if left.group is not None and left.group == right.group:
        return Step("event", SAME, f"same event ({_shorter(left.event, right.event)})")
    match = compare_events(left.event, right.event)
    named = f"{left.event.name} / {right.event.name}"
    if match.verdict is Verdict.DIFFERENT:
        return Step("event", DIFFERENT, f"two events: {named} ({match.reason})")
    return Step("event", REFUSED, f"whether these are one event is open: {named}")


def _of_one_day(pair: Pair) -> bool:
    """Whether one that names no event denies of somebody what an article of its day tells.

    Articles that tell one story within a day or two speak of one meeting, as a rule.
    """
    left, right = pair.left, pair.right
    if pair.one_text or (left.event is not None and right.event is not None):
        return False
    if left.claim.polarity is right.claim.polarity or not pair.story.same:
        return False
    return pair.story.days is not None and pair.story.days <= _TOGETHER


_TOGETHER: Final = 2
"""Days within which articles are taken to tell of one meeting."""


def _shorter(left: Event, right: Event) -> str:
    return min(left.name, right.name, key=lambda name: (len(name), name))


def _everybody(universal: Side, other: Side) -> Step:
    """Hold a statement about everybody, made of no one event, against one about an event."""
    inviters = set(universal.claim.scope.group)
    hosts = set(other.event.hosts) if other.event is not None else set()
    if inviters and inviters & hosts:
        reason = f"one speaks of everybody {said(sorted(inviters & hosts))} ever invited"
        return Step("event", MAYBE, reason)
    return Step("event", REFUSED, "nothing shows that the two speak of one inviter")


FLIGHTS: Final[tuple[Flight, ...]] = (each(certainty, role, event),)
