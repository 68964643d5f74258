"""Days as a value: an interval of civil days, and whether two of them exclude each other.

Days are never shifted between time zones, and no precision is added. A month and day without its
year, and a weekday that nothing anchors, keep what was said and have no interval.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import ClassVar, Final

from claims.errors import UnreadableValue

_PARTIAL_ISO: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


_WHOLES: Final = (
    (7, "-01", ""),
    (4, "-01-01", "-12-31"),
    (3, "0-01-01", "9-12-31"),
    (2, "00-01-01", "99-12-31"),
)
"""Month, year, decade, century: how much of a day is kept, how its first and last day go on."""


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of civil days.

    Args:
        earliest: First possible day; None where open or unresolved.
        latest: Last possible day; None where open or unresolved.
        text: The words as printed.
        month: 1 to 12 where a month was named and the year is not known.
        day: 1 to 31 where a day of that month was named.
        weekday: 0 (Monday) to 6 where only a weekday was named.
    """

    earliest: date | None
    latest: date | None
    text: str = ""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    type: ClassVar[str] = "days"

    @property
    def resolved(self) -> bool:
        """Whether the interval lies somewhere in time."""
        return self.earliest is not None or self.latest is not None

    @property
    def single(self) -> date | None:
        """The day itself, where the interval is one day long; None otherwise."""
        return self.earliest if self.earliest == self.latest else None

    def edtf(self) -> str:
        """Write the interval as EDTF (ISO 8601-2), as short as it can be said.

        A day "2021-04-05", a month "2017-04", a year "2016", a decade "199X", from a day on
        "2005-01-01/..", 18 March of an unknown year "XXXX-03-18"; empty where EDTF has no words
        for it, as for a weekday that nothing anchors.
        """
        if self.resolved:
            return _interval_edtf(self.earliest, self.latest)
        if self.month is None:
            return ""
        return f"XXXX-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


def _interval_edtf(earliest: date | None, latest: date | None) -> str:
    if earliest is None or latest is None:
        return f"{earliest or '..'}/{latest or '..'}"
    first, last = earliest.isoformat(), latest.isoformat()
    if first == last:
        return first
    for length, begins, ends in _WHOLES:
        kept = first[:length]
        month = whole_month(earliest.year, earliest.month)[1].isoformat() if length == 7 else ""
        if first == kept + begins and last == (month or kept + ends):
            return kept + "XX"[: 4 - length] if length < 4 else kept
    return f"{first}/{last}"


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def whole_month(year: int, month: int) -> tuple[date, date]:
    """Give the first and last day of a month."""
    return date(year, month, 1), month_end(year, month)


@lru_cache(maxsize=4096)
def parse_iso(text: str) -> Days:
    """Read a partial ISO date: "2017" a year, "2017-04" a month, "2021-04-05" a day.

    Raises:
        UnreadableValue: It is none of the three, or no such day exists.
    """
    match = _PARTIAL_ISO.fullmatch(text)
    try:
        if match is not None:
            return _partial(text, *(int(part) for part in match.groups() if part))
    except ValueError:
        pass
    msg = f"not a day, month or year: {text!r}; write 2021-04-05, 2017-04 or 2017"
    raise UnreadableValue(msg)


def _partial(text: str, year: int, month: int | None = None, day: int | None = None) -> Days:
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31), text)
    if day is None:
        return Days(*whole_month(year, month), text)
    return Days(date(year, month, day), date(year, month, day), text)


def days_apart(left: Days, right: Days) -> bool | None:
    """Say whether two intervals exclude each other; None where that cannot be known.

    A month and day without a year exclude another month and day, whatever the year; an interval
    with a year is held against their month as well.
    """
    if left.resolved and right.resolved:
        return _before(left, right) or _before(right, left)
    patterns = _pattern(left), _pattern(right)
    if None in (patterns[0][0], patterns[1][0]):
        return None
    differ = (
        one is not None and other is not None and one != other
        for one, other in zip(*patterns, strict=True)
    )
    return any(differ) or None


def _before(left: Days, right: Days) -> bool:
    return left.latest is not None and right.earliest is not None and left.latest < right.earliest


def _pattern(value: Days) -> tuple[int | None, int | None]:
    """Give month and day as far as one month, one day is meant."""
    if value.month is not None:
        return value.month, value.day
    first, last = value.earliest, value.latest
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None, None
    return first.month, first.day if first == last else None
