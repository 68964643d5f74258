"""The rows by which search and filters find things, made from what is stored.

There is one way to make them: from the rows of a text, an article or a human word, in the
transaction that stored those. So what an upgrade fills in is what adding would have written.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, delete, func, select
from sqlalchemy.orm import Session

from claims.model import Indexed, NameRole, keys_in
from claims.values.gazetteer import display_name
from claims.values.search import count_words, name_words
from db.row.base import Record, Stored
from db.statement import GIVEN, insert_rows, select_rows
from db.table import (
    ALIAS,
    ANNOTATION,
    ARTICLE,
    CLAIM,
    CLAIM_NAME,
    DOCUMENT,
    DOCUMENT_WORD,
    EVENT,
    PARTICIPATION,
    SPEAKER,
    TEXT,
)

_AT_ONCE: Final = 100
"""Texts, articles or words that are indexed at a time when all are."""
_CLAIMS: Final = (
    select(
        CLAIM.c.id,
        CLAIM.c.text_id,
        CLAIM.c.quote,
        CLAIM.c.party,
        CLAIM.c.scope,
        EVENT.c.place.label("event_place"),
    )
    .join(EVENT, EVENT.c.id == CLAIM.c.event_id, isouter=True)
    .where(CLAIM.c.text_id.in_(GIVEN))
    .order_by(CLAIM.c.id)
)
_OF_TEXTS: Final = select(CLAIM.c.id).where(CLAIM.c.text_id.in_(GIVEN))
_ALIASES: Final = select(ALIAS).where(ALIAS.c.text_id.in_(GIVEN))
_SPEAKERS: Final = select(SPEAKER.c.claim_id, SPEAKER.c.key, SPEAKER.c.name).where(
    SPEAKER.c.claim_id.in_(_OF_TEXTS)
)
_MEMBERS: Final = select(
    PARTICIPATION.c.claim_id, PARTICIPATION.c.entity_key.label("key"), PARTICIPATION.c.name
).where(PARTICIPATION.c.claim_id.in_(_OF_TEXTS))
_ARTICLES: Final = (
    select(ARTICLE.c.id, ARTICLE.c.title, ARTICLE.c.authors, ARTICLE.c.address)
    .where(ARTICLE.c.id.in_(GIVEN))
    .order_by(ARTICLE.c.id)
)
_ANNOTATIONS: Final = (
    select(ANNOTATION.c.id, ANNOTATION.c.note, ANNOTATION.c.reason, ANNOTATION.c.tags)
    .where(ANNOTATION.c.id.in_(GIVEN))
    .order_by(ANNOTATION.c.id)
)


def index_claims(session: Session, text_ids: Collection[str]) -> None:
    """Index the stored claims of texts that have none indexed."""
    rows = select_rows(session, text_ids, _CLAIMS)
    _insert_documents(session, Indexed.CLAIM, ((row.id, row.quote) for row in rows))
    aliases: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in select_rows(session, text_ids, _ALIASES):
        aliases[row.text_id, row.entity_key].add(row.name)
    names = _Names(aliases)
    speakers = _by_claim(select_rows(session, text_ids, _SPEAKERS))
    members = _by_claim(select_rows(session, text_ids, _MEMBERS))
    for row in rows:
        names.add_claim(row, speakers[row.id], members[row.id])
    insert_rows(session, CLAIM_NAME, names.rows())


def _by_claim(rows: Iterable[Stored]) -> dict[str, list[Stored]]:
    groups: dict[str, list[Stored]] = defaultdict(list)
    for row in rows:
        groups[row.claim_id].append(row)
    return groups


class _Names:
    """Whom and what claims name: by claim, role and key, every name that is known."""

    def __init__(self, aliases: Mapping[tuple[str, str], Collection[str]]) -> None:
        self._aliases = aliases
        self._found: dict[tuple[str, str, str], set[str]] = {}

    def add_claim(self, row: Stored, speakers: list[Stored], members: list[Stored]) -> None:
        """Add what one claim names: who says so, who is named, and where."""
        for key, name in ((key, link.name) for link in speakers for key in keys_in(link.key)):
            self._add(row, NameRole.SPEAKER, key, name)
        for member in members:
            self._add(row, NameRole.PARTY, member.key, member.name)
        for key in (row.party, *row.scope["group"], *row.scope["about"]):
            if key:
                self._add(row, NameRole.PARTY, key)
        for key in (*row.scope["place"], row.event_place):
            if key:
                self._add(row, NameRole.PLACE, key)
        for slot in row.scope.get("args", ()):
            key = slot.partition(":")[2]
            if key.startswith("place:"):
                self._add(row, NameRole.PLACE, key)
            elif not key.startswith(("noun:", "words:")):
                self._add(row, NameRole.PARTY, key)

    def _add(self, row: Stored, role: NameRole, key: str, *printed: str) -> None:
        held = self._found.setdefault((row.id, role.value, key), {display_name(key)})
        held.update(printed, self._aliases.get((row.text_id, key), ()))

    def rows(self) -> list[Record]:
        """Give a row for each claim, role and key."""
        return [
            {"claim_id": claim, "role": role, "key": key, "folded": _folded(names)}
            for (claim, role, key), names in sorted(self._found.items())
        ]


def _folded(names: Iterable[str]) -> str:
    """Fold names; a bar keeps the last word of one from the first of the next."""
    return "|".join(sorted({name_words(name) for name in names}))


def index_articles(session: Session, ids: Collection[str]) -> None:
    """Index titles, authors and addresses of articles that are not indexed."""
    rows = select_rows(session, ids, _ARTICLES)
    texts = ((row.id, "\n".join(_words_of(row))) for row in rows)
    _insert_documents(session, Indexed.ARTICLE, texts)


def _words_of(row: Stored) -> Iterator[str]:
    yield row.title or ""
    yield from row.authors
    yield row.address or ""


def index_annotations(session: Session, ids: Collection[str]) -> None:
    """Index what people said that is not indexed."""
    rows = select_rows(session, ids, _ANNOTATIONS)
    texts = ((row.id, "\n".join((row.note, row.reason, *row.tags))) for row in rows)
    _insert_documents(session, Indexed.ANNOTATION, texts)


def _insert_documents(session: Session, target: Indexed, texts: Iterable[tuple[str, str]]) -> None:
    """Add documents with their words; a text without a word is none.

    Several claims rest on one sentence, whose words are looked for once.
    """
    counted: dict[str, Counter[str]] = {}
    last = session.scalar(select(func.max(DOCUMENT.c.id))) or 0
    documents: list[Record] = []
    words: list[Record] = []
    for target_id, text in texts:
        counts = counted.get(text) or counted.setdefault(text, count_words(text))
        if counts:
            last += 1
            named = {"target": target.value, "target_id": target_id, "length": counts.total()}
            documents.append({"id": last, **named})
            words += [
                {"word": word, "document_id": last, "count": count}
                for word, count in counts.items()
            ]
    words.sort(key=itemgetter("word"))  # one word after another is stored quicker
    insert_rows(session, DOCUMENT, documents)
    insert_rows(session, DOCUMENT_WORD, words)


def unindex_claims(session: Session, claim_ids: Select[Any]) -> None:
    """Take the claims that a statement selects out of the index."""
    session.execute(delete(CLAIM_NAME).where(CLAIM_NAME.c.claim_id.in_(claim_ids)))
    _delete_documents(session, Indexed.CLAIM, DOCUMENT.c.target_id.in_(claim_ids))


def unindex_article(session: Session, article_id: str) -> None:
    """Take an article out of the index."""
    _delete_documents(session, Indexed.ARTICLE, DOCUMENT.c.target_id == article_id)


def _delete_documents(session: Session, target: Indexed, which: ColumnElement[bool]) -> None:
    chosen = select(DOCUMENT.c.id).where(DOCUMENT.c.target == target.value, which)
    session.execute(delete(DOCUMENT_WORD).where(DOCUMENT_WORD.c.document_id.in_(chosen)))
    session.execute(delete(DOCUMENT).where(DOCUMENT.c.target == target.value, which))


def index_everything(session: Session) -> None:
    """Make the whole index anew, a few things in memory at a time."""
    for table in (CLAIM_NAME, DOCUMENT_WORD, DOCUMENT):
        session.execute(delete(table))
    for column, index in (
        (ARTICLE.c.id, index_articles),
        (TEXT.c.id, index_claims),
        (ANNOTATION.c.id, index_annotations),
    ):
        for ids in _batches(session, column):
            index(session, ids)


def _batches(session: Session, column: ColumnElement[Any]) -> Iterator[list[str]]:
    """Give all ids, some at a time, in order."""
    statement = select(column).order_by(column).limit(_AT_ONCE)
    ids = list(session.scalars(statement))
    while ids:
        yield ids
        ids = list(session.scalars(statement.where(column > ids[-1])))
