"""Words that leave one end of an interval open: "since 2005", "by May 1", "until Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from claims.values.days.count import BOUND, MANY, UNITS, offset
from claims.values.days.rule import START
from claims.values.days.value import Days

_ROOM: Final = 56
_OPENERS: Final = re.compile(
    r"(?<![\w-])(?P<opener>ever\s+since|since|after|before|by|up\s+until|until|till|prior\s+to|"
    r"ahead\s+of|no\s+later\s+than|not\s+later\s+than|starting|beginning|effective|as\s+of)\s+"
    r"(?:(?:from|on|in|at|about|around|the)\s+){0,2}$",
    re.IGNORECASE,
)
_OFFSET: Final = re.compile(
    rf"{START}{BOUND}{MANY}\s+{UNITS}\s+(?P<side>after|before|from|prior\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"(?<![\w-])from\s+(?:the\s+)?$", re.IGNORECASE)
_ONWARDS: Final = re.compile(r"\s+(?:on|onwards?)\b(?!\s+(?:the|a|an)\b)", re.IGNORECASE)
_OWNS: Final = re.compile(r"['’]s\b")
_LATER: Final = ("after",)
_ON: Final = ("since", "ever since", "starting", "beginning", "effective", "from")
_EARLIER: Final = ("before", "prior to", "ahead of")
_PLAIN: Final = ("as of",)


def opened(text: str, value: Days, start: int, end: int) -> tuple[Days, str, int, int]:
    """Apply the word that leaves an end open, where one stands by.

    "before 1 May" ends on 30 April, "after Friday's attack" is no bound on Friday.

    Args:
        text: The words around.
        value: The days as they stand; "two days after" them is told from a single day only.
        start: First character of the days.
        end: One past their last character.

    Returns:
        The value, the word (empty where there is none), and the stretch with it.
    """
    away = _OFFSET.search(text, max(0, start - _ROOM), start)
    if away is not None and not _OWNS.match(text, end):
        return _away(value, away), away["side"].lower(), away.start(), end
    found = _OPENERS.search(text, max(0, start - _ROOM), start)
    if found is None:
        onwards = _ONWARDS.match(text, end)
        found = _FROM.search(text, max(0, start - _ROOM), start) if onwards else None
        if found is None or onwards is None:
            return value, "", start, end
        return _open(value, "from"), "from", found.start(), onwards.end()
    opener = re.sub(r"\s+", " ", found["opener"].lower())
    if _OWNS.match(text, end) or opener in _PLAIN:
        return value, "", start, end
    return _open(value, opener), opener, found.start(), end


def _away(value: Days, match: re.Match[str]) -> Days:
    """Go from a day as far as words before it say; from a period, from both its ends."""
    first, last = value.earliest, value.latest
    if first is None or last is None:
        return Days(None, None)
    sign = 1 if match["side"].lower() in ("after", "from") else -1
    try:
        ends = offset(match, first, sign), offset(match, last, sign)
    except (ValueError, OverflowError):
        return Days(None, None)
    return Days(ends[0].earliest, ends[1].latest)


def _open(value: Days, opener: str) -> Days:
    if not value.resolved:
        return value
    if opener in _ON or opener in _LATER:
        first = value.earliest
        if opener in _LATER and first is not None and value.single and first < date.max:
            first += timedelta(days=1)
        return replace(value, earliest=first, latest=None) if first is not None else value
    if opener in _EARLIER:
        if value.earliest is None or value.earliest == date.min:
            return value
        return replace(value, earliest=None, latest=value.earliest - timedelta(days=1))
    return replace(value, earliest=None) if value.latest is not None else value
