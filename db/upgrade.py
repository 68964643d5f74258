"""Bringing a schema up to date, and back. The only module that imports alembic.

Every step runs in one transaction under the writers' lock, on SQLite with foreign keys off and
checked before the commit, so a migration that fails leaves nothing behind, and two processes
that make one database at once both succeed.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from claims.errors import DatabaseError
from db.engine import BUSY_TIMEOUT_S, file_of, make_engine, parse_url, refuse, shown
from db.failure import told
from db.schema import HEAD, State, Status, read_state
from db.write.index import index_everything

MIGRATIONS: Final = Path(__file__).resolve().parent.parent / "migrations"


def upgrade(url: str | None) -> None:
    """Make the schema, or bring it up to this program's.

    Raises:
        DatabaseError: It belongs to another program; TooNew, Unreachable likewise.
    """
    upgrade_url(parse_url(url))


def upgrade_url(
    url: URL, *, busy_timeout_s: float = BUSY_TIMEOUT_S, migrations: Path = MIGRATIONS
) -> None:
    """Bring the schema at a parsed address up to this program's; see `upgrade`."""
    with told(shown(url)), migrating(url, busy_timeout_s) as connection:
        state = read_state(connection)[1]
        if state in {State.FOREIGN, State.NEWER}:
            refuse(state, shown(url))
        _run(connection, migrations, lambda config: command.upgrade(config, "head"))
        if read_state(connection) == (HEAD, State.CURRENT) != (HEAD, state):
            make_index(connection)


def downgrade(url: str | None, revision: str) -> None:
    """Take the schema back to a revision, "base" for none at all; what it held is lost."""
    where = parse_url(url)
    with told(shown(where)), migrating(where, BUSY_TIMEOUT_S) as connection:
        _run(connection, MIGRATIONS, lambda config: command.downgrade(config, revision))


def status(url: str | None) -> Status:
    """Say which schema the database has; a missing one is said to be missing, not made."""
    where = parse_url(url)
    file = file_of(where)
    if file is not None and not file.exists():
        return Status(shown(where), None, HEAD, State.MISSING)
    engine = make_engine(where, busy_timeout_s=BUSY_TIMEOUT_S)
    try:
        with told(shown(where)), engine.connect() as connection:
            revision, state = read_state(connection)
            return Status(shown(where), revision, HEAD, state)
    finally:
        engine.dispose()


@contextmanager
def migrating(url: URL, busy_timeout_s: float, what: str = "upgrade of") -> Iterator[Connection]:
    """Open a connection in the one transaction of a migration; commit it if all is well.

    Args:
        url: The database.
        busy_timeout_s: How long to wait for another writer.
        what: What is undone, in words, where rows point nowhere.
    """
    engine = make_engine(url, busy_timeout_s=busy_timeout_s, foreign_keys=False)
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                _use_wal(connection, time.monotonic() + busy_timeout_s)
        with engine.execution_options(writes=True).begin() as connection:
            yield connection
            _check_references(connection, f"{what} {shown(url)}")
    finally:
        engine.dispose()


def _use_wal(connection: Connection, deadline: float) -> None:
    """Switch to WAL, which cannot be done in a transaction and does not wait by itself."""
    statement = "PRAGMA journal_mode = WAL"
    raw = connection.connection.driver_connection
    while raw is not None:
        try:
            raw.execute(statement)
        except Exception as error:  # the driver's own class, which only it can name
            busy = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
            if not busy or time.monotonic() > deadline:
                raise OperationalError(statement, None, error) from error
            time.sleep(0.02)
        else:
            return


def _check_references(connection: Connection, what: str) -> None:
    """Refuse to commit a migration that left rows pointing nowhere."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        msg = f"the {what} was undone: {len(broken)} rows point nowhere; report this"
        raise DatabaseError(msg)


def change_schema(connection: Connection, revision: str, *, back: bool = False) -> None:
    """Bring the schema to a revision in the transaction of `migrating`.

    Args:
        connection: The connection of the transaction.
        revision: Where to; "base" for no schema at all.
        back: Take it back, rather than up; what the tables hold that go is lost.
    """
    step = command.downgrade if back else command.upgrade
    _run(connection, MIGRATIONS, lambda config: step(config, revision))


def make_index(connection: Connection) -> None:
    """Make the rows anew by which things are found, in the transaction of `migrating`."""
    with Session(connection, join_transaction_mode="rollback_only") as session:
        index_everything(session)
        session.commit()


def _run(connection: Connection, migrations: Path, step: Callable[[Config], None]) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    step(config)
