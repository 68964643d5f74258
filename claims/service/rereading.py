"""Reading stored articles again with the present rules, and saying what that changes.

An article is parsed outside its transaction. What people said, the ids of claims and conflicts and
the verdicts on them stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import db
from claims import __version__
from claims.errors import InputError
from claims.extract import EXTRACTOR
from claims.model import Run
from claims.service.basis import basis_of, read_contents
from claims.service.edition import link, succeed
from claims.service.replacement import replace_text

if TYPE_CHECKING:
    from claims.model import Article
    from claims.questions import Difference
    from claims.service.basis import Basis, Contents
    from db import Session


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading one text again changed; an error where it cannot be read."""

    article: Article
    difference: Difference | None
    error: InputError | None = None


@dataclass(frozen=True, slots=True)
class Rereading:
    """What reading articles again changed.

    Args:
        texts: A text each, in order of their articles.
        conflicts: The conflicts that were found, changed or went.
        orphans: How many words of people lost what they were said of.
    """

    texts: tuple[Reread, ...]
    conflicts: tuple[db.ConflictChange, ...]
    orphans: int


def extract_again(
    database: db.Database,
    prefix: str | None = None,
    watch: Callable[[int, int, Article], None] | None = None,
) -> Rereading:
    """Read every article again, or one, a transaction each.

    Args:
        database: Where.
        prefix: The id of the only article to read; all where None.
        watch: Called after each text: how many are done, of how many, and the article.

    Raises:
        NotFound: There is no such article.
    """
    with database.read() as session:
        text_ids = _text_ids(session, prefix)
        before = {word.id for word in db.find_orphans(session)}
    with database.write() as session:
        run_id = db.save_run(session, Run(__version__, EXTRACTOR, datetime.now(UTC)))
    texts: list[Reread] = []
    changes: list[db.ConflictChange] = []
    for text_id in text_ids:
        for reread in _reread(database, text_id, run_id, changes):
            texts.append(reread)
            if watch is not None:
                watch(len(texts), len(text_ids), reread.article)
    with database.read() as session:
        orphans = sum(word.id not in before for word in db.find_orphans(session))
    return Rereading(tuple(texts), tuple(db.net_changes(changes)), orphans)


def _text_ids(session: Session, prefix: str | None) -> list[str]:
    if prefix is not None:
        return [db.get_article(session, prefix).text.id]
    listed = db.list_articles(session, earlier=True)
    return list(dict.fromkeys(one.article.text_id for one in listed))


def _reread(
    database: db.Database, text_id: str, run_id: int, changes: list[db.ConflictChange]
) -> Iterator[Reread]:
    """Read one text again; nothing where it went meanwhile."""
    with database.read() as session:
        articles = db.article_of_text(session, text_id)
    if not articles:
        return
    basis = basis_of(articles)
    try:
        contents = read_contents(articles[0].text, basis)
    except InputError as error:
        yield Reread(articles[0], None, error)
        return
    with database.write() as session:
        last = db.last_change(session)
        difference = replace_contents(session, text_id, contents, basis, run_id)
        changes += db.changes_after(session, last)
    if difference is not None:
        yield Reread(articles[0], difference)


def replace_contents(
    session: Session, text_id: str, contents: Contents, read_on: Basis, run_id: int
) -> Difference | None:
    """Store what was read of a text outside the transaction; None where it went meanwhile.

    Args:
        read_on: What it was read on; where that is no longer so, it is read once more.
    """
    articles = db.article_of_text(session, text_id)
    if not articles:
        return None
    if basis_of(articles) != read_on:
        contents = read_contents(articles[0].text, basis_of(articles))
    _settle(session, articles, contents, run_id)
    difference = replace_text(session, text_id, contents, run_id)
    for article in articles:
        link(session, article.id)
    return difference


def _settle(session: Session, articles: list[Article], contents: Contents, run_id: int) -> None:
    """Make versions of articles that an older program stored side by side at one address."""
    for article in articles:
        there = db.articles_at(session, article.address, but="") if article.address else []
        if len(there) > 1 and there[-1].article.id == article.id:
            claims = contents.extraction.claims
            succeed(session, article, claims, None, run_id, datetime.now(UTC))
