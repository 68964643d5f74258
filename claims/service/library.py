"""Taking articles in and out: read, extract, store and compare, one transaction an article.

Parsing happens outside transactions. One bad file does not hold up the rest; a database that
refuses does, because nothing after it could be kept either.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from claims import __version__
from claims.errors import ClaimsError, DatabaseError, InputError
from claims.extract import EXTRACTOR, Extraction, extract
from claims.model import Article, Run, Sketch, Text
from claims.questions import KEYS, correct, keys_of
from claims.read import Given, Problem, find_files, make_sketch, make_view, read_file
from claims.service.recomparison import clear, compare_again
from db import (
    Database,
    article_of_text,
    extractors_of_text,
    get_article,
    ids_of_text,
    replace_claims,
    save_article,
    save_gist,
    save_run,
    save_sketch,
    sketches_of,
    words_on_claims_of,
)
from db import remove_article as delete_article

if TYPE_CHECKING:
    from db import Session


LONGEST_TEXT: Final = 2_000_000
"""Characters above which a text is refused: an article of the news has a few thousand."""

_WAITING_A_WORKER: Final = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come."""

    done: int
    total: int
    path: Path


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one path.

    Args:
        path: The file.
        article: The article as stored; None where it failed.
        outcome: "added", "updated", "unchanged" or "failed".
        error: Why it failed.
        claims: How many claims its text has.
        changed: Names of the fields that an update changed.
    """

    path: Path
    article: Article | None
    outcome: str
    error: ClaimsError | None = None
    claims: int = 0
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Basis:
    """What an extraction, or the origin of its claims, rests on beside the text.

    Where it changes, the text is read and compared again.
    """

    published: str | None
    authors: tuple[str, ...]
    outlets: tuple[str, ...]


def _now() -> datetime:
    return datetime.now(UTC)


def _basis(articles: Iterable[Article]) -> _Basis:
    """Take the earliest day of publication, every author and outlet of a text's articles."""
    found = list(articles)
    days = sorted(article.published for article in found if article.published)
    authors = sorted({author for article in found for author in article.authors})
    outlets = sorted({article.outlet for article in found if article.outlet})
    return _Basis(days[0] if days else None, tuple(authors), tuple(outlets))


@dataclass(frozen=True, slots=True)
class _Contents:
    """What was read of one text: its claims, and its wording."""

    extraction: Extraction
    sketch: Sketch


def _extract(text: Text, basis: _Basis) -> _Contents:
    view = make_view(text)
    extraction = extract(view, published=basis.published, authors=basis.authors)
    return _Contents(extraction, make_sketch(view))


def _read(path: Path, given: Given) -> Article:
    article = read_file(path, given)
    if len(article.text.body) > LONGEST_TEXT:
        msg = (
            f"{path}: {len(article.text.body):,} characters are more than one article; "
            "split it into its articles"
        )
        raise InputError(msg)
    return article


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file that was read, with its extraction under way; none where nothing is to be read."""

    path: Path
    article: Article
    basis: _Basis
    contents: Future[_Contents] | _Contents | None


def add_articles(
    database: Database,
    paths: Sequence[Path],
    given: Given | None = None,
    *,
    workers: int = 1,
    watch: Callable[[Progress], None] | None = None,
) -> list[Added]:
    """Read files, find their claims, store and compare them.

    Adding the same again changes nothing; a stored text with better-known metadata is updated.

    Args:
        database: Where to.
        paths: Files and folders.
        given: Metadata from the user, for every file.
        workers: Processes that parse; 1 parses in this one.
        watch: Called after each file.

    Returns:
        One entry a file, in order.

    Raises:
        DatabaseError: The database refuses; what was added before it stays.
    """
    found = list(find_files(paths))
    results: list[Added] = []
    pool = _pool(workers) if workers > 1 else None
    try:
        for added in _add_all(database, found, given or Given(), pool, workers):
            results.append(added)
            if watch is not None:
                watch(Progress(len(results), len(found), added.path))
    except BrokenProcessPool:
        msg = (
            f"a worker process died after {len(results)} of {len(found)} files; what was added "
            "stays: run the command again, with fewer workers if memory ran out"
        )
        raise ClaimsError(msg) from None
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)
    return results


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_die_with_parent)


def _die_with_parent() -> None:
    """Let a worker end when the process that started it is killed and cannot say so.

    An interruption from the keyboard is for that process to answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_wait_and_leave, args=(parent,), daemon=True).start()


