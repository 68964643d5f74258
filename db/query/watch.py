"""Saved questions."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.model import Watch
from db.query.lookup import WATCHES, find_id
from db.row.watch import watch_from
from db.table import WATCH


def list_watches(session: Session) -> list[Watch]:
    """List the questions that are watched now, the oldest watch first, then by id."""
    rows = session.execute(select(WATCH).where(WATCH.c.ended_at.is_(None)))
    return sorted(map(watch_from, rows), key=lambda watch: (watch.at, watch.id))


def get_watch(session: Session, prefix: str) -> Watch:
    """Give a saved question by its short id.

    Raises:
        NotFound: There is no such one.
        InputError: More than one begins so.
    """
    whole = find_id(session, WATCHES, prefix)
    return watch_from(session.execute(select(WATCH).where(WATCH.c.id == whole)).one())
