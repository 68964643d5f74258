"""Which paragraphs are the article's own, and which the page printed around it.

It judges by the table of boilerplate and by position: copies, teasers, lists of other stories,
menus, headings, bylines. It marks and removes nothing, and where it is unsure a paragraph is
body.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from claims.model import Zone
from claims.read.byline import is_lone_name, read_byline, read_date_line, read_dateline
from claims.read.patterns import break_lines, caption_credits, end_lines, note_lines, zone_lines
from claims.read.repetition import find_copies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Marks: TypeAlias = list[Zone | None]
"""The zone of each paragraph as far as it is known."""

_STOP: Final = re.compile(r"[.!?][\"')\]]*\Z")
_ELLIPSIS: Final = re.compile(r"(?:…|\.\.\.|\[\.\.\.?\]|\[…\])[\"')]*\Z")
_AGO: Final = re.compile(
    r"\W{0,3}\d{1,3}\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\.?\s+ago\W{0,3}"
)
_BULLET: Final = re.compile(r"[•·▪●*>-]\s")
_CAPTION: Final = re.compile(r"Image: (?=(?:\S+ ){5})(?=[^.]*\b[a-z]+\b[^.]*[.!?])")
"""A caption that tells something: the label of the page reader, and a sentence of six words."""
_HASH: Final = re.compile(r"#{1,6}\s+\S")
# Lengths in characters; names that end in WORDS count words; the rest count paragraphs.
_PROSE: Final = 100
_PROSE_WORDS: Final = 15
_LONG: Final = 250
_HEADING: Final = 150
_HEADING_WORDS: Final = 22
_FOLLOWING: Final = 70
_ITEM: Final = 30
_ITEM_WORDS: Final = 4
_MENU: Final = 4
_LIST: Final = 3
_TITLE_WORDS: Final = 4
_CASED: Final = 4
_QUESTION_WORDS: Final = 14
_ENOUGH: Final = 3
_NOTE_AFTER: Final = 1
_TEASER: Final = 4
_BANNER_WORDS: Final = 15


def mark_zones(lines: Sequence[str]) -> list[Zone]:
    """Give the zone of each paragraph of a text.

    Args:
        lines: The paragraphs in plain wording, in order.
    """
    marks: Marks = [_mark_line(line) for line in lines]
    _mark_banner(lines, marks)
    _mark_teasers(lines, marks)
    for place in find_copies(lines):
        marks[place] = Zone.BOILERPLATE
    _mark_lists(lines, marks)
    _mark_menus(lines, marks)
    _mark_notes(lines, marks)
    _mark_headings(lines, marks)
    _mark_top(lines, marks)
    return [mark or Zone.BODY for mark in marks]


def is_prose(line: str) -> bool:
    """Whether a paragraph is running text: long, of many words, with a full stop at its end."""
    if len(line) >= _LONG:
        return True
    ended = _STOP.search(line) is not None and _ELLIPSIS.search(line) is None
    return ended and len(line) >= _PROSE and line.count(" ") >= _PROSE_WORDS


def _mark_line(line: str) -> Zone | None:
    """Mark a line by the table, by its byline or as a dateline that stands alone."""
    if len(line) > _LONG * 3:
        return None
    if _CAPTION.match(line) and not caption_credits().search(line):
        return Zone.CAPTION
    for zone, lines in zone_lines():
        if lines.match(line):
            return zone
    if end_lines().match(line) or break_lines().match(line):
        return Zone.BOILERPLATE
    dateline = read_dateline(line) if len(line) < _PROSE else None
    if read_byline(line) or (dateline and dateline.alone):
        return Zone.BYLINE
    return None


def _mark_banner(lines: Sequence[str], marks: Marks) -> None:
    """Mark a short line that a text both begins and ends with: the site's own."""
    if len(lines) >= _ENOUGH and lines[0] == lines[-1] and lines[0].count(" ") < _BANNER_WORDS:
        marks[0] = marks[-1] = Zone.BOILERPLATE


def _mark_teasers(lines: Sequence[str], marks: Marks) -> None:
    """Mark headline and teaser above "14 mins ago", where such lines come in a row."""
    ages = [place for place, line in enumerate(lines) if _AGO.fullmatch(line)]
    for age in ages:
        low = max(1, age - _TEASER)
        chain = any(abs(age - other) <= _TEASER + 1 for other in _neighbours(ages, age))
        teased = age > 0 and _ELLIPSIS.search(lines[age - 1]) is not None
        for place in range(age - 1, low - 1, -1) if chain or teased else ():
            if is_prose(lines[place]) and not _ELLIPSIS.search(lines[place]):
                break
            marks[place] = marks[place] or Zone.BOILERPLATE


def _neighbours(ages: Sequence[int], age: int) -> Sequence[int]:
    """Give the entries beside one of a sorted list."""
    at = bisect_left(ages, age)
    return [*ages[max(0, at - 1) : at], *ages[at + 1 : at + 2]]


