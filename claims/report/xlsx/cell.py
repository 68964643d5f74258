"""What a cell can hold, and how it is written: text as text, numbers as numbers, days as days.

Nothing is written that a spreadsheet would run, guess at or alter: an amount with more digits than
it keeps, a day from before its calendar and an instant without a zone stand as text or in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final

from claims.report.address import web_address
from claims.report.cell_text import is_formula, short

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_ADDRESS: Final = 2_000
_MOST_DIGITS: Final = 10**15
_FIRST_DAY: Final = date(1900, 3, 1)
"""From here on spreadsheets and calendars agree: the former know a 29 February 1900."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: to a page, or to "internal:articles!A5"."""

    words: str
    to: str


Cell = str | int | float | date | datetime | Link | None


def day_cell(words: str | None) -> Cell:
    """Make a day of an ISO day; a month or a year stays the text it is, and so does an old day."""
    if words is None or len(words) != len("2021-04-05"):
        return words
    day = date.fromisoformat(words)
    return day if day >= _FIRST_DAY else words


def address_cell(words: str | None) -> Cell:
    """Make an address of the web one that can be followed; any other stays text."""
    page = web_address(words)
    return Link(page, page) if page and len(page) <= _LONGEST_ADDRESS else words


def instant_cell(at: datetime | None) -> Cell:
    """Give an instant in UTC, to the second."""
    return None if at is None else at.astimezone(UTC).replace(tzinfo=None, microsecond=0)


class Writer:
    """Writes cells into the sheets of one workbook."""

    def __init__(self, book: Workbook) -> None:
        top = {"valign": "top"}
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top})
        self._plain: Format = book.add_format({"text_wrap": True, **top})
        self._marked: Format = book.add_format(
            {"text_wrap": True, "num_format": "@", "quote_prefix": True, **top}
        )
        self._number: Format = book.add_format({"num_format": "#,##0.######", **top})
        self._whole: Format = book.add_format({"num_format": "#,##0", **top})
        self._day: Format = book.add_format({"num_format": "yyyy-mm-dd", **top})
        self._instant: Format = book.add_format({"num_format": 'yyyy-mm-dd hh:mm:ss "UTC"', **top})
        self._link: Format = book.add_format({"font_color": "#0563C1", "underline": 1, **top})

    def write(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        """Write a cell; nothing for one that is empty."""
        match cell:
            case None | "":
                pass
            case Link():
                sheet.write_url(row, column, cell.to, self._link, string=short(cell.words))
            case datetime():
                sheet.write_datetime(row, column, cell, self._instant)
            case date():
                sheet.write_datetime(row, column, datetime.combine(cell, time()), self._day)
            case int() | float() if abs(cell) < _MOST_DIGITS:
                form = self._whole if cell == int(cell) else self._number
                sheet.write_number(row, column, cell, form)
            case _:
                self._write_text(sheet, row, column, str(cell))

    def _write_text(self, sheet: Worksheet, row: int, column: int, text: str) -> None:
        words = short(text)
        form = self._marked if is_formula(words) else self._plain
        sheet.write_string(row, column, words, form)
