"""The sheet of answers: the columns of the CSV report, with days and links where they are such."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from claims.report.csv_report import COLUMNS
from claims.report.xlsx.cell import Cell, address_cell, day_cell
from claims.report.xlsx.table import Column, Table
from claims.values.days import Days

if TYPE_CHECKING:
    from claims.report.csv_report import Line
    from claims.report.xlsx.place import Places

NAME: Final = "answers"
_DAYS: Final = ("as_of_from", "as_of_to", "published", "published_inferred")
_ENDS: Final = ("low", "high")
_WIDTHS: Final = {
    "question": 40,
    "quote": 60,
    "reasons": 50,
    "words": 50,
    "answer": 24,
    "title": 30,
}


def answers_table(lines: Sequence[Line], places: Places) -> Table:
    """Make the sheet: a row for each source of each answer, none merged into another."""
    columns = {
        name: Column(meaning, _reader(name, read, places), _WIDTHS.get(name, 14))
        for name, (meaning, read) in COLUMNS.items()
    }
    return Table(NAME, columns, lines)


def _reader(name: str, read: Callable[[Line], Any], places: Places) -> Callable[[Line], Cell]:
    special: Mapping[str, Callable[[Line], Cell]] = {
        "address": lambda line: address_cell(line.article.address),
        "article_id": lambda line: places.article(line.article),
        **{day: lambda line: day_cell(read(line)) for day in _DAYS},
        **{end: lambda line: _end(line, read) for end in _ENDS},
    }
    return special.get(name, read)


def _end(line: Line, read: Callable[[Line], Any]) -> Cell:
    found: Cell = read(line)
    is_day = isinstance(line.entry.claim.value, Days) and isinstance(found, str)
    return day_cell(found) if is_day and isinstance(found, str) else found
