"""What findings about some claims touch: questions, answers, conflicts, flags, and all of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, select, union
from sqlalchemy.orm import Session

from db.conflict_identity import PreviousConflict
from db.query.finding import fellows_of
from db.row.base import Stored
from db.statement import GIVEN, delete_rows, select_rows
from db.table import ANSWER, ANSWER_CLAIM, CLAIM_FLAG, CLAIM_PART, CONFLICT, QUESTION
from db.write.change import facts_of


@dataclass(frozen=True, slots=True)
class Reach:
    """What findings about some claims touch: questions, their answers and claims, and conflicts."""

    questions: frozenset[str]
    answers: frozenset[str]
    claims: frozenset[str]
    conflicts: Sequence[Stored]


_QUESTIONS: Final = (
    select(ANSWER.c.question_id)
    .join(ANSWER_CLAIM, ANSWER_CLAIM.c.answer_id == ANSWER.c.id)
    .where(ANSWER_CLAIM.c.claim_id.in_(GIVEN))
    .distinct()
)
_ANSWERING: Final = (
    select(ANSWER_CLAIM.c.claim_id)
    .join(ANSWER, ANSWER_CLAIM.c.answer_id == ANSWER.c.id)
    .where(ANSWER.c.question_id.in_(GIVEN))
)
SIDES: Final = select(
    CONFLICT.c.id,
    CONFLICT.c.relation,
    CONFLICT.c.question_id,
    CONFLICT.c.left_claim,
    CONFLICT.c.right_claim,
)
_OF_QUESTIONS: Final = SIDES.where(CONFLICT.c.question_id.in_(GIVEN))
STOOD_FOR: Final = union(
    select(CONFLICT.c.id).where(CONFLICT.c.left_claim.in_(GIVEN)),
    select(CONFLICT.c.id).where(CONFLICT.c.right_claim.in_(GIVEN)),
)
"""The conflicts that the given claims stand for: two lookups, where "or" would read the table."""
_STOOD_FOR: Final = SIDES.where(CONFLICT.c.id.in_(STOOD_FOR))
_ANSWERS: Final = select(ANSWER.c.id).where(ANSWER.c.question_id.in_(GIVEN))


def column(session: Session, statement: Select[Any], values: Collection[str]) -> set[str]:
    """Give the first column of a statement that asks for `GIVEN`."""
    return {row[0] for row in select_rows(session, values, statement)}


def reach_of(session: Session, claim_ids: Collection[str]) -> Reach:
    """Find what is stored of the questions that some claims answer, and of the claims."""
    claims = frozenset(claim_ids)
    questions = frozenset(column(session, _QUESTIONS, claims))
    return Reach(
        questions,
        frozenset(column(session, _ANSWERS, questions)),
        claims | column(session, _ANSWERING, questions),
        _conflicts_of(session, questions, claims),
    )


def _conflicts_of(
    session: Session, questions: Collection[str], claims: Collection[str]
) -> list[Stored]:
    """Find the conflicts of questions, and those that one of the claims stands for."""
    rows = [
        *select_rows(session, questions, _OF_QUESTIONS),
        *select_rows(session, claims, _STOOD_FOR),
    ]
    return sorted({row.id: row for row in rows}.values(), key=lambda row: str(row.id))


def previous_of(session: Session, reach: Reach, *, told: bool = True) -> list[PreviousConflict]:
    """List conflicts as they are, with what the record of changes compares where asked."""
    sides = {side for row in reach.conflicts for side in (row.left_claim, row.right_claim)}
    members = fellows_of(session, sides)
    facts = facts_of(session, reach.conflicts) if told else {}
    return [
        PreviousConflict(
            row.id,
            _led_by(row.left_claim, members),
            _led_by(row.right_claim, members),
            facts.get(row.id),
        )
        for row in reach.conflicts
    ]


def _led_by(claim: str, members: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Put the claim that stands for an answer before the others."""
    return (claim, *(other for other in members.get(claim, ()) if other != claim))


def clear(session: Session, reach: Reach) -> None:
    """Delete all of it, but for the claims themselves."""
    conflicts = [row.id for row in reach.conflicts]
    delete_rows(session, CLAIM_PART.c.claim_id, reach.claims)
    delete_rows(session, CLAIM_FLAG.c.claim_id, reach.claims)
    delete_rows(session, CLAIM_FLAG.c.conflict_id, conflicts)
    delete_rows(session, CONFLICT.c.id, conflicts)
    delete_rows(session, ANSWER_CLAIM.c.answer_id, reach.answers)
    delete_rows(session, ANSWER.c.id, reach.answers)
    delete_rows(session, QUESTION.c.id, reach.questions)
