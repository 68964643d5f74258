"""The picture of statements in time: of a question that has updates, who said what when.

A statement stands at the day on which its article was published, over the days it leaves open
where only a month or a year is printed. One whose day is not known is listed and not drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from claims.model import Relation
from claims.report.wording import day_words
from claims.values.days import parse_iso

if TYPE_CHECKING:
    from claims.report.html.panel import Panel
    from claims.report.view import Case, Entry, Publication, Row

MOST_STATEMENTS: Final = 24
_LEFT: Final = 34
_RIGHT: Final = 326
_TOP: Final = 10
_ROW: Final = 40

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article says, and when.

    Args:
        letter: The letter of its answer in the report; empty where it conflicts with none.
        days: The first and the last day on which it may have been published.
    """

    row: Row
    entry: Entry
    article: Publication
    letter: str
    days: Days | None


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


def timeline_of(panel: Panel) -> Timeline | None:
    """Lay out the statements of a question; None where none of its conflicts is an update."""
    updates = tuple(case for case in panel.cases if case.relation is Relation.UPDATE)
    if not updates or panel.sheet is None:
        return None
    found = [
        Statement(row, entry, article, panel.letter(row.first.claim), _days(article))
        for row in panel.sheet.rows
        for entry in row.entries
        for article in entry.articles
    ]
    shown = sorted(_in_updates_first(found)[:MOST_STATEMENTS], key=_earliest_first)
    days = [day for one in shown if one.days for day in one.days]
    bounds = (min(days), max(days)) if days else None
    moments = _moments(shown, bounds) if bounds else ()
    first, last = (day_words(day.isoformat()) for day in bounds) if bounds else ("", "")
    more = len(found) - len(shown)
    return Timeline(panel, first, last, moments, tuple(shown), updates, more)


def _in_updates_first(found: list[Statement]) -> list[Statement]:
    return sorted(found, key=lambda one: not one.letter)


def _earliest_first(one: Statement) -> tuple[bool, Days, str]:
    return one.days is None, one.days or (date.max, date.max), one.letter


def _days(article: Publication) -> Days | None:
    if article.published is None:
        return None
    stated = parse_iso(article.published)
    if stated.earliest is None or stated.latest is None:
        return None
    return stated.earliest, stated.latest


def _moments(shown: list[Statement], bounds: Days) -> tuple[Moment, ...]:
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
