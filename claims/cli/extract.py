"""`claims extract --again`: stored articles read once more, with the present rules."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli import output
from claims.cli.option import location, takes
from claims.errors import InputError
from claims.model import Target
from claims.report.identity import short_id
from claims.report.layout import clean
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.service.rereading import Reread, Rereading


@takes(location=location)
def extract(
    id_: Annotated[
        str | None, typer.Argument(metavar="ID", help="Only this article; all without.")
    ] = None,
    *,
    location: str,
    again: Annotated[
        bool, typer.Option("--again", help="Read what is stored once more; there is no other way.")
    ] = False,
) -> None:
    """Read stored articles again and say what that changed.

    They are read with the present rules. What people said stays, and so do the ids of conflicts
    and their verdicts. Words whose claim is gone follow its quote, or are listed by:
    claims history --orphans

    Example: claims extract --again
    """
    from claims.service.opening import opened
    from claims.service.rereading import extract_again

    if not again:
        msg = (
            "articles are read when they are added; to read them once more: claims extract --again"
        )
        raise InputError(msg)
    with opened(location) as database, _progress() as watch:
        found = extract_again(database, id_, watch)
    output.say_lines(_tell(found))
    failed = [one for one in found.texts if one.error is not None]
    for one in failed:
        output.complain(f"{_named(one)}: {one.error}")
    if failed:
        raise typer.Exit(1)


@contextmanager
def _progress() -> Iterator[Callable[..., Any] | None]:
    """Draw a progress bar on stderr while articles are read; only on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total, _: bar.update(task, completed=done, total=total)


def _tell(found: Rereading) -> Iterator[str]:
    from claims.report.edition import conflict_lines, difference_lines, difference_words

    width = output.width()
    for one in found.texts:
        change = one.difference
        if change is not None and (change.changed or change.gained or change.lost):
            yield f"{_named(one)}: {difference_words(change)}"
            yield from difference_lines(change, one.article.text.body, width, indent="  ")
    lines = conflict_lines(found.conflicts, width, indent="")
    yield from lines
    yield _summary(found, any(lines))


def _named(one: Reread) -> str:
    article = one.article
    name = clean(article.file or article.title or "")
    return f"{short_id(Target.ARTICLE, article.id)}  {name}"


def _summary(found: Rereading, any_conflict: bool) -> str:  # a fact, no switch
    read = [one.difference for one in found.texts if one.difference is not None]
    changed, gained, lost = (
        sum(len(some) for some in counted)
        for counted in (
            [one.changed for one in read],
            [one.gained for one in read],
            [one.lost for one in read],
        )
    )
    claims = f"claims: {changed:,} changed value, {gained:,} gained, {lost:,} lost"
    conflicts = "" if any_conflict else "; no conflict changed"
    orphans = f"; {plural(found.orphans, 'word')} newly orphaned" if found.orphans else ""
    return f"{plural(len(read), 'text')} read again: {claims}{conflicts}{orphans}"
