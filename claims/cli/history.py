"""`claims history`: every word ever said of a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli import output
from claims.cli.option import Json, location, takes
from claims.errors import InputError

if TYPE_CHECKING:
    from claims.model import Annotation


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
        typer.Option("--orphans", help="Instead, the words on articles and claims that are gone."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Show every word ever said of a thing.

    Who said it and when, on which facts, and what it corrected. Words on what is no longer there
    are found too; --orphans lists all that lost the article or claim they were said of.

    Example: claims history k1f00d5ca
    """
    from claims.report.history import history_document, render_history
    from claims.service.history import find_orphans
    from claims.service.history import history as recall
    from claims.service.opening import opened

    if (id_ is None) != orphans:
        msg = "give the id of a thing, or --orphans for the words on what is gone"
        raise InputError(msg)
    with opened(location) as database:
        if id_ is None:
            _say_orphans(find_orphans(database), as_json=as_json)
            return
        found = recall(database, id_)
    if as_json:
        output.say_document(history_document(found))
    else:
        output.say(render_history(found, output.width()))


def _say_orphans(orphans: list[Annotation], *, as_json: bool) -> None:
    from claims.report.edition import orphan_lines, orphans_document

    if as_json:
        output.say_document(orphans_document(orphans))
    else:
        output.say_lines(orphan_lines(orphans, output.width()))
