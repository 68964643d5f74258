"""What a text says about itself: headline, authors, outlet, day, genre, language.

It reads only what the page presents as such. A page banner's date is not the published day, an
agency that the article cites is not its outlet; what is unclear stays unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.model import Genre, KnownBy, Zone
from claims.read.boilerplate import find_title, is_prose
from claims.read.byline import (
    DateLine,
    is_lone_name,
    read_byline,
    read_date_line,
    read_dateline,
    read_published_prefix,
)
from claims.read.format.draft import Fact
from claims.read.language import tell_language
from claims.read.outlet import find_agency, find_outlet
from claims.read.own_day import BYLINE, DATELINE, OwnDay, own_days
from claims.read.patterns import genre_lines
from claims.read.printed_date import find_printed_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.model import Paragraph, View

_HASH: Final = re.compile(r"#{1,6}\s+")
_FIRST: Final = 40
_LAST: Final = 60
_LEAD: Final = 2
_SAMPLE: Final = 500
_FEW: Final = 20
_SHARE: Final = 0.15
_FUNCTION_WORDS: Final = frozenset(
    "the of and to in a that is for on was with as by at from has have are it".split()
)
_ENGLISH_ONLY: Final = frozenset({"the", "and", "with", "that"})


def read_metadata(view: View) -> Mapping[str, Fact]:
    """Read the fields of an article that its own text states.

    Returns:
        Only the fields that were found, by name.
    """
    top = _top(view.paragraphs)
    around = [p for p in _edges(view.paragraphs) if p.zone is not Zone.BODY]
    agency = _agency(view.paragraphs)
    found = {
        "title": _title(view),
        "authors": _authors(top),
        "outlet": _outlet([p.words for p in around if p.zone is not Zone.HEADING], agency),
        "published": _published(view.paragraphs, top),
        "genre": _genre([p.words for p in around], agency),
        "language": _language(view.paragraphs),
    }
    return {name: fact for name, fact in found.items() if fact is not None}


def read_own_days(view: View) -> list[OwnDay]:
    """Read the days that the text itself gives for its publication; those of updates are none."""
    lines = _day_lines(view.paragraphs, _top(view.paragraphs))
    dates = [date for line in lines if (date := read_date_line(line))]
    leads = [line for words in _lead(view.paragraphs) if (line := read_dateline(words))]
    return own_days(
        [
            (_first_day(dates, updated=False), BYLINE),
            (next((day for line in lines if (day := _byline_day(line))), None), BYLINE),
            (next((line.published for line in leads if line.published), None), DATELINE),
        ]
    )


def _day_lines(paragraphs: Sequence[Paragraph], top: Sequence[Paragraph]) -> list[str]:
    """Give the lines in which a day of publication may stand: bylines and lines of their own.

    The time of an entry of a live blog is none.
    """
    around = [p for p in [*top, *_edges(paragraphs)] if p.entry is None]
    return [p.words for p in around if p.zone is Zone.BYLINE]


def _edges(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Give the first and the last paragraphs, where a page speaks of itself."""
    if len(paragraphs) <= _FIRST + _LAST:
        return paragraphs
    return [*paragraphs[:_FIRST], *paragraphs[-_LAST:]]


