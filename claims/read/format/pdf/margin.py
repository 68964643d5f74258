"""Page numbers and running heads: what a page prints above and below the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from claims.read.format.pdf.line import Line

Page: TypeAlias = Sequence[Line]
_Place: TypeAlias = tuple[int, int]

_EDGE_ROWS: Final = 2
_SAME_HEIGHT: Final = 12.0
_SAME_SIZE: Final = 0.1
_LONGEST: Final = 150
_ALONE: Final = 2.0
_PAGE: Final = re.compile(
    r"\W*(?P<word>page|pg\.?|p\.)?\s*(?P<number>\d{1,4}|[ivxlc]{1,6})"
    r"(?P<of>\s*(?:of|/|von|de)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")
_NO_WORD: Final = re.compile(r"[\W_]+")


def drop_margins(pages: Sequence[Page]) -> list[list[Line]]:
    """Leave out what stands at the edge of pages and is no part of the article.

    A line goes where it stands at one height on several pages, digits aside; where it repeats the
    headline of the first page above a later one; and where it is a page number.
    """
    edges = [_edge(page) for page in pages]
    dropped = {*_running(pages, edges), *_repeated_title(pages, edges), *_numbers(pages, edges)}
    return [
        [line for place, line in enumerate(page) if (number, place) not in dropped]
        for number, page in enumerate(pages)
    ]


def _edge(page: Page) -> list[int]:
    """Give the places of the lines in the first and last rows of a page, as they stand on it."""
    heights = sorted({round(line.y) for line in page})
    outer = {*heights[:_EDGE_ROWS], *heights[-_EDGE_ROWS:]}
    return [place for place, line in enumerate(page) if round(line.y) in outer]


def _fold(text: str) -> str:
    return _NO_WORD.sub(" ", _DIGITS.sub("0", text)).strip().casefold()


def _running(pages: Sequence[Page], edges: Sequence[Sequence[int]]) -> set[_Place]:
    """Find lines that several pages print at one height."""
    seen: Mapping[str, list[_Place]] = defaultdict(list)
    for number, page in enumerate(pages):
        for place in edges[number]:
            if len(page[place].text) <= _LONGEST:
                seen[_fold(page[place].text)].append((number, place))
    return {
        one
        for places in seen.values()
        for one in places
        if any(_alike(pages, one, other) for other in places)
    }


def _alike(pages: Sequence[Page], one: _Place, other: _Place) -> bool:
    """Whether two lines of one size stand at one height of two pages."""
    left, right = pages[one[0]][one[1]], pages[other[0]][other[1]]
    same_size = abs(left.size - right.size) < _SAME_SIZE * left.size
    return one[0] != other[0] and same_size and abs(left.y - right.y) <= _SAME_HEIGHT


def _repeated_title(pages: Sequence[Page], edges: Sequence[Sequence[int]]) -> set[_Place]:
    """Find the headline of the first page in small letters at the edge of later ones."""
    first = {_fold(line.text): line.size for line in pages[0]} if pages else {}
    return {
        (number, place)
        for number, page in enumerate(pages[1:], start=1)
        for place in edges[number]
        if first.get(_fold(page[place].text), 0.0) > page[place].size
    }


def _numbers(pages: Sequence[Page], edges: Sequence[Sequence[int]]) -> set[_Place]:
    """Find page numbers: with the word, or alone at the edge."""
    return {
        (number, place)
        for number, page in enumerate(pages)
        for place in edges[number]
        if (match := _PAGE.fullmatch(page[place].text))
        and (match["word"] or match["of"] or _stands_alone(page[place], page))
    }


def _stands_alone(line: Line, page: Iterable[Line]) -> bool:
    """Whether a line keeps more distance from the others than lines of text do."""
    others = [abs(line.y - other.y) for other in page if other is not line]
    return min(others, default=_ALONE * line.size) >= _ALONE * line.size
