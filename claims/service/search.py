"""Full-text search over quotes, titles, authors, addresses and what people said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import db
from claims.errors import InputError
from claims.model import Indexed, Relation
from claims.report.identity import short_conflict, short_id
from claims.report.quote import passage_of
from claims.report.search import Find, Search
from claims.service import gather
from claims.values.search import query_words

if TYPE_CHECKING:
    from claims.model import Annotation, Filter
    from db import Session

_AT_ONCE: Final = 100


def search(database: db.Database, query: str, narrow: Filter, limit: int | None) -> Search:
    """Find what holds every word of a query, else what holds some, the best first.

    Claims of one paragraph are shown as one.

    Args:
        database: Where.
        query: Words; a star after a word asks for all that begin so.
        narrow: What the finds are narrowed to.
        limit: How many finds to give at most; None for all.

    Raises:
        InputError: The query holds neither a letter nor a digit.
    """
    words = tuple(query_words(query))
    if not words:
        msg = f"nothing to search for in {query!r}; give a word or a number"
        raise InputError(msg)
    with database.read() as session:
        whole = db.search(session, words, narrow)
        hits = whole or db.search(session, words, narrow, every=False)
        finds = list(_first(_finds(session, hits), limit))
    return Search(query, words, tuple(finds), len(hits), complete=bool(whole))


def _first(finds: Iterator[Find], limit: int | None) -> Iterator[Find]:
    """Unite claims of one paragraph; give the first finds, whole."""
    united: dict[tuple[object, ...], Find] = {}
    for place, find in enumerate(finds):
        key = _passage_of(find) if find.entries else (place,)
        if key not in united and limit is not None and len(united) == limit:
            continue
        held = united.get(key)
        entries = (*held.entries, *find.entries) if held else find.entries
        united[key] = Find(entries, find.body, find.article, find.word, find.about)
    yield from united.values()


def _passage_of(find: Find) -> tuple[object, ...]:
    entry = find.entries[0]
    return entry.claim.text_id, *passage_of(entry, find.body)


def _finds(session: Session, hits: Sequence[db.Hit]) -> Iterator[Find]:
    for at in range(0, len(hits), _AT_ONCE):
        some = hits[at : at + _AT_ONCE]
        found = {**_claims(session, some), **_articles(session, some), **_words(session, some)}
        yield from (found[hit.target_id] for hit in some if hit.target_id in found)


def _ids(hits: Sequence[db.Hit], sort: Indexed) -> set[str]:
    return {hit.target_id for hit in hits if hit.target is sort}


def _claims(session: Session, hits: Sequence[db.Hit]) -> dict[str, Find]:
    known = gather.entries_of(session, _ids(hits, Indexed.CLAIM))
    texts = {entry.claim.text_id for entry in known.values()}
    bodies = {text_id: db.get_text(session, text_id).body for text_id in texts}
    return {id_: Find((entry,), bodies[entry.claim.text_id]) for id_, entry in known.items()}


def _articles(session: Session, hits: Sequence[db.Hit]) -> dict[str, Find]:
    heads = db.heads_of(session, _ids(hits, Indexed.ARTICLE))
    return {id_: Find(article=gather.publication(head)) for id_, head in heads.items()}


def _words(session: Session, hits: Sequence[db.Hit]) -> dict[str, Find]:
    words = db.annotations_by_id(session, _ids(hits, Indexed.ANNOTATION))
    return {id_: Find(word=word, about=_about(word)) for id_, word in words.items()}


def _about(word: Annotation) -> str:
    """Give the short id of what a word is about."""
    relation = word.seen.get("relation")
    if relation in list(Relation):
        return short_conflict(word.target_id, Relation(relation))
    return short_id(word.target, word.target_id)
