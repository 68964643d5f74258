"""`claims changes`: what happened since a day."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import Json, location, takes


@takes(location=location)
def changes(
    since: Annotated[
        str, typer.Option(metavar="DAY", help="From this day on: 2026-05-01, 2026-05 or 2026.")
    ],
    location: str,
    as_json: Json = False,
) -> None:
    """List what is new, changed, gone and judged since a day.

    A conflict is changed when its relation, a value or a stated day is another one; it is gone
    when it is no longer detected. What went and came again as it was is not told.

    Example: claims changes --since 2026-05
    """
    from claims.report.changes import changes_document, render_changes
    from claims.service.changes import list_changes
    from claims.service.opening import opened

    with opened(location) as database:
        found = list_changes(database, since)
    if as_json:
        output.say_document(changes_document(found))
    else:
        output.say(render_changes(found, output.width()))
