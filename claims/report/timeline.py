"""Statements in time: of a question that has updates, who said what when.

A statement is dated by the day on which its article was published, over the days it leaves open
where only a month or a year is printed. One whose day is not known comes last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claims.model import Relation
from claims.values.days import parse_iso

if TYPE_CHECKING:
    from claims.report.view import Case, Entry, Publication, Row, Sheet

NONE = (
    "No update was found among what is told here: nobody's later statement takes the place of an "
    "earlier one."
)
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article says, and when.

    Args:
        days: The first and the last day on which it may have been published.
    """

    row: Row
    entry: Entry
    article: Publication
    days: Days | None


def updates_among(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Keep the updates among some conflicts."""
    return tuple(case for case in cases if case.relation is Relation.UPDATE)


def statements_of(sheet: Sheet) -> list[Statement]:
    """Give every statement of a question, the earliest first."""
    found = [
        Statement(row, entry, article, _days(article))
        for row in sheet.rows
        for entry in row.entries
        for article in entry.articles
    ]
    return sorted(found, key=_earliest_first)


def _earliest_first(one: Statement) -> tuple[bool, Days]:
    return one.days is None, one.days or (date.max, date.max)


def _days(article: Publication) -> Days | None:
    if article.published is None:
        return None
    stated = parse_iso(article.published)
    if stated.earliest is None or stated.latest is None:
        return None
    return stated.earliest, stated.latest
