"""What is new, changed, gone and judged since a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import db
from claims.model import CONFLICTS, Filter, Target, status_of
from claims.report.block import by_question
from claims.report.changes import Changed, Changes, Vanished
from claims.service import gather
from claims.service.case import complete_cases

if TYPE_CHECKING:
    from claims.report.view import Case
    from db import Session


def list_changes(database: db.Database, since: str) -> Changes:
    """List what happened on or after a day.

    A conflict that went and came again as it was did not change; one that was found and went
    again was never there.

    Args:
        since: A day, ISO 8601, possibly partial; it begins in UTC.

    Raises:
        InputError: It is no day.
    """
    with database.read() as session:
        instant = db.start_of(since)
        changes = {one.conflict_id: one for one in db.list_changes(session, instant)}
        now = _cases(session)
        # Found before changes were recorded, by an older program.
        fresh = {id_ for id_, case in now.items() if case.found_at and case.found_at >= instant}
        return Changes(
            since=since,
            articles=tuple(gather.article_entries(session, Filter(found_since=since))),
            new=_in_reading_order(_new(now, changes, fresh)),
            changed=tuple(_changed(now, changes)),
            vanished=tuple(_vanished(session, now, changes)),
            judged=tuple(word for word in db.annotations(session) if word.at >= instant),
        )


def _cases(session: Session) -> dict[str, Case]:
    """Give every conflict, the highest rank first, by id."""
    conflicts = db.list_conflicts(session, Filter(), CONFLICTS)
    questions = {one.id: one.text for one in db.list_questions(session)}
    known = gather.entries_of(session, {id_ for one in conflicts for id_ in (one.left, one.right)})
    return {case.conflict.id: case for case in complete_cases(session, conflicts, known, questions)}


def _in_reading_order(cases: Sequence[Case]) -> tuple[Case, ...]:
    return tuple(case for group in by_question(cases).values() for case in group)


def _new(
    now: Mapping[str, Case], changes: Mapping[str, db.ConflictChange], fresh: set[str]
) -> list[Case]:
    found = {id_ for id_, change in changes.items() if change.was is None}
    unrecorded = fresh - changes.keys()
    return [case for id_, case in now.items() if id_ in found | unrecorded]


def _changed(
    now: Mapping[str, Case], changes: Mapping[str, db.ConflictChange]
) -> Iterable[Changed]:
    for id_, case in now.items():
        change = changes.get(id_)
        if change is not None and change.was is not None and db.is_changed(change.was, change.now):
            yield Changed(case, change.was)


def _vanished(
    session: Session, now: Mapping[str, Case], changes: Mapping[str, db.ConflictChange]
) -> Iterable[Vanished]:
    gone = {id_: one.was for id_, one in changes.items() if one.was is not None and id_ not in now}
    words = gather.words_on(session, Target.CONFLICT, set(gone)) if gone else {}
    for id_, was in gone.items():
        yield Vanished(id_, was, status_of(words.get(id_, ())))
