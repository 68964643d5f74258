"""Dates with a month: "18 March 2021", "March 18", "late December", "last March", "May 3-7".

A date without its year takes the year that brings it nearest to the day of publication, or stays a
month and a day. A day that does not exist ("31 February") is refused, and nothing else is read in
its place.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from claims.errors import UnreadableValue
from claims.values.days.period import month_of, part_of_period
from claims.values.days.rule import START, UNKNOWN, Rule, rule, within
from claims.values.days.value import Days, whole_month
from claims.values.days.word import (
    ANY_WEEKDAY,
    ANY_YEAR,
    DAY,
    MONTH,
    NOT_MORE,
    SPELLED_DAY,
    YEAR,
    day_number,
    month_number,
    part,
    part_of,
    weekday_number,
)

_NO_AMOUNT: Final = r"(?![:%]|[,.]\d|\s*(?:%|percent|per\s+cent|million|billion|thousand|hundred))"
_ANY_DAY: Final = rf"(?:{DAY}|{SPELLED_DAY})"
_WEEKDAY: Final = rf"(?:(?P<weekday>{ANY_WEEKDAY}),?\s+(?:the\s+)?)?"
_OF_YEAR: Final = rf"(?:(?:,?\s+|,)(?:of\s+)?(?P<year>{ANY_YEAR}){NOT_MORE})?"
_OF_ANY: Final = (
    rf"(?:\s+(?:of\s+)?(?P<relation>last|this|next)\s+year\b"
    rf"|(?:,?\s+|,)(?:of\s+)?(?P<year>{ANY_YEAR}){NOT_MORE})?"
)
_TO: Final = r"(?:\s*[-–—]\s*|\s+(?:to|until|till|through)\s+(?:the\s+)?)"
_AND: Final = r"\s+and\s+(?:the\s+)?"
_LEAP_YEAR: Final = 2020
_SHIFT: Final = {"last": -1, "this": 0, "next": 1}


def _side(mark: str) -> str:
    """Give the fragment for one end of a range: "3 May 2016", "May 3, 2016", "May 2016", "May"."""
    return (
        rf"(?:(?:{ANY_WEEKDAY},?\s+)?(?:(?P<day{mark}>{DAY})\s+(?:of\s+)?)?"
        rf"(?P<month{mark}>{MONTH})\b\.?(?:\s+(?P<after{mark}>{DAY})\b(?!,\d{{3}}))?"
        rf"(?:,?\s+(?P<year{mark}>{ANY_YEAR}){NOT_MORE})?)"
    )


def resolve(
    month: int,
    day: int | None = None,
    year: int | None = None,
    *,
    anchor: date | None = None,
    weekday: int | None = None,
) -> Days:
    """Give the interval of a month or a day of it.

    Args:
        month: 1 to 12.
        day: Of the month; None for all of it.
        year: None where it was not said: the nearest to the anchor is taken.
        anchor: The day of publication; without it and a year the value stays unresolved.
        weekday: 0 for Monday, where it was said too: it tells the year.

    Raises:
        ValueError: There is no such day.
    """
    if year is None and anchor is not None:
        year = _nearest_year(anchor, month, day, weekday)
    if year is None:
        date(_LEAP_YEAR, month, day or 1)
        return Days(None, None, month=month, day=day)
    if day is None:
        return Days(*whole_month(year, month))
    return Days(date(year, month, day), date(year, month, day))


def _nearest_year(anchor: date, month: int, day: int | None, weekday: int | None) -> int | None:
    """Choose the year that brings a month (and day) nearest to the anchor."""
    found = []
    for year in range(max(1, anchor.year - 1), min(9999, anchor.year + 1) + 1):
        try:
            near = date(year, month, day or 15)
        except ValueError:
            continue
        fits = weekday is None or near.weekday() == weekday
        found.append((not fits, abs((near - anchor).days), year))
    return min(found)[2] if found else None


def _date(match: re.Match[str], anchor: date | None) -> Days:
    """Read "18 March 2021", "March 18", "Thursday, March 18"."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups["year"] else _related_year(groups.get("relation"), anchor)
    weekday = weekday_number(groups["weekday"]) if groups["weekday"] else None
    month, day = month_number(groups["month"]), day_number(groups["day"])
    return resolve(month, day, year, anchor=anchor, weekday=weekday)


