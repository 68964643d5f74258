"""Opening a database and transactions on it.

SQLite: one file in WAL mode, foreign keys on, explicit BEGIN; writing takes BEGIN IMMEDIATE.
PostgreSQL: reading is one read-only snapshot, writing holds one advisory lock. So two writers
never overlap, and the second sees what the first stored. This module refuses a database whose
schema is not this program's, and never makes a file by reading.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from claims.errors import DatabaseError, InputError, OutOfDate, TooNew, Unreachable
from db.failure import told
from db.schema import State, read_state

BUSY_TIMEOUT_S: Final = 10.0
_WRITERS_CACHE_KB: Final = 64 * 1024
_LOG_PAGES: Final = 8_000
"""How many pages of 4 KB the log beside an SQLite file may hold: 32 MB."""
_WRITERS_LOCK: Final = int.from_bytes(b"claims")
_DRIVERS: Final = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}


def parse_url(url: str | None) -> URL:
    """Read where the database is.

    A bare path is an SQLite file; None is `CLAIMS_DB`, or the user's data folder.

    Raises:
        InputError: It is neither a path nor an address of SQLite or PostgreSQL.
    """
    if url is None:
        url = os.environ.get("CLAIMS_DB") or _default_path()
    if "://" not in url:
        return URL.create("sqlite", database=str(Path(url).expanduser()))
    try:
        parsed = make_url(url)
        driver = _DRIVERS[parsed.get_backend_name()]
    except (ArgumentError, KeyError, ValueError):
        msg = f"cannot use the database {url!r}; give a file, sqlite:///FILE or postgresql://…"
        raise InputError(msg) from None
    if driver == "sqlite" and not parsed.database:
        msg = "the database needs a file name: sqlite:///FILE"
        raise InputError(msg)
    return parsed.set(drivername=driver)


def _default_path() -> str:
    from platformdirs import user_data_path

    return str(user_data_path("claimledger", appauthor=False) / "claims.db")


def shown(url: URL) -> str:
    """Tell people which database it is: the path of a file, else the address without password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """Give the file an SQLite database lives in, None for a server."""
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def make_engine(url: URL, *, busy_timeout_s: float, foreign_keys: bool = True) -> Engine:
    """Make an engine whose connections and transactions keep the rules of this module.

    The execution option `writes` makes a transaction one that holds the writers' lock.
    """
    timeout_ms = max(1, round(busy_timeout_s * 1000))
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, timeout_ms, foreign_keys=foreign_keys)
    return _postgresql_engine(url, timeout_ms)


def _sqlite_engine(url: URL, timeout_ms: int, *, foreign_keys: bool) -> Engine:
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {timeout_ms}")
        # In WAL mode a crash can then undo the last transactions, never half of one.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        # What one article after another changes is copied into the file once for some dozen.
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        if writes:  # an article's rows lie all over a large file; reading needs no such room
            connection.exec_driver_sql(f"PRAGMA cache_size = -{_WRITERS_CACHE_KB}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql_engine(url: URL, timeout_ms: int) -> Engine:
    options = {"connect_timeout": max(2, timeout_ms // 1000), "client_encoding": "utf8"}
    try:
        engine = create_engine(url, connect_args=options)
    except ModuleNotFoundError:
        msg = "PostgreSQL needs its driver; install: claimledger[postgresql]"
        raise InputError(msg) from None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            connection.execute(text(f"SET LOCAL lock_timeout = {timeout_ms}"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})"))

    return engine


class Database:
    """An open database of this program's schema.

    Use `with database.read() as session` to look and `with database.write() as session` to
    change: one transaction each, undone by any exception.
    """

    def __init__(self, url: URL, *, busy_timeout_s: float = BUSY_TIMEOUT_S) -> None:
        self.url = shown(url)
        self._engine = make_engine(url, busy_timeout_s=busy_timeout_s)
        self._writing = self._engine.execution_options(writes=True)
        self._reading = self._engine
        if url.get_backend_name() == "postgresql":
            self._reading = self._engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Look at one state of the database.

        Raises:
            Unreachable: It cannot be opened or read.
        """
        with told(self.url), Session(self._reading) as session, session.begin():
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Change the database in one transaction that no other writer overlaps.

        Raises:
            Unreachable: It stays locked, cannot be written to, or its disk is full.
        """
        with told(self.url), Session(self._writing) as session, session.begin():
            session.connection()  # takes the lock now, before anything is read
            yield session

    @property
    def is_file(self) -> bool:
        """Whether it is one SQLite file, rather than a database on a server."""
        return self._engine.dialect.name == "sqlite"

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy one state of an SQLite database into another that nobody uses."""
        raw = self._engine.raw_connection()
        try:
            raw.driver_connection.backup(target)  # type: ignore[union-attr]
        finally:
            raw.close()

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()


def open_database(
    url: str | None, *, create: bool = False, busy_timeout_s: float = BUSY_TIMEOUT_S
) -> Database:
    """Open a database, after a look at its schema.

    Args:
        url: A path, `sqlite:///PATH` or `postgresql://…`; None for the default.
        create: Make a missing database and upgrade an older one, rather than refuse it.
        busy_timeout_s: How long to wait for another writer.

    Raises:
        DatabaseError: There is no database of ours there; OutOfDate, TooNew where it has
            another schema, Unreachable where it cannot be opened.
    """
    where = parse_url(url)
    state = _state(where, busy_timeout_s, create=create)
    if create and state in {State.MISSING, State.OLDER}:
        from db.upgrade import upgrade_url  # alembic only where it is needed

        upgrade_url(where, busy_timeout_s=busy_timeout_s)
    else:
        refuse(state, shown(where))
    return Database(where, busy_timeout_s=busy_timeout_s)


def _state(url: URL, busy_timeout_s: float, *, create: bool) -> State:
    file = file_of(url)
    if file is not None and not file.exists():
        if create:
            make_folder(file)
        return State.MISSING
    engine = make_engine(url, busy_timeout_s=busy_timeout_s)
    try:
        with told(shown(url)), engine.connect() as connection:
            return read_state(connection)[1]
    finally:
        engine.dispose()


def make_folder(file: Path) -> None:
    """Make the folder of a database file.

    Raises:
        Unreachable: It cannot be made.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"cannot make the folder {file.parent}: {error.strerror}; give another --db"
        raise Unreachable(msg) from error


def refuse(state: State, where: str) -> None:
    """Raise what fits a schema that is not this program's; do nothing for one that is."""
    if state is State.MISSING:
        msg = f"no database at {where}; make one with: claims add FILE…"
        raise DatabaseError(msg)
    if state is State.FOREIGN:
        msg = f"{where} is a database of another program; give another file with --db"
        raise DatabaseError(msg)
    if state is State.OLDER:
        msg = f"the database {where} has an older schema; run: claims database upgrade"
        raise OutOfDate(msg)
    if state is State.NEWER:
        msg = f"the database {where} was written by a newer claimledger; update this program"
        raise TooNew(msg)
