"""Whom the claims cite, and which outlets have an article."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.model import Filter
from db.query.condition import EVERYTHING, of_claim
from db.query.edition import EARLIER_TEXTS
from db.table import ARTICLE, CLAIM, OUTLET, SPEAKER


@dataclass(frozen=True, slots=True)
class Cited:
    """A speaker that a claim cites."""

    key: str
    name: str
    claim_id: str
    text_id: str


def cited_sources(session: Session, narrow: Filter = EVERYTHING) -> list[Cited]:
    """List the speakers of the claims that a filter allows, by key, then by claim."""
    rows = session.execute(
        select(SPEAKER.c.key, SPEAKER.c.name, SPEAKER.c.claim_id, CLAIM.c.text_id)
        .join(CLAIM, CLAIM.c.id == SPEAKER.c.claim_id)
        .where(CLAIM.c.text_id.not_in(EARLIER_TEXTS), *of_claim(narrow))
        .order_by(SPEAKER.c.key, SPEAKER.c.claim_id, SPEAKER.c.position)
    )
    return [Cited(*row) for row in rows]


def outlet_names(session: Session) -> set[str]:
    """Give the names of the outlets that have an article."""
    held = select(OUTLET.c.name).join(ARTICLE, ARTICLE.c.outlet_id == OUTLET.c.id)
    return set(session.scalars(held.distinct()))
