"""`claims history`: every word ever said of a thing."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import Json, location, takes
from claims.errors import InputError


@takes(location=location)
def history(
    id_: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            show_default=False,
            help="An article, claim, question, conflict or note.",
        ),
    ] = None,
    *,
    location: str,
    orphans: Annotated[
        bool,
        typer.Option("--orphans", help="Corrections and retractions of claims that are gone."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Show every word ever said of a thing.

    Who said it and when, on which facts, and what it corrected. Words on what is no longer there
    are found too.

    Example: claims history k1f00d5ca
    """
    from claims.report.history import (
        history_document,
        orphans_document,
        render_history,
        render_orphans,
    )
    from claims.service.history import history as tell
    from claims.service.history import list_orphans
    from claims.service.opening import opened

    if orphans == (id_ is not None):
        msg = "give the id of a thing, or --orphans for what was said of claims that are gone"
        raise InputError(msg)
    with opened(location) as database:
        if id_ is None:
            words = list_orphans(database)
            document, told = orphans_document(words), render_orphans(words, output.width())
        else:
            found = tell(database, id_)
            document, told = history_document(found), render_history(found, output.width())
    if as_json:
        output.say_document(document)
    else:
        output.say(told)
