"""The schema of a database: told, and brought up to date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from db.upgrade import status, upgrade

_STATES: Final[Mapping[str, str]] = {
    "missing": "there is no database yet; make one with: claims add FILE…",
    "current": "up to date",
    "older": "older than this program; run: claims database upgrade",
    "newer": "newer than this program; update claimledger",
    "foreign": "a database of another program; give another file with --db",
}


def tell_status(location: str) -> list[str]:
    """Say where a database is and how its schema stands to this program."""
    found = status(location)
    return [
        f"database  {found.url}",
        f"schema    {found.revision or 'none'} (this program writes {found.head})",
        f"state     {_STATES[found.state.value]}",
    ]


def upgrade_schema(location: str) -> None:
    """Bring a schema up to date.

    Raises:
        DatabaseError: It belongs to another or a newer program, or cannot be written.
    """
    upgrade(location)
