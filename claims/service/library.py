"""Taking articles in and out: read, extract, store and compare, one transaction an article.

Parsing happens outside transactions. One bad file does not hold up the rest; a database that
refuses does, because nothing after it could be kept either.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from claims import __version__
from claims.errors import ClaimsError, InputError, PassedOver
from claims.extract import EXTRACTOR
from claims.model import Address, Article, Run
from claims.read import Given, Problem
from claims.service.added import Added, Progress
from claims.service.basis import Basis, Contents, basis_of, read_contents
from claims.service.edition import inherit, link, succeed, version_before
from claims.service.intake import Asked, Item, find_all, read_all
from claims.service.replacement import replace_text, restore_text, withdraw_text
from claims.service.web import Web
from claims.service.worker import make_pool
from db import (
    Database,
    article_of_text,
    claims_of_texts,
    earlier_texts,
    extractors_of_text,
    get_article,
    ids_of_text,
    save_article,
    save_capture,
    save_run,
    sketches_of,
)

if TYPE_CHECKING:
    from claims.fetch import Manners
    from db import Session


_WAITING_A_WORKER: Final = 4


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class _Order:
    """What a person says of adding itself: which article the only file replaces, who signs."""

    replaces: str | None
    by: str


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An article that was read, with its extraction under way; none where nothing is to be read."""

    item: Item
    article: Article
    basis: Basis
    contents: Future[Contents] | Contents | None
    replaces: str | None = None


def add_each(
    database: Database,
    paths: Sequence[Path | Address],
    given: Given | None = None,
    *,
    replaces: str | None = None,
    by: str = "",
    columns: Mapping[str, str] | None = None,
    follow: bool = False,
    workers: int = 1,
    manners: Manners | None = None,
    watch: Callable[[Progress], None] | None = None,
) -> Generator[Added, None, None]:
    """Read files, find their claims, store and compare them, one article after another.

    Adding the same again changes nothing; a stored text with better-known metadata is updated.

    Args:
        database: Where to.
        paths: Files, folders and addresses of the web.
        given: Metadata from the user, for every article.
        replaces: The id of the article that the only file is a later version of.
        by: Who adds them; empty where nobody signs.
        columns: Which column or key of a table of articles fills which field.
        follow: Whether a feed stands for the articles it names, fetched from their addresses.
        workers: Processes that parse; 1 parses in this one.
        manners: How addresses are fetched; None for the usual ones.
        watch: Called after each article.

    Returns:
        One entry an article, in order, when it is stored; most files hold one.

    Raises:
        DatabaseError: The database refuses; what was added before it stays.
        NotFound: There is no article to replace.
        InputError: More than one file is to replace it.
    """
    found = list(find_all(paths))
    if replaces is not None:
        read = [item for item in found if not isinstance(item, Problem)]
        _refuse_to_replace(database, replaces, len(read))
    done = 0
    pool = make_pool(workers) if workers > 1 else None
    try:
        with Web(database, manners) as web:
            items = read_all(found, Asked(given or Given(), replaces, columns, follow), web)
            for files, added in _add_all(database, items, _Order(replaces, by), pool, workers):
                done = files
                if watch is not None:
                    watch(Progress(done, len(found), added.path))
                yield added
    except BrokenProcessPool:
        msg = (
            f"a worker process died after {done} of {len(found)} files; what was added "
            "stays: run the command again, with fewer workers if memory ran out"
        )
        raise ClaimsError(msg) from None
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def add_articles(
    database: Database, paths: Sequence[Path | Address], given: Given | None = None, **how: Any
) -> list[Added]:
    """Do what `add_each` does, and give all entries together."""
    return list(add_each(database, paths, given, **how))


def _refuse_to_replace(database: Database, replaces: str, files: int) -> None:
    with database.read() as session:
        get_article(session, replaces)
    if files != 1:
        msg = f"{files} files cannot all replace {replaces}; give the one that does"
        raise InputError(msg)


