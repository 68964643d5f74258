"""Paragraphs, from lines that were broken at the width of a column.

A word that was parted at a line's end is made whole; a paragraph that runs on in the next column
or on the next page is one. Nothing else is changed.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from claims.read.format.pdf.line import CELL, Line, measure
from claims.read.word_list import is_word

_SAME_SIZE: Final = 0.08
_LEADING: Final = 1.35
_USUAL_LEADING: Final = 1.3
_INDENT: Final = 0.6
_FULL: Final = 0.85
_SHORT: Final = 0.6
_LOOK_BACK: Final = 3
_DROP_CAP: Final = 1.6
_END: Final = re.compile(r"[.!?:…][\"'”’)\]]*\Z")
_ENDED: Final = re.compile(r"[.!?][\"'”’)\]]*\Z")
_BULLET: Final = re.compile(r"[•·▪●–—*]\s")
_PARTED: Final = re.compile(r"(?P<left>[^\W\d_]+)(?P<mark>[-‐\u00ad])\Z")
_GOES_ON: Final = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class _Flow:
    """Lines of one column on one page, from the top down.

    Args:
        lines: In order.
        base: Where most lines begin.
        right: Where full lines end.
        leading: The usual distance between two lines.
    """

    lines: list[Line]
    base: float = 0.0
    right: float = 0.0
    leading: float = 0.0

    def __post_init__(self) -> None:
        size = Counter(round(line.size, 1) for line in self.lines).most_common(1)[0][0]
        usual = [line for line in self.lines if abs(line.size - size) <= _SAME_SIZE * size]
        starts = Counter(round(line.x) for line in usual)
        often = [place for place, count in starts.items() if count * 3 >= len(usual)]
        self.base = min(often, default=min(starts))
        ends = sorted(line.end for line in usual)
        self.right = ends[int(0.8 * (len(ends) - 1))]
        steps = [a.y - b.y for a, b in pairwise(usual) if a.y - b.y > 0]
        self.leading = statistics.median_low(steps) if steps else size * _USUAL_LEADING
        self.leading = max(self.leading, size)

    def fills(self, line: Line, share: float) -> bool:
        """Whether a line reaches a share of the width of the column."""
        return line.end - self.base >= share * (self.right - self.base)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making."""

    size: float
    parts: list[str] = field(default_factory=list)

    @property
    def tail(self) -> str:
        return self.parts[-1]


def make_paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Join lines into paragraphs, in the order of the lines.

    "the govern-" and "ment said" become "the government said"; "the so-" and "called" become
    "the so-called".
    """
    made: list[_Paragraph] = []
    for page in pages:
        for lines in _flows(_with_initials(page)):
            _add(made, _Flow(lines))
    return [_write(paragraph.parts) for paragraph in made]


def _with_initials(page: Sequence[Line]) -> Iterator[Line]:
    """Put a large initial before the word that it begins."""
    initial: Line | None = None
    for line in page:
        if initial is not None:
            text = initial.text + line.text
            yield Line(line.x, line.y, line.size, text, line.end)
            initial = None
        elif len(line.text) == 1 and line.text.isalpha() and _towers(line, page):
            initial = line
        else:
            yield line
    if initial is not None:
        yield initial


def _towers(line: Line, page: Sequence[Line]) -> bool:
    """Whether a line's letters are much larger than those of the text."""
    return line.size > _DROP_CAP * statistics.median(other.size for other in page)


def _flows(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Part lines where they no longer go down the page."""
    flow: list[Line] = []
    for line in lines:
        if flow and line.y >= flow[-1].y:
            yield flow
            flow = []
        flow.append(line)
    if flow:
        yield flow


def _add(made: list[_Paragraph], flow: _Flow) -> None:
    """Add the lines of a column to the paragraphs made so far."""
    for place, line in enumerate(flow.lines):
        if place:
            begins = _begins(flow, flow.lines[place - 1], line)
            home = None if begins else made[-1]
        else:
            home = _left_open(made, line)
        if home is None:
            made.append(_Paragraph(line.size, [line.text]))
        else:
            home.parts.append(line.text)


def _left_open(made: Sequence[_Paragraph], line: Line) -> _Paragraph | None:
    """Find the paragraph that goes on at the top of a column, past captions and footnotes."""
    for paragraph in reversed(made[-_LOOK_BACK:]):
        if not _same_size(paragraph.size, line.size):
            continue
        if _ENDED.search(paragraph.tail) or len(paragraph.parts) == 1:
            return paragraph if _parted(paragraph.tail, line.text) else None
        return paragraph
    return None


def _parted(above: str, below: str) -> bool:
    return _PARTED.search(above) is not None and below[:1].islower()


def _same_size(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_SIZE * max(one, other)


def _begins(flow: _Flow, above: Line, line: Line) -> bool:
    """Whether a line begins a paragraph, by the line above it in the column."""
    if not _same_size(above.size, line.size) or CELL in above.text + line.text:
        return True
    if above.y - line.y > _LEADING * max(flow.leading, line.size):
        return True
    if line.text[0].islower():
        return False
    if _BULLET.match(line.text) or not flow.fills(above, _SHORT):
        return True
    if line.x > flow.base + _INDENT * line.size:
        moved = abs(line.x - above.x) > _INDENT * line.size
        return moved or not flow.fills(above, _FULL)
    first = measure(line.text.split(maxsplit=1)[0], line.size)
    room = flow.right - above.end > first + line.size
    return room and not flow.fills(above, _FULL) and _END.search(above.text) is not None


def _write(parts: Sequence[str]) -> str:
    """Write the lines of a paragraph as one."""
    text = parts[0]
    for part in parts[1:]:
        match = _PARTED.search(text)
        after = _GOES_ON.match(part)
        if match and after:
            keep = _keeps_hyphen(match["left"], after.group(), match["mark"])
            text = (text if keep else text[: match.start("mark")]) + part
        else:
            text = f"{text}{part}" if text.endswith(("-", "–", "/")) else f"{text} {part}"
    return text


def _keeps_hyphen(left: str, right: str, mark: str) -> bool:
    """Whether a hyphen at a line's end belongs to the word.

    It does before a capital ("Anglo-/American") and between two words that make no third
    ("so-/called"); it does not in "govern-/ment" and "Afghan-/istan".
    """
    if mark == "\u00ad":
        return False
    if right[0].isupper():
        return True
    if is_word((left + right).lower()):
        return False
    return is_word(left.lower()) and is_word(right.lower())
