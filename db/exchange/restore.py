"""A database built from plain rows: all of them in one transaction, or nothing.

The rows go into the schema they were taken from, which is then brought up to date, so that what
an older program wrote can be read in years to come. Refuses a database that holds anything: to
merge two desks' words row by row could attach them to other things.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, Final

from sqlalchemy import (
    JSON,
    URL,
    Connection,
    DateTime,
    Integer,
    MetaData,
    Table,
    event,
    exists,
    func,
    select,
    text,
)
from sqlalchemy.exc import DataError, IntegrityError

from claims.errors import DatabaseError, InputError, TooNew
from db.engine import BUSY_TIMEOUT_S, file_of, make_folder, parse_url, refuse, shown
from db.exchange.form import from_plain
from db.failure import told
from db.row.base import Record
from db.schema import HEAD, REVISIONS, State, read_state
from db.table import METADATA
from db.table.base import DOCUMENT, INSTANT
from db.upgrade import change_schema, make_index, migrating

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row as it was read: its table, its fields, and the line it stands on."""

    table: str
    fields: Any
    line: int


def restore(url: str | None, revision: str, rows: Iterable[PlainRow]) -> str:
    """Fill an empty database, made if there is none, with rows.

    Args:
        url: Where to; None for the default.
        revision: The schema the rows are of.
        rows: The rows, those that others point to first. What it raises undoes everything.

    Returns:
        The database, as people are told it.

    Raises:
        DatabaseError: It holds something, belongs to another program or cannot be written to.
        TooNew: The rows are of a schema that this program does not know.
        InputError: A row cannot be stored.
    """
    where = parse_url(url)
    if revision not in REVISIONS:
        msg = f"it was written by a newer claimledger (schema {revision}); update this program"
        raise TooNew(msg)
    file = file_of(where)
    if file is not None:
        make_folder(file)
    with told(shown(where)), migrating(where, BUSY_TIMEOUT_S, "import into") as connection:
        _prepare(connection, where, revision)
        _fill(connection, rows)
        if revision != HEAD:
            change_schema(connection, HEAD)
        make_index(connection)
    return shown(where)


def _prepare(connection: Connection, where: URL, revision: str) -> None:
    """Give the database the schema of the rows, if it has nothing to lose."""
    state = read_state(connection)[1]
    if state is not State.MISSING:
        refuse(state, shown(where))
        if any(
            connection.scalar(select(exists(table.select()))) for table in METADATA.tables.values()
        ):
            msg = f"the database {shown(where)} is not empty; give a new one with --db"
            raise DatabaseError(msg)
        if revision != HEAD:
            change_schema(connection, "base", back=True)
    change_schema(connection, revision)


def _fill(connection: Connection, rows: Iterable[PlainRow]) -> None:
    tables = _tables(connection)
    filled: set[str] = set()
    for name, some in groupby(rows, lambda row: row.table):
        for batch in _batches(some):
            if name not in tables:
                msg = f"line {batch[0].line} is for a table that is not known: {str(name)[:40]!r}"
                raise InputError(msg)
            _insert(connection, tables[name], batch)
            filled.add(name)
    for name in sorted(filled):
        _advance(connection, tables[name])


def _tables(connection: Connection) -> dict[str, Table]:
    """Give the tables of the schema that is there, by name, as their columns are declared."""
    found = MetaData()
    event.listen(found, "column_reflect", _declare)
    found.reflect(connection)
    return {name: table for name, table in found.tables.items() if name != "alembic_version"}


def _declare(_inspector: Any, _table: Table, column: Any) -> None:
    """Read and write a reflected column as the tables of the program do."""
    if isinstance(column["type"], DateTime):
        column["type"] = INSTANT()
    if isinstance(column["type"], JSON):
        column["type"] = DOCUMENT


def _batches(rows: Iterator[PlainRow]) -> Iterator[list[PlainRow]]:
    while batch := list(islice(rows, _AT_ONCE)):
        yield batch


def _insert(connection: Connection, table: Table, batch: list[PlainRow]) -> None:
    records = [_record(table, row) for row in batch]
    try:
        connection.execute(table.insert(), records)
    except (DataError, IntegrityError, OverflowError) as error:
        msg = (
            f"one of the lines {batch[0].line} to {batch[-1].line} breaks a rule of the table "
            f"{table.name}; export it again"
        )
        raise InputError(msg) from error


def _record(table: Table, row: PlainRow) -> Record:
    try:
        return from_plain(table, row.fields)
    except InputError as error:
        msg = f"line {row.line} cannot be read: {error}"
        raise InputError(msg) from None


def _advance(connection: Connection, table: Table) -> None:
    """Let a server count on after the numbers that were given."""
    keys = list(table.primary_key.columns)
    if connection.dialect.name != "postgresql" or len(keys) != 1:
        return
    if isinstance(keys[0].type, Integer):
        last = connection.scalar(select(func.max(keys[0])))
        if last is not None:
            counter = text("SELECT setval(pg_get_serial_sequence(:name, :key), :last)")
            connection.execute(counter, {"name": table.name, "key": keys[0].name, "last": last})
