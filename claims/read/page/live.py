"""Live blogs: entries in the order of the page, each under its own day and time.

An entry is told by the page's data, or by a time that stands in each of several like parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.read.page.stamp import Stamp, read_stamp
from claims.read.page.terms import names_one
from claims.read.page.tree import Element, text_of, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.read.page.json_ld import Told

_FEW: Final = 2
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)


def read_entries(root: Element, told: Told | None) -> list[str]:
    """Give the lines of a live blog: for each entry its time, its headline, its paragraphs.

    Returns:
        Empty where the page is no live blog or its entries cannot be told apart.
    """
    if told is None or not told.is_live:
        return []
    by_data = [entry for entry in told.entries if entry.body and entry.published]
    if len(by_data) >= _FEW and len(by_data) == len(told.entries):
        return [line for entry in by_data for line in _from_data(entry)]
    marked = [one for one in root.iter("article", "li", "div", "section") if _is_entry(one)]
    outer = {above for one in marked for above in one.iterancestors()}
    inner = [one for one in marked if one not in outer]
    return [line for one in inner for line in _from_part(one)] if len(inner) >= _FEW else []


def write_time(stamp: Stamp) -> str:
    """Write a day and its time the way pages print them: "5 April 2021, 18:55"."""
    parts = stamp.day.split("-")
    month = _MONTHS[int(parts[1]) - 1] if len(parts) > 1 else ""
    day = str(int(parts[2])) if len(parts) > 2 else ""
    written = " ".join(part for part in (day, month, parts[0]) if part)
    return f"{written}, {stamp.clock}{' GMT' if stamp.in_utc else ''}" if stamp.clock else written


def _from_data(entry: Told) -> Iterator[str]:
    if entry.published:
        yield write_time(entry.published)
    if entry.title:
        yield entry.title
    yield from (entry.body or "").splitlines()


def _is_entry(element: Element) -> bool:
    if not names_one(tokens(element), "entry") and element.tag != "article":
        return False
    times = list(element.iter("time"))
    return len(times) == 1 and next(element.iter("p"), None) is not None


def _from_part(element: Element) -> Iterator[str]:
    time = next(element.iter("time"))
    stamp = read_stamp(time.get("datetime")) or read_stamp(text_of(time))
    yield write_time(stamp) if stamp else text_of(time)
    for part in element.iter("h2", "h3", "h4", "p", "li", "blockquote"):
        if (
            next(part.iterancestors("p", "li", "blockquote"), None) is None
            and time not in part.iter()
        ):
            yield text_of(part)
