"""Saved questions: kept, taken up again, ended; never deleted."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from claims.model import Watch
from db.row.watch import watch_from, watch_to
from db.statement import refuse_unstorable
from db.table import WATCH


def save_watch(session: Session, watch: Watch) -> Watch:
    """Store a saved question; one that is watched already goes on as it was.

    Returns:
        The watch as stored: the same question of the same person is one, with its first day
        unless it was ended.

    Raises:
        InputError: It holds a character that cannot be stored.
    """
    refuse_unstorable(question=watch.words, name=watch.by)
    new = replace(watch, at=watch.at.astimezone(UTC))
    row = session.execute(select(WATCH).where(WATCH.c.id == new.id)).one_or_none()
    if row is None:
        session.execute(insert(WATCH).values(watch_to(new)))
        return new
    if row.ended_at is None:
        return watch_from(row)
    session.execute(update(WATCH).where(WATCH.c.id == new.id).values(watch_to(new)))
    return new


def end_watch(session: Session, watch: Watch, at: datetime) -> None:
    """Stop watching a question; it is kept, with the day."""
    ended = update(WATCH).where(WATCH.c.id == watch.id).values(ended_at=at.astimezone(UTC))
    session.execute(ended)
