"""Lines of plain text: cleaned of what could steer a terminal, wrapped, indented, underlined.

Widths count columns of a terminal: wide characters two, combining marks none. A line breaks at
spaces, never at a no-break space; a word longer than the line is cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

NARROWEST: Final = 10
"""Columns that a line has left at least, however deep it is indented."""

_STEERING: Final = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_SPACES: Final = re.compile(r"[^\S\u00a0\u202f]+")
_WORDS: Final = re.compile(r"[^ ]+")


def clean(text: str) -> str:
    """Make text from outside safe to print on one line.

    Runs of white space become one space; control characters and marks that change the direction
    of writing become the replacement character.
    """
    return _SPACES.sub(" ", _STEERING.sub("\N{REPLACEMENT CHARACTER}", text))


def columns(text: str) -> int:
    """Count the columns that text takes on a terminal."""
    return sum(map(_columns_of, text)) if not text.isascii() else len(text)


def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def break_lines(text: str, width: int, first: int | None = None) -> Iterator[tuple[int, int]]:
    """Break text into lines.

    Args:
        text: Cleaned text.
        width: Columns of a line.
        first: Columns of the first line, where it has fewer or more.

    Yields:
        The half-open stretch of each line, in order, without the spaces at which it broke.
    """
    line: tuple[int, int] | None = None
    room = width if first is None else first
    for start, end in _pieces(text, min(width, room)):
        if line is None:
            line = start, end
        elif columns(text[line[0] : end]) <= room:
            line = line[0], end
        else:
            yield line
            line, room = (start, end), width
    if line is not None:
        yield line


def _pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Give the words, those that are longer than a line cut."""
    for match in _WORDS.finditer(text):
        start, end = match.span()
        while columns(text[start:end]) > width:
            yield start, start + max(1, width // 2 if not text.isascii() else width)
            start += max(1, width // 2 if not text.isascii() else width)
        yield start, end


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Wrap cleaned text.

    Args:
        text: What to wrap; empty text gives the first indent alone.
        width: Columns of the whole line, indent included.
        first: What the first line begins with.
        rest: What the others begin with; as much room as `first` takes where None.
    """
    hanging = " " * columns(first) if rest is None else rest
    shown = clean(text)
    rooms = (max(NARROWEST, width - columns(indent)) for indent in (hanging, first))
    lines = [shown[start:end] for start, end in break_lines(shown, *rooms)] or [""]
    return [
        (first if at == 0 else hanging) + line if line else first.rstrip()
        for at, line in enumerate(lines)
    ]


def underline(
    text: str, marks: Sequence[tuple[str, tuple[int, int]]], width: int, indent: str
) -> list[str]:
    """Wrap text with a line of marks under each line that has any.

    Args:
        text: Cleaned text.
        marks: The characters that mark, each with its half-open stretch; later ones win.
        width: Columns of the whole line, indent included.
        indent: What every line begins with.
    """
    lines: list[str] = []
    for start, end in break_lines(text, max(NARROWEST, width - columns(indent))):
        lines.append(indent + text[start:end])
        marked = "".join(_mark(text, at, marks) for at in range(start, end)).rstrip()
        if marked:
            lines.append(indent + marked)
    return lines


def _mark(text: str, at: int, marks: Sequence[tuple[str, tuple[int, int]]]) -> str:
    fitting = [sign for sign, (start, end) in marks if start <= at < end]
    return (fitting[-1] if fitting else " ") * _columns_of(text[at])
