"""The rows of a table on disk, each with whether its seal holds."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.report.seal.stamp import COLUMN, LAST, RECORD, chained

_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class SealedRow:
    """One row of a table.

    Args:
        number: Its line in the file; the heads are line 1.
        cells: What it holds, by column; empty where it has not as many cells as there are heads.
        is_whole: Whether it and the seal before it are as they were written.
        is_last: Whether its seal says that it is the last.
    """

    number: int
    cells: Mapping[str, str]
    is_whole: bool
    is_last: bool


def read_rows(file: Path) -> Iterator[SealedRow]:
    """Read the rows of a table one by one; a row is a line."""
    with file.open("r", encoding="utf-8", errors="replace", newline=RECORD) as stream:
        heads = stream.readline().removesuffix(RECORD).removesuffix(f",{COLUMN}")
        names = next(csv.reader([heads.removeprefix(_MARK)]))
        before = chained("", heads)
        for number, line in enumerate(stream, 2):
            row, _, seal = line.removesuffix(RECORD).rpartition(",")
            digits = seal.removeprefix(LAST)
            is_whole = line.endswith(RECORD) and chained(before, row) == digits
            yield SealedRow(number, _cells(names, row), is_whole, seal != digits)
            before = digits


def _cells(names: list[str], row: str) -> dict[str, str]:
    try:
        cells = next(csv.reader([row], strict=True), [])
    except csv.Error:
        return {}
    return dict(zip(names, cells, strict=True)) if len(cells) == len(names) else {}
