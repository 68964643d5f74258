"""Calendar arithmetic: weeks, months, years, decades, their parts, and shifts by them.

Every period is its first and last day, both inside. What leads out of the calendar (before year 1,
after year 9999) raises ValueError or OverflowError.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from claims.values.days.value import whole_month

Period = tuple[date, date]


def whole_year(year: int) -> Period:
    """Give the first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def years(first: int, last: int) -> Period:
    """Give the first day of one year and the last of another."""
    return date(first, 1, 1), date(last, 12, 31)


def week_of(day: date, shift: int = 0) -> Period:
    """Give the week of a day from Monday to Sunday, or one so many weeks later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def weekend_of(day: date, shift: int = 0) -> Period:
    """Give the Saturday and Sunday of the week of a day, or of one so many weeks later."""
    sunday = week_of(day, shift)[1]
    return sunday - timedelta(days=1), sunday


def month_of(day: date, shift: int = 0) -> Period:
    """Give the month of a day, or one so many months later."""
    months = day.year * 12 + day.month - 1 + shift
    return whole_month(months // 12, months % 12 + 1)


def quarter_of(day: date, shift: int = 0) -> Period:
    """Give the quarter of a day, or one so many quarters later."""
    quarters = day.year * 4 + (day.month - 1) // 3 + shift
    return quarter(quarters // 4, quarters % 4 + 1)


def year_of(day: date, shift: int = 0) -> Period:
    """Give the year of a day, or one so many years later."""
    return whole_year(day.year + shift)


def decade_of(day: date, shift: int = 0) -> Period:
    """Give the decade of a day, or one so many decades later."""
    first = day.year // 10 * 10 + 10 * shift
    return years(first, first + 9)


def century_of(day: date, shift: int = 0) -> Period:
    """Give the century of a day as people count it (1900 to 1999), or a later one."""
    first = day.year // 100 * 100 + 100 * shift
    return years(first, first + 99)


PERIODS: Final[Mapping[str, Callable[[date, int], Period]]] = {
    "week": week_of,
    "weekend": weekend_of,
    "month": month_of,
    "quarter": quarter_of,
    "year": year_of,
    "decade": decade_of,
    "century": century_of,
}


def quarter(year: int, number: int) -> Period:
    """Give the first to fourth quarter of a year."""
    return date(year, 3 * number - 2, 1), whole_month(year, 3 * number)[1]


def half(year: int, number: int) -> Period:
    """Give the first or second half of a year."""
    return date(year, 6 * number - 5, 1), whole_month(year, 6 * number)[1]


def season(year: int, first: int, last: int) -> Period:
    """Give a season by its months; winter ends in the year after."""
    return date(year, first, 1), whole_month(year + (last < first), last)[1]


def shifted(day: date, count: int, unit: str) -> date:
    """Go so many days, weeks, months, years, decades or centuries from a day.

    From 31 March one month back lies 28 or 29 February.
    """
    if unit in ("day", "week", "fortnight"):
        return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    first, last = month_of(day, months)
    return first.replace(day=min(day.day, last.day))


def part_of_period(period: Period, part: str) -> Period:
    """Give the early, middle or late part of a period; all of it where no part is named.

    Of a month the first, second and last ten days, of a year four months each, of a decade and a
    century about a third; of a week Monday to Wednesday, Tuesday to Friday, Thursday to Sunday.
    """
    if not part:
        return period
    first, last = period
    length = (last - first).days + 1
    if length <= 7:
        ends = {"early": (0, 2), "mid": (1, 4), "late": (3, 6)}[part]
        return first + timedelta(days=ends[0]), first + timedelta(days=min(ends[1], length - 1))
    if length <= 31:
        ends = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return first.replace(day=ends[0]), first.replace(day=ends[1])
    return _third(first, length, part)


def _third(first: date, length: int, part: str) -> Period:
    months = round(length / 30.44)
    edges = [round(months * share / 3) for share in range(4)]
    at = {"early": 0, "mid": 1, "late": 2}[part]
    return month_of(first, edges[at])[0], month_of(first, edges[at + 1] - 1)[1]
