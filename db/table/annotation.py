"""The tables of human words: append-only, and without a foreign key to any machine row."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from claims.model import ON_PAIRS, WITH_FIELDS, Act, Favour, Target, Verdict
from db.table.base import Row, document, is_hash, listed, one_of, words


class AnnotationRow(Row, table=True):
    """One person's signed, dated word."""

    __tablename__ = "annotation"
    __table_args__ = (
        is_hash("id"),
        is_hash("target_id"),
        is_hash("supersedes"),
        is_hash("left_claim"),
        is_hash("right_claim"),
        is_hash("text_id"),
        one_of("target", Target),
        one_of("verdict", Verdict),
        one_of("favour", Favour),
        one_of("act", Act),
        CheckConstraint(
            "verdict <> 'settled' OR (favour IS NOT NULL AND source <> '')", name="settled"
        ),
        CheckConstraint(
            f"(target = 'pair') = (act IS NOT NULL AND act IN ({listed(ON_PAIRS)}))", name="pair"
        ),
        CheckConstraint(
            "target <> 'pair' OR (left_claim IS NOT NULL AND right_claim IS NOT NULL)",
            name="sides",
        ),
        CheckConstraint(
            "act IS NULL OR target = 'pair' OR (target = 'claim' AND text_id IS NOT NULL)",
            name="on_claim",
        ),
        CheckConstraint(
            f"(fields IS NOT NULL) = (act IS NOT NULL AND act IN ({listed(WITH_FIELDS)}))",
            name="fields",
        ),
    )

    id: str = words(primary_key=True)
    target: str = words()
    target_id: str = words(index=True)
    by: str = words()
    at: datetime
    note: str = words()
    tags: list[str] = document()
    verdict: str | None = words(default=None)
    reason: str = words()
    seen: dict[str, str] = document()
    favour: str | None = words(default=None)
    source: str = words()
    is_internal: bool
    supersedes: str | None = words(default=None, index=True)
    act: str | None = words(default=None)
    left_claim: str | None = words(default=None, index=True)
    right_claim: str | None = words(default=None, index=True)
    text_id: str | None = words(default=None, index=True)
    fields: dict[str, Any] | None = document(default=None, nullable=True)


class ReviewRow(Row, table=True):
    """How far a person has come in going through the conflicts.

    `passed` holds the conflicts that were shown and left without a verdict; `second` marks the
    reading that hides what others said.
    """

    __tablename__ = "review"

    by: str = words(primary_key=True)
    second: bool = Field(primary_key=True)
    passed: list[str] = document()
