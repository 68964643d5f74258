"""Weekdays and days counted in a month: "on Friday", "Friday next week", "the first Monday of May".

A bare weekday is the last one up to publication, or the next one where the words look ahead ("will
vote on Friday"). Without the day of publication it stays a weekday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from claims.values.days.month_day import resolve
from claims.values.days.period import Period, month_of, week_of, weekend_of, whole_year
from claims.values.days.rule import START, UNKNOWN, Rule, on, rule, within
from claims.values.days.value import Days
from claims.values.days.word import (
    DAY,
    HOLIDAYS,
    MONTH,
    NOT_MORE,
    SHORT_WEEKDAYS,
    WEEKDAY,
    YEAR,
    day_number,
    either,
    month_number,
    weekday_number,
)

_AHEAD: Final = re.compile(
    r"\b(?:will|shall|due|scheduled|slated|set\s+to|expected|going\s+to|planned|plans?|planning)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_ROOM: Final = 80
_BESIDE: Final = re.compile(
    r"\b(?:by|before|after|since|until|till|at|on|over|around|of|last|this|next)\s+$", re.IGNORECASE
)
_STOP: Final = re.compile(r"[.;!?](?:\s|$)")
_PART_OF_DAY: Final = r"(?:\s+(?:morning|afternoon|evening|night)\b)?"
_WEEKS: Final = {"last": -1, "this": 0, "next": 1}
_WHICH: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "last": -1,
    "final": -1,
}
_COUNT: Final = rf"(?P<count>{either(_WHICH)}|[1-5](?:st|nd|rd|th))"
_OF: Final = (
    rf"(?:\s+(?:(?:of|in)\s+)?(?:(?P<month>{MONTH})\b\.?(?:,?\s+(?P<year>{YEAR}){NOT_MORE})?"
    rf"|(?P<only>{YEAR}){NOT_MORE}|(?P<relation>this|last|next|the)\s+(?P<period>month|year)\b))"
)


def _weekday(match: re.Match[str], anchor: date | None) -> Days:
    """Read "Friday", "last Friday", "next Friday"; the next one is that of the next week."""
    weekday = weekday_number(match["weekday"])
    if anchor is None:
        return Days(None, None, weekday=weekday)
    match (match["which"] or "").lower():
        case "next":
            return on(week_of(anchor, 1)[0] + timedelta(days=weekday))
        case "this":
            return on(week_of(anchor)[0] + timedelta(days=weekday))
        case "coming" | "this coming":
            return on(anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1))
        case "last" | "past" | "this past":
            return on(anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1))
        case _:
            ahead = _looks_ahead(match)
            days = (
                (weekday - anchor.weekday()) % 7 if ahead else -((anchor.weekday() - weekday) % 7)
            )
            return on(anchor + timedelta(days=days))


def _looks_ahead(match: re.Match[str]) -> bool:
    """Whether the words of the sentence before a weekday speak of what is to come."""
    before = match.string[max(0, match.start() - _ROOM) : match.start()]
    return _AHEAD.search(_STOP.split(before)[-1]) is not None


def _some_weekday(match: re.Match[str], _: date | None) -> Days:
    """Read "the second Sunday" of nothing that is said: a weekday that nothing anchors."""
    return Days(None, None, weekday=weekday_number(match["weekday"]))


def _weekday_of_week(match: re.Match[str], anchor: date | None) -> Days:
    weekday = weekday_number(match["weekday"])
    if anchor is None:
        return Days(None, None, weekday=weekday)
    return on(week_of(anchor, _WEEKS[match["which"].lower()])[0] + timedelta(days=weekday))


def _weekday_of_month(match: re.Match[str], anchor: date | None) -> Days | None:
    """Read "the first Friday of July", "the last Monday of next month"."""
    period = _counted_in(match, anchor)
    if period is None:
        return UNKNOWN
    weekday, count = weekday_number(match["weekday"]), _counted(match)
    first, last = period
    if count < 0:
        return on(last - timedelta(days=(last.weekday() - weekday) % 7))
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    return on(day) if day <= last else None


def _counted(match: re.Match[str]) -> int:
    printed = match["count"].lower()
    return _WHICH.get(printed) or int(printed[0])


def _counted_in(match: re.Match[str], anchor: date | None) -> Period | None:
    """Give the month or year in which something is counted, None where it is not known."""
    if match["only"]:
        return whole_year(int(match["only"]))
    if match["month"]:
        year = int(match["year"]) if match["year"] else None
        value = resolve(month_number(match["month"]), year=year, anchor=anchor)
        known = value.earliest is not None and value.latest is not None
        return (value.earliest, value.latest) if known else None  # type: ignore[return-value]
    if anchor is None:
        return None
    shift = _WEEKS.get(match["relation"].lower(), 0)
    if match["period"].lower() == "month":
        return month_of(anchor, shift)
    return whole_year(anchor.year + shift)


def _week_of(match: re.Match[str], anchor: date | None) -> Days | None:
    """Read "the first week of October" (it holds the first Thursday), "the last day of March"."""
    period = _counted_in(match, anchor)
    if period is None:
        return UNKNOWN
    first, last = period
    count, unit = _counted(match), match["unit"].lower()
    if unit == "day":
        return on(last if count < 0 else first + timedelta(days=count - 1))
    if unit == "weekend":
        saturday = first + timedelta(days=(5 - first.weekday()) % 7)
        start = saturday + timedelta(weeks=count - 1) if count > 0 else weekend_of(last)[0]
        return Days(start, start + timedelta(days=1))
    if count < 0:
        return within(week_of(last))
    thursday = first + timedelta(days=(3 - first.weekday()) % 7, weeks=count - 1)
    return within(week_of(thursday)) if thursday <= last else None


def _week_from(match: re.Match[str], anchor: date | None) -> Days:
    """Read "the week of March 5": the week from Monday to Sunday that holds the day."""
    year = int(match["year"]) if match["year"] else None
    day = match["day"] or match["after"]
    value = resolve(month_number(match["month"]), day_number(day), year, anchor=anchor)
    return within(week_of(value.earliest)) if value.earliest else UNKNOWN


def _day_of_month(match: re.Match[str], anchor: date | None) -> Days | None:
    """Read "the 20th of next month", "31st of this month"."""
    if anchor is None:
        return UNKNOWN
    first, _ = month_of(anchor, _WEEKS[match["relation"].lower()])
    return on(first.replace(day=day_number(match["day"])))


def _weekday_and_day(match: re.Match[str], anchor: date | None) -> Days | None:
    """Read "Thursday the 21st": the nearest such day."""
    weekday, day = weekday_number(match["weekday"]), day_number(match["day"])
    if anchor is None:
        return Days(None, None, weekday=weekday)
    found = []
    for shift in range(-6, 7):
        first, last = month_of(anchor, shift)
        if day <= last.day and first.replace(day=day).weekday() == weekday:
            found.append(first.replace(day=day))
    return on(min(found, key=lambda near: abs((near - anchor).days))) if found else None


def _nearest_day(match: re.Match[str], anchor: date | None) -> Days:
    """Read "on the 27th" as the nearest such day."""
    if anchor is None:
        return UNKNOWN
    day = day_number(match["day"])
    months = [month_of(anchor, shift) for shift in (-1, 0, 1)]
    days = [first.replace(day=day) for first, last in months if day <= last.day]
    return on(min(days, key=lambda near: abs((near - anchor).days)))


def _weekend(match: re.Match[str], anchor: date | None) -> Days:
    """Read "over the weekend": the last one up to publication, unless the words look ahead."""
    if anchor is None:
        return UNKNOWN
    ahead = _looks_ahead(match) or anchor.weekday() >= 5
    return within(weekend_of(anchor, 0 if ahead else -1))


def _holiday(match: re.Match[str], anchor: date | None) -> Days | None:
    """Read "Christmas Day 2019", "by Christmas"; "Christmas shoppers" are no day."""
    name = re.sub(r"\s+", " ", match["holiday"].lower().replace("’", "'"))
    month, day = HOLIDAYS[name]
    start = match.start()
    if " " not in name and not _BESIDE.search(match.string, max(0, start - 12), start):
        return None
    year = int(match["year"]) if match["year"] else None
    return resolve(month, day, year, anchor=anchor)


_SHORT: Final = rf"(?:{either(SHORT_WEEKDAYS)})\b\.?"
_HOLIDAY: Final = either(HOLIDAYS).replace("'", "['’]")

RULES: Final[tuple[Rule, ...]] = (
    rule(
        rf"{START}(?:(?P<which>last|past|next|this\s+coming|this\s+past|this|coming)\s+)?"
        rf"(?P<weekday>{WEEKDAY})\b{_PART_OF_DAY}",
        _weekday,
    ),
    rule(
        rf"{START}(?:on|from|to|until|since|by|(?P<which>last|next|this))\s+(?P<weekday>{_SHORT})",
        _weekday,
        "weekday",
    ),
    rule(
        rf"{START}(?P<weekday>{WEEKDAY})\s+(?:of\s+)?(?P<which>last|this|next)\s+week\b",
        _weekday_of_week,
    ),
    rule(
        rf"{START}(?P<which>last|this|next)\s+week\s+(?:on\s+)?(?P<weekday>{WEEKDAY})\b",
        _weekday_of_week,
    ),
    rule(rf"{START}(?:the\s+)?{_COUNT}\s+(?P<weekday>{WEEKDAY}){_OF}", _weekday_of_month),
    rule(
        rf"{START}(?:the\s+)?(?:first|second|third|fourth|fifth)\s+(?P<weekday>{WEEKDAY})\b",
        _some_weekday,
    ),
    rule(rf"{START}(?:the\s+)?{_COUNT}\s+(?P<unit>week|weekend|day){_OF}", _week_of),
    rule(
        rf"{START}the\s+week\s+(?:of|(?:beginning|starting|commencing)(?:\s+on)?)\s+"
        rf"(?:(?P<day>{DAY})\s+)?(?P<month>{MONTH})\b\.?(?:\s+(?P<after>{DAY})\b)?"
        rf"(?:,?\s+(?P<year>{YEAR}){NOT_MORE})?",
        _week_from,
    ),
    rule(
        rf"{START}(?:the\s+)?(?P<day>\d{{1,2}}(?:st|nd|rd|th))\s+of\s+(?P<relation>this|last|next)\s+month\b",
        _day_of_month,
    ),
    rule(
        rf"{START}(?P<weekday>{WEEKDAY}),?\s+the\s+(?P<day>\d{{1,2}}(?:st|nd|rd|th))\b(?!\s+of\b)",
        _weekday_and_day,
    ),
    rule(
        rf"{START}(?:on|by|until|since|for|from)\s+the\s+(?P<day>\d{{1,2}}(?:st|nd|rd|th))"
        r"(?=\s*(?:[.,;!?)]|$))",
        _nearest_day,
        "day",
    ),
    rule(rf"{START}(?:over\s+|at\s+|on\s+|during\s+)?the\s+weekend\b(?!\s+of\b)", _weekend),
    rule(rf"{START}(?P<holiday>{_HOLIDAY})(?:,?\s+(?P<year>{YEAR}){NOT_MORE})?(?!\w)", _holiday),
)
