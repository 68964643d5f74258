"""`claims record` and `retract`: claims by hand, and claims no longer compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from claims.cli import output
from claims.cli.option import is_terminal, location, parse_one_of, signer, takes
from claims.model import Certainty, Fields, Kind, Polarity

if TYPE_CHECKING:
    from claims.service.correction import Corrected, Signature
    from db import Database

_KINDS: Final = ", ".join(Kind)
Id = Annotated[str, typer.Argument(metavar="ID", help="A claim.")]


def stated(
    *,
    value: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help='The value: "3,500", 2021-04, "Russia and China".'),
    ] = None,
    subject: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help='What is counted or spoken of: "US troops".'),
    ] = None,
    attribute: Annotated[
        str | None, typer.Option(metavar="WORD", help="What is said of it: count, killed.")
    ] = None,
    speaker: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            show_default=False,
            help="Who says so; repeatable, the outermost first: the paper, then its source.",
        ),
    ] = None,
    own_words: Annotated[
        bool, typer.Option("--own-words", help="It is the author's own; nobody is cited.")
    ] = False,
    polarity: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            callback=parse_one_of(Polarity, "--polarity"),
            help=f"One of: {', '.join(Polarity)}.",
        ),
    ] = None,
    certainty: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            callback=parse_one_of(Certainty, "--certainty"),
            help=f"One of: {', '.join(Certainty)}.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day, month or year it is about: 2021-04-05, 2021."),
    ] = None,
) -> Fields:
    """Gather what a person says that a claim holds."""
    if own_words and speaker:
        msg = "nobody and somebody cannot both say so; give --own-words or --speaker"
        raise typer.BadParameter(msg, param_hint="--own-words")
    return Fields(
        value=value,
        subject=subject,
        attribute=attribute,
        speakers=tuple(speaker) if speaker else (() if own_words else None),
        polarity=Polarity(polarity) if polarity else None,
        certainty=Certainty(certainty) if certainty else None,
        as_of=as_of,
    )


def signature(by: str, note: str, source: str, *, internal: bool) -> Signature:
    """Sign what is said of a claim or an article."""
    from claims.service.correction import Signature

    return Signature(by, note, source, internal)


Note = Annotated[str, typer.Option(metavar="TEXT", help="Why.")]
Url = Annotated[str, typer.Option(metavar="URL", help="The address that it rests on.")]
Internal = Annotated[bool, typer.Option("--internal", help="Keep the word out of reports.")]


@takes(fields=stated, by=signer, location=location)
def record(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id.")],
    *,
    fields: Fields,
    by: str,
    location: str,
    quote: Annotated[
        str, typer.Option(metavar="TEXT", help="The words of the article, at most a sentence.")
    ],
    which: Annotated[
        int | None, typer.Option(metavar="N", help="The place, where the quote stands twice.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="WORD", callback=parse_one_of(Kind, "--kind"), help=f"One of: {_KINDS}."
        ),
    ] = None,
    note: Note = "",
    source: Url = "",
    internal: Internal = False,
) -> None:
    """Record a claim that the program did not see.

    Its quote must stand in the article, letter by letter; white space and quotation marks may
    differ. What the other options do not say is read in the quote.

    Example: claims record a0ddba11 --quote "Trump withdrew several troops" --value "about 900"
    --subject "US troops" --by Ana
    """
    from claims.service.opening import opened
    from claims.service.record import record as keep

    said = signature(by, note, source, internal=internal)
    with opened(location) as database:
        if which is None and is_terminal():
            which = _ask(database, article, quote)
        meant = Kind(kind) if kind else None
        kept = keep(database, article, quote, fields, said, meant, which)
    tell(kept)


def _ask(database: Database, article: str, quote: str) -> int | None:
    """Let the person choose where a quote stands; None where it stands once."""
    from claims.service.record import places

    found = places(database, article, quote)
    if len(found) == 1:
        return None
    for number, place in enumerate(found, 1):
        output.talk(f"{number}  {place.around}")
    chosen: int = typer.prompt("Which place", type=int, err=True)
    return chosen


@takes(by=signer, location=location)
def retract(
    id_: Id,
    *,
    by: str,
    location: str,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why it does not count.")] = "",
    source: Url = "",
    internal: Internal = False,
    undo: Annotated[bool, typer.Option("--undo", help="Put it back into comparison.")] = False,
) -> None:
    """Take a claim out of comparison.

    It stays to be seen, marked as retracted: claims list --mark retracted

    Example: claims retract c0ffee01 --why "a caption, no statement" --by Ana
    """
    from claims.service.correction import restore
    from claims.service.correction import retract as take_out
    from claims.service.opening import opened

    said = signature(by, why, source, internal=internal)
    with opened(location) as database:
        done = restore(database, id_, said) if undo else take_out(database, id_, said)
    tell(done)


def tell(done: Corrected) -> None:
    """Say what was recorded, and what the claim says since."""
    from claims.report.correction import mark_words
    from claims.report.identity import short_annotation

    marks = mark_words(done.claim)
    said = f"{short_annotation(done.annotation.id)} recorded: {done.outcome}"
    output.say(f"{said}; {marks}" if marks else said)
