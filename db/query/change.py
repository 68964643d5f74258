"""What became of conflicts since a day, the steps between put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.table import CONFLICT_CHANGE


@dataclass(frozen=True, slots=True)
class ConflictChange:
    """What a conflict was and what it has become; None where it was, or is, none.

    Args:
        at: When the last of its changes was stored.
    """

    conflict_id: str
    was: Mapping[str, Any] | None
    now: Mapping[str, Any] | None
    at: datetime


def list_changes(session: Session, since: datetime) -> list[ConflictChange]:
    """List the conflicts that changed on or after an instant, in order of id.

    The steps between are put together: what was found and went again is told as `was` and `now`
    None, and what went and came again as it was has the same on both sides.
    """
    rows = session.execute(
        select(CONFLICT_CHANGE).where(CONFLICT_CHANGE.c.at >= since).order_by(CONFLICT_CHANGE.c.id)
    )
    first: dict[str, Mapping[str, Any] | None] = {}
    last: dict[str, ConflictChange] = {}
    for row in rows:
        was = first.setdefault(row.conflict_id, row.was)
        last[row.conflict_id] = ConflictChange(row.conflict_id, was, row.now, row.at)
    return [last[id_] for id_ in sorted(last)]
