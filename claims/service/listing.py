"""What the listings show: articles, claims, conflicts, questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import db
from claims.model import CONFLICTS, Filter, Relation
from claims.report.view import ArticleEntry, Case, Docket, Entry, Sheet
from claims.service import gather
from claims.service.case import gone_words, statuses
from claims.service.sheet import complete_sheets, sums

if TYPE_CHECKING:
    from db import Session

_LOOK_ALIKE: Final = (Relation.DIFFERENT_SCOPE,)
_OTHERS: Final = (Relation.COMPATIBLE, Relation.AGREEMENT)
_ALL: Final = (*CONFLICTS, *_LOOK_ALIKE)


def list_articles(database: db.Database, narrow: Filter) -> list[ArticleEntry]:
    """List articles, earliest published first."""
    with database.read() as session:
        return gather.article_entries(session, narrow)


def list_claims(database: db.Database, narrow: Filter) -> list[Entry]:
    """List claims by article, then in reading order."""
    with database.read() as session:
        return gather.entries(session, db.list_claims(session, narrow))


@dataclass(frozen=True, slots=True)
class Turn:
    """Claims that are read one after the other.

    Args:
        total: How many the filter allows.
        entries: Those that were asked for, each loaded when it is reached.
    """

    total: int
    entries: Iterator[Entry]


@contextmanager
def claims_in_turn(
    database: db.Database, narrow: Filter, skip: int = 0, limit: int | None = None
) -> Iterator[Turn]:
    """List claims as `list_claims` does, without holding more than some hundred of them.

    Args:
        database: Where.
        narrow: Which of them.
        skip: How many to pass over.
        limit: How many to give at most; None for all.
    """
    with database.read() as session:
        pages = db.ClaimPages(session, narrow)
        batches = pages.batches(skip, limit)
        yield Turn(pages.total, (one for some in batches for one in gather.entries(session, some)))


def list_questions(database: db.Database, narrow: Filter) -> list[Sheet]:
    """List questions with their ledgers: those in conflict first, by rank, then by wording."""
    with database.read() as session:
        return sheets_of_all(session, narrow)


def sheets_of_all(session: Session, narrow: Filter) -> list[Sheet]:
    """Gather the questions that a filter allows; see `list_questions`."""
    questions = db.list_questions(session, narrow)
    conflicts = db.list_conflicts(session, Filter(), (*CONFLICTS, *_LOOK_ALIKE))
    ids = {question.id for question in questions}
    theirs = [conflict for conflict in conflicts if conflict.question in ids]
    return sorted(complete_sheets(session, questions, theirs), key=_urgency)


def _urgency(sheet: Sheet) -> tuple[float, str, str]:
    ranks = [-case.conflict.rank for case in sheet.cases]
    return min(ranks, default=1.0), sheet.question.text, sheet.question.id


def list_conflicts(database: db.Database, narrow: Filter, *, everything: bool = False) -> Docket:
    """List conflicts with their questions, look-alikes and the sums.

    Args:
        narrow: What to show; relations asked for are shown even where they are no conflicts.
        everything: Show compatible answers and agreements too.
    """
    with database.read() as session:
        return docket(session, narrow, everything=everything)


def docket(session: Session, narrow: Filter, *, everything: bool = False) -> Docket:
    """Gather the conflicts that a filter allows; see `list_conflicts`."""
    found = conflicts_of(session, narrow)
    sheets = _sheets_of(session, narrow, found, everything=everything)
    theirs = {case.conflict.id: case for sheet in sheets for case in _all_of(sheet)}
    others: tuple[Case, ...] = ()
    if everything or set(_OTHERS) & set(narrow.relations):
        from claims.service.agreement import other_cases

        others = other_cases(session, sheets, narrow, everything=everything)
    return Docket(
        cases=_chosen(found, theirs, CONFLICTS),
        look_alikes=_chosen(found, theirs, _LOOK_ALIKE),
        others=others,
        sheets={sheet.question.id: sheet for sheet in sheets},
        sums=sums(session),
        gone=() if narrow != Filter() else gone_words(session),
        narrowed=narrow != Filter(),
    )


def conflicts_of(session: Session, narrow: Filter) -> list[db.StoredConflict]:
    """Give the conflicts and look-alikes that a filter allows, with their status of now.

    The status is that on the facts of now, which the filter asks for too.
    """
    found = db.list_conflicts(session, replace(narrow, status=None), _ALL)
    now = statuses(session, found)
    found = [replace(conflict, status=now[conflict.id]) for conflict in found]
    return [one for one in found if narrow.status in (None, one.status)]


def _all_of(sheet: Sheet) -> Iterable[Case]:
    return (*sheet.cases, *sheet.look_alikes)


def _chosen(
    conflicts: Sequence[db.StoredConflict],
    known: dict[str, Case],
    relations: Sequence[Relation],
) -> tuple[Case, ...]:
    return tuple(
        known[conflict.id]
        for conflict in conflicts
        if conflict.relation in relations and conflict.id in known
    )


def _sheets_of(
    session: Session,
    narrow: Filter,
    conflicts: Sequence[db.StoredConflict],
    *,
    everything: bool,
) -> list[Sheet]:
    """Gather the questions of some conflicts; all that the filter allows, for everything."""
    wanted = {conflict.question for conflict in conflicts}
    if everything or set(_OTHERS) & set(narrow.relations):
        unjudged = replace(narrow, status=None, tags=(), judged_by=None)
        broad = replace(unjudged, relations=(), rules=(), found_since=None)
        asked = db.list_questions(session, broad)
    else:
        asked = db.list_questions(session, Filter(relations=_ALL))
        asked = [question for question in asked if question.id in wanted]
    missing = wanted - {question.id for question in asked}
    asked += [db.get_question(session, id_) for id_ in sorted(missing)]
    return complete_sheets(session, asked, conflicts)
