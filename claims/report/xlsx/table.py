"""A sheet as a table: its columns, each with its meaning, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from claims.errors import InputError
from claims.report.xlsx.cell import Cell, Link

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from claims.report.xlsx.cell import Writer

MOST_ROWS: Final = 1_048_575
"""Rows of a sheet below its head."""
MOST_LINKS: Final = 65_000
"""Links that a sheet takes; those behind them are text."""

_LINE: Final = 15.0
"""Points that a line of text takes."""
_MOST_LINES: Final = 8


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it means, what it holds of a row, and how wide it is in letters."""

    meaning: str
    read: Callable[[Any], Cell]
    width: int = 14


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet.

    Args:
        name: What stands on its tab.
        columns: Its columns by their heads, in order.
        rows: What `Column.read` is given, a row each.
    """

    name: str
    columns: Mapping[str, Column]
    rows: Sequence[Any]


def write_table(table: Table, sheet: Worksheet, writer: Writer) -> None:
    """Write a table into its sheet: the head stays in sight, each column can be filtered by.

    Raises:
        InputError: It has more rows than a sheet takes.
    """
    if len(table.rows) > MOST_ROWS:
        msg = f"the sheet {table.name} would have {len(table.rows):,} rows; narrow the report by a "
        msg += "filter, or write it as .csv"
        raise InputError(msg)
    for at, (name, column) in enumerate(table.columns.items()):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, name, writer.head)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    links = 0
    for row, one in enumerate(table.rows, start=1):
        cells = [column.read(one) for column in table.columns.values()]
        sheet.set_row(row, _height(cells, table))
        for at, cell in enumerate(cells):
            links += isinstance(cell, Link)
            writer.write(sheet, row, at, _within(cell, links))


def _height(cells: Sequence[Cell], table: Table) -> float:
    """Give a row room for its longest text, up to some lines; not every program finds it itself."""
    widths = (column.width for column in table.columns.values())
    lines = (
        ceil(len(cell) / width)
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, str)
    )
    return _LINE * min(max(lines, default=1), _MOST_LINES)


def _within(cell: Cell, links: int) -> Cell:
    return cell.words if isinstance(cell, Link) and links > MOST_LINKS else cell
