"""What became of conflicts since a day, the steps between put together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
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


def last_change(session: Session) -> int:
    """Give the number of the last change that is recorded; 0 where none is."""
    return session.scalar(select(func.max(CONFLICT_CHANGE.c.id))) or 0


def changes_after(session: Session, number: int) -> list[ConflictChange]:
    """List the conflicts that changed after the change with a number, in order of id."""
    return _net(session, CONFLICT_CHANGE.c.id > number)


def list_changes(session: Session, since: datetime) -> list[ConflictChange]:
    """List the conflicts that changed on or after an instant, in order of id.

    The steps between are put together: what was found and went again is told as `was` and `now`
    None, and what went and came again as it was has the same on both sides.
    """
    return _net(session, CONFLICT_CHANGE.c.at >= since)


def _net(session: Session, which: ColumnElement[bool]) -> list[ConflictChange]:
    rows = session.execute(select(CONFLICT_CHANGE).where(which).order_by(CONFLICT_CHANGE.c.id))
    return net_changes(ConflictChange(row.conflict_id, row.was, row.now, row.at) for row in rows)


def net_changes(steps: Iterable[ConflictChange]) -> list[ConflictChange]:
    """Put the steps of each conflict together, in order of id.

    Args:
        steps: In the order in which they were made.
    """
    found: dict[str, ConflictChange] = {}
    for step in steps:
        first = found.get(step.conflict_id, step)
        found[step.conflict_id] = replace(step, was=first.was)
    return [found[id_] for id_ in sorted(found)]
