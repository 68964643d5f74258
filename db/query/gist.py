"""What texts are about: which of them may tell one story, and which claims belong together."""

from collections.abc import Collection
from datetime import date
from typing import Final

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from claims.model import Gist
from db.statement import GIVEN, given, select_rows
from db.table import ARTICLE, CLAIM, CLAIM_KEY, CLAIM_PART, GIST, GIST_WORD

_GISTS: Final = select(GIST).where(GIST.c.text_id.in_(GIVEN))
_SHARED: Final = func.count()
_SHARING: Final = (
    select(GIST_WORD.c.text_id, _SHARED.label("shared"))
    .where(GIST_WORD.c.word.in_(GIVEN))
    .group_by(GIST_WORD.c.text_id)
    .having(bindparam("least") <= _SHARED)
)
_FOUND: Final = _SHARING.cte("found")
_IS_NEAR: Final = (
    select(ARTICLE.c.id)
    .where(ARTICLE.c.text_id == _FOUND.c.text_id)
    .where(
        or_(
            ARTICLE.c.published_from.is_(None),
            ARTICLE.c.published_from != ARTICLE.c.published_to,
            and_(
                ARTICLE.c.published_from >= bindparam("first"),
                ARTICLE.c.published_from <= bindparam("last"),
            ),
        )
    )
    .exists()
)
_SHARING_OR_FAR: Final = select(_FOUND.c.text_id).where(
    or_(_FOUND.c.shared >= bindparam("least_far"), _IS_NEAR)
)
_PARTS: Final = select(CLAIM_PART.c.part).where(CLAIM_PART.c.claim_id.in_(GIVEN)).distinct()
_OF_PARTS: Final = select(CLAIM_PART.c.claim_id).where(CLAIM_PART.c.part.in_(GIVEN))
_HOLDERS: Final = select(CLAIM_KEY.c.claim_id).where(CLAIM_KEY.c.key.in_(GIVEN)).distinct()
_IN_TEXTS: Final = (
    select(CLAIM_KEY.c.claim_id, CLAIM_KEY.c.key)
    .join(CLAIM, CLAIM.c.id == CLAIM_KEY.c.claim_id)
    .where(CLAIM.c.text_id.in_(GIVEN))
)


def gists_of(session: Session, text_ids: Collection[str]) -> dict[str, Gist]:
    """Give what texts are about, by id; a text that was read before it was kept is left out."""
    rows = select_rows(session, set(text_ids), _GISTS)
    return {row.text_id: Gist(tuple(row.telling), tuple(row.weekdays)) for row in rows}


def texts_sharing(
    session: Session,
    words: Collection[str],
    least: int,
    near: tuple[date, date] | None = None,
    least_far: int = 0,
) -> set[str]:
    """Give the texts that are found by at least so many of some words.

    Args:
        session: The transaction.
        words: The words.
        least: How many of them a text must be found by.
        near: The first and the last of some days; None where any day will do.
        least_far: How many it must be found by where each article on it is surely of another day.
    """
    if not words:
        return set()
    asked: dict[str, object] = given(set(words)) | {"least": least}
    if near is None:
        return set(session.scalars(_SHARING, asked))
    asked |= {"least_far": least_far, "first": str(near[0]), "last": str(near[1])}
    return set(session.scalars(_SHARING_OR_FAR, asked))


def holders_in(session: Session, keys: Collection[str], text_ids: Collection[str]) -> set[str]:
    """Give the claims of some texts that have one of some keys."""
    wanted = set(keys)
    rows = select_rows(session, set(text_ids), _IN_TEXTS)
    return {row.claim_id for row in rows if row.key in wanted}


def holders_anywhere(session: Session, keys: Collection[str]) -> set[str]:
    """Give the claims of any text that have one of some keys."""
    return {row[0] for row in select_rows(session, set(keys), _HOLDERS)}


def with_parts(session: Session, claim_ids: Collection[str]) -> set[str]:
    """Give the claims that comparison connects with some claims, these among them if stored."""
    parts = {row[0] for row in select_rows(session, set(claim_ids), _PARTS)}
    return {row[0] for row in select_rows(session, parts, _OF_PARTS)}
