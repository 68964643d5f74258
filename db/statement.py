"""Statements in bulk: inserts of many rows, and lists of ids of any length as one parameter.

A statement that asks for listed ids says `column.in_(GIVEN)`. It is written once and compiled
once, however many ids there are.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ARRAY, JSON, ColumnElement, Select, String, Table, bindparam, delete, select
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from claims.errors import InputError
from db.row.base import Record, Stored


class _Texts(TypeDecorator[Sequence[str]]):
    """A list of texts as a parameter: JSON for SQLite, an array for PostgreSQL.

    PostgreSQL sees how long an array is and plans for it; of a JSON list it would expect a hundred
    texts, and read whole tables for three.
    """

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Give the type of the database."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(ARRAY(String()))
        return dialect.type_descriptor(JSON())


class _Elements(FunctionElement[str]):
    """The elements of a list of texts, a row each."""

    inherit_cache = True


@compiles(_Elements, "sqlite")
def _elements_on_sqlite(elements: _Elements, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(elements.clauses, **options)})"


@compiles(_Elements, "postgresql")
def _elements_on_postgresql(elements: _Elements, compiler: SQLCompiler, **options: Any) -> str:
    return f"(SELECT unnest({compiler.process(elements.clauses, **options)}) AS value)"


_LIST: Final = bindparam("given", type_=_Texts())
GIVEN: Final = select(_Elements(_LIST).table_valued("value").c.value)
"""The texts that are given when a statement runs: as `given(ids)`."""


def given(values: Collection[str]) -> dict[str, list[str]]:
    """Give the parameter of a statement that asks for `GIVEN`, sorted so that runs are alike."""
    return {_LIST.key: sorted(values)}


def insert_rows(session: Session, table: Table, rows: Iterable[Record]) -> None:
    """Insert rows that all have the same columns; none is fine."""
    listed = list(rows)
    if listed:
        session.execute(table.insert(), listed)


def delete_rows(session: Session, column: ColumnElement[Any], values: Collection[str]) -> None:
    """Delete the rows whose column has one of the values."""
    if values:
        session.execute(delete(column.table).where(column.in_(GIVEN)), given(values))


def select_rows(
    session: Session, values: Collection[str], statement: Select[Any]
) -> Sequence[Stored]:
    """Gather the rows of a statement that asks for `GIVEN`; nothing is asked for no values."""
    return session.execute(statement, given(values)).all() if values else []


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
