"""Lines of a page, from the runs of text that a PDF file draws.

The order of drawing is the order of reading in nearly every file. Where a file draws row by row
across columns of prose, the columns are put one after the other; rows of a table stay rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

CELL: Final = "\t"
"""What stands between the cells of a row."""

_NARROW: Final = frozenset("iljtfr.,;:'|!I()[]-‘’“” ")
_WIDE: Final = frozenset("mwMWQGOD@%—…")
_WIDTHS: Final = (0.28, 0.52, 0.68, 0.86)
_SAME_ROW: Final = 0.35
_SPACE: Final = 0.18
_GAP: Final = 2.0
_GUTTER: Final = 0.3
_FEW: Final = 4
_NEAR: Final = 3.0
_PROSE_WORDS: Final = 3
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": ""}
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text as it is drawn: x and y of its start, height of its letters, in points."""

    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column.

    Args:
        x: Its left end, in points.
        y: Its baseline; higher on the page is more.
        size: Height of its letters.
        text: Its words.
        end: About where its right end is.
    """

    x: float
    y: float
    size: float
    text: str
    end: float


def make_lines(pieces: Iterable[Piece]) -> list[Line]:
    """Put runs together into lines, in the order in which people read them."""
    clean = [replace(piece, text=_clean(piece.text)) for piece in pieces]
    drawn = [piece for piece in clean if piece.text.strip()]
    gutters = _find_gutters(drawn)
    rows = [_part(row, gutters) for row in _rows(drawn)]
    return list(_in_order(rows, gutters))


def measure(text: str, size: float) -> float:
    """Say about how wide a run is: fonts are not asked, letters of news type are much alike."""
    narrow = sum(letter in _NARROW for letter in text)
    wide = sum(letter in _WIDE for letter in text)
    upper = sum(letter.isupper() and letter not in _WIDE and letter != "I" for letter in text)
    plain = max(0, len(text) - narrow - wide - upper)
    counts = (narrow, plain, upper, wide)
    return size * sum(count * width for count, width in zip(counts, _WIDTHS, strict=True))


def _clean(text: str) -> str:
    """Spell ligatures out, and drop what no database keeps."""
    plain = text.translate(_LIGATURES).replace("\r", " ").replace("\v", " ")
    return plain.encode(errors="replace").decode()


def _rows(drawn: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Group runs that are drawn one after the other on one baseline, left to right."""
    row: list[Piece] = []
    for piece in drawn:
        if row and not (_beside(row[-1], piece) and piece.x >= row[-1].x):
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _beside(left: Piece, right: Piece) -> bool:
    return abs(left.y - right.y) <= _SAME_ROW * max(left.size, right.size)


def _find_gutters(drawn: Sequence[Piece]) -> list[float]:
    """Find where columns begin within rows: places at which many rows go on."""
    rows = [row for row in _rows(drawn) if len(row) > 1]
    inner = Counter(round(piece.x) for row in rows for piece in row[1:])
    least = max(_FEW, _GUTTER * len(rows))
    found: list[float] = []
    for place in sorted(inner):
        near = inner[place] + inner[place + 1]
        if near >= least and (not found or place - found[-1] > _NEAR):
            found.append(float(place))
    return found


def _part(row: Sequence[Piece], gutters: Sequence[float]) -> list[Line]:
    """Part a row into the lines of its columns."""
    lines = [_line(row[0])]
    for piece in row[1:]:
        last = lines[-1]
        gap = piece.x - last.end
        column = any(abs(piece.x - place) <= _NEAR for place in gutters) and gap > -last.size
        if gap > _GAP * piece.size or (column and gap > _SPACE * piece.size):
            lines.append(_line(piece))
        else:
            lines[-1] = _join(last, piece, gap)
    return lines


def _line(piece: Piece) -> Line:
    words = piece.text.strip()
    return Line(piece.x, piece.y, piece.size, words, piece.x + measure(words, piece.size))


def _join(line: Line, piece: Piece, gap: float) -> Line:
    space = gap > _SPACE * piece.size or piece.text[0].isspace()
    text = f"{line.text}{' ' * space}{piece.text.strip()}"
    size = max(line.size, piece.size)
    end = piece.x + measure(piece.text.strip(), piece.size)
    return replace(line, text=text, size=size, end=end)


def _in_order(rows: Sequence[list[Line]], gutters: Sequence[float]) -> Iterator[Line]:
    """Give rows of prose column by column, other rows as they are."""
    block: list[list[Line]] = []
    for row in rows:
        if gutters and (not block or row[0].y < block[-1][0].y):
            block.append(row)
            continue
        yield from _settle(block, gutters)
        block = [row] if gutters else []
        if not gutters:
            yield from _cells(row)
    yield from _settle(block, gutters)


def _settle(block: Sequence[list[Line]], gutters: Sequence[float]) -> Iterator[Line]:
    """Turn rows that follow each other down the page into columns, where they are prose."""
    several = [row for row in block if len(row) > 1]
    words = [len(line.text.split()) for row in several for line in row]
    if len(several) < _FEW or sum(words) < _PROSE_WORDS * len(words):
        for row in block:
            yield from _cells(row)
        return
    first = next(place for place, row in enumerate(block) if len(row) > 1)
    for row in block[:first]:
        yield from row
    columns: dict[int, list[Line]] = {}
    for line in (line for row in block[first:] for line in row):
        column = sum(line.x >= place - _NEAR for place in gutters)
        columns.setdefault(column, []).append(line)
    for column in sorted(columns):
        yield from columns[column]


def _cells(row: Sequence[Line]) -> Iterator[Line]:
    """Give a row of a table as one line."""
    text = CELL.join(line.text for line in row)
    yield replace(row[0], text=text, end=row[-1].end)
