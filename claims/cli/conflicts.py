"""`claims conflicts`: where the sources disagree."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import Json, location, narrow, takes
from claims.model import Filter


@takes(narrow=narrow, location=location)
def conflicts(
    narrow: Filter,
    location: str,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="A block for each pair of answers, not each question.")
    ] = False,
    everything: Annotated[
        bool,
        typer.Option(
            "--all", help="Also what agrees, what is compatible, and why pairs were not compared."
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """List where the sources disagree, a block a question."""
    from claims.report.docket import render_docket
    from claims.report.document import conflicts_document
    from claims.service.listing import list_conflicts
    from claims.service.opening import opened

    with opened(location) as database:
        docket = list_conflicts(database, narrow, everything=everything)
    if as_json:
        output.say_document(conflicts_document(docket, everything=everything))
    else:
        text = render_docket(docket, output.width(), pairs=pairs, explained=everything)
        output.say(text)
