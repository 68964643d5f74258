"""Whether two articles tell of the same event, and the events that come of it.

Pure: a decision about a pair is a function of the two events alone, and the united events are a
function of the set, whatever the order in which articles came. "Same" needs agreement in time
and in one more field and no clash; where no year is given, place, host and parties together may
stand in. "Maybe" never unites.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from claims.model import AsOf, Event
from claims.values.days import Days, days_apart, parse_iso


class Verdict(StrEnum):
    """Whether two things are one."""

    SAME = "same"
    MAYBE = "maybe"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Match:
    """A decision about two events, with what speaks for and against it."""

    verdict: Verdict
    score: float
    reason: str


_WEIGHTS: Final[Mapping[str, float]] = {
    "day": 3.0,
    "month": 2.0,
    "number": 2.0,
    "place": 1.5,
    "host": 1.5,
    "parties": 1.5,
}
_MANY_PARTIES: Final = 3


def _interval(on: AsOf, month_day: str | None) -> Days:
    """Give the time of an event as days."""
    if month_day is not None:
        month, _, day = month_day.removeprefix("--").partition("-")
        return Days(None, None, month=int(month), day=int(day) if day else None)
    first = parse_iso(on.earliest).earliest if on.earliest else None
    last = parse_iso(on.latest).latest if on.latest else None
    return Days(first, last)


def _time(left: Event, right: Event) -> tuple[str | None, str | None]:
    """Give how the times agree ("day", "month") or clash; neither where they are not known."""
    one, other = _interval(left.on, left.month_day), _interval(right.on, right.month_day)
    if days_apart(one, other):
        return None, "another time"
    if one.single is not None and one.single == other.single:
        return "day", None
    if _month(one) is not None and _month(one) == _month(other):
        return ("day" if one.day and one.day == other.day else "month"), None
    return None, None


def _month(days: Days) -> int | None:
    if days.month is not None:
        return days.month
    if days.earliest is None or days.latest is None:
        return None
    first, last = days.earliest, days.latest
    return first.month if (first.year, first.month) == (last.year, last.month) else None


def _place(left: Event, right: Event) -> tuple[str | None, str | None]:
    if left.place is None or right.place is None:
        return None, None
    inside = left.place.startswith(right.place) or right.place.startswith(left.place)
    return ("place", None) if inside else (None, "another place")


def _makers(event: Event) -> frozenset[str]:
    return frozenset(event.hosts or event.proposers)


def _host(left: Event, right: Event) -> tuple[str | None, str | None]:
    one, other = _makers(left), _makers(right)
    if not one or not other:
        return None, None
    return ("host", None) if one & other else (None, "another host")


def _number(left: Event, right: Event) -> tuple[str | None, str | None]:
    if left.ordinal is None or right.ordinal is None:
        return None, None
    return ("number", None) if left.ordinal == right.ordinal else (None, "another of a series")


def _parties(left: Event, right: Event) -> tuple[str | None, str | None]:
    shared = {key for key in set(left.parties) & set(right.parties) if ":" in key}
    named = {key for key in shared if not key.startswith("words:")}
    return ("parties", None) if len(named) >= _MANY_PARTIES else (None, None)


def _sort(left: Event, right: Event) -> tuple[str | None, str | None]:
    if left.kind != right.kind:
        return None, "another kind of event"
    if (left.state == "series") != (right.state == "series"):
        return None, "one is a whole series of meetings"
    if left.text_id == right.text_id:
        return None, "told apart by the article itself"
    return None, None


_FEATURES: Final = (_sort, _time, _place, _host, _number, _parties)


def compare_events(left: Event, right: Event) -> Match:
    """Decide whether two events are one.

    Args:
        left: An event as one text tells it.
        right: Another; the order does not matter.

    Returns:
        same, maybe or different, a score for the order in which edges are taken, and the reason
        in words.
    """
    found = [feature(left, right) for feature in _FEATURES]
    agreed = [good for good, _ in found if good]
    clashes = [bad for _, bad in found if bad]
    score = sum(_WEIGHTS[name] for name in agreed)
    if clashes:
        return Match(Verdict.DIFFERENT, score, " and ".join(clashes))
    timed = "day" in agreed or "month" in agreed
    undated = left.on.earliest is None or right.on.earliest is None
    enough = timed and len(agreed) >= 2 and score >= 3
    stand_in = undated and len(agreed) >= 3
    verdict = Verdict.SAME if enough or stand_in else Verdict.MAYBE
    words = ", ".join(f"same {name}" for name in agreed) or "nothing told of both"
    return Match(verdict, score, words)


def unite_events(events: Iterable[Event]) -> dict[str, str]:
    """Give the event that each event belongs to: event id -> smallest id of its group.

    Edges that say "same" are taken by score, then by id; an edge that would join two groups with
    a clash between them is skipped.
    """
    ordered = sorted(events, key=lambda event: event.id)
    group = {event.id: event.id for event in ordered}
    members = {event.id: [event] for event in ordered}
    for left, right in _edges(ordered):
        one, other = sorted((group[left.id], group[right.id]))
        if one == other or _clash(members[one], members[other]):
            continue
        for event in members.pop(other):
            group[event.id] = one
            members[one].append(event)
    return group


def _edges(events: list[Event]) -> Iterator[tuple[Event, Event]]:
    found = [
        (match.score, left, right)
        for i, left in enumerate(events)
        for right in events[i + 1 :]
        if (match := compare_events(left, right)).verdict is Verdict.SAME
    ]
    found.sort(key=lambda edge: (-edge[0], edge[1].id, edge[2].id))
    return ((left, right) for _, left, right in found)


def _clash(left: list[Event], right: list[Event]) -> bool:
    return any(
        compare_events(one, other).verdict is Verdict.DIFFERENT for one in left for other in right
    )
