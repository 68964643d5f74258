"""`claims show` and `claims why`: one thing with everything, and any pair explained."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import location, takes

Id = Annotated[
    str, typer.Argument(metavar="ID", help="An id from a listing; its beginning will do.")
]


@takes(location=location)
def show(id_: Id, location: str) -> None:
    """Show one thing with all that is known of it.

    An article, claim, question, conflict or a person's word: the quote in its paragraph, every
    field with its evidence, and all that people said.
    """
    from claims.service.detail import show as tell
    from claims.service.opening import opened

    with opened(location) as database:
        output.say(tell(database, id_, output.width()))


@takes(location=location)
def why(
    left: Annotated[str, typer.Argument(metavar="ID", help="A claim, or a conflict alone.")],
    location: str,
    right: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Another claim.", show_default=False)
    ] = None,
) -> None:
    """Explain how two claims were compared, step by step."""
    from claims.service.explain import explain
    from claims.service.opening import opened

    with opened(location) as database:
        output.say(explain(database, left, right, output.width()))