def _wait_and_leave(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _add_all(
    database: Database,
    found: Sequence[Path | Problem],
    given: Given,
    pool: ProcessPoolExecutor | None,
    workers: int,
) -> Iterator[Added]:
    """Prepare a few files ahead of the one that is being stored, so that workers never wait."""
    run: list[int] = []
    ahead = workers * _WAITING_A_WORKER if pool is not None else 1
    waiting = iter(found)
    queue = [_prepare(database, item, given, pool) for item in islice(waiting, ahead)]
    while queue:
        yield _finish(database, queue.pop(0), run)
        queue += [_prepare(database, item, given, pool) for item in islice(waiting, 1)]


def _prepare(
    database: Database, item: Path | Problem, given: Given, pool: ProcessPoolExecutor | None
) -> _Prepared | Added:
    if isinstance(item, Problem):
        return Added(item.path, None, "failed", item.error)
    try:
        article = _read(item, given)
    except DatabaseError:
        raise
    except ClaimsError as error:
        return Added(item, None, "failed", error)
    with database.read() as session:
        stored = article_of_text(session, article.text.id)
        basis = _basis([*stored, article])
        fresh = bool(stored) and _is_fresh(session, article.text.id, stored, basis)
    if fresh:
        return _Prepared(item, article, basis, None)
    if pool is not None:
        return _Prepared(item, article, basis, pool.submit(_extract, article.text, basis))
    try:
        return _Prepared(item, article, basis, _extract(article.text, basis))
    except InputError as error:
        return _refused(item, error)


def _refused(path: Path, error: InputError) -> Added:
    """Say which file an extractor cannot read."""
    return Added(path, None, "failed", InputError(f"{path}: {error}"))


def _is_fresh(session: Session, text_id: str, stored: Sequence[Article], basis: _Basis) -> bool:
    """Whether the stored claims were read by these rules on this basis, its wording kept."""
    if _basis(stored) != basis or text_id not in sketches_of(session, [text_id]):
        return False
    return extractors_of_text(session, text_id) <= {EXTRACTOR}


def _finish(database: Database, item: _Prepared | Added, run: list[int]) -> Added:
    if isinstance(item, Added):
        return item
    contents = item.contents
    if isinstance(contents, Future):
        try:
            contents = contents.result()
        except InputError as error:
            return _refused(item.path, error)
    if not run:
        with database.write() as session:
            run.append(save_run(session, Run(__version__, EXTRACTOR, _now())))
    with database.write() as session:
        return _store(session, item, contents, run[0])


def _store(session: Session, item: _Prepared, contents: _Contents | None, run_id: int) -> Added:
    """Store one article and everything that follows from it, in the caller's transaction."""
    text_id = item.article.text.id
    before = article_of_text(session, text_id)
    saved = save_article(session, item.article, run_id, _now())
    articles = article_of_text(session, text_id) if before else [saved.article]
    basis = _basis(articles)
    if contents is not None or basis != _basis(before) or len(articles) != len(before):
        if contents is None or basis != item.basis:
            contents = _extract(item.article.text, basis)
        _replace(session, text_id, contents, run_id)
    claims = len(ids_of_text(session, text_id))
    return Added(item.path, saved.article, str(saved.change), None, claims, saved.changed)


def _replace(session: Session, text_id: str, contents: _Contents, run_id: int) -> None:
    """Put claims in place of those a text had, as people correct them; compare all they reach."""
    extraction = contents.extraction
    events = {event.id: event for event in extraction.events}
    published = _basis(article_of_text(session, text_id)).published
    words = words_on_claims_of(session, [text_id])
    claims = correct(extraction.claims, words, events.keys(), published)
    compared = {claim.id: claim for claim in claims if not claim.retracted}
    keys = {id_: keys_of(claim, events) for id_, claim in compared.items()}
    cleared = clear(session, text_id)
    save_sketch(session, text_id, contents.sketch)
    save_gist(session, text_id, extraction.gist, extraction.gist.words[:KEYS])
    replace_claims(
        session,
        text_id,
        claims,
        extraction.events,
        keys,
        dict(extraction.names),
        run_id,
    )
    compare_again(session, cleared, compared)


def remove_article(database: Database, prefix: str) -> Article:
    """Take an article out, with its claims where no other article prints the same text.

    Args:
        database: Where from.
        prefix: The article's id, or enough of it to be the only one.

    Returns:
        The article that was removed. Human words about it stay.

    Raises:
        NotFound: There is no such article.
    """
    with database.write() as session:
        article = get_article(session, prefix)
        rest = [a for a in article_of_text(session, article.text.id) if a.id != article.id]
        if rest:
            _remove_publication(session, article, rest)
        else:
            cleared = clear(session, article.text.id)
            delete_article(session, article.id)
            compare_again(session, cleared, {})
    return article


def _remove_publication(session: Session, article: Article, rest: Sequence[Article]) -> None:
    """Remove one of several articles on a text; its claims stay, read on what is left."""
    delete_article(session, article.id)
    run_id = save_run(session, Run(__version__, EXTRACTOR, _now()))
    _replace(session, article.text.id, _extract(article.text, _basis(rest)), run_id)
