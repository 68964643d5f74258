"""Copying an SQLite database while others use it."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from claims.errors import InputError, Unreachable
from db.engine import Database
from db.failure import told

_PARTIAL: Final = ".partial"


def copy_database(database: Database, file: Path) -> None:
    """Copy an SQLite database to a file: one state of it, all of it, or no file.

    Others may go on writing meanwhile.

    Raises:
        InputError: There is such a file, or it cannot be written.
        Unreachable: The database cannot be read, or what was copied is damaged.
    """
    if file.exists():
        msg = f"{file} is there already and is kept; give a new name"
        raise InputError(msg)
    partial = file.with_name(file.name + _PARTIAL)
    try:
        _copy(database, partial)
        partial.replace(file)
    except (OSError, sqlite3.OperationalError) as error:
        msg = f"cannot write {file}: {getattr(error, 'strerror', None) or error}; give another name"
        raise InputError(msg) from error
    finally:
        for left in (partial, *(Path(f"{partial}{end}") for end in ("-wal", "-shm", "-journal"))):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _copy(database: Database, partial: Path) -> None:
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial)) as target:
        with told(database.url):
            database.copy_to(target)
        if target.execute("PRAGMA quick_check").fetchone() != ("ok",):
            msg = f"the database {database.url} is damaged; restore it from a backup"
            raise Unreachable(msg)
    with partial.open("rb") as written:
        os.fsync(written.fileno())
