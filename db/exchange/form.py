"""Rows as JSON can hold them, and back: instants and bytes as text, everything else as it is.

Refuses a value that its column does not hold: SQLite would store any.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import JSON, Boolean, Column, DateTime, Float, Integer, LargeBinary, Table
from sqlalchemy.types import TypeEngine

from claims.errors import InputError
from db.row.base import Record
from db.table.base import INSTANT

Form = Callable[[Any], Any]


def form_of(table: Table) -> dict[str, Form]:
    """Give for each column what makes its values plain."""
    return {column.name: _writer(column.type) for column in table.columns}


def _writer(kind: TypeEngine[Any]) -> Form:
    if isinstance(kind, LargeBinary):
        return lambda value: b64encode(value).decode("ascii")
    if isinstance(kind, INSTANT | DateTime):
        return lambda value: value.isoformat()
    return lambda value: value


def to_plain(row: Mapping[str, Any], forms: Mapping[str, Form]) -> Record:
    """Make a row plain."""
    return {name: None if row[name] is None else write(row[name]) for name, write in forms.items()}


def from_plain(table: Table, plain: Any) -> Record:
    """Read a row of a table.

    Raises:
        InputError: It has not the columns of the table, or one of another type.
    """
    if not isinstance(plain, dict) or plain.keys() != set(table.columns.keys()):
        msg = f"it has not the fields of {table.name}"
        raise InputError(msg)
    return {column.name: _read(column, plain[column.name]) for column in table.columns}


def _read(column: Column[Any], value: Any) -> Any:
    if value is None and column.nullable:
        return None
    try:
        return _reader(column.type)(value)
    except (TypeError, ValueError):
        msg = f"its {column.name} cannot be {str(value)[:40]!r}"
        raise InputError(msg) from None


def _reader(kind: TypeEngine[Any]) -> Form:
    if isinstance(kind, INSTANT | DateTime):
        return _instant
    for sort, read in _READERS:
        if isinstance(kind, sort):
            return read
    return _storable(_only(str))


def _storable(read: Form) -> Form:
    """Refuse what no database keeps: NUL and lone surrogates, at any depth."""

    def check(value: Any) -> Any:
        if "\0" in _letters(read(value)):
            raise ValueError(value)
        return value

    return check


def _letters(value: Any) -> str:
    """Give every character of a value; one that is no character at all cannot be encoded."""
    found = value if isinstance(value, str) else "".join(map(_letters, _parts(value)))
    found.encode()
    return found


def _parts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value, *value.values()]
    return value if isinstance(value, list) else []


def _instant(value: Any) -> datetime:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError(value)
    return at


def _only(*sorts: type) -> Form:
    """Let values of some types through; True is no number."""

    def read(value: Any) -> Any:
        if not isinstance(value, sorts) or (isinstance(value, bool) and bool not in sorts):
            raise TypeError(value)
        return value

    return read


_READERS: Final[tuple[tuple[type[TypeEngine[Any]], Form], ...]] = (
    (LargeBinary, lambda value: b64decode(value, validate=True)),
    (Boolean, _only(bool)),
    (Integer, _only(int)),
    (Float, _only(int, float)),
    (JSON, _storable(_only(dict, list))),
)
