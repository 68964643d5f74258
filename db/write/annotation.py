"""Human words: added, never changed, never deleted; and how far people have come in a review."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from claims.model import Annotation
from db.row.annotation import annotation_to
from db.statement import refuse_unstorable
from db.table import ANNOTATION, REVIEW
from db.write.index import index_annotations


def add_annotation(session: Session, annotation: Annotation) -> Annotation:
    """Store a person's word; the very same word again is stored once.

    Returns:
        The word as stored, its time in UTC; its id is that of the stored row.

    Raises:
        InputError: It holds a character that cannot be stored.
    """
    word = replace(annotation, at=annotation.at.astimezone(UTC))
    refuse_unstorable(note=word.note, name=word.by, reason=word.reason, source=word.source)
    for tag in word.tags:
        refuse_unstorable(tag=tag)
    known = select(ANNOTATION.c.id).where(ANNOTATION.c.id == word.id)
    if session.scalar(known) is None:
        session.execute(insert(ANNOTATION).values(annotation_to(word)))
        index_annotations(session, [word.id])
    return word


def save_review(session: Session, by: str, passed: Collection[str], *, second: bool) -> None:
    """Keep which conflicts a person passed over in the present round of going through them."""
    session.execute(delete(REVIEW).where(REVIEW.c.by == by, REVIEW.c.second.is_(second)))
    if passed:
        row = {"by": by, "second": second, "passed": sorted(passed)}
        session.execute(insert(REVIEW).values(row))