def _top(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Give what stands above the second paragraph of prose."""
    seen = 0
    for place, paragraph in enumerate(paragraphs[:_FIRST]):
        seen += paragraph.zone is Zone.BODY and is_prose(paragraph.words)
        if seen == _LEAD:
            return paragraphs[:place]
    return paragraphs[:_FIRST]


def _title(view: View) -> Fact | None:
    """Take the headline, its quotation marks as printed."""
    first = view.paragraphs[:_FIRST]
    place = find_title([p.words for p in first], [p.zone for p in first])
    if place is None:
        return None
    offsets = first[place].offsets
    printed = " ".join(view.text.body[offsets[0] : offsets[-1]].split())
    return _HASH.sub("", printed), KnownBy.TEXT


def _authors(top: Sequence[Paragraph]) -> Fact | None:
    """Take the names of the first byline, else a lone name."""
    lines = [p.words for p in top if p.zone is Zone.BYLINE]
    for line in lines:
        names = read_byline(line)
        if names:
            return names, KnownBy.TEXT
    lone = next((line for line in lines if is_lone_name(line)), None)
    return ((lone,), KnownBy.TEXT) if lone else None


def _outlet(around: Sequence[str], agency: str | None) -> Fact | None:
    """Take the outlet that the page names itself; an agency's dateline only suggests one."""
    name = find_outlet(around)
    if name:
        return name, KnownBy.TEXT
    return (agency, KnownBy.INFERRED) if agency else None


def _agency(paragraphs: Sequence[Paragraph]) -> str | None:
    """Give the agency credited in a line of its own or in the first datelines."""
    for words in _lead(paragraphs):
        dateline = read_dateline(words)
        name = find_agency((dateline and dateline.agency) or words.strip("() "))
        if name:
            return name
    return None


def _lead(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Give the lines in which a dateline may stand: bylines at the top and the first prose."""
    left = _LEAD
    for paragraph in paragraphs[:_FIRST]:
        if paragraph.zone in {Zone.BODY, Zone.BYLINE}:
            yield paragraph.words
        left -= paragraph.zone is Zone.BODY
        if not left:
            return


def _published(paragraphs: Sequence[Paragraph], top: Sequence[Paragraph]) -> Fact | None:
    """Take the day that belongs to the article: a line of its own, a byline, a dateline."""
    lines = _day_lines(paragraphs, top)
    dates = [date for line in lines if (date := read_date_line(line))]
    ways = (
        _first_day(dates, updated=False),
        next((day for line in lines if (day := _byline_day(line))), None),
        next((day for words in _lead(paragraphs) if (day := _lead_day(words))), None),
        _first_day(dates, updated=True),
    )
    day = next((way for way in ways if way), None)
    return (day, KnownBy.TEXT) if day else None


def _first_day(dates: Sequence[DateLine], *, updated: bool) -> str | None:
    """Give the first day; "Updated" is believed only where nothing better stands."""
    fitting = [date for date in dates if date.updated == updated]
    best = [date for date in fitting if date.own] or fitting
    return best[0].published if best else None


def _byline_day(line: str) -> str | None:
    """Give the day in a byline: "By Ann Example | 5 April 2021", "Published in X, 5 April 2021"."""
    if not read_byline(line) and "ublished" not in line:
        return None
    return next((day for day, _, _ in find_printed_dates(line)), None)


def _lead_day(words: str) -> str | None:
    """Give the day of a dateline, or of "Published …" before the first sentence."""
    dateline = read_dateline(words)
    return (dateline.published if dateline else None) or read_published_prefix(words)


def _genre(around: Sequence[str], agency: str | None) -> Fact | None:
    """Take the genre that a label or a note tells; a dateline's agency makes it agency copy."""
    for row in genre_lines():
        if any(row.lines.match(line) for line in around):
            return row.genre, KnownBy.TEXT if row.sure else KnownBy.INFERRED
    return (Genre.AGENCY, KnownBy.TEXT) if agency else None


def _language(paragraphs: Sequence[Paragraph]) -> Fact | None:
    """Infer the language from its commonest words; English is what at least looks like it."""
    words: list[str] = []
    for paragraph in paragraphs:
        if paragraph.zone is Zone.BODY:
            words += paragraph.words[: _SAMPLE * 8].lower().split()
        if len(words) >= _SAMPLE:
            break
    common = sum(word in _FUNCTION_WORDS for word in words)
    if len(words) < _FEW or common < _SHARE * len(words) or not _ENGLISH_ONLY & set(words):
        other = tell_language(" ".join(words))
        return (other, KnownBy.INFERRED) if other not in {None, "en"} and other else None
    return "en", KnownBy.INFERRED
