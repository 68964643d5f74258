"""Copies of what was fetched: kept once, and removed with the last article that rests on them."""

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from claims.model import Capture
from db.row.capture import capture_to
from db.table import ARTICLE, CAPTURE, SOURCE


def save_capture(session: Session, capture: Capture) -> None:
    """Keep a copy; of one that is kept already, that it was seen again."""
    table = CAPTURE
    known = session.scalar(select(table.c.seen_at).where(table.c.id == capture.id))
    if known is None:
        session.execute(insert(table).values(capture_to(capture)))
    elif known < capture.seen_at:
        again = update(table).where(table.c.id == capture.id)
        session.execute(again.values(seen_at=capture.seen_at))


def remove_captures(session: Session, sha256: str | None, address: str | None) -> None:
    """Remove the copies of some bytes and of an address, where no article has either any more."""
    sources = select(SOURCE.c.sha256).where(SOURCE.c.sha256 == CAPTURE.c.sha256).exists()
    places = or_(
        ARTICLE.c.address == CAPTURE.c.address, ARTICLE.c.address == CAPTURE.c.final_address
    )
    articles = select(ARTICLE.c.id).where(places).exists()
    mine = or_(
        CAPTURE.c.sha256 == (sha256 or ""),
        CAPTURE.c.address == (address or ""),
        CAPTURE.c.final_address == (address or ""),
    )
    session.execute(delete(CAPTURE).where(mine, ~sources, ~articles))
