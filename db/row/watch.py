"""Saved questions as rows and back."""

from claims.model import Watch
from db.row.base import Record, Stored


def watch_to(watch: Watch) -> Record:
    """Write a saved question."""
    return {
        "id": watch.id,
        "by": watch.by,
        "at": watch.at,
        "words": watch.words,
        "claims": list(watch.claims),
        "ended_at": watch.ended_at,
    }


def watch_from(row: Stored) -> Watch:
    """Read a saved question."""
    return Watch(row.by, row.at, row.words, tuple(row.claims), row.ended_at)
