"""`claims amend`: what a person corrects of an article, or of a claim that was misread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli import output
from claims.cli.correction import Internal, Note, Url, signature, stated, tell
from claims.cli.given import given
from claims.cli.option import location, signer, takes
from claims.errors import InputError
from claims.model import Fields, Target
from claims.report.identity import short_annotation, short_id

if TYPE_CHECKING:
    from claims.service.amendment_article import Amended
    from claims.service.correction import Signature
    from db import Database


@takes(fields=stated, given=given, by=signer, location=location)
def amend(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An article (a…) or a claim (c…).")],
    *,
    fields: Fields,
    given: Any,
    by: str,
    location: str,
    note: Note = "",
    source: Url = "",
    internal: Internal = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take every correction of the claim back.")
    ] = False,
) -> None:
    """Correct a claim, or what is known of an article.

    Of a claim it may be value, subject, attribute, speaker, polarity, certainty, time. Comparison,
    listings and reports go by it from now on, and say what the program had read.

    Of an article it may be outlet, author, genre, day, title, address. A day re-anchors the days
    that the article tells by it, and the conflicts follow.

    Either is kept as your signed word, and stays when the article is read again.

    Of an article: claims amend a1f00d5c --published 2021-04-06 --by Ana

    Example: claims amend c0ffee01 --value "3,000" --note "misread digit" --by Ana
    """
    from claims.service.opening import opened

    of_article = id_.startswith("a")
    _refuse_mixed(given if not of_article else fields, of_article=of_article, undo=undo)
    said = signature(by, note, source, internal=internal)
    with opened(location) as database:
        if of_article:
            _amend_article(database, id_, given, said)
        else:
            _amend_claim(database, id_, fields, said, undo=undo)


def _refuse_mixed(other: Any, *, of_article: bool, undo: bool) -> None:
    """Refuse what is said of the other sort of thing."""
    if other != type(other)():
        what, meant = ("an article", "a claim") if of_article else ("a claim", "an article")
        msg = f"this is {what}, and some of it is said of {meant}; claims amend --help tells which"
        raise InputError(msg)
    if of_article and undo:
        msg = "--undo is of claims; give the article what it had: claims history tells"
        raise InputError(msg)


def _amend_claim(
    database: Database, id_: str, fields: Fields, said: Signature, *, undo: bool
) -> None:
    from claims.service.correction import amend as correct
    from claims.service.correction import take_back

    tell(take_back(database, id_, said) if undo else correct(database, id_, fields, said))


def _amend_article(database: Database, id_: str, given: Any, said: Signature) -> None:
    from claims.service.amendment_article import amend_article

    output.say_lines(_told(amend_article(database, id_, given, said)))


def _told(found: Amended) -> Iterator[str]:
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
