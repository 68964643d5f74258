"""Full-text search in the words that `claims.values.search` made of texts.

Every word of the query must stand in a find. Rank is computed here, from counts alone, so that
both databases give the same list: a rare word weighs more than a frequent one, a second mention
less than the first, and a short text more than a long one that says the same.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from claims.model import Annotation, Filter, Indexed, Target
from claims.values.search import QueryWord
from db.query.annotation import annotations
from db.query.condition import EVERYTHING, judged, of_claim, of_conflict, of_question
from db.query.edition import EARLIER_ARTICLES, EARLIER_TEXTS
from db.query.publication import article_conditions
from db.row.base import Stored
from db.statement import GIVEN, select_rows
from db.table import ARTICLE, CLAIM, CONFLICT, DOCUMENT, DOCUMENT_WORD, QUESTION

_SATURATION: Final = 1.2
_USUAL_LENGTH: Final = 20
_SHARE_OF_LENGTH: Final = 0.75
_DIGITS: Final = 9
_AT_ONCE: Final = 5_000
_LAST_CHARACTER: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing in which the words of a query stand."""

    target: Indexed
    target_id: str
    score: float


def search(
    session: Session,
    words: Sequence[QueryWord],
    narrow: Filter = EVERYTHING,
    *,
    every: bool = True,
) -> list[Hit]:
    """Find what holds every word, the best first, equal ones by sort, then by id.

    A filter holds for a claim as it does in its listing, for an article likewise, and for a
    human word where it holds for what the word is about.

    Args:
        session: A transaction.
        words: What to look for.
        narrow: What the finds are narrowed to.
        every: Whether every word must be there, rather than one of them.
    """
    counts = [_counts(session, word) for word in words]
    unite = set.intersection if every else set.union
    held = unite(*map(set, counts)) if counts else set()
    total = session.scalar(select(func.count()).select_from(DOCUMENT)) or 0
    hits = [
        Hit(Indexed(row.target), row.target_id, _score(row.id, row.length, counts, total))
        for row in _documents(session, held)
    ]
    hits = _present(session, hits)
    if narrow != EVERYTHING:
        hits = _allowed(session, hits, narrow)
    order = list(Indexed)
    return sorted(hits, key=lambda hit: (-hit.score, order.index(hit.target), hit.target_id))


def _counts(session: Session, asked: QueryWord) -> dict[int, int]:
    """Count a word in each document that holds it; all words that begin so, where asked."""
    counts = _counts_of(session, _is(asked))
    if asked.parts:
        parts = [_counts_of(session, DOCUMENT_WORD.c.word == part) for part in asked.parts]
        for document in set.intersection(*map(set, parts)):
            counts.setdefault(document, min(found[document] for found in parts))
    return counts


def _is(asked: QueryWord) -> ColumnElement[bool]:
    word = DOCUMENT_WORD.c.word
    if asked.begins:
        return (word >= asked.word) & (word < asked.word + _LAST_CHARACTER)
    return word == asked.word


def _counts_of(session: Session, condition: ColumnElement[bool]) -> dict[int, int]:
    statement = select(DOCUMENT_WORD.c.document_id, DOCUMENT_WORD.c.count).where(condition)
    counts: dict[int, int] = {}
    for document, count in session.execute(statement):
        counts[document] = counts.get(document, 0) + count
    return counts


def _documents(session: Session, ids: set[int]) -> Iterator[Stored]:
    """Give documents, a few thousand a statement."""
    for some in _batches(sorted(ids)):
        yield from session.execute(select(DOCUMENT).where(DOCUMENT.c.id.in_(some)))


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))


def _score(document: int, length: int, counts: Sequence[Mapping[int, int]], total: int) -> float:
    """Weigh the words of one document (BM25, against a usual length rather than the average)."""
    share = 1 - _SHARE_OF_LENGTH + _SHARE_OF_LENGTH * length / _USUAL_LENGTH
    score = 0.0
    for found in counts:
        rarity = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
        count = found.get(document, 0)
        score += rarity * count * (_SATURATION + 1) / (count + _SATURATION * share)
    return round(score, _DIGITS)


def _present(session: Session, hits: Sequence[Hit]) -> list[Hit]:
    """Leave out earlier versions of articles, and their claims."""
    ids = {hit.target_id for hit in hits}
    claims = select(CLAIM.c.id).where(CLAIM.c.id.in_(GIVEN), CLAIM.c.text_id.in_(EARLIER_TEXTS))
    articles = EARLIER_ARTICLES.where(EARLIER_ARTICLES.selected_columns[0].in_(GIVEN))
    earlier = {row[0] for which in (claims, articles) for row in select_rows(session, ids, which)}
    return [hit for hit in hits if hit.target_id not in earlier]


def _allowed(session: Session, hits: Sequence[Hit], narrow: Filter) -> list[Hit]:
    """Keep the hits that a filter allows."""
    by_sort: dict[Indexed, set[str]] = {sort: set() for sort in Indexed}
    for hit in hits:
        by_sort[hit.target].add(hit.target_id)
    kept = {
        Indexed.ARTICLE: _allowed_ids(session, Target.ARTICLE, by_sort[Indexed.ARTICLE], narrow),
        Indexed.CLAIM: _allowed_ids(session, Target.CLAIM, by_sort[Indexed.CLAIM], narrow),
        Indexed.ANNOTATION: _allowed_words(session, by_sort[Indexed.ANNOTATION], narrow),
    }
    return [hit for hit in hits if hit.target_id in kept[hit.target]]


def _allowed_words(session: Session, ids: Collection[str], narrow: Filter) -> set[str]:
    """Keep the human words on what a filter allows."""
    if not ids:
        return set()
    said = [word for word in annotations(session) if word.id in ids]
    about: dict[Target, set[str]] = {target: set() for target in Target}
    for word in said:
        target, things = _about(word)
        about[target].update(things)
    kept = {target: _allowed_ids(session, target, ids, narrow) for target, ids in about.items()}
    return {word.id for word in said if not kept[_about(word)[0]].isdisjoint(_about(word)[1])}


def _about(word: Annotation) -> tuple[Target, set[str]]:
    """Give what a word is on; one on a pair is on both of its claims."""
    if word.target is not Target.PAIR:
        return word.target, {word.target_id}
    return Target.CLAIM, {id_ for id_ in (word.left, word.right) if id_ is not None}


def _allowed_ids(
    session: Session, target: Target, ids: Collection[str], narrow: Filter
) -> set[str]:
    """Keep the ids of things of one sort that a filter allows; none of a pair."""
    if not ids:
        return set()
    column, conditions = {
        Target.ARTICLE: (ARTICLE.c.id, article_conditions),
        Target.CLAIM: (CLAIM.c.id, of_claim),
        Target.QUESTION: (QUESTION.c.id, of_question),
        Target.CONFLICT: (CONFLICT.c.id, of_conflict),
    }[target]
    rows = select_rows(session, ids, select(column).where(column.in_(GIVEN), *conditions(narrow)))
    return set(judged(session, narrow, target, [row[0] for row in rows], str))
