"""What does not conflict: answers given more than once, and answers that leave room for both.

Neither is stored: an agreement is membership in an answer, and compatible answers are found
again, a question at a time, when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Final

from claims.model import Conflict, Outcome, Relation, conflict_id
from claims.questions import explain
from claims.report.view import Case
from claims.service.context import context_of

if TYPE_CHECKING:
    from claims.model import Filter
    from claims.report.view import Entry, Row, Sheet
    from db import Session

RELATIONS: Final = (Relation.COMPATIBLE, Relation.AGREEMENT)


def agreements(sheet: Sheet) -> Iterator[Case]:
    """Give a pair of claims for each answer that has several, of two texts where there are."""
    for row in sheet.rows:
        first = row.first
        others = sorted(row.entries[1:], key=lambda one: one.claim.text_id == first.claim.text_id)
        if others:
            reason = f"the same answer, given by {len(row.entries)} statements"
            outcome = Outcome(Relation.AGREEMENT, "same_answer", reason)
            yield _case(sheet, (row, row), (first, others[0]), outcome)


def compatible(session: Session, sheet: Sheet, relations: Iterable[Relation]) -> Iterator[Case]:
    """Compare the answers of a question that no finding names, and give those that fit together."""
    wanted = set(relations)
    known = {frozenset((case.left.claim.id, case.right.claim.id)) for case in sheet.cases}
    context = context_of(session, [row.first.claim for row in sheet.rows])
    for left, right in combinations(sheet.rows, 2):
        pair = left.first, right.first
        if frozenset(entry.claim.id for entry in pair) in known:
            continue
        decided = explain(pair[0].claim.id, pair[1].claim.id, context)[-1]
        if decided.verdict in wanted:
            rule, _, reason = decided.reason.partition(": ")
            outcome = Outcome(Relation(decided.verdict), rule, reason)
            yield _case(sheet, (left, right), pair, outcome)


def _case(
    sheet: Sheet,
    rows: tuple[Row, Row],
    pair: tuple[Entry, Entry],
    outcome: Outcome,
) -> Case:
    left, right = pair
    conflict = Conflict(
        id=conflict_id(left.claim.id, right.claim.id),
        relation=outcome.relation,
        kind=sheet.question.kind,
        rule=outcome.rule,
        reason=outcome.reason,
        rank=0.0,
        question=sheet.question.id,
        left=left.claim.id,
        right=right.claim.id,
        left_support=rows[0].support,
        right_support=rows[1].support,
    )
    return Case(conflict, left, right, sheet.question.text)


def other_cases(
    session: Session, sheets: Iterable[Sheet], narrow: Filter, *, everything: bool
) -> tuple[Case, ...]:
    """Give what agrees or is compatible, as far as it was asked for."""
    asked = RELATIONS if everything and not narrow.relations else narrow.relations
    wanted = [relation for relation in RELATIONS if relation in asked]
    found: list[Case] = []
    for sheet in sheets if wanted else ():
        if Relation.AGREEMENT in wanted:
            found += agreements(sheet)
        if len(sheet.rows) > 1:
            found += compatible(session, sheet, wanted)
    return tuple(found)
