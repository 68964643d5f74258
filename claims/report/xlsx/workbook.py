"""The whole workbook, its sheets in order, its properties fixed by the report itself."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from claims.report.csv_report import list_lines
from claims.report.told import told_articles, told_cases, told_words
from claims.report.xlsx.answers import NAME as ANSWERS
from claims.report.xlsx.answers import answers_table
from claims.report.xlsx.articles import NAME as ARTICLES
from claims.report.xlsx.articles import Listed, articles_table
from claims.report.xlsx.cell import Writer
from claims.report.xlsx.conflicts import NAME as CONFLICTS
from claims.report.xlsx.conflicts import conflicts_table
from claims.report.xlsx.notes import Note, notes_table
from claims.report.xlsx.place import Places
from claims.report.xlsx.summary import summary_table
from claims.report.xlsx.table import Column, Table, write_table

if TYPE_CHECKING:
    from claims.report.imprint import Imprint
    from claims.report.view import Dossier

GUIDE: Final = "column guide"


def write_xlsx(dossier: Dossier, imprint: Imprint) -> Iterator[bytes]:
    """Write the report as a workbook.

    Args:
        dossier: Everything it tells of.
        imprint: Its title, and when and by which version it was made.

    Raises:
        InputError: A sheet would have more rows than one takes.
    """
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": imprint.title,
                "comments": imprint.words,
                "created": datetime.fromisoformat(imprint.day).replace(tzinfo=UTC),
            }
        )
        writer = Writer(book)
        for table in _with_guide(tables_of(dossier, imprint)):
            write_table(table, book.add_worksheet(table.name), writer)
    yield stream.getvalue()


def tables_of(dossier: Dossier, imprint: Imprint) -> list[Table]:
    """Give the sheets, but for the guide to them."""
    lines, cases = list(list_lines(dossier)), told_cases(dossier)
    listed = {entry.article.id: entry for entry in dossier.articles}
    articles = [Listed(one, listed.get(id_)) for id_, one in told_articles(dossier).items()]
    places = Places(
        claims=_rows(ANSWERS, [line.entry.claim.id for line in lines]),
        articles=_rows(ARTICLES, [one.article.id for one in articles]),
        cases=_rows(CONFLICTS, [case.conflict.id for case in cases]),
    )
    notes = [Note(word, is_outdated) for word, is_outdated in told_words(dossier).values()]
    return [
        summary_table(dossier, imprint),
        conflicts_table(cases, places),
        answers_table(lines, places),
        articles_table(articles),
        notes_table(notes, places),
    ]


def _rows(name: str, ids: Sequence[str]) -> dict[str, str]:
    """Give the first row of each thing in a sheet, as an address within the workbook."""
    rows: dict[str, str] = {}
    for at, id_ in enumerate(ids, start=2):
        rows.setdefault(id_, f"internal:{name}!A{at}")
    return rows


def _with_guide(tables: Sequence[Table]) -> list[Table]:
    told = [
        (table.name, name, column.meaning)
        for table in tables
        for name, column in table.columns.items()
    ]
    columns = {
        "sheet": Column("The sheet", lambda one: one[0]),
        "column": Column("The head of the column", lambda one: one[1], 28),
        "meaning": Column("What it means", lambda one: one[2], 80),
    }
    return [*tables, Table(GUIDE, columns, told)]
