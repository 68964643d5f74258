"""Reading a workbook with another library than the one that wrote it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from openpyxl import load_workbook


def sheets_of(data: bytes) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of every sheet, each by the heads of its columns."""
    sheets = {}
    for sheet in load_workbook(io.BytesIO(data)):
        heads, *rows = sheet.iter_rows()
        names = [head.value for head in heads]
        sheets[sheet.title] = [
            {name: cell.value for name, cell in zip(names, row, strict=True)} for row in rows
        ]
    return sheets


def cell_at(data: bytes, sheet: str, column: str, row: int) -> Any:
    """Give a cell with all that belongs to it, its row counted from 0 below the head."""
    rows = list(load_workbook(io.BytesIO(data))[sheet].iter_rows())
    at = [head.value for head in rows[0]].index(column)
    return rows[row + 1][at]


def parts_of(data: bytes) -> dict[str, str]:
    """Give the files in a workbook as they stand."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def as_lines(data: bytes) -> str:
    """Write out everything that a workbook holds, a line a cell, to be compared and looked at."""
    return "\n".join(_lines(data)) + "\n"


def _lines(data: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(data)):
        yield f"== {sheet.title}, frozen at {sheet.freeze_panes}, {sheet.dimensions}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield f"{cell.coordinate} {_value(cell)}{_link(cell)}"


def _value(cell: Any) -> str:
    value = cell.value
    if isinstance(value, datetime):
        return f"day {value.isoformat(sep=' ')} {cell.number_format}"
    sort = "text" if isinstance(value, str) else "number"
    return f"{sort} {'(quoted) ' if cell.quotePrefix else ''}{value}"


def _link(cell: Any) -> str:
    link = cell.hyperlink
    return f" -> {link.target or '#' + link.location}" if link else ""
