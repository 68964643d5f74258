"""Opening a database for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import db


@contextmanager
def opened(location: str, *, create: bool = False) -> Iterator[db.Database]:
    """Open a database and close it again.

    Args:
        location: A file, `sqlite:///FILE` or `postgresql://…`.
        create: Make a missing database, and upgrade an older one.

    Raises:
        DatabaseError: There is none of ours, of another schema, or it cannot be opened.
    """
    database = db.open_database(location, create=create)
    try:
        yield database
    finally:
        database.close()
