"""Every stored row of a database, in an order that depends on the rows alone."""

from collections.abc import Iterator

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from db.exchange.form import form_of, to_plain
from db.row.base import Record
from db.table import DERIVED, METADATA

_AT_ONCE = 500


def dump(session: Session) -> Iterator[tuple[str, Record]]:
    """Give the table and the plain row of everything that is stored, a few rows in memory.

    What is made from other rows is left out. A table comes after those that its rows point to;
    its rows are in the order of their keys.
    """
    for table in METADATA.sorted_tables:
        if table.name in DERIVED:
            continue
        for row in _rows(session, table):
            yield table.name, row


def _rows(session: Session, table: Table) -> Iterator[Record]:
    statement = select(table).order_by(*table.primary_key.columns)
    forms = form_of(table)
    found = session.execute(statement, execution_options={"yield_per": _AT_ONCE})
    for row in found.mappings():
        yield to_plain({column.name: row[column] for column in table.columns}, forms)
