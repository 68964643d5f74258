"""Two articles held against each other word for word, and which articles are near copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import db
from claims.model import Article
from claims.questions import SHARED_KEYS, same_origin
from claims.read.variance import compare_wording
from claims.read.view import make_view
from claims.report.variance import Comparison, NearCopy
from claims.service import gather
from claims.service.context import text_facts, wording_facts

if TYPE_CHECKING:
    from claims.report.view import Publication
    from db import Session

_ONE_TEXT = "both print one and the same text"


def compare_articles(database: db.Database, left: str, right: str) -> Comparison:
    """Say what differs between the wording of two articles.

    Args:
        database: Where they are stored.
        left: The short id of one.
        right: That of the other.

    Raises:
        NotFound: No article has such an id.
        InputError: More than one begins so.
    """
    with database.read() as session:
        one, other = (db.get_article(session, prefix) for prefix in (left, right))
        facts = wording_facts(session, {one.text.id, other.text.id})
        alike = one.text.id == other.text.id
        origin = _ONE_TEXT if alike else same_origin(facts[one.text.id], facts[other.text.id])
        told = _publication(session, one), _publication(session, other)
    return Comparison(*told, origin, compare_wording(make_view(one.text), make_view(other.text)))


def near_copies(session: Session, article: Article) -> list[NearCopy]:
    """Find the other articles that have one origin with an article, and what tells so."""
    text_id = article.text.id
    own = text_facts(session, [text_id])[text_id]
    near = db.texts_sharing(session, own.found_by(), SHARED_KEYS) | {text_id}
    facts = wording_facts(session, near)
    heads = db.article_heads(session, near)
    reasons = {id_: same_origin(own, facts[id_]) for id_ in near} | {text_id: _ONE_TEXT}
    return [
        NearCopy(gather.publication(head), reasons[id_])
        for id_ in sorted(near, key=lambda id_: (heads[id_][0].published or "9999", id_))
        for head in heads[id_]
        if reasons[id_] and head.id != article.id
    ]


def _publication(session: Session, article: Article) -> Publication:
    return gather.publication(db.heads_of(session, [article.id])[article.id])
