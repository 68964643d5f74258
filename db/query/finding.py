"""Questions with their answers, conflicts, and the sums over all of them."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from claims.model import CONFLICTS, Answer, Conflict, Filter, Question, Relation, Target, Verdict
from db.query.annotation import all_statuses, note_counts
from db.query.condition import EVERYTHING, Condition, judged, of_conflict, of_question
from db.query.edition import EARLIER_ARTICLES, EARLIER_TEXTS
from db.query.lookup import CONFLICTS as CONFLICT_IDS
from db.query.lookup import QUESTIONS, find_id
from db.row.base import Stored
from db.row.finding import answer_from, conflict_fields, question_from
from db.statement import GIVEN, select_rows
from db.table import ANSWER, ANSWER_CLAIM, ARTICLE, CLAIM, CONFLICT, QUESTION


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredConflict(Conflict):
    """A conflict with when it was first detected and what people made of it.

    Args:
        found_at: When it was first detected.
        status: The latest verdict, "open" or "disputed".
        notes: How many human words are on it.
    """

    found_at: datetime
    status: str
    notes: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the whole database.

    Args:
        articles: How many articles.
        claims: How many claims.
        tally: Pairs of answers considered, by relation.
        refusals: Pairs that were not comparable, by reason.
        contradictions_between: Contradictions between two texts.
        contradictions_inside: Contradictions inside one.
    """

    articles: int
    claims: int
    tally: Mapping[str, int]
    refusals: Mapping[str, int]
    contradictions_between: int
    contradictions_inside: int


def list_questions(session: Session, narrow: Filter = EVERYTHING) -> list[Question]:
    """List questions with their answers, by wording, then by id."""
    questions = load_questions(session, of_question(narrow))
    questions.sort(key=lambda question: (question.text, question.id))
    return judged(session, narrow, Target.QUESTION, questions, lambda question: question.id)


def questions_of(session: Session, claim_ids: Collection[str]) -> list[Question]:
    """List the questions that some claims answer, by wording, then by id."""
    rows = select_rows(session, claim_ids, _ANSWERED)
    ids = sorted({row.question_id for row in rows})
    questions = load_questions(session, [QUESTION.c.id.in_(ids)]) if ids else []
    return sorted(questions, key=lambda question: (question.text, question.id))


_ANSWERED: Final = (
    select(ANSWER.c.question_id)
    .join(ANSWER_CLAIM, ANSWER_CLAIM.c.answer_id == ANSWER.c.id)
    .where(ANSWER_CLAIM.c.claim_id.in_(GIVEN))
)


def get_question(session: Session, prefix: str) -> Question:
    """Give a question by its short id.

    Raises:
        NotFound: No such question.
        InputError: More than one begins so.
    """
    whole = find_id(session, QUESTIONS, prefix)
    return load_questions(session, [QUESTION.c.id == whole])[0]


def load_questions(session: Session, conditions: Collection[Condition]) -> list[Question]:
    """Load questions in three statements."""
    chosen = select(QUESTION.c.id).where(*conditions)
    claims: dict[str, list[str]] = {}
    for row in session.execute(
        select(ANSWER_CLAIM.c.answer_id, ANSWER_CLAIM.c.claim_id)
        .join(ANSWER, ANSWER.c.id == ANSWER_CLAIM.c.answer_id)
        .where(ANSWER.c.question_id.in_(chosen))
        .order_by(ANSWER_CLAIM.c.answer_id, ANSWER_CLAIM.c.position)
    ):
        claims.setdefault(row.answer_id, []).append(row.claim_id)
    answers: dict[str, list[Answer]] = {}
    for row in session.execute(
        select(ANSWER).where(ANSWER.c.question_id.in_(chosen)).order_by(ANSWER.c.position)
    ):
        found = answer_from(row, tuple(claims.get(row.id, ())))
        answers.setdefault(row.question_id, []).append(found)
    rows = session.execute(select(QUESTION).where(*conditions))
    return [question_from(row, tuple(answers.get(row.id, ()))) for row in rows]


_FELLOW: Final = ANSWER_CLAIM.alias("fellow")
_FELLOWS: Final = (
    select(ANSWER_CLAIM.c.claim_id, _FELLOW.c.claim_id.label("fellow"))
    .join(_FELLOW, _FELLOW.c.answer_id == ANSWER_CLAIM.c.answer_id)
    .where(ANSWER_CLAIM.c.claim_id.in_(GIVEN))
    .order_by(ANSWER_CLAIM.c.claim_id, _FELLOW.c.position, _FELLOW.c.claim_id)
)


