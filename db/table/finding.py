"""Tables of what comparison found: questions, answers, conflicts and flags."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from claims.model import Between, Certainty, FlagWord, Kind, Polarity, Relation
from db.table.base import Row, document, is_hash, one_of, reference, words


class QuestionRow(Row, table=True):
    """One question, with the count of what was considered for it."""

    __tablename__ = "question"
    __table_args__ = (is_hash("id"), one_of("kind", Kind))

    id: str = words(primary_key=True)
    text: str = words()
    folded: str = words()
    kind: str = words()
    events: list[str] = document()
    tally: dict[str, int] = document()
    refusals: dict[str, int] = document()


class AnswerRow(Row, table=True):
    """One value given to one question."""

    __tablename__ = "answer"
    __table_args__ = (
        one_of("certainty", Certainty),
        one_of("polarity", Polarity),
        CheckConstraint("position >= 0", name="position"),
    )

    id: str = words(primary_key=True)
    question_id: str = reference("question.id")
    position: int
    value: dict[str, Any] = document()
    as_of_from: str | None = words(default=None)
    as_of_to: str | None = words(default=None)
    as_of_known_by: str = words()
    certainty: str = words()
    polarity: str = words()
    speaker: str = words()


class AnswerClaimRow(Row, table=True):
    """One claim that gives an answer; the one at position 0 represents the rest."""

    __tablename__ = "answer_claim"
    __table_args__ = (CheckConstraint("position >= 0", name="position"),)

    answer_id: str = reference("answer.id", index=False, primary_key=True)
    claim_id: str = reference("claim.id", primary_key=True)
    position: int


class ConflictRow(Row, table=True):
    """Two answers that stand against each other, or only look as if they did."""

    __tablename__ = "conflict"
    __table_args__ = (
        is_hash("id"),
        one_of("relation", Relation),
        one_of("kind", Kind),
        CheckConstraint("left_articles >= 0 AND right_articles >= 0", name="articles"),
        CheckConstraint("left_origins >= 0 AND right_origins >= 0", name="origins"),
    )

    id: str = words(primary_key=True)
    relation: str = words()
    kind: str = words()
    rule: str = words()
    reason: str = words()
    rank: float
    question_id: str = reference("question.id")
    left_claim: str = reference("claim.id")
    right_claim: str = reference("claim.id")
    left_articles: int
    left_origins: int
    right_articles: int
    right_origins: int
    found_at: datetime


class ConflictAliasRow(Row, table=True):
    """The conflict that a pair of claims stands for, and when it was first detected.

    People's verdicts hang on conflict ids, so these rows are never deleted and have no foreign
    key to the conflicts, which come and go.
    """

    __tablename__ = "conflict_alias"
    __table_args__ = (is_hash("pair_id"), is_hash("conflict_id"))

    pair_id: str = words(primary_key=True)
    conflict_id: str = words(index=True)
    found_at: datetime


class ConflictChangeRow(Row, table=True):
    """One change to a conflict: what it was before, and what it is since; NULL where it is none.

    Rows are added, never changed, and have no foreign key to the conflicts, which come and go.
    """

    __tablename__ = "conflict_change"
    __table_args__ = (
        is_hash("conflict_id"),
        CheckConstraint("was IS NOT NULL OR now IS NOT NULL", name="something"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conflict_id: str = words(index=True)
    at: datetime = Field(index=True)
    was: dict[str, Any] | None = document(default=None)
    now: dict[str, Any] | None = document(default=None)


class ClaimFlagRow(Row, table=True):
    """One mark on a claim; `sides` says where the two sides of its conflict stand."""

    __tablename__ = "claim_flag"
    __table_args__ = (
        one_of("word", FlagWord),
        one_of("relation", Relation),
        one_of("sides", Between),
    )

    id: int | None = Field(default=None, primary_key=True)
    claim_id: str = reference("claim.id")
    word: str = words()
    conflict_id: str | None = reference("conflict.id", default=None)
    relation: str | None = words(default=None)
    sides: str | None = words(default=None)
