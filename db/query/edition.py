"""Versions of articles, and the claims that took the place of others."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from db.query.article import ArticleHead, head_from, select_heads
from db.row.base import Stored
from db.statement import GIVEN, select_rows
from db.table import ARTICLE, CLAIM, CLAIM_ALIAS, EDITION, TEXT

_OTHER: Final = ARTICLE.alias("other")
_PRESENT: Final = exists().where(
    _OTHER.c.text_id == ARTICLE.c.text_id,
    ~exists().where(EDITION.c.article_id == _OTHER.c.id),
)
EARLIER_ARTICLES: Final = select(EDITION.c.article_id)
"""The articles that have a later version."""
EARLIER_TEXTS: Final = select(ARTICLE.c.text_id).where(
    ARTICLE.c.id.in_(EARLIER_ARTICLES), ~_PRESENT
)
"""The texts that only earlier versions print: their claims are kept, and compared with none."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of an article.

    Args:
        article: The version.
        added_at: When it was added.
        replaced_at: When a later one took its place; None for the present one.
    """

    article: ArticleHead
    added_at: datetime
    replaced_at: datetime | None


def earlier_texts(session: Session, text_ids: Collection[str]) -> set[str]:
    """Give those of some texts that only earlier versions print."""
    statement = select(TEXT.c.id).where(TEXT.c.id.in_(GIVEN), TEXT.c.id.in_(EARLIER_TEXTS))
    return {row[0] for row in select_rows(session, text_ids, statement)}


def earlier_claims(session: Session, ids: Collection[str]) -> set[str]:
    """Give those of some claims that only earlier versions make."""
    statement = select(CLAIM.c.id).where(CLAIM.c.id.in_(GIVEN), CLAIM.c.text_id.in_(EARLIER_TEXTS))
    return {row[0] for row in select_rows(session, ids, statement)}


def present_edition(session: Session, article_id: str) -> str:
    """Give the id of the present version of an article: often its own."""
    statement = select(EDITION.c.replaced_by).where(EDITION.c.article_id == article_id)
    return session.scalar(statement) or article_id


def editions_of(session: Session, article_id: str) -> list[Edition]:
    """List all versions of an article, the earlier ones first, the present one last."""
    present = present_edition(session, article_id)
    earlier = select(EDITION.c.article_id).where(EDITION.c.replaced_by == present)
    rows = session.execute(
        select_heads(ARTICLE.c.added_at, ARTICLE.c.published_to, EDITION.c.at.label("replaced_at"))
        .join(EDITION, EDITION.c.article_id == ARTICLE.c.id, isouter=True)
        .where((ARTICLE.c.id == present) | ARTICLE.c.id.in_(earlier))
    )
    return [
        Edition(head_from(row), row.added_at, row.replaced_at)
        for row in sorted(rows, key=lambda row: (row.id == present, *_age(row)))
    ]


def _age(row: Stored) -> tuple[str, datetime, str]:
    return row.published_from or "", row.added_at, row.id


def articles_at(session: Session, address: str, *, but: str) -> list[Edition]:
    """List the present versions at an address, the first added first.

    Args:
        but: A text whose articles are left out.
    """
    rows = session.execute(
        select_heads(ARTICLE.c.added_at).where(
            ARTICLE.c.address == address,
            ARTICLE.c.text_id != but,
            ARTICLE.c.id.not_in(EARLIER_ARTICLES),
        )
    )
    return [
        Edition(head_from(row), row.added_at, None)
        for row in sorted(rows, key=lambda row: (row.added_at, row.id))
    ]


_ALIASES: Final = select(CLAIM_ALIAS.c.id, CLAIM_ALIAS.c.claim_id).where(
    CLAIM_ALIAS.c.id.in_(GIVEN)
)
_FORMER: Final = select(CLAIM_ALIAS.c.id).where(CLAIM_ALIAS.c.claim_id.in_(GIVEN))


def present_claims(session: Session, ids: Collection[str]) -> dict[str, str]:
    """Give for claims in whose place others stand the one that does now; all others are left out.

    One that took a place may have lost it to a third since.
    """
    now = {row.id: row.claim_id for row in select_rows(session, set(ids), _ALIASES)}
    if not now:
        return {}
    later = present_claims(session, set(now.values()) - now.keys())
    return {id_: later.get(claim, claim) for id_, claim in now.items()}


def former_claims(session: Session, ids: Collection[str]) -> set[str]:
    """Give the claims in whose place some claims stand."""
    found: set[str] = set()
    asked = set(ids)
    while asked:
        asked = {row.id for row in select_rows(session, asked, _FORMER)} - found
        found |= asked
    return found