def _related_year(relation: str | None, anchor: date | None) -> int | None:
    if relation is None or anchor is None:
        return None
    return anchor.year + _SHIFT[relation.lower()]


def _month(match: re.Match[str], anchor: date | None) -> Days:
    """Read "March", "late December 2016", "March last year"."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups["year"] else _related_year(groups["relation"], anchor)
    value = resolve(month_number(groups["month"]), year=year, anchor=anchor)
    if value.earliest is None or value.latest is None:
        return value
    return within(part_of_period((value.earliest, value.latest), part_of(groups)))


def _related_month(match: re.Match[str], anchor: date | None) -> Days:
    """Read "last March" as the one that is over, "next June" as the one to come."""
    month = month_number(match["month"])
    if anchor is None:
        return Days(None, None, month=month)
    relation = match["relation"].lower()
    over = month < anchor.month
    shift = {
        "last": 0 if over else -1,
        "this": 0,
        "next": 1 if over or month == anchor.month else 0,
    }
    first, last = whole_month(anchor.year + shift[relation], month)
    return within(part_of_period((first, last), part_of(match.groupdict())))


def _same_month(match: re.Match[str], anchor: date | None) -> Days | None:
    """Read "from 3 to 7 May", "May 3-7, 2016"."""
    month = month_number(match["month"])
    first, last = day_number(match["first"]), day_number(match["last"])
    if first >= last:
        return None
    year = int(match["year"]) if match["year"] else None
    value = resolve(month, last, year, anchor=anchor)
    if value.latest is None:
        return Days(None, None, month=month)
    return Days(value.latest.replace(day=first), value.latest)


def _two_months(match: re.Match[str], anchor: date | None) -> Days | None:
    """Read "3 May to 5 June 2016", "between March and May"; a year at the end is for both."""
    left, right = (_stated(match, mark) for mark in "12")
    year = right[2] if right[2] is not None else left[2]
    last = resolve(right[0], right[1], year, anchor=anchor)
    if last.latest is None:
        return UNKNOWN
    begins = left[2] or last.latest.year - (_order(left, 1) > _order(right, 31))
    first = resolve(left[0], left[1], begins)
    if first.earliest is None or first.earliest >= last.latest:
        return None
    return Days(first.earliest, last.latest)


def _order(stated: tuple[int, int | None, int | None], without_day: int) -> tuple[int, int]:
    month, day, _ = stated
    return month, day or without_day


def _stated(match: re.Match[str], mark: str) -> tuple[int, int | None, int | None]:
    day = match[f"day{mark}"] or match[f"after{mark}"]
    year = match[f"year{mark}"]
    month = month_number(match[f"month{mark}"])
    return month, day_number(day) if day else None, int(year) if year else None


def _iso(match: re.Match[str], _: date | None) -> Days:
    year, month, day = (int(part) for part in re.split(r"[/.-]", match[0]))
    return resolve(month, day, year)


def _iso_named(match: re.Match[str], _: date | None) -> Days:
    return resolve(month_number(match["month"]), int(match["day"]), int(match["year"]))


def _related_days(match: re.Match[str], anchor: date | None) -> Days:
    """Read "from 4 to 22 this month"."""
    if anchor is None:
        return UNKNOWN
    first, _ = month_of(anchor, _SHIFT[match["relation"].lower()])
    return Days(
        first.replace(day=day_number(match["first"])), first.replace(day=day_number(match["last"]))
    )


def _to_year(match: re.Match[str], _: date | None) -> Days:
    """Read "between May 2015 and 2018"."""
    first = resolve(month_number(match["month"]), year=int(match["year"]))
    return Days(first.earliest, date(int(match["last"]), 12, 31))


def _slashed(match: re.Match[str], _: date | None) -> Days | None:
    """Read "21/04/2016" and "02/22/2016"; "03/04/2016" may be two days and is refused."""
    one, other, year = (int(part) for part in re.split(r"[/.-]", match[0]))
    if one > 12 >= other:
        one, other = other, one
    if one > 12 or (other <= 12 and one != other):
        msg = f"day and month cannot be told apart: {match[0]!r}"
        raise UnreadableValue(msg)
    return resolve(one, other, year)


def _month_of_year(match: re.Match[str], _: date | None) -> Days | None:
    """Read "2016-11" as a month; "2016-17" and "2008-09" are years."""
    if re.fullmatch(r"\d{4}-\d\d", match[0]) and match["number"] > match["year"][2:]:
        return None
    return resolve(int(match["number"]), year=int(match["year"]))


RULES: Final[tuple[Rule, ...]] = (
    rule(r"(?<![\w/.-])\d{4}([-/.])\d\d?\1\d\d?(?:(?=T\d)|(?![\w/-]))", _iso),
    rule(r"(?<![\w/.-])\d\d?([-/.])\d\d?\1\d{4}(?![\w/-])", _slashed),
    rule(
        rf"(?<![\w/.-])(?P<year>{YEAR})([-/])(?P<month>{MONTH})\2(?P<day>\d\d?)(?!\w)", _iso_named
    ),
    rule(rf"(?<![\w/.,-])(?P<number>0?[1-9]|1[0-2])/(?P<year>{YEAR})(?![\w/])", _month_of_year),
    rule(rf"(?<![\w/.,-])(?P<year>{YEAR})[-/](?P<number>0[1-9]|1[0-2])(?![\w/-])", _month_of_year),
    rule(
        rf"{START}(?:(?:from|between)\s+)?{_side('1')}{_TO}{_side('2')}",
        _two_months,
    ),
    rule(rf"{START}between\s+{_side('1')}{_AND}{_side('2')}", _two_months),
    rule(
        rf"{START}(?:from\s+)?(?:the\s+)?(?P<first>{DAY}){_TO}(?P<last>{DAY})\s+(?:of\s+)?"
        rf"(?P<month>{MONTH})\b\.?{_OF_YEAR}",
        _same_month,
    ),
    rule(
        rf"{START}from\s+(?P<first>{DAY})\s+to\s+(?P<month>{MONTH})\b\.?\s+(?P<last>{DAY})\b"
        rf"{_OF_YEAR}",
        _same_month,
    ),
    rule(
        rf"{START}(?:from\s+|between\s+)?(?P<first>{DAY})(?:{_TO}|{_AND})(?P<last>{DAY})\s+"
        r"(?:of\s+|in\s+)?(?P<relation>this|last|next)\s+month\b",
        _related_days,
    ),
    rule(
        rf"{START}(?:from|between)\s+(?P<month>{MONTH})\b\.?\s+(?P<year>{YEAR})\s+"
        rf"(?:to|and|until|till)\s+(?P<last>{YEAR}){NOT_MORE}",
        _to_year,
    ),
    rule(
        rf"{START}between\s+(?:the\s+)?(?P<first>{DAY}){_AND}(?P<last>{DAY})\s+(?:of\s+)?"
        rf"(?P<month>{MONTH})\b\.?{_OF_YEAR}",
        _same_month,
    ),
    rule(
        rf"{START}(?:from\s+)?(?P<month>{MONTH})\b\.?\s+(?P<first>{DAY}){_TO}(?P<last>{DAY})\b"
        rf"{_NO_AMOUNT}(?!\s+(?:{MONTH})\b){_OF_YEAR}",
        _same_month,
    ),
    rule(
        rf"{START}between\s+(?P<month>{MONTH})\b\.?\s+(?P<first>{DAY}){_AND}(?P<last>{DAY})\b"
        rf"(?!\s+(?:{MONTH})\b){_OF_YEAR}",
        _same_month,
    ),
    rule(
        rf"{START}{_WEEKDAY}(?P<day>{_ANY_DAY})\.?\s+(?:of\s+)?(?P<month>{MONTH})\b\.?"
        rf"{_OF_ANY}",
        _date,
    ),
    rule(
        rf"{START}{_WEEKDAY}(?P<month>{MONTH})\b\.?[\s-]+(?:the\s+)?(?P<day>{_ANY_DAY})\b{_NO_AMOUNT}"
        rf"{_OF_ANY}",
        _date,
    ),
    rule(rf"{START}{part()}?(?P<month>{MONTH})\b\.?{_OF_ANY}", _month),
    rule(
        rf"{START}{part()}?(?P<relation>last|next|this)\s+(?P<month>{MONTH})\b\.?(?!\s+\d)",
        _related_month,
    ),
)
