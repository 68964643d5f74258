"""Dates as pages print them, to the day or month they state; nothing is shifted or completed.

"5 April, 2021", "April 5th, 2021", "2021-04-05" and "April 2021" are read. "05/04/2021" is read
only where one order is impossible. A date without a year is not a date here.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>1[6-9]\d\d|20\d\d)"
_EDGE: Final = r"(?![\d])"
_FORMS: Final = tuple(
    re.compile(rf"(?<![\w/.-]){form}{_EDGE}", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)",
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}",
        rf"(?P<one>\d\d?)/(?P<two>\d\d?)/{_YEAR}",
        rf"{_MONTH},? {_YEAR}",
    )
)
_CLOCK: Final = re.compile(r"(?<=\d)T(?=\d\d:)")
_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MONTHS_A_YEAR: Final = 12


def is_partial_date(text: str) -> bool:
    """Whether the text is a real year, month or day in the form 2021, 2021-04 or 2021-04-05."""
    match = _PARTIAL.fullmatch(text)
    if match is None or not text.isascii():
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    return _write(year, month, day) is not None


def find_printed_dates(text: str) -> Iterator[tuple[str, int, int]]:
    """Find the dates with a year that a short text states.

    Returns:
        For each, in order of the forms above: the date in ISO form, perhaps partial
        ("2021-04"), and where it stands, half-open. Overlapping readings are left out.
    """
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            iso = _read(match.groupdict())
            if iso is not None and all(end <= left or right <= start for left, right in taken):
                taken.append((start, end))
                yield iso, start, end


def parse_printed_date(text: str) -> str | None:
    """Read a text that is one date and nothing else, a weekday and a time of day aside.

    "Monday, 5 April 2021 18:55" gives "2021-04-05"; None where it is something else.
    """
    plain = _CLOCK.sub(" ", " ".join(text.split()).rstrip(".,"))
    if is_partial_date(plain):
        return plain
    for iso, start, end in find_printed_dates(plain):
        if not _LEFT_OVER.sub("", plain[:start] + " " + plain[end:]).strip(" ,.|-"):
            return iso
    return None


WEEKDAY: Final = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
TIME: Final = (
    r"\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d){1,2}(?:\.\d+)?(?:\s*[ap]\.?m\b\.?)?"
    r"|\b(?:1[0-2]|0?[1-9])\s*[ap]\.?m\b\.?|\b(?:[01]\d|2[0-3])[0-5]\d (?:GMT|UTC)"
)
ZONE: Final = r"\b(?:GMT|UTC|[A-Z]{1,3}[SD]T|CET)\b|[+-]\d\d:?\d\d\b|\bhrs\b"
_LEFT_OVER: Final = re.compile(rf"{WEEKDAY}|{TIME}|{ZONE}|\bat\b|\bon\b|Z\b", re.IGNORECASE)


def _read(parts: dict[str, str | None]) -> str | None:
    """Turn the named parts of a match into an ISO date, None where no calendar has it."""
    year = int(parts["year"] or 0)
    if parts.get("one"):
        return _read_slashes(year, int(parts["one"] or 0), int(parts["two"] or 0))
    named = (parts["month"] or "").lower()
    month = int(named) if named.isdigit() else _MONTHS[named]
    day = parts.get("day")
    if day is None:
        return f"{year:04}-{month:02}"
    return _write(year, month, int(day))


def _read_slashes(year: int, one: int, two: int) -> str | None:
    """Read day/month or month/day, only where one of the two cannot be a month."""
    if one > _MONTHS_A_YEAR:
        return _write(year, two, one)
    if two > _MONTHS_A_YEAR or one == two:
        return _write(year, one, two)
    return None


def _write(year: int, month: int, day: int) -> str | None:
    """Write a day in ISO form, None where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
