"""What the database refuses, told as one line: what happened, to which database, the remedy.

Only failures of the surroundings are told so: a lock, a full disk, a missing server, a file of
another kind. A constraint that bites is a bug of this program and keeps its traceback.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

from claims.errors import Unreachable

_BUSY: Final = "is busy: another program is writing to it; try again when it is done"
_READ_ONLY: Final = (
    "cannot be written to; make the file and its folder writable or give another --db"
)
_FULL: Final = "has no room left; free some disk space and try again, nothing was half-stored"
_CLOSED: Final = "cannot be opened; check that its folder exists and may be read and written"
_NOT_OURS: Final = "is not a database file; give another file with --db"
_BROKEN: Final = "is damaged; restore it from a backup"
_DISK: Final = "cannot be read or written: the disk reports an error; check the disk"
_DOWN: Final = "does not answer; check that the server runs and that the address is right"
_DENIED: Final = "refuses the user or password; check the address given with --db"
_ABSENT: Final = "does not exist on the server; create it with: createdb"
_OTHER_TABLES: Final = (
    "has other tables than its version says ({lacks}): an unreleased program made it; save the "
    "words in it with that program (claims export), and begin a new one"
)
_PERMISSION: Final = "does not let this user do that; ask its owner for the right to write"

_SQLITE: Final[Mapping[str, str]] = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_PERM": _READ_ONLY,
    "SQLITE_FULL": _FULL,
    "SQLITE_CANTOPEN": _CLOSED,
    "SQLITE_AUTH": _CLOSED,
    "SQLITE_NOTADB": _NOT_OURS,
    "SQLITE_CORRUPT": _BROKEN,
    "SQLITE_IOERR": _DISK,
}
_POSTGRESQL: Final[Mapping[str, str]] = {
    "55P03": _BUSY,
    "40P01": _BUSY,
    "40001": _BUSY,
    "53100": _FULL,
    "53": _DOWN,
    "25006": _READ_ONLY,
    "3D000": _ABSENT,
    "42501": _PERMISSION,
    "28": _DENIED,
    "08": _DOWN,
    "57P": _DOWN,
}


_LACKING: Final = frozenset({"42703", "42P01"})
"""What PostgreSQL says of a column and of a table that is not there."""


@contextmanager
def told(url: str) -> Iterator[None]:
    """Turn failures of the surroundings into one line about the database at `url`.

    Raises:
        Unreachable: The database cannot be opened, is locked, or cannot be written to.
    """
    try:
        yield
    except DBAPIError as error:
        told_as = _explain(error)
        if told_as is None:
            raise
        msg = f"the database {url} {told_as}"
        raise Unreachable(msg) from error


def _explain(error: DBAPIError) -> str | None:
    """Say what happened and the remedy; None for what is a bug of this program."""
    origin = error.orig
    name = getattr(origin, "sqlite_errorname", None)
    if isinstance(name, str):
        if str(origin).startswith(("no such column", "no such table")):
            return _OTHER_TABLES.format(lacks=origin)
        return _longest_prefix(_SQLITE, name)
    state = getattr(origin, "sqlstate", None)
    if state in _LACKING:
        return _OTHER_TABLES.format(lacks=str(origin).splitlines()[0])
    if isinstance(state, str):
        return _longest_prefix(_POSTGRESQL, state)
    return _explain_words(origin)


def _explain_words(origin: BaseException | None) -> str | None:
    """Tell a PostgreSQL failure that comes from the client library, without a code."""
    if type(origin).__module__.partition(".")[0] != "psycopg":
        return None
    if type(origin).__name__ not in {"OperationalError", "ConnectionTimeout"}:
        return None
    words = str(origin)
    if "does not exist" in words and "database" in words:
        return _ABSENT
    if "authentication" in words or "no password" in words:
        return _DENIED
    return _DOWN


def _longest_prefix(table: Mapping[str, str], code: str) -> str | None:
    fitting = [known for known in table if code.startswith(known)]
    return table[max(fitting, key=len)] if fitting else None
