"""`claims compare`: what differs between the wording of two articles."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import Json, location, takes


@takes(location=location)
def compare(
    left: Annotated[str, typer.Argument(metavar="ID", help="An article, by its id.")],
    right: Annotated[str, typer.Argument(metavar="ID", help="Another article.")],
    *,
    location: str,
    json: Json = False,
) -> None:
    """Show what differs between two articles, word by word.

    Sentences of one alone, and those of both in other words: [-of the first-] {+of the second+}.
    Of reprints and edited agency texts, claims show ID lists those of one origin.
    """
    from claims.report.variance import comparison_document, render_comparison
    from claims.service.opening import opened
    from claims.service.variance import compare_articles

    with opened(location) as database:
        found = compare_articles(database, left, right)
    if json:
        output.say_document(comparison_document(found))
    else:
        output.say(render_comparison(found, output.width()))
