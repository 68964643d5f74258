"""`claims add` and `claims remove`: articles into the database and out of it."""

from __future__ import annotations

import shlex
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli import output
from claims.cli.option import location, repeated, signer, takes
from claims.model import Address, Genre, Rendition, Target
from claims.report.identity import short_id
from claims.report.layout import clean
from claims.report.wording import how_known, plural

if TYPE_CHECKING:
    from claims.service.library import Added, Progress

_OUTCOMES = ("added", "updated", "unchanged", "failed")
_GENRES = ", ".join(genre.value for genre in Genre)
_RENDITIONS = ", ".join(rendition.value for rendition in Rendition)


def _one_of(option: str, known: type[Genre | Rendition]) -> Callable[[str | None], str | None]:
    words = [word.value for word in known]

    def parse(given: str | None) -> str | None:
        if given is not None and given not in words:
            msg = f"{given!r} is none of: {', '.join(words)}"
            raise typer.BadParameter(msg, param_hint=option)
        return given

    return parse


def given(
    *,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="Day as printed: 2021-04-05, 2021-04, 2021.")
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", show_default=False, help="Who wrote it; repeatable."),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The headline.")] = None,
    genre: Annotated[
        str | None,
        typer.Option(
            metavar="WORD", callback=_one_of("--genre", Genre), help=f"One of: {_GENRES}."
        ),
    ] = None,
    address: Annotated[
        str | None, typer.Option(metavar="URL", help="Where it was published.")
    ] = None,
    rendition: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            callback=_one_of("--rendition", Rendition),
            help=f"Whose words the text has: {_RENDITIONS}.",
        ),
    ] = None,
) -> Any:
    """Gather what the person adding an article says about it."""
    from claims.read import Given

    return Given(
        title=title,
        authors=tuple(author or ()),
        outlet=outlet,
        genre=Genre(genre) if genre else None,
        published=published,
        address=address,
        rendition=Rendition(rendition) if rendition else None,
    )


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
        typer.Option("--follow", help="Of a feed, fetch the articles it names from their sites."),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option("-j", "--workers", min=1, metavar="N", help="Processes that read at once."),
    ] = 1,
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
    from claims.service.library import add_articles
    from claims.service.opening import opened

    with opened(location, create=True) as database, _progress() as watch:
        results = add_articles(
            database,
            _places(places),
            given,
            replaces=replaces,
            by=by,
            columns=_columns(columns or ()),
            follow=follow,
            manners=manners,
            workers=jobs,
            watch=watch,
        )
    for added in results:
        output.say_lines(_tell(added, repeated(location)))
    output.say(_summary(results))
    failed = [added for added in results if added.error is not None]
    for added in failed:
        output.complain(_problem(added))
    if failed:
        raise typer.Exit(1)


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


def _problem(added: Added) -> str:
    """Tell a problem with the file it is about, once."""
    message, path = str(added.error), str(added.path)
    return message if path in message or added.path.name in message else f"{path}: {message}"


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None] | None]:
    """Draw a progress bar on stderr while articles are read; only on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def watch(progress: Progress) -> None:
            name = clean(progress.path.name)
            bar.update(task, completed=progress.done, total=progress.total, description=name)

        yield watch


def _tell(added: Added, database: str) -> Iterator[str]:
    """Tell what was read of one article, and the command that fills each gap."""
    article = added.article
    if article is None:
        return
    changed = f" ({', '.join(added.changed)})" if added.changed else ""
    claims = plural(added.claims, "claim")
    id_ = short_id(Target.ARTICLE, article.id)
    yield f"{added.outcome}{changed}  {id_}  {clean(_place(added))}: {claims}"
    yield from _tell_version(added)
    if added.outcome == "unchanged":
        return
    from claims.read import describe, remarks

    for field in describe(article):
        if field.value is not None:
            yield f"  {field.field:<10} {clean(field.value)} ({how_known(field.known_by)})"
        else:
            yield f"  {field.field:<10} unknown{_remedy(added, id_, field.option, database)}"
    for name, words in remarks(article).items():
        yield f"  {name:<10} {clean(words)}"


def _tell_version(added: Added) -> Iterator[str]:
    """Tell which version of an article it is, and what it changed."""
    found, article = added.succession, added.article
    if found is None or article is None:
        return
    from claims.report.edition import difference_lines, difference_words

    other = short_id(Target.ARTICLE, found.other.id)
    if not found.is_present:
        yield f"  version    an earlier one of {other}, which stays the present one"
        return
    told = difference_words(found.difference)
    yield f"  version    takes the place of {other}, which is kept: {told}"
    yield from difference_lines(found.difference, article.text.body, output.width())


def _place(added: Added) -> str:
    """Name the file, and the part of it where it holds several articles."""
    source = added.article.source if added.article else None
    if added.alone or source is None or source.file is None:
        return str(added.path)
    if isinstance(added.path, Address):
        return f"{added.path}, {source.file}"
    return str(added.path.parent / source.file)


def _remedy(added: Added, id_: str, option: str | None, database: str) -> str:
    """Give the command that fills a gap; of one article among several, by its id."""
    if option is None:
        return ""
    command = f"add {shlex.quote(str(added.path))}" if added.alone else f"amend {id_}"
    return f"; give it with: claims {command} {option}{database}"


def _summary(results: Sequence[Added]) -> str:
    counts = Counter(added.outcome for added in results)
    words = ", ".join(f"{counts[outcome]} {outcome}" for outcome in _OUTCOMES)
    alone = all(added.alone for added in results)
    return f"{plural(len(results), 'file' if alone else 'article')}: {words}"
