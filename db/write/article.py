"""Runs and articles: adding, bettering what is known of them, removing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from claims.errors import InputError
from claims.model import Article, Gist, Run, Sketch
from db.query.article import load_article
from db.row.article import article_to, sketch_to, source_to, text_to
from db.row.base import fold
from db.statement import insert_rows, refuse_unstorable
from db.table import (
    ARTICLE,
    ARTICLE_ALIAS,
    CLAIM,
    GIST,
    GIST_WORD,
    OUTLET,
    RUN,
    SKETCH,
    SOURCE,
    TEXT,
)
from db.write.capture import remove_captures
from db.write.claim import delete_claims
from db.write.edition import rename_edition
from db.write.finding import clear_findings
from db.write.index import index_articles, unindex_article
from db.write.merge import changed_fields, merge_articles


class Change(StrEnum):
    """What saving did to an article."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving an article did.

    Args:
        article: The article as it is stored now, the better-known values of old and new.
        change: Whether it was added, updated, or stored just so before.
        changed: Names of the fields whose value, or how it is known, changed; empty when added.
        new_text: Whether its text was not stored before, so that it has no claims yet.
    """

    article: Article
    change: Change
    changed: tuple[str, ...] = ()
    new_text: bool = False

    @property
    def article_id(self) -> str:
        """The id of the stored article."""
        return self.article.id


def save_run(session: Session, run: Run) -> int:
    """Store one run of the program; its number goes with every row it makes."""
    values = {
        "program": run.program,
        "extractor": run.extractor,
        "started_at": run.started_at,
        "by": run.by or None,
    }
    key = session.execute(insert(RUN).values(values).returning(RUN.c.id)).scalar_one()
    return int(key)


def save_article(session: Session, article: Article, run_id: int, at: datetime) -> Saved:
    """Store an article, or better what is known of a stored one; never duplicate it.

    It is the same article when text and address agree, or text and file where one of the two
    has no address. Field by field the surer value stays, the newer one where both are known
    alike; a missing value replaces nothing.

    Args:
        article: What a reader gave.
        run_id: The run that read it.
        at: Now, aware.

    Raises:
        InputError: A field cannot be stored, or the published day is none.
    """
    _refuse_unstorable(article)
    new_text = _save_text(session, article, run_id, at)
    stored_id = _find_stored(session, article)
    if stored_id is None:
        _insert(session, article, run_id, at)
        return Saved(article, Change.ADDED, (), new_text)
    stored = load_article(session, stored_id)
    merged = merge_articles(stored, article)
    changed = changed_fields(stored, merged)
    if merged != stored:
        _update(session, stored_id, merged, at)
    return Saved(merged, Change.UPDATED if changed else Change.UNCHANGED, changed, new_text)


def overwrite_article(session: Session, stored_id: str, article: Article, at: datetime) -> None:
    """Store what a person says of an article in place of what was stored of it.

    Raises:
        InputError: A field cannot be stored, or another article on the text has its address.
    """
    _refuse_unstorable(article)
    taken = select(ARTICLE.c.id).where(ARTICLE.c.id == article.id)
    if article.id != stored_id and session.scalar(taken) is not None:
        msg = f"another article on the same text has the address {article.address}; remove one"
        raise InputError(msg)
    _update(session, stored_id, article, at)


def _refuse_unstorable(article: Article) -> None:
    for field in ("title", "outlet", "published", "address", "file", "language"):
        refuse_unstorable(**{field: getattr(article, field)})
    for author in article.authors:
        refuse_unstorable(author=author)


def _save_text(session: Session, article: Article, run_id: int, at: datetime) -> bool:
    """Store the text unless it is there; say whether it is new."""
    known = select(TEXT.c.id).where(TEXT.c.id == article.text.id)
    if session.scalar(known) is not None:
        return False
    session.execute(insert(TEXT).values(text_to(article.text, run_id, at)))
    return True


def save_sketch(session: Session, text_id: str, sketch: Sketch) -> None:
    """Store the wording of a text in place of what was stored of it."""
    session.execute(delete(SKETCH).where(SKETCH.c.text_id == text_id))
    session.execute(insert(SKETCH).values(sketch_to(text_id, sketch)))


def save_gist(session: Session, text_id: str, gist: Gist, found_by: Collection[str]) -> None:
    """Store what a text is about in place of what was stored of it.

    Args:
        found_by: The words by which it is found beside others of its story.
    """
    _delete_gist(session, text_id)
    told = {"telling": list(gist.words), "weekdays": list(gist.weekdays)}
    session.execute(insert(GIST).values(text_id=text_id, **told))
    rows = [{"text_id": text_id, "word": word} for word in sorted(set(found_by))]
    insert_rows(session, GIST_WORD, rows)


def _delete_gist(session: Session, text_id: str) -> None:
    for table in (GIST, GIST_WORD):
        session.execute(delete(table).where(table.c.text_id == text_id))


def _find_stored(session: Session, article: Article) -> str | None:
    """Find the stored article that this one is; the same address before the same file."""
    columns = ARTICLE.c.id, ARTICLE.c.address, ARTICLE.c.file
    rows = session.execute(
        select(*columns).where(ARTICLE.c.text_id == article.text.id).order_by(ARTICLE.c.id)
    ).all()
    for row in rows:
        if row.id == article.id:
            return str(row.id)
    for row in rows:
        undecided = row.address is None or article.address is None
        if undecided and article.file is not None and row.file == article.file:
            return str(row.id)
    return None


def _insert(session: Session, article: Article, run_id: int, at: datetime) -> None:
    record = article_to(article, _outlet_id(session, article.outlet))
    stamps = {"added_at": at, "updated_at": at, "run_id": run_id}
    session.execute(insert(ARTICLE).values({**record, **stamps}))
    _insert_source(session, article)
    index_articles(session, [article.id])


def _insert_source(session: Session, article: Article) -> None:
    if article.source is not None:
        session.execute(insert(SOURCE).values(source_to(article.id, article.source)))


def _update(session: Session, stored_id: str, article: Article, at: datetime) -> None:
    """Overwrite a stored article; a former id stays as an alias, for what people said of it."""
    record = article_to(article, _outlet_id(session, article.outlet))
    session.execute(delete(SOURCE).where(SOURCE.c.article_id == stored_id))
    session.execute(
        update(ARTICLE).where(ARTICLE.c.id == stored_id).values({**record, "updated_at": at})
    )
    _insert_source(session, article)
    unindex_article(session, stored_id)
    index_articles(session, [article.id])
    if stored_id != article.id:
        _add_alias(session, stored_id, article.id)
        rename_edition(session, stored_id, article.id)


def _add_alias(session: Session, former: str, article_id: str) -> None:
    aliases = ARTICLE_ALIAS
    session.execute(
        update(aliases).where(aliases.c.article_id == former).values(article_id=article_id)
    )
    session.execute(delete(aliases).where(aliases.c.id == former))
    session.execute(insert(aliases).values(id=former, article_id=article_id))


def _outlet_id(session: Session, name: str | None) -> int | None:
    """Give the number of an outlet, stored now if it is new."""
    if name is None:
        return None
    known: int | None = session.scalar(select(OUTLET.c.id).where(OUTLET.c.name == name))
    if known is not None:
        return known
    new = insert(OUTLET).values(name=name, folded=fold(name)).returning(OUTLET.c.id)
    return int(session.execute(new).scalar_one())


def remove_article(session: Session, article_id: str) -> bool:
    """Remove an article; its text, claims and findings too when no other article is on it.

    What people said of any of them stays.

    Returns:
        Whether the text went too.
    """
    text_id, address = session.execute(
        select(ARTICLE.c.text_id, ARTICLE.c.address).where(ARTICLE.c.id == article_id)
    ).one_or_none() or (None, None)
    sha256 = session.scalar(select(SOURCE.c.sha256).where(SOURCE.c.article_id == article_id))
    unindex_article(session, article_id)
    session.execute(delete(SOURCE).where(SOURCE.c.article_id == article_id))
    session.execute(delete(ARTICLE).where(ARTICLE.c.id == article_id))
    remove_captures(session, sha256, address)
    others = select(ARTICLE.c.id).where(ARTICLE.c.text_id == text_id).limit(1)
    if text_id is None or session.scalar(others) is not None:
        return False
    claim_ids = session.scalars(select(CLAIM.c.id).where(CLAIM.c.text_id == text_id)).all()
    clear_findings(session, claim_ids)
    delete_claims(session, text_id)
    session.execute(delete(SKETCH).where(SKETCH.c.text_id == text_id))
    _delete_gist(session, text_id)
    session.execute(delete(TEXT).where(TEXT.c.id == text_id))
    return True
