"""The table of human words: append-only, and without a foreign key to any machine row."""

from datetime import datetime

from claims.model import Target, Verdict
from db.table.base import Row, document, is_hash, one_of, words


class AnnotationRow(Row, table=True):
    """One person's signed, dated word."""

    __tablename__ = "annotation"
    __table_args__ = (
        is_hash("id"),
        is_hash("target_id"),
        one_of("target", Target),
        one_of("verdict", Verdict),
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
