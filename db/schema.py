"""Which schema a database has, found by plain SQL: reading never imports alembic.

Revisions are listed here, oldest first; a test checks the list against migrations/versions. A
database whose revision is not in the list was written by a newer program.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, text

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
HEAD: Final = REVISIONS[-1]

_COUNT_OWN: Final = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'",
    "postgresql": (
        "SELECT count(*) FROM pg_tables"
        " WHERE schemaname = current_schema() AND tablename = 'alembic_version'"
    ),
}


class State(StrEnum):
    """How the schema of a database stands to this program."""

    MISSING = "missing"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Status:
    """The schema of one database.

    Args:
        url: The database, password hidden.
        revision: Its revision, None where it has no schema of ours.
        head: The revision this program writes.
        state: How the two stand to each other; foreign where an SQLite file holds only tables
            of another program.
    """

    url: str
    revision: str | None
    head: str
    state: State


def read_revision(connection: Connection) -> str | None:
    """Read the schema revision; None where there is no schema of ours."""
    if not connection.scalar(text(_COUNT_OWN[connection.dialect.name])):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def read_state(connection: Connection) -> tuple[str | None, State]:
    """Read the revision and say how it stands to this program."""
    revision = read_revision(connection)
    if revision is None:
        return None, State.FOREIGN if _holds_other_tables(connection) else State.MISSING
    if revision not in REVISIONS:
        return revision, State.NEWER
    return revision, State.CURRENT if revision == HEAD else State.OLDER


def _holds_other_tables(connection: Connection) -> bool:
    """Whether another program's tables are there; a PostgreSQL database may be shared."""
    if connection.dialect.name != "sqlite":
        return False
    others = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
    return bool(connection.scalar(text(others)))
