"""Versions of articles: the same address with another text, or an update that was pasted.

The present version takes part in comparison. The earlier ones are kept with their claims and
shown; what people said of those claims follows to the present version where the same quote stands
there once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import db
from claims.errors import InputError
from claims.model import Article, Genre, Rendition
from claims.questions import Difference, compare_readings
from claims.service.basis import basis_of
from claims.service.replacement import settle_text

if TYPE_CHECKING:
    from datetime import datetime

    from claims.model import Claim
    from db import ArticleHead, Session

INHERITED = (
    "title",
    "authors",
    "outlet",
    "genre",
    "published",
    "address",
    "language",
    "rendition",
)
"""What a version that does not say so itself takes over from the one before."""


@dataclass(frozen=True, slots=True)
class Succession:
    """How a version stands to the others of its article.

    Args:
        other: The version whose place it took, or the present one where it is an earlier one.
        is_present: Whether it is the present one.
        difference: How the claims of the present one differ from those of the other.
    """

    other: ArticleHead
    is_present: bool
    difference: Difference


def version_before(session: Session, article: Article, replaces: str | None) -> Article | None:
    """Find the present version that an article takes the place of; None where there is none.

    Args:
        replaces: The id of a version of it that a person named.

    Raises:
        NotFound: There is no such article.
        InputError: It has the very same text.
    """
    if replaces is not None:
        named = db.get_article(session, replaces)
        if named.text.id == article.text.id:
            msg = f"{replaces} has the same text: there is nothing to replace"
            raise InputError(msg)
        return db.get_article(session, db.present_edition(session, named.id))
    if article.address is None:
        return None
    found = db.articles_at(session, article.address, but=article.text.id)
    return db.get_article(session, found[-1].article.id) if found else None


def inherit(article: Article, before: Article) -> Article:
    """Take over what an article does not say itself from the version before."""
    taken = [name for name in INHERITED if is_missing(article, name)]
    known = {name: before.known_by[name] for name in taken if name in before.known_by}
    return replace(
        article,
        **{name: getattr(before, name) for name in taken},
        known_by={**article.known_by, **known},
    )


def is_missing(article: Article, name: str) -> bool:
    """Whether nothing is known of a field of an article."""
    value = getattr(article, name)
    if value is Rendition.VERBATIM:
        return name not in article.known_by
    return value is None or value in ((), Genre.UNKNOWN)


def succeed(  # noqa: PLR0917  # one article and all that decides about its versions
    session: Session,
    article: Article,
    claims: Sequence[Claim],
    replaces: str | None,
    run_id: int,
    at: datetime,
) -> Succession | None:
    """Put a stored article in its place among the versions of it, before it is compared.

    Of two versions that say when they were published the later day is the present one, else what
    was added last, or what a person says replaces the other.

    Args:
        claims: What it claims, which may not be stored yet.
        replaces: The id of a version whose place it takes.

    Returns:
        How it stands to the others; None where it is the only one, or has its place already.
    """
    others = _others(session, article, replaces)
    if not others:
        return None
    newer = None if replaces else next((one for one in others if _is_later(one, article)), None)
    if newer is not None:
        _put_before(session, [one for one in others if one is not newer], newer.id, run_id, at)
        db.replace_edition(session, article.id, newer.id, at)
        found = _follow(session, newer.text_id, claims)
        return Succession(newer, is_present=False, difference=found)
    found = Difference()
    for other in others:
        stored = db.claims_of_texts(session, [other.text_id])
        found = compare_readings(stored, claims, article.text.body)
        db.carry_conflicts(session, found.places, at)
    _put_before(session, others, article.id, run_id, at)
    link(session, article.id, claims)
    return Succession(others[-1], is_present=True, difference=found)


def _others(session: Session, article: Article, replaces: str | None) -> list[ArticleHead]:
    """List the present versions beside an article that has no place among them yet."""
    if replaces is not None:
        present = db.present_edition(session, db.get_article(session, replaces).id)
        heads = db.heads_of(session, [present])
        return [head for head in heads.values() if head.id != article.id]
    if article.address is None or db.present_edition(session, article.id) != article.id:
        return []
    found = db.articles_at(session, article.address, but=article.text.id)
    return [one.article for one in found]


def _is_later(head: ArticleHead, article: Article) -> bool:
    """Whether a version was published on a later day than an article."""
    if not head.published or not article.published:
        return False
    size = min(len(head.published), len(article.published))
    return head.published[:size] > article.published[:size]


def _put_before(
    session: Session, others: Iterable[ArticleHead], present: str, run_id: int, at: datetime
) -> None:
    for other in others:
        read_on = basis_of(db.article_of_text(session, other.text_id))
        db.replace_edition(session, other.id, present, at)
        settle_text(session, other.text_id, read_on, run_id)


def _follow(session: Session, present_text: str, claims: Sequence[Claim]) -> Difference:
    """Let words on the claims of an earlier version follow to those of the present one."""
    now = db.claims_of_texts(session, [present_text])
    body = db.get_text(session, present_text).body
    found = compare_readings(claims, now, body)
    db.save_claim_aliases(session, {claim.id for claim in claims}, found.places)
    return found


def link(session: Session, article_id: str, claims: Sequence[Claim] | None = None) -> None:
    """Let words on the claims of earlier versions follow to those of the present one.

    Args:
        article_id: Any of the versions.
        claims: What the present one claims; what is stored where None.
    """
    *earlier, present = db.editions_of(session, article_id)
    if not earlier:
        return
    text_id = present.article.text_id
    now = db.claims_of_texts(session, [text_id]) if claims is None else claims
    body = db.get_text(session, text_id).body
    for one in earlier:
        then = db.claims_of_texts(session, [one.article.text_id])
        if db.earlier_texts(session, [one.article.text_id]):
            found = compare_readings(then, now, body)
            db.save_claim_aliases(session, {claim.id for claim in then}, found.places)
    db.forget_claim_aliases(session, {claim.id for claim in now})


def differences(session: Session, article_id: str) -> list[tuple[db.Edition, Difference]]:
    """Give the versions of an article with how each differs from the one before it."""
    told: list[tuple[db.Edition, Difference]] = []
    before: list[Claim] = []
    for edition in db.editions_of(session, article_id):
        text_id = edition.article.text_id
        claims = db.claims_of_texts(session, [text_id])
        body = db.get_text(session, text_id).body
        told.append((edition, compare_readings(before, claims, body) if told else Difference()))
        before = claims
    return told
