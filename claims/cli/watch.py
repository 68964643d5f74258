"""`claims watch`, `claims watches` and `claims unwatch`: questions that people keep an eye on."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from claims.cli import output
from claims.cli.option import Json, location, takes
from claims.report.identity import short_watch
from claims.report.layout import clean
from claims.report.wording import plural

MOVED: Final = 3
"""The exit code that says that something moved."""


@takes(location=location)
def watch(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|ID", help="A question in your words, or its id.")
    ],
    location: str,
    by: Annotated[
        str, typer.Option(metavar="NAME", envvar="CLAIMS_BY", help="Who watches it.")
    ] = "",
) -> None:
    """Keep an eye on a question.

    Watched by its words, it need not exist yet; by its id, it is followed through its claims:
    claims watch "US troops in Afghanistan"
    """
    from claims.service.opening import opened
    from claims.service.watch import save_watch

    with opened(location) as database:
        saved = save_watch(database, text, by)
    found = plural(saved.questions, "question") if saved.questions else "no question yet"
    output.say(f"{short_watch(saved.watch.id)}  {clean(saved.watch.words)} ({found})")


@takes(location=location)
def watches(
    location: str,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            show_default="when each was saved",
            help="What is new: added on this day or later, or 2021-04-05T06:00 (UTC).",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Tell what is new of the questions that are watched.

    The answers that new articles add, and where they move low or high. The exit code is 3 when
    there is any, 0 when there is none: claims watches --since 2021-04-05
    """
    from claims.report.watch import render_watched, watches_document
    from claims.service.opening import opened
    from claims.service.watch import look

    with opened(location) as database:
        found = look(database, since)
    if as_json:
        output.say_document(watches_document(found))
    elif not found:
        output.say('Nothing is watched yet; begin with: claims watch "…"')
    else:
        output.say("\n\n".join(render_watched(one, output.width()) for one in found))
    if any(one.moved for one in found):
        raise typer.Exit(MOVED)


@takes(location=location)
def unwatch(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A saved question, by its id.")],
    location: str,
) -> None:
    """Stop watching a question.

    It is kept with its last day, and can be watched again: claims unwatch w1f00d5ca
    """
    from claims.service.opening import opened
    from claims.service.watch import end_watch

    with opened(location) as database:
        ended = end_watch(database, id_)
    output.say(f"{short_watch(ended.id)}  no longer watched: {clean(ended.words)}")
