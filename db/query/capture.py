"""Copies of what was fetched."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from claims.model import Capture
from db.row.capture import capture_from
from db.table import ARTICLE, CAPTURE, SOURCE


def last_capture(session: Session, address: str) -> Capture | None:
    """Give the copy that an address answered last, None where it was never fetched."""
    last = (
        select(CAPTURE)
        .where(CAPTURE.c.address == address)
        .order_by(CAPTURE.c.seen_at.desc(), CAPTURE.c.id)
        .limit(1)
    )
    row = session.execute(last).one_or_none()
    return capture_from(row) if row is not None else None


def captures_of(session: Session, article_id: str) -> list[Capture]:
    """Give the copies an article rests on, oldest first: of its bytes, and of its address.

    Args:
        article_id: The whole id.
    """
    own = select(SOURCE.c.sha256).where(SOURCE.c.article_id == article_id)
    at = select(ARTICLE.c.address).where(ARTICLE.c.id == article_id)
    found = select(CAPTURE).where(
        or_(CAPTURE.c.sha256.in_(own), CAPTURE.c.address.in_(at), CAPTURE.c.final_address.in_(at))
    )
    rows = session.execute(found.order_by(CAPTURE.c.fetched_at, CAPTURE.c.id))
    return [capture_from(row) for row in rows]
