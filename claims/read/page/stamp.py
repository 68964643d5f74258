"""Days and times as the data of a page writes them; a day stays the day that is written.

"2021-04-05T23:30:00-05:00" is 5 April and not the 6th of UTC. The zero of clocks, 1 January 1970,
is a system's way to say nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from claims.read.page.words import clean
from claims.read.printed_date import parse_printed_date

_CLOCK: Final = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d]*/)")
_UTC: Final = re.compile(r"(?:Z|[+-]00:?00|\b(?:GMT|UTC))\s*\Z")
_LONGEST: Final = 80
_NOTHING: Final = frozenset({"1970-01-01", "1970", "1970-01"})
_EARLIEST: Final = "1600"
_WHOLE_DAY: Final = 10


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as written, perhaps partial, with its time of day.

    Args:
        day: "2021-04-05" or "2021-04".
        clock: "18:55", None where none is written.
        in_utc: Whether the time is written in UTC, so that the day may be another at the outlet.
    """

    day: str
    clock: str | None = None
    in_utc: bool = False

    def may_be(self, day: str) -> bool:
        """Whether another day is the same moment's, told elsewhere on earth."""
        if self.day == day:
            return True
        if not self.in_utc or len(day) != _WHOLE_DAY or len(self.day) != _WHOLE_DAY:
            return False
        return abs(date.fromisoformat(self.day) - date.fromisoformat(day)) <= timedelta(days=1)


def read_stamp(value: Any) -> Stamp | None:
    """Read a day with or without its time; None where it is none or cannot be known."""
    words = clean(value, _LONGEST)
    day = parse_printed_date(words) if words else None
    if words is None or day is None or day in _NOTHING or day < _EARLIEST:
        return None
    clock = _CLOCK.search(words)
    return Stamp(
        day, f"{int(clock[1]):02}:{clock[2]}" if clock else None, bool(clock and _UTC.search(words))
    )
