"""`claims add`: articles into the database."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any, Final, TextIO

import typer

from claims.cli import output
from claims.cli.added import SCHEMA, added_document, added_line, added_lines, problem
from claims.cli.given import given
from claims.cli.option import Json, location, repeated, signer, takes
from claims.cli.summary import say_summary, summary_documents
from claims.model import Address
from claims.report.layout import clean

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from claims.service.added import Added, Progress
    from claims.service.summary import Summary

_LONGEST_NAME: Final = 30
_AT_LENGTH: Final = 10
"""How many articles are told with every field and what fills its gaps."""


def manners(
    *,
    delay: Annotated[
        float,
        typer.Option(min=0.0, metavar="SECONDS", help="Pause between two pages of one site."),
    ] = 1.0,
    private_networks: Annotated[
        bool,
        typer.Option("--private-networks", help="Fetch from networks that are not public, too."),
    ] = False,
) -> Any:
    """Say how addresses are fetched."""
    from claims.service.web import usual_manners

    return usual_manners(delay_s=delay, allow_private=private_networks)


@takes(given=given, manners=manners, location=location, by=signer)
def add(  # typer names every option
    places: Annotated[
        list[str],
        typer.Argument(
            metavar="PLACE…",
            help="Files, folders, addresses of the web; - reads a list of them from stdin.",
        ),
    ],
    *,
    given: Any,
    manners: Any,
    location: str,
    by: str,
    replaces: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The article that the file is a later version of."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=NAME",
            show_default=False,
            help="Which column of a CSV file or key of JSON fills a field; repeatable.",
        ),
    ] = None,
    follow: Annotated[
        bool,
        typer.Option(
            "--follow", help="Of a feed or sitemap, fetch the articles it names from their sites."
        ),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option("-j", "--workers", min=1, metavar="N", help="Processes that read at once."),
    ] = 1,
    json: Json = False,
) -> None:
    """Read articles, store their claims, compare them.

    Adding a file again stores nothing twice; options fill or correct what is known of it:
    claims add FILE --outlet "The Independent" --published 2021-04-05

    A CSV or JSON file may name its columns in its own way: --map text=story --map title=head

    An address is fetched, with the manners that its site asks for, and a copy of what it
    answered is kept: claims copies ID

    Another text at the address of an article, or given with --replaces ID, is a new version of
    it: both are kept, the new one is compared, and what changed is told.

    Reports tell who added an article, where somebody signs: by --by, CLAIMS_BY or the name kept.
    """
    from claims.service.library import add_each
    from claims.service.opening import opened
    from claims.service.summary import Summary

    summary = Summary()
    with opened(location, create=True) as database, _progress() as bar:
        found = add_each(
            database,
            _places(places),
            given,
            replaces=replaces,
            by=by,
            columns=_columns(columns or ()),
            follow=follow,
            manners=manners,
            workers=jobs,
            watch=bar.watch,
        )
        counted = _counted(found, summary, bar)
        if json:
            told, sums = map(added_document, counted), summary_documents(summary)
            output.say_in_turn({"schema": SCHEMA}, {"articles": told, "summary": sums})
        else:
            for added in counted:
                with bar.aside(sys.stdout):
                    output.say_lines(_told(added, summary, location))
    if not json:
        say_summary(summary)
    if summary.counts["failed"]:
        raise typer.Exit(1)


def _told(added: Added, summary: Summary, location: str) -> Iterator[str]:
    """Tell of the first articles at length, of those after them in a line each."""
    told = summary.counts.total() - summary.counts["skipped"] - summary.counts["failed"]
    if told <= _AT_LENGTH:
        yield from added_lines(added, repeated(location))
        return
    if told == _AT_LENGTH + 1:
        yield "from here on a line an article; more of each: claims show ID"
    yield from added_line(added)


def _counted(found: Iterable[Added], summary: Summary, bar: _Reading) -> Iterator[Added]:
    """Count articles as they come by, and complain of each that failed."""
    for added in found:
        summary.add(added)
        if added.outcome == "failed":
            with bar.aside(sys.stderr):
                output.complain(problem(added))
        yield added


def _columns(stated: Sequence[str]) -> dict[str, str]:
    """Read FIELD=NAME, each field once."""
    from claims.read.format.record import FIELDS

    columns: dict[str, str] = {}
    for words in stated:
        field, equals, name = words.partition("=")
        if field not in FIELDS or not equals or not name or field in columns:
            msg = f"{words!r} is not FIELD=NAME, each FIELD once; fields: {', '.join(FIELDS)}"
            raise typer.BadParameter(msg, param_hint="--map")
        columns[field] = name
    return columns


def _places(words: Sequence[str]) -> list[Path | Address]:
    """Tell addresses from paths, and read the list where one is asked for."""
    listed = (place for word in words for place in (_lines() if word == "-" else [word]))
    return [Address(place) if _is_address(place) else Path(place) for place in listed]


def _lines() -> Iterator[str]:
    """Give the lines of stdin; blank ones and those that begin with # say nothing."""
    lines = (line.strip() for line in sys.stdin)
    return (line for line in lines if line and not line.startswith("#"))


def _is_address(place: str) -> bool:
    return place.lower().startswith(("http://", "https://"))


class _Reading:
    """A progress bar on stderr while articles are read; nothing where that is no terminal."""

    def __init__(self, bar: Bar | None) -> None:
        self._bar = bar
        self._task = bar.add_task("reading", total=None, rate="") if bar is not None else None
        self._began_s = monotonic()

    def watch(self, progress: Progress) -> None:
        """Draw how far it has come."""
        if self._bar is not None and self._task is not None:
            name = clean(progress.path.name)[-_LONGEST_NAME:]
            rate = f"{progress.done / (monotonic() - self._began_s):.1f} a second"
            done, total = progress.done, progress.total
            self._bar.update(self._task, completed=done, total=total, description=name, rate=rate)

    @contextmanager
    def aside(self, stream: TextIO) -> Iterator[None]:
        """Take the bar away while lines are printed where it stands."""
        if self._bar is None or not stream.isatty():
            yield
            return
        self._bar.stop()
        yield
        self._bar.start()


@contextmanager
def _progress() -> Iterator[_Reading]:
    """Draw files done, rate and time left while articles are read."""
    if not sys.stderr.isatty():
        yield _Reading(None)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        yield _Reading(bar)
