"""Questions from rows to views: every answer with its claims, its conflicts, what people said.

A few statements each, whatever their number; nothing is looked up later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import db
from claims.errors import NotFound
from claims.model import CONFLICTS, Relation, Target
from claims.report.facts import CLAIMS, outdated_among, sheet_facts
from claims.report.hint import find_hints
from claims.report.view import Row, Sheet, Sums
from claims.service import gather
from claims.service.case import complete_cases, status_now
from claims.service.origin import count_origins

if TYPE_CHECKING:
    from claims.model import Annotation, Question
    from claims.report.view import Case, Entry
    from db import Session

_LOOK_ALIKE: Final = (Relation.DIFFERENT_SCOPE,)


def complete_sheets(
    session: Session, questions: Sequence[Question], conflicts: Sequence[db.StoredConflict]
) -> list[Sheet]:
    """Complete questions, in their order, with those of the conflicts that are theirs."""
    ids = {id_ for question in questions for row in question.answers for id_ in row.claims}
    ids |= {side for conflict in conflicts for side in (conflict.left, conflict.right)}
    known = gather.entries_of(session, ids)
    texts = {question.id: question.text for question in questions}
    found = _by_question(complete_cases(session, conflicts, known, texts))
    words = question_words(session, questions)
    origins = count_origins(session, questions, known)
    return [
        _on_facts_of_now(
            Sheet(
                question=question,
                rows=(rows := _rows(question, known, origins)),
                cases=_of_relations(found.get(question.id, ()), CONFLICTS),
                look_alikes=_of_relations(found.get(question.id, ()), _LOOK_ALIKE),
                words=words.get(question.id, ()),
                origins=origins[question.id],
                hints=find_hints(rows),
            )
        )
        for question in questions
    ]


def _on_facts_of_now(sheet: Sheet) -> Sheet:
    if not sheet.words:
        return sheet
    outdated = outdated_among(sheet.words, sheet_facts(sheet))
    return replace(sheet, outdated=outdated, status=status_now(sheet.words, outdated))


def _by_question(found: Iterable[Case]) -> dict[str, list[Case]]:
    groups: dict[str, list[Case]] = {}
    for case in found:
        groups.setdefault(case.conflict.question, []).append(case)
    return groups


def _of_relations(found: Iterable[Case], relations: Collection[Relation]) -> tuple[Case, ...]:
    return tuple(case for case in found if case.relation in relations)


def question_words(
    session: Session, questions: Sequence[Question]
) -> dict[str, tuple[Annotation, ...]]:
    """Give what people said of some questions, oldest first, by the question of now.

    Words on a question hang on its claims: when comparison gives the question another id, they
    follow to the one that holds most of those claims.
    """
    ids = {question.id for question in questions}
    homes = {
        claim: question.id
        for question in questions
        for answer in question.answers
        for claim in answer.claims
    }
    said: dict[str, tuple[Annotation, ...]] = {}
    for word in db.annotations(session, Target.QUESTION):
        home = word.target_id if word.target_id in ids else _new_home(session, word, homes)
        if home is not None:
            said[home] = (*said.get(home, ()), word)
    return said


def _new_home(session: Session, word: Annotation, homes: Mapping[str, str]) -> str | None:
    """Find the question that now holds most claims of a question that is no more."""
    said_of = word.seen.get(CLAIMS, "").split()
    now = db.present_claims(session, said_of)
    claims = (now.get(id_, id_) for id_ in said_of)
    held = Counter(homes[id_] for id_ in claims if id_ in homes)
    if not held:
        return None
    try:
        db.get_question(session, word.target_id)
    except NotFound:
        return min(held, key=lambda id_: (-held[id_], id_))
    return None


def _rows(
    question: Question, known: Mapping[str, Entry], origins: Mapping[str, int]
) -> tuple[Row, ...]:
    rows = (
        Row(answer, tuple(known[id_] for id_ in answer.claims if id_ in known), origins[answer.id])
        for answer in question.answers
    )
    return tuple(row for row in rows if row.entries)


def sums(session: Session) -> Sums:
    """Sum up the whole database."""
    found = db.totals(session)
    return Sums(
        articles=found.articles,
        claims=found.claims,
        tally=found.tally,
        refusals=found.refusals,
        between=found.contradictions_between,
        inside=found.contradictions_inside,
    )
