"""Tables of articles: a row each, under a row of names. Of any length, read row by row."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final, TextIO

from claims.errors import InputError
from claims.read.decode import decode
from claims.read.format.damage import show
from claims.read.format.draft import Draft, Part
from claims.read.format.material import Material
from claims.read.format.record import make_draft

VERSION: Final = "1"
LONGEST_CELL: Final = 4_000_000
"""The longest cell that is read, in characters."""
LONGEST_ROW: Final = 4 * LONGEST_CELL
"""The longest row, in characters."""

_READER: Final = f"csv/{VERSION}"
_DELIMITERS: Final = (",", ";", "\t", "|")
_REMEDY: Final = "mend the table, or save it again from the program that made it"


class _Lines:
    """The lines of a table, with those that the present row took."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._taken: list[str] = []
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._file.readline(LONGEST_CELL + 1):
            if len(line) > LONGEST_CELL:
                msg = f"a line is longer than {LONGEST_CELL:,} characters; {_REMEDY}"
                raise InputError(msg)
            self._taken.append(line)
            self._size += len(line)
            if self._size > LONGEST_ROW:
                msg = f"a row is longer than {LONGEST_ROW:,} characters; {_REMEDY}"
                raise InputError(msg)
            yield line

    def take(self) -> str:
        """Give the lines since the last call."""
        taken = "".join(self._taken)
        self._taken.clear()
        self._size = 0
        return taken


def read(material: Material) -> Iterator[Draft | InputError]:
    """Read the articles of a table.

    Raises:
        InputError: It is no text, has no row of names, or is damaged; rows before that are given.
    """
    encoding = _encoding(material)
    csv.field_size_limit(LONGEST_CELL)
    with material.open() as file:
        text = io.TextIOWrapper(file, encoding, newline="")
        try:
            yield from _read(material, text, encoding)
        except UnicodeDecodeError as error:
            msg = f"it is damaged {encoding.upper()} ({error.reason}); save it again as UTF-8"
            raise InputError(msg) from None
        except csv.Error as error:
            msg = f"it is no table that can be read ({error}); {_REMEDY}"
            raise InputError(msg) from None


def _encoding(material: Material) -> str:
    """Tell the encoding by the first bytes."""
    head = material.head()
    whole = head[: head.rfind(b"\n") + 1] or head
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return decode(whole)[1]


def _read(material: Material, text: TextIO, encoding: str) -> Iterator[Draft | InputError]:
    lines = _Lines(text)
    first = next(iter(lines), "")
    delimiter = max(_DELIMITERS, key=first.count)
    names = next(csv.reader([first], delimiter=delimiter), [])
    _refuse_nameless(names, material)
    rows = csv.reader(lines, delimiter=delimiter)
    lines.take()
    for number, row in enumerate(rows, start=2):
        raw = lines.take()
        if any(cell.strip() for cell in row):
            yield _try(material, number, dict(zip(names, row, strict=False)), raw, encoding)


def _refuse_nameless(names: Sequence[str], material: Material) -> None:
    """Refuse a table without the columns that it should have."""
    missing = [name for name in material.columns.values() if name.split(".")[0] not in names]
    if missing:
        there = show(", ".join(names), 300)
        msg = f"it has no column {show(missing[0], 40)}; it has: {there}"
        raise InputError(msg)


def _try(
    material: Material, number: int, record: dict[str, str], raw: str, encoding: str
) -> Draft | InputError:
    name = f"row {number:,}"
    try:
        part = Part.of(name, raw.encode(encoding.removesuffix("-sig")))
        return make_draft(record, material, _READER, part, encoding)
    except InputError as error:
        return InputError(f"{name}: {error}")
