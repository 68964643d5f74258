"""`claims amend ARTICLE`: what a person corrects of an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli import output
from claims.cli.library import given
from claims.cli.option import location, signer, takes
from claims.model import Target
from claims.report.identity import short_annotation, short_id

if TYPE_CHECKING:
    from claims.service.amendment_article import Amended


@takes(given=given, location=location, by=signer)
def amend(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An article, by its id.")],
    *,
    given: Any,
    location: str,
    by: str,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    source: Annotated[str, typer.Option(metavar="URL", help="The address that it rests on.")] = "",
) -> None:
    """Correct what is known of an article.

    What you give wins over what was read. A day re-anchors the days that the article tells by it,
    and the conflicts follow. It is kept as your signed word: claims history ID

    Example: claims amend a1f00d5c --published 2021-04-06 --note "asked the desk" --by Ana
    """
    amend_article(id_, given, location=location, by=by, note=note, source=source)


def amend_article(id_: str, given: Any, *, location: str, by: str, note: str, source: str) -> None:
    """Correct an article and tell what came of it."""
    from claims.service.amendment_article import Signature, amend_article
    from claims.service.opening import opened

    with opened(location) as database:
        found = amend_article(database, id_, given, Signature(by, note, source))
    output.say_lines(_tell(found))


def _tell(found: Amended) -> Iterator[str]:
    from claims.report.edition import conflict_lines, difference_lines

    id_ = short_id(Target.ARTICLE, found.article.id)
    if found.annotation is None:
        yield f"unchanged  {id_}: it was given so before"
        return
    yield f"amended  {id_}  [{short_annotation(found.annotation.id)}]"
    for name, before, now in found.fields:
        yield f"  {name:<10} {before} → {now}"
    yield from difference_lines(
        found.difference, found.article.text.body, output.width(), indent="  "
    )
    yield from conflict_lines(found.conflicts, output.width())