def _add_all(
    database: Database,
    items: Iterator[Item],
    order: _Order,
    pool: ProcessPoolExecutor | None,
    workers: int,
) -> Iterator[tuple[int, Added]]:
    """Prepare a few articles ahead of the one that is being stored, so that workers never wait.

    Returns:
        What became of each, with how many files are done.
    """
    run: list[int] = []
    ahead = workers * _WAITING_A_WORKER if pool is not None else 1
    queue = [
        (item.files, _prepare(database, item, order.replaces, pool))
        for item in islice(items, ahead)
    ]
    while queue:
        files, prepared = queue.pop(0)
        yield files, _finish(database, prepared, run, order.by)
        queue += [
            (item.files, _prepare(database, item, order.replaces, pool))
            for item in islice(items, 1)
        ]


def _prepare(
    database: Database, item: Item, replaces: str | None, pool: ProcessPoolExecutor | None
) -> _Prepared | Added:
    if isinstance(item.read, InputError):
        return _failed(item, item.read)
    try:
        return _prepared(database, item, item.read, replaces, pool)
    except InputError as error:
        return _refused(item, error)


def _prepared(
    database: Database,
    item: Item,
    article: Article,
    replaces: str | None,
    pool: ProcessPoolExecutor | None,
) -> _Prepared:
    with database.read() as session:
        stored = article_of_text(session, article.text.id)
        before = version_before(session, article, replaces)
        if before is not None and (replaces or not stored):
            article = inherit(article, before)
        basis = basis_of([*stored, article])
        fresh = bool(stored) and _is_fresh(session, article.text.id, stored, basis)
    if fresh:
        return _Prepared(item, article, basis, None, replaces)
    if pool is not None:
        parsed = pool.submit(read_contents, article.text, basis)
        return _Prepared(item, article, basis, parsed, replaces)
    return _Prepared(item, article, basis, read_contents(article.text, basis), replaces)


def _failed(item: Item, error: ClaimsError) -> Added:
    outcome = "skipped" if isinstance(error, PassedOver) else "failed"
    return Added(item.path, None, outcome, error, item.alone)


def _refused(item: Item, error: InputError) -> Added:
    """Say which file an extractor cannot read."""
    return _failed(item, InputError(f"{item.path}: {error}"))


def _is_fresh(session: Session, text_id: str, stored: Sequence[Article], basis: Basis) -> bool:
    """Whether the stored claims were read by these rules on this basis, its wording kept."""
    if basis_of(stored) != basis or text_id not in sketches_of(session, [text_id]):
        return False
    return extractors_of_text(session, text_id) <= {EXTRACTOR}


def _finish(database: Database, item: _Prepared | Added, run: list[int], by: str) -> Added:
    if isinstance(item, Added):
        return item
    contents = item.contents
    if isinstance(contents, Future):
        try:
            contents = contents.result()
        except InputError as error:
            return _refused(item.item, error)
    if not run:
        with database.write() as session:
            run.append(save_run(session, Run(__version__, EXTRACTOR, _now(), by)))
    with database.write() as session:
        return _store(session, item, contents, run[0])


def _store(session: Session, item: _Prepared, contents: Contents | None, run_id: int) -> Added:
    """Store one article and everything that follows from it, in the caller's transaction."""
    text_id, at = item.article.text.id, _now()
    before = article_of_text(session, text_id)
    was_earlier = bool(earlier_texts(session, [text_id]))
    saved = save_article(session, item.article, run_id, at)
    if item.item.capture is not None:
        save_capture(session, item.item.capture)
    articles = article_of_text(session, text_id) if before else [saved.article]
    basis = basis_of(articles)
    changed = basis != basis_of(before) or len(articles) != len(before)
    if (contents is None and changed) or (contents is not None and basis != item.basis):
        contents = read_contents(item.article.text, basis)
    claims = contents.extraction.claims if contents else claims_of_texts(session, [text_id])
    succession = succeed(session, saved.article, claims, item.replaces, run_id, at)
    if contents is not None:
        replace_text(session, text_id, contents, run_id)
        link(session, saved.article.id)
    elif was_earlier != bool(earlier_texts(session, [text_id])):
        (restore_text if was_earlier else withdraw_text)(session, text_id)
    count, change = len(ids_of_text(session, text_id)), str(saved.change)
    source = item.item
    return Added(
        path=source.path,
        article=saved.article,
        outcome=change,
        alone=source.alone,
        claims=count,
        changed=saved.changed,
        succession=succession,
    )