def _mark_lists(lines: Sequence[str], marks: Marks) -> None:
    """Mark what follows "Related posts" until prose returns, and all after "Comments".

    Before the first prose such a line is part of the menu and says nothing. After the article an
    end line closes it, unless more prose follows than went before.
    """
    prose = [mark is None and is_prose(line) for line, mark in zip(lines, marks, strict=True)]
    left, before = sum(prose), 0
    listing = closed = False
    for place, line in enumerate(lines):
        if prose[place]:
            before, left = before + 1, left - 1
            listing = listing and closed
        if before and end_lines().match(line):
            listing, closed = True, before >= left
        elif before and break_lines().match(line):
            listing = True
        if listing:
            marks[place] = marks[place] or Zone.BOILERPLATE


def _mark_menus(lines: Sequence[str], marks: Marks) -> None:
    """Mark rows of at least four short items above the first prose or below the last."""
    prose = [place for place, mark in enumerate(marks) if mark is None and is_prose(lines[place])]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    for start, end in _rows(lines, marks):
        outside = end <= first or (start > last and not lines[start - 1].endswith(":"))
        if end - start >= _MENU and outside and not _BULLET.match(lines[start]):
            marks[start:end] = [mark or Zone.BOILERPLATE for mark in marks[start:end]]


def _rows(lines: Sequence[str], marks: Marks) -> Iterator[tuple[int, int]]:
    """Find the rows of short items without a full stop, half-open."""
    breaks = [
        place
        for place, line in enumerate(lines)
        if marks[place] is Zone.BYLINE
        or len(line) > _ITEM
        or line.count(" ") >= _ITEM_WORDS
        or line[-1] in '.,;!?:"'
    ]
    for left, right in pairwise([-1, *breaks, len(lines)]):
        yield left + 1, right


def _mark_notes(lines: Sequence[str], marks: Marks) -> None:
    """Mark notes on the author at an article's end; elsewhere it may tell of a writer."""
    after = 0
    for place in range(len(lines) - 1, -1, -1):
        if after > _NOTE_AFTER:
            return
        if marks[place] is None and note_lines().match(lines[place]):
            marks[place] = Zone.BYLINE
        after += marks[place] is None and is_prose(lines[place])


def _mark_headings(lines: Sequence[str], marks: Marks) -> None:
    """Mark short lines without a full stop above longer paragraphs; a row of three is a list."""
    found: list[int] = []
    following = 0
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if marks[place] is not None:
            continue
        if _HASH.match(line) or (following > max(_FOLLOWING, len(line)) and _is_heading(line)):
            found.append(place)
        else:
            following = len(line)
    top = next((i for i, mark in enumerate(marks) if mark is None and is_prose(lines[i])), 0)
    rows = _runs(sorted(found))
    for row in rows:
        if len(row) < _LIST or row[0] < top or _HASH.match(lines[row[0]]):
            for place in row:
                marks[place] = Zone.HEADING


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Group places that follow one another."""
    rows: list[list[int]] = []
    for place in places:
        if rows and rows[-1][-1] == place - 1:
            rows[-1].append(place)
        else:
            rows.append([place])
    return rows


def _is_heading(line: str) -> bool:
    """Whether a line has the form of a heading: short, no full stop, not a quotation or a list."""
    if len(line) > _HEADING or line.count(" ") >= _HEADING_WORDS or _BULLET.match(line):
        return False
    if line[0].islower() or line[-1] in ".,;…" or _STOP.search(line.rstrip("?!")):
        return False
    if line.count('"') == 1 or (line[0] == line[-1] == '"'):
        return False
    if line[-1] == "?" and line.count(" ") >= _QUESTION_WORDS:
        return False
    return not line.endswith(":") or _has_title_case(line)


def _has_title_case(line: str) -> bool:
    """Whether more than two thirds of the longer words have capitals: "He said:" has not."""
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) >= _CASED]
    capitals = [word for word in words if word[0].isupper()]
    return 3 * len(capitals) > 2 * len(words)


def find_title(lines: Sequence[str], zones: Sequence[Zone | None]) -> int | None:
    """Find the headline: above the first prose, the first heading of at least four words.

    Returns:
        Its place; the longest heading there where none has four words; None where there is none.
    """
    above: list[int] = []
    for place, zone in enumerate(zones):
        if zone is Zone.HEADING and read_date_line(lines[place]) is None:
            above.append(place)
        elif zone in {None, Zone.BODY} and is_prose(lines[place]):
            break
    long = [place for place in above if lines[place].count(" ") >= _TITLE_WORDS - 1]
    return long[0] if long else max(above, key=lambda place: len(lines[place]), default=None)


def _mark_top(lines: Sequence[str], marks: Marks) -> None:
    """Mark menu, dates and lone names around the headline.

    A date above the headline is the page's own unless it has a time of day or says "Published".
    """
    title = find_title(lines, marks)
    body = [i for i, mark in enumerate(marks) if mark is None and is_prose(lines[i])][:2]
    end = body[-1] if body else len(lines)
    head = end if title is None else title
    for place in range(end):
        date = read_date_line(lines[place])
        if date:
            marks[place] = Zone.BYLINE if date.own or place > head else Zone.BOILERPLATE
        elif title is not None and place < title and marks[place] is Zone.HEADING:
            marks[place] = Zone.BOILERPLATE
    if not any(map(read_byline, lines[:end])):
        free = (i for i in range(head + 1, end) if marks[i] in {None, Zone.HEADING})
        lone = next((i for i in free if is_lone_name(lines[i])), None)
        if lone is not None:
            marks[lone] = Zone.BYLINE
