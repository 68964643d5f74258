"""Rows renewed: made to be what they should be, writing nothing but what differs.

Findings on a question that a thousand articles answer are the same, but for a few, after one
more article. To delete and insert them all would take longer than to find them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, and_, bindparam, delete, select, update
from sqlalchemy.orm import Session

from db.row.base import Record
from db.statement import GIVEN, insert_rows, select_rows

_WHICH: Final = "which_"
"""Begins the names of parameters that say which row is meant; columns have names of their own."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """What has to be written so that some rows of a table are those that they should be.

    Args:
        table: The table.
        gone: Rows that are no longer.
        changed: Rows of a known key that are others now.
        new: Rows of new keys.
    """

    table: Table
    gone: Sequence[Record]
    changed: Sequence[Record]
    new: Sequence[Record]

    def delete(self, session: Session) -> None:
        """Delete what is gone."""
        if self.gone:
            rows = [self._which(row) for row in self.gone]
            session.connection().execute(delete(self.table).where(self._meant()), rows)

    def write(self, session: Session) -> None:
        """Write what is changed or new."""
        if self.changed:
            told = [name for name in self.changed[0] if name not in self._keys]
            rows = [{**row, **self._which(row)} for row in self.changed]
            statement = update(self.table).where(self._meant())
            given: dict[str, ColumnElement[Any]] = {name: bindparam(name) for name in told}
            session.connection().execute(statement.values(given), rows)
        insert_rows(session, self.table, self.new)

    @property
    def _keys(self) -> list[str]:
        return [column.name for column in self.table.primary_key]

    def _which(self, row: Record) -> Record:
        return {_WHICH + name: row[name] for name in self._keys}

    def _meant(self) -> ColumnElement[bool]:
        return and_(*(self.table.c[name] == bindparam(_WHICH + name) for name in self._keys))


def renewal_of(
    session: Session,
    table: Table,
    key: Sequence[str],
    rows: Iterable[Record],
    among: Iterable[tuple[ColumnElement[Any], Collection[str]]],
) -> Renewal:
    """Compare rows as they should be with those that are stored.

    Args:
        session: Where they are stored.
        table: Their table.
        key: Names of columns that no two of the rows share.
        rows: As they should be, all with the same columns.
        among: The stored rows that have one of these values in this column are to become `rows`.
    """
    key_of = itemgetter(*key)
    stored: dict[Any, Record] = {}
    for column, values in among:
        found = select_rows(session, values, select(table).where(column.in_(GIVEN)))
        stored.update((key_of(row._mapping), dict(row._mapping)) for row in found)  # noqa: SLF001
    wanted = {key_of(row): row for row in rows}
    return Renewal(
        table,
        gone=[row for name, row in stored.items() if name not in wanted],
        changed=[row for name, row in wanted.items() if _differs(row, stored.get(name))],
        new=[row for name, row in wanted.items() if name not in stored],
    )


def _differs(row: Record, stored: Record | None) -> bool:
    return stored is not None and any(stored[name] != told for name, told in row.items())
