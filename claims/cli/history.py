"""`claims history`: every word ever said of a thing."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import Json, location, takes


@takes(location=location)
def history(
    id_: Annotated[
        str,
        typer.Argument(metavar="ID", help="An article, claim, question, conflict or note."),
    ],
    location: str,
    as_json: Json = False,
) -> None:
    """Show every word ever said of a thing.

    Who said it and when, on which facts, and what it corrected. Words on what is no longer there
    are found too.

    Example: claims history k1f00d5ca
    """
    from claims.report.history import history_document, render_history
    from claims.service.history import history as recall
    from claims.service.opening import opened

    with opened(location) as database:
        found = recall(database, id_)
    if as_json:
        output.say_document(history_document(found))
    else:
        output.say(render_history(found, output.width()))
