"""Conflicts from rows to views: both sides, what people said, and what that comes to now.

A few statements each, whatever their number; nothing is looked up later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import db
from claims.model import CONFLICTS, Filter, Relation, Target, standing, status_of
from claims.report.facts import outdated_on
from claims.report.view import Case
from claims.service import gather

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import Entry
    from db import Session

OPEN: Final = "open"


def complete_cases(
    session: Session,
    conflicts: Sequence[db.StoredConflict],
    known: Mapping[str, Entry],
    questions: Mapping[str, str],
) -> list[Case]:
    """Complete conflicts, in their order.

    Args:
        known: The claims of both sides, by id.
        questions: The words of their questions, by id.
    """
    words = gather.words_on(session, Target.CONFLICT, [conflict.id for conflict in conflicts])
    found = [
        Case(
            conflict=conflict,
            left=known[conflict.left],
            right=known[conflict.right],
            question=questions.get(conflict.question, ""),
            found_at=conflict.found_at,
            words=words.get(conflict.id, ()),
        )
        for conflict in conflicts
    ]
    return _judged(session, found)


def _judged(session: Session, found: Sequence[Case]) -> list[Case]:
    """Say of cases which words were given on other facts, and what the others come to."""
    spoken = [case for case in found if case.words]
    sides = {side.claim.id for case in spoken for side in (case.left, case.right)}
    members = db.fellows_of(session, sides)
    ids = {id_ for case in spoken for word in case.words for id_ in (word.left, word.right) if id_}
    known = gather.entries_of(session, ids)
    return [_judge(case, members, known) if case.words else case for case in found]


def _judge(case: Case, members: Mapping[str, Sequence[str]], known: Mapping[str, Entry]) -> Case:
    outdated = outdated_on(case, members, known)
    return replace(case, outdated=outdated, status=status_now(case.words, outdated))


def status_now(words: Iterable[Annotation], outdated: Collection[str]) -> str:
    """Sum up the verdicts that were given on the facts of now."""
    return status_of(word for word in standing(words) if word.id not in outdated)


def statuses(session: Session, conflicts: Sequence[db.StoredConflict]) -> dict[str, str]:
    """Give the status of each of some conflicts on the facts of now, by id.

    A conflict is open again where what was judged is no longer so.
    """
    spoken = [conflict for conflict in conflicts if conflict.notes]
    known = gather.entries_of(session, {id_ for one in spoken for id_ in (one.left, one.right)})
    now = {case.conflict.id: case.status for case in complete_cases(session, spoken, known, {})}
    return {conflict.id: now.get(conflict.id, OPEN) for conflict in conflicts}


def gone_words(session: Session) -> tuple[Annotation, ...]:
    """Give the latest word on each conflict that is no longer detected, oldest first."""
    words = standing(db.annotations(session, Target.CONFLICT))
    latest = {word.target_id: word for word in words}
    relations = (*CONFLICTS, Relation.DIFFERENT_SCOPE)
    there = {one.id for one in db.list_conflicts(session, Filter(), relations)} if latest else set()
    return tuple(word for id_, word in latest.items() if id_ not in there)
