"""`claims search`: full text, in quotes, titles and people's words."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import Json, location, narrow, takes
from claims.model import Filter

SHOWN = 20


@takes(narrow=narrow, location=location)
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="TEXT…", help="Words that must all be there.")
    ],
    narrow: Filter,
    location: str,
    limit: Annotated[
        int, typer.Option(min=0, metavar="N", help="How many finds to show; 0 for all.")
    ] = SHOWN,
    as_json: Json = False,
) -> None:
    """Search quotes, titles, authors, addresses and notes.

    Finds what has all the words, in any order, else what has some. Case, accents and hyphens make
    no difference; a star stands for any ending: claims search "US troop*" --since 2021
    """
    from claims.report.search import render_search, search_document
    from claims.service.opening import opened
    from claims.service.search import search as find

    with opened(location) as database:
        found = find(database, " ".join(words), narrow, limit or None)
    if as_json:
        output.say_document(search_document(found))
    else:
        output.say(render_search(found, output.width()))
