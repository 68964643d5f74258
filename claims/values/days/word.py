"""The words of dates as fragments of patterns, and what they stand for.

Fragments that name groups take a mark, so that one pattern can hold two dates: `dated("1")` names
its groups `day1`, `month1` and `year1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from claims.data import load_toml
from claims.values.ordinal import ordinal_words


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = load_toml("days.toml")[name]
    return table


def either(words: Iterable[str]) -> str:
    """Write words as one alternative of a pattern, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


MONTHS: Final[Mapping[str, int]] = _table("months")
WEEKDAYS: Final[Mapping[str, int]] = _table("weekdays")
SHORT_WEEKDAYS: Final[Mapping[str, int]] = _table("short_weekdays")
SEASONS: Final[Mapping[str, tuple[int, int]]] = {
    name: (first, last) for name, (first, last) in _table("seasons").items()
}
PARTS: Final[Mapping[str, str]] = _table("parts")
DECADES: Final[Mapping[str, int]] = _table("decades")
HOLIDAYS: Final[Mapping[str, tuple[int, int]]] = {
    name: (month, day) for name, (month, day) in _table("holidays").items()
}
ORDINALS: Final[Mapping[str, int]] = {
    **{word: number for word, number in ordinal_words().items() if number <= 20},
    **{f"twenty-{word}": 20 + n for word, n in ordinal_words().items() if n < 10},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""Days of the month in words."""

MONTH: Final = either(MONTHS)
WEEKDAY: Final = either(WEEKDAYS)
ANY_WEEKDAY: Final = f"(?:{WEEKDAY}|(?:{either(SHORT_WEEKDAYS)})\\b\\.?)"
SEASON: Final = either(SEASONS)
YEAR: Final = r"(?:1[5-9]|20)\d\d"
ANY_YEAR: Final = r"(?:1\d|20)\d\d"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
SPELLED_DAY: Final = either(ORDINALS).replace(r"\-", r"[\s-]")
RELATION: Final = r"last|past|previous|this|current|next|coming|upcoming|following"
NOT_MORE: Final = r"(?![\w-]|[,.]\d)"
"""What must not follow a year: it would be part of a longer figure or word."""


def part(mark: str = "") -> str:
    """Give the fragment for "early", "mid-", "late", "the end of"."""
    words = r"beginning|start|middle|end|close"
    return (
        rf"(?:(?P<part{mark}>early|mid|late)(?:\s+in)?[\s-]+(?:the\s+)?"
        rf"|(?:the\s+)?(?P<of{mark}>{words})\s+of\s+(?:the\s+)?)"
    )


def part_of(groups: Mapping[str, str | None], mark: str = "") -> str:
    """Give which part a match names, in the words of the table; nothing for the whole."""
    printed = groups.get(f"part{mark}") or groups.get(f"of{mark}") or ""
    return PARTS[printed.lower()] if printed else ""


def weekday_number(printed: str) -> int:
    """Give the number of a weekday, 0 for Monday."""
    word = printed.lower().rstrip(".")
    return WEEKDAYS[word] if word in WEEKDAYS else SHORT_WEEKDAYS[word]


def month_number(printed: str) -> int:
    """Give the number of a month."""
    return MONTHS[printed.lower().rstrip(".")]


def day_number(printed: str) -> int:
    """Give the number of a day of the month: "18th", "the twenty-first"."""
    digits = re.sub(r"\D", "", printed)
    return int(digits) if digits else ORDINALS[re.sub(r"\s+", "-", printed.lower())]
