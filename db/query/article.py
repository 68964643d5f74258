"""Articles, whole or as the head that listings show, and texts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session

from claims.errors import NotFound
from claims.model import Article, Genre, KnownBy, Rendition, Sketch, Text
from db.query.lookup import ARTICLES, find_id
from db.row.article import article_from, known_by_from, sketch_from
from db.row.base import Stored
from db.statement import GIVEN, select_rows
from db.table import ARTICLE, EDITION, OUTLET, SKETCH, SOURCE, TEXT

_PUBLICATION: Final = (
    ARTICLE.c.id,
    ARTICLE.c.text_id,
    ARTICLE.c.title,
    ARTICLE.c.authors,
    OUTLET.c.name.label("outlet"),
    ARTICLE.c.genre,
    ARTICLE.c.published,
    ARTICLE.c.published_from,
    ARTICLE.c.address,
    ARTICLE.c.file,
    ARTICLE.c.language,
    ARTICLE.c.rendition,
    ARTICLE.c.known_by,
)
SOURCE_COLUMNS: Final = (
    SOURCE.c.sha256.label("source_sha256"),
    SOURCE.c.file.label("source_file"),
    SOURCE.c.size.label("source_size"),
    SOURCE.c.reader,
    SOURCE.c.encoding,
    SOURCE.c.remarks,
)


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a listing says of an article: all of it but the text."""

    id: str
    text_id: str
    file: str | None
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    genre: Genre
    rendition: Rendition
    published: str | None
    published_known_by: KnownBy
    address: str | None
    language: str | None


def earliest_first(row: Stored) -> tuple[bool, str, str]:
    """Order articles: earliest possible day first, unknown days last, then by id."""
    return row.published_from is None, row.published_from or "", row.id


def select_heads(*also: ColumnElement[Any]) -> Select[Any]:
    """Select the columns of heads, and others of the same tables or of the source."""
    return (
        select(*_PUBLICATION, *also)
        .join_from(ARTICLE, OUTLET, ARTICLE.c.outlet_id == OUTLET.c.id, isouter=True)
        .join(SOURCE, SOURCE.c.article_id == ARTICLE.c.id, isouter=True)
    )


_OF_TEXT: Final = select_heads(*SOURCE_COLUMNS).where(ARTICLE.c.text_id == bindparam("text_id"))
_SKETCHES: Final = select(SKETCH).where(SKETCH.c.text_id.in_(GIVEN))
_HEADS_OF_TEXTS: Final = select_heads().where(ARTICLE.c.text_id.in_(GIVEN))


def head_from(row: Stored) -> ArticleHead:
    """Read a head from a row of `select_heads`."""
    known = known_by_from(row.known_by).get("published", KnownBy.UNKNOWN)
    return ArticleHead(
        id=row.id,
        text_id=row.text_id,
        file=row.file,
        title=row.title,
        outlet=row.outlet,
        authors=tuple(row.authors),
        genre=Genre(row.genre),
        rendition=Rendition(row.rendition),
        published=row.published,
        published_known_by=known,
        address=row.address,
        language=row.language,
    )


def article_heads(session: Session, text_ids: Collection[str]) -> dict[str, list[ArticleHead]]:
    """Give the heads of the articles on each text, earliest published first, then by id.

    Earlier versions count only where a text has no other article.
    """
    rows = select_rows(session, text_ids, _HEADS_OF_TEXTS)
    heads: dict[str, list[ArticleHead]] = {}
    for row in _present(session, sorted(rows, key=earliest_first)):
        heads.setdefault(row.text_id, []).append(head_from(row))
    return heads


def _present(session: Session, rows: Sequence[Stored]) -> list[Stored]:
    """Leave out the earlier versions of articles, but on texts that have no other."""
    statement = select(EDITION.c.article_id).where(EDITION.c.article_id.in_(GIVEN))
    earlier = {row[0] for row in select_rows(session, {row.id for row in rows}, statement)}
    if not earlier:
        return list(rows)
    there = {row.text_id for row in rows if row.id not in earlier}
    return [row for row in rows if row.id not in earlier or row.text_id not in there]


def heads_of(session: Session, ids: Collection[str]) -> dict[str, ArticleHead]:
    """Give the heads of articles by their whole ids; unknown ids are left out."""
    statement = select_heads().where(ARTICLE.c.id.in_(GIVEN))
    return {row.id: head_from(row) for row in select_rows(session, ids, statement)}


def get_text(session: Session, text_id: str) -> Text:
    """Give a text by its whole id.

    Raises:
        NotFound: No such text.
    """
    body = session.scalar(select(TEXT.c.body).where(TEXT.c.id == text_id))
    if body is None:
        msg = f"no text {text_id[:8]}; list the articles with: claims articles"
        raise NotFound(msg)
    return Text(body)


def added_at(session: Session, text_ids: Collection[str]) -> dict[str, datetime]:
    """Give when texts were first added, by id; unknown ids are left out."""
    statement = select(TEXT.c.id, TEXT.c.added_at).where(TEXT.c.id.in_(GIVEN))
    return {row.id: row.added_at for row in select_rows(session, set(text_ids), statement)}


def sketches_of(session: Session, text_ids: Collection[str]) -> dict[str, Sketch]:
    """Give the wording of texts, by id; a text read before it was kept is left out."""
    rows = select_rows(session, set(text_ids), _SKETCHES)
    return {row.text_id: sketch_from(row) for row in rows}


def article_of_text(session: Session, text_id: str) -> list[Article]:
    """Give the articles on a text, earliest published first, then by id; none is empty.

    Earlier versions count only where it has no other article.
    """
    rows = session.execute(_OF_TEXT, {"text_id": text_id}).all()
    if not rows:
        return []
    text = get_text(session, text_id)
    return [article_from(row, text) for row in _present(session, sorted(rows, key=earliest_first))]


def articles_on(session: Session, text_id: str) -> list[str]:
    """Give the ids of all articles on a text, earlier versions too, in order."""
    return sorted(session.scalars(select(ARTICLE.c.id).where(ARTICLE.c.text_id == text_id)))


def load_article(session: Session, article_id: str) -> Article:
    """Give an article by its whole, present id; it must be there."""
    row = session.execute(select_heads(*SOURCE_COLUMNS).where(ARTICLE.c.id == article_id)).one()
    return article_from(row, get_text(session, row.text_id))


def get_article(session: Session, prefix: str) -> Article:
    """Give an article by its short id, or by one it had before its address was known.

    Raises:
        NotFound: No such article.
        InputError: More than one begins so.
    """
    return load_article(session, find_id(session, ARTICLES, prefix))
