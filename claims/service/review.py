"""The queue of conflicts that a person goes through, and how far the person has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import db
from claims.errors import NotFound
from claims.model import CONFLICTS, Filter, Verdict, standing
from claims.report.facts import case_facts
from claims.service import gather
from claims.service.annotation import only_case
from claims.service.case import complete_cases
from claims.service.listing import conflicts_of

if TYPE_CHECKING:
    from claims.report.view import Case
    from db import Session


@dataclass(frozen=True, slots=True)
class Reader:
    """Who goes through the queue.

    Args:
        by: The name that signs.
        second: Whether it is a second reading, of what others judged, their words hidden.
    """

    by: str
    second: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One conflict as it is shown.

    Args:
        bodies: The texts of both sides, by id.
        seen: The facts that are shown: a verdict is given on these, whatever changes meanwhile.
    """

    case: Case
    bodies: Mapping[str, str]
    seen: Mapping[str, str]


def list_queue(database: db.Database, reader: Reader, narrow: Filter) -> tuple[list[str], int]:
    """List the conflicts that wait for a reader, in the order in which listings show them.

    Those come first that the reader did not pass over since the last time the end was reached.

    Args:
        narrow: Which conflicts; open ones where it asks for no status.

    Returns:
        The ids that are left in this round, and how many were passed over in it.
    """
    with database.read() as session:
        waiting = [one.id for one in _in_reading_order(_waiting(session, reader, narrow))]
        passed = db.passed_in_review(session, reader.by, second=reader.second)
    left = [id_ for id_ in waiting if id_ not in passed]
    return left, len(waiting) - len(left)


def _waiting(session: Session, reader: Reader, narrow: Filter) -> list[db.StoredConflict]:
    if reader.second:
        found = conflicts_of(session, narrow)
        judged = set(_judged_by_others(session, reader, found))
        return [one for one in found if one.relation in CONFLICTS and one.id in judged]
    wanted = narrow if narrow.status is not None else replace(narrow, status=Verdict.OPEN.value)
    return [one for one in conflicts_of(session, wanted) if one.relation in CONFLICTS]


def _judged_by_others(
    session: Session, reader: Reader, conflicts: Sequence[db.StoredConflict]
) -> Iterator[str]:
    """Give the conflicts that others judged on the facts of now, and the reader did not."""
    spoken = [one for one in conflicts if one.notes]
    known = gather.entries_of(session, {id_ for one in spoken for id_ in (one.left, one.right)})
    for case in complete_cases(session, spoken, known, {}):
        words = [word for word in standing(case.words) if word.id not in case.outdated]
        judges = {word.by for word in words if word.verdict not in (None, Verdict.OPEN)}
        if judges and reader.by not in judges:
            yield case.conflict.id


def _in_reading_order(conflicts: Iterable[db.StoredConflict]) -> list[db.StoredConflict]:
    """Put the conflicts of one question together, the question of the first one first."""
    groups: dict[str, list[db.StoredConflict]] = {}
    for one in conflicts:
        groups.setdefault(one.question, []).append(one)
    return [one for group in groups.values() for one in group]


def load_page(database: db.Database, id_: str) -> Page | None:
    """Give a conflict as it is now; None where it is no longer detected."""
    with database.read() as session:
        try:
            conflict = db.get_conflict(session, id_)
        except NotFound:
            return None
        case = only_case(session, conflict)
        texts = {side.claim.text_id for side in (case.left, case.right)}
        bodies = {text_id: db.get_text(session, text_id).body for text_id in texts}
    return Page(case, bodies, case_facts(case))


def pass_over(database: db.Database, reader: Reader, id_: str) -> None:
    """Keep in mind that a reader left a conflict without a verdict in this round."""
    with database.write() as session:
        passed = db.passed_in_review(session, reader.by, second=reader.second)
        db.save_review(session, reader.by, {*passed, id_}, second=reader.second)


def begin_again(database: db.Database, reader: Reader) -> None:
    """Begin a new round, in which what was passed over comes again."""
    with database.write() as session:
        db.save_review(session, reader.by, (), second=reader.second)
