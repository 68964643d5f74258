"""Tests of the tests: the noise reaches every table."""

from sqlalchemy import func, select

from db.engine import Database
from db.table import METADATA


def test_every_table_holds_noise(database: Database) -> None:
    """A table without noise would let a query without its WHERE pass."""
    with database.read() as session:
        counts = {
            name: session.scalar(select(func.count()).select_from(table))
            for name, table in METADATA.tables.items()
        }
    assert [name for name, count in counts.items() if not count] == []
