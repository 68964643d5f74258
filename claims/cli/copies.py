"""`claims copies`: what was fetched for an article, as the server answered it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from claims.cli import output
from claims.cli.option import Json, location, takes
from claims.report.layout import clean

if TYPE_CHECKING:
    from claims.model import Capture

SCHEMA: Final = "claims/copies/1"


@takes(location=location)
def copies(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An article, by its id.")],
    *,
    location: str,
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write the last copy: a new file."),
    ] = None,
    json: Json = False,
) -> None:
    """List the copies of what was fetched for an article.

    Each with its address, its days, its SHA-256 and the headers of the answer; a copy outlives
    the page: claims copies a1f00d5c -o page.html
    """
    from claims.service.opening import opened
    from claims.service.web import list_copies, write_copy

    with opened(location) as database:
        found = list_copies(database, id_)
    if file is not None:
        write_copy(found, file)
        output.say(str(file))
    elif json:
        documents = [_document(one) for one in found.captures]
        output.say_document({"schema": SCHEMA, "copies": documents})
    else:
        for one in found.captures:
            output.say_lines(_tell(one))


def _tell(copy: Capture) -> Iterator[str]:
    yield f"copy     {clean(copy.address)}"
    if copy.final_address != copy.address:
        yield f"  from     {clean(copy.final_address)}"
    yield f"  fetched  {copy.fetched_at.isoformat(timespec='seconds')}"
    if copy.seen_at != copy.fetched_at:
        yield f"  seen     {copy.seen_at.isoformat(timespec='seconds')}"
    yield f"  sha256   {copy.sha256}"
    yield f"  bytes    {len(copy.body):,}"
    for name, value in copy.headers:
        yield f"  header   {clean(name)}: {clean(value)}"


def _document(copy: Capture) -> dict[str, Any]:
    return {
        "address": copy.address,
        "final_address": copy.final_address,
        "status": copy.status,
        "fetched_at": copy.fetched_at.isoformat(),
        "seen_at": copy.seen_at.isoformat(),
        "sha256": copy.sha256,
        "size": len(copy.body),
        "headers": [list(pair) for pair in copy.headers],
    }
