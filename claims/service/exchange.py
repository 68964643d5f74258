"""Whole databases as JSON Lines: written out, and built again elsewhere.

The first line says what it is and of which schema, the last how many rows there were and their
checksum, so that half a file is never taken for a whole one. A few rows are in memory at a time.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

import db
from claims import __version__
from claims.errors import InputError, TooNew
from db.exchange.dump import dump
from db.schema import HEAD

if TYPE_CHECKING:
    from db.exchange.restore import PlainRow

FORMAT: Final = "claims/export/1"
_FAMILY: Final = "claims/export/"
_LONGEST_LINE: Final = 64_000_000
_REMEDY: Final = "write it again with: claims export --everything"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: into which database, and how many rows of each table."""

    location: str
    rows: Counter[str]


def export_lines(database: db.Database) -> Iterator[bytes]:
    """Give a database line by line, all of one state of it.

    The same rows give the same bytes, from SQLite and from PostgreSQL.
    """
    checksum = hashlib.sha256()
    rows = 0
    with database.read() as session:
        head = {"schema": FORMAT, "revision": HEAD, "program": __version__}
        for rows, line in enumerate(_bodies(head, dump(session))):  # noqa: B007 - the count stays
            checksum.update(line)
            yield line
    yield _line({"end": FORMAT, "rows": rows, "sha256": checksum.hexdigest()})


def _bodies(head: dict[str, str], rows: Iterable[tuple[str, Any]]) -> Iterator[bytes]:
    yield _line(head)
    for table, row in rows:
        yield _line({"table": table, "row": row})


def _line(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def export_to(database: db.Database, file: Path) -> None:
    """Write a database to a new file: all of it, or no file.

    Raises:
        InputError: There is such a file, or it cannot be written.
    """
    if file.exists():
        msg = f"{file} is there already and is kept; give a new name"
        raise InputError(msg)
    partial = file.with_name(f"{file.name}.partial")
    try:
        with partial.open("wb") as stream:
            stream.writelines(export_lines(database))
        partial.replace(file)
    except OSError as error:
        msg = f"cannot write {file}: {error.strerror}; give another name"
        raise InputError(msg) from error
    finally:
        partial.unlink(missing_ok=True)


def back_up(database: db.Database, file: Path) -> bool:
    """Write a copy of a database to a new file while others may use it.

    An SQLite database becomes a database file; one on a server becomes an export, taken from one
    snapshot, that `import_from` builds again.

    Returns:
        Whether the file is a database.

    Raises:
        InputError: There is such a file, or it cannot be written.
    """
    if database.is_file:
        db.copy_database(database, file)
    else:
        export_to(database, file)
    return database.is_file


def import_from(location: str, stream: IO[bytes], name: str) -> Imported:
    """Build a database from an export, in one transaction, where there is none yet.

    Args:
        location: Where to; it must be empty or missing.
        stream: The export.
        name: What it is called in messages.

    Raises:
        InputError: It is no export, half of one, or was changed since it was written.
        DatabaseError: The database holds something or cannot be written to.
    """
    from db.exchange.restore import restore

    counts: Counter[str] = Counter()
    try:
        lines = _Lines(stream)
        revision = _revision(lines)
        where = restore(location, revision, _rows(lines, counts))
    except InputError as error:
        msg = f"{name}: {error}; nothing was imported"
        raise InputError(msg) from error.__cause__
    except TooNew as error:
        msg = f"{name}: {error}"
        raise TooNew(msg) from None
    return Imported(where, counts)


class _Lines:
    """The lines of an export, read one at a time, with the checksum of those that were read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.number = 0
        self.checksum = hashlib.sha256()
        self._stream = stream

    def read(self) -> bytes:
        """Give the next line; nothing at the end."""
        line = self._stream.readline(_LONGEST_LINE)
        self.number += 1
        return line

    def parse(self, line: bytes) -> dict[str, Any]:
        """Read one line.

        Raises:
            InputError: It is broken off, or no JSON object.
        """
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if not line.endswith(b"\n") or not isinstance(found, dict):
            msg = f"line {self.number} is broken; {_REMEDY}"
            raise InputError(msg)
        return found


def _revision(lines: _Lines) -> str:
    """Read the first line."""
    line = lines.read()
    lines.checksum.update(line)
    try:
        head = lines.parse(line)
    except InputError:
        head = {}
    form = str(head.get("schema"))
    if form.startswith(_FAMILY) and form != FORMAT:
        msg = f"it was written by a newer claimledger ({form[:40]}); update this program"
        raise TooNew(msg)
    if form != FORMAT:
        msg = f"it is no export of claimledger; {_REMEDY}"
        raise InputError(msg)
    return str(head.get("revision"))


def _rows(lines: _Lines, counts: Counter[str]) -> Iterator[PlainRow]:
    """Read the rows, and check at the end that they are all there and as they were written."""
    from db.exchange.restore import PlainRow

    while line := lines.read():
        found = lines.parse(line)
        if "end" in found:
            _check_end(lines, found, counts.total())
            return
        lines.checksum.update(line)
        table = str(found.get("table"))
        counts[table] += 1
        yield PlainRow(table, found.get("row"), lines.number)
    msg = f"it ends before its end, after line {lines.number - 1}; {_REMEDY}"
    raise InputError(msg)


def _check_end(lines: _Lines, end: dict[str, Any], rows: int) -> None:
    if end.get("rows") != rows or end.get("sha256") != lines.checksum.hexdigest():
        msg = f"it was changed or damaged since it was written; {_REMEDY}"
        raise InputError(msg)
    if lines.read():
        msg = f"it goes on after its end, at line {lines.number}; {_REMEDY}"
        raise InputError(msg)
