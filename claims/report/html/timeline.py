"""The picture of statements in time: of a question that has updates, who said what when.

One whose day is not known is listed and not drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.report.timeline import statements_of, updates_among
from claims.report.wording import day_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.report.html.panel import Panel
    from claims.report.timeline import Days, Statement
    from claims.report.view import Case

MOST_STATEMENTS: Final = 24
_LEFT: Final = 34
_RIGHT: Final = 326
_TOP: Final = 10
_ROW: Final = 40


@dataclass(frozen=True, slots=True)
class Moment:
    """A statement in the picture, 360 wide: from where to where, and its upper edge."""

    statement: Statement
    left: float
    right: float
    y: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The statements on one question, the earliest first.

    Args:
        panel: The question.
        first: The first day that is drawn, in words.
        last: The last one.
        moments: What is drawn.
        statements: What is listed: the same, then those whose day is not known.
        updates: The updates among its conflicts.
        more: How many statements have no room.
    """

    panel: Panel
    first: str
    last: str
    moments: tuple[Moment, ...]
    statements: tuple[Statement, ...]
    updates: tuple[Case, ...]
    more: int

    @property
    def height(self) -> int:
        """How high it is."""
        return _TOP + _ROW * len(self.moments) + 24

    def letter(self, statement: Statement) -> str:
        """Give the letter of the answer that a statement gives; empty where it conflicts not."""
        return self.panel.letter(statement.row.first.claim)


def timeline_of(panel: Panel) -> Timeline | None:
    """Lay out the statements of a question; None where none of its conflicts is an update."""
    updates = updates_among(panel.cases)
    if not updates or panel.sheet is None:
        return None
    found = statements_of(panel.sheet)
    shown = _with_room(panel, found)
    days = [day for one in shown if one.days for day in one.days]
    bounds = (min(days), max(days)) if days else None
    moments = _moments(shown, bounds) if bounds else ()
    first, last = (day_words(day.isoformat()) for day in bounds) if bounds else ("", "")
    more = len(found) - len(shown)
    return Timeline(panel, first, last, moments, tuple(shown), updates, more)


def _with_room(panel: Panel, found: Sequence[Statement]) -> list[Statement]:
    """Keep as many as have room, in order; those of answers that conflict before the others."""
    chosen = sorted(found, key=lambda one: not panel.letter(one.row.first.claim))[:MOST_STATEMENTS]
    kept = {id(one) for one in chosen}
    return [one for one in found if id(one) in kept]


def _moments(shown: Sequence[Statement], bounds: Days) -> tuple[Moment, ...]:
    drawn = [(one, one.days) for one in shown if one.days]
    return tuple(
        Moment(one, _place(first, bounds), _place(last, bounds), _TOP + _ROW * at)
        for at, (one, (first, last)) in enumerate(drawn)
    )


def _place(day: date, bounds: Days) -> float:
    """Give where a day stands; the middle where there is one day alone."""
    first, last = bounds
    if first == last:
        return (_LEFT + _RIGHT) / 2
    share = (day - first) / (last - first)
    return round(_LEFT + share * (_RIGHT - _LEFT), 1)
