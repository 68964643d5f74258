"""Statements in bulk: inserts of many rows, and long lists of ids a piece at a time."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Table, delete
from sqlalchemy.orm import Session

from claims.errors import InputError
from db.row.base import Record, Stored

PIECE: Final = 5000
"""How many ids one statement takes; both databases allow some thirty thousand."""


def insert_rows(session: Session, table: Table, rows: Iterable[Record]) -> None:
    """Insert rows that all have the same columns; none is fine."""
    listed = list(rows)
    if listed:
        session.execute(table.insert(), listed)


def delete_rows(session: Session, column: ColumnElement[Any], values: Collection[Any]) -> None:
    """Delete the rows whose column has one of the values."""
    for piece in pieces(values):
        session.execute(delete(column.table).where(column.in_(piece)))


def pieces(values: Collection[Any]) -> Iterator[Sequence[Any]]:
    """Split a long list of values, sorted so that runs are alike."""
    ordered = sorted(values)
    for start in range(0, len(ordered), PIECE):
        yield ordered[start : start + PIECE]


def select_rows(
    session: Session,
    values: Collection[Any],
    statement: Callable[[Sequence[Any]], Select[Any]],
) -> list[Stored]:
    """Gather the rows of one statement asked for a piece of the values at a time."""
    return [row for piece in pieces(values) for row in session.execute(statement(piece))]


def refuse_unstorable(**fields: str | None) -> None:
    """Refuse text that no database keeps.

    Raises:
        InputError: A field holds NUL or a lone surrogate.
    """
    for name, words in fields.items():
        if words is None:
            continue
        if "\0" in words or any("\ud800" <= letter <= "\udfff" for letter in words):
            msg = f"the {name} holds a character that cannot be stored; remove it: {words!a}"
            raise InputError(msg)
