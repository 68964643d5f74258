"""`claims remove`: an article out of the database, once a person said yes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli import output
from claims.cli.option import location, takes
from claims.errors import InputError
from claims.model import Target
from claims.report.identity import short_id
from claims.report.layout import clean
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.service.removal import Removal


@takes(location=location)
def remove(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An article, by its id.")],
    *,
    location: str,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove an article; what people said of it is kept.

    Says what goes with it, and asks. An earlier version of it takes its place. Words on what is
    no longer there: claims history --orphans

    Example: claims remove a1f00d5c --yes
    """
    from claims.service.opening import opened
    from claims.service.removal import plan_removal, remove_article

    with opened(location) as database:
        if not yes:
            planned = plan_removal(database, id_)
            if not _agreed(planned):
                output.say("nothing removed")
                raise typer.Exit(1)
            id_ = short_id(Target.ARTICLE, planned.article.id)
        gone = remove_article(database, id_)
    output.say(f"removed {_named(gone)}: {_what_goes(gone)}")


def _agreed(planned: Removal) -> bool:
    """Ask on the terminal.

    Raises:
        InputError: There is none to ask on.
    """
    if not (sys.stdin and sys.stdin.isatty()):
        msg = f"{_named(planned)} would go with {_what_goes(planned)}; nobody is here to be asked: "
        msg += "give --yes"
        raise InputError(msg)
    return typer.confirm(f"Remove {_named(planned)} with {_what_goes(planned)}?")


def _named(removal: Removal) -> str:
    article = removal.article
    name = clean(article.title or article.file or "")
    return f"{short_id(Target.ARTICLE, article.id)} {name}".strip()


def _what_goes(removal: Removal) -> str:
    words = plural(removal.orphans, "word")
    parts = [plural(removal.claims, "claim"), plural(removal.conflicts, "conflict")]
    told = f"{' and '.join(parts)}; {words} of people kept as orphans"
    if removal.heir is None:
        return told
    return f"{told}; {short_id(Target.ARTICLE, removal.heir)} becomes the present version"