def fellows_of(session: Session, claim_ids: Collection[str]) -> dict[str, list[str]]:
    """Give for each claim the claims of its answer, itself among them, in order."""
    members: dict[str, list[str]] = {}
    for claim, fellow in select_rows(session, claim_ids, _FELLOWS):
        members.setdefault(claim, []).append(fellow)
    return members


def list_conflicts(
    session: Session,
    narrow: Filter = EVERYTHING,
    relations: Collection[Relation] = CONFLICTS,
    *,
    question: str | None = None,
) -> list[StoredConflict]:
    """List conflicts of some relations, the highest rank first, then by id.

    Args:
        narrow: Which of them.
        relations: The relations wanted.
        question: The whole id of the question they stand under; any where None.
    """
    wanted: list[Condition] = [CONFLICT.c.relation.in_([relation.value for relation in relations])]
    wanted += [CONFLICT.c.question_id == question] if question is not None else []
    rows = session.execute(select(CONFLICT).where(*wanted, *of_conflict(narrow))).all()
    known = all_statuses(session, Target.CONFLICT)
    notes = note_counts(session, Target.CONFLICT)
    conflicts = [_conflict_from(row, known, notes) for row in rows]
    conflicts.sort(key=lambda conflict: (-conflict.rank, conflict.id))
    return judged(session, narrow, Target.CONFLICT, conflicts, lambda conflict: conflict.id)


def _conflict_from(
    row: Stored, known: Mapping[str, str], notes: Mapping[str, int]
) -> StoredConflict:
    return StoredConflict(
        **conflict_fields(row),
        found_at=row.found_at,
        status=known.get(row.id, Verdict.OPEN.value),
        notes=notes.get(row.id, 0),
    )


def get_conflict(session: Session, prefix: str) -> StoredConflict:
    """Give a conflict, or a look-alike, by its short id or that of any pair it stood for.

    Raises:
        NotFound: No such conflict.
        InputError: More than one begins so.
    """
    whole = find_id(session, CONFLICT_IDS, prefix)
    row = session.execute(select(CONFLICT).where(CONFLICT.c.id == whole)).one()
    known = all_statuses(session, Target.CONFLICT)
    return _conflict_from(row, known, note_counts(session, Target.CONFLICT))


def load_conflicts(session: Session, ids: Collection[str]) -> list[StoredConflict]:
    """Load conflicts and look-alikes by their whole ids, the highest rank first, then by id.

    Unknown ids are passed over.
    """
    rows = select_rows(session, ids, select(CONFLICT).where(CONFLICT.c.id.in_(GIVEN)))
    known = all_statuses(session, Target.CONFLICT)
    notes = note_counts(session, Target.CONFLICT)
    found = [_conflict_from(row, known, notes) for row in rows]
    return sorted(found, key=lambda conflict: (-conflict.rank, conflict.id))


def totals(session: Session) -> Totals:
    """Sum up the whole database, earlier versions of articles left out."""
    tally: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    for row in session.execute(select(QUESTION.c.tally, QUESTION.c.refusals)):
        tally.update(row.tally)
        refusals.update(row.refusals)
    between, inside = _count_contradictions(session)
    return Totals(
        articles=session.scalar(_count(ARTICLE.c.id.not_in(EARLIER_ARTICLES))) or 0,
        claims=session.scalar(_count(CLAIM.c.text_id.not_in(EARLIER_TEXTS))) or 0,
        tally=dict(sorted(tally.items())),
        refusals=dict(sorted(refusals.items())),
        contradictions_between=between,
        contradictions_inside=inside,
    )


def _count(which: Condition) -> Select[Any]:
    return select(func.count()).where(which)


def _count_contradictions(session: Session) -> tuple[int, int]:
    """Count contradictions whose sides stand in two texts, and those inside one."""
    left, right = CLAIM.alias("left_side"), CLAIM.alias("right_side")
    counts = {True: 0, False: 0}
    for inside, count in session.execute(
        select(left.c.text_id == right.c.text_id, func.count())
        .select_from(CONFLICT)
        .join(left, left.c.id == CONFLICT.c.left_claim)
        .join(right, right.c.id == CONFLICT.c.right_claim)
        .where(CONFLICT.c.relation == Relation.CONTRADICTION.value)
        .group_by(left.c.text_id == right.c.text_id)
    ):
        counts[bool(inside)] = count
    return counts[False], counts[True]
