"""`claims annotate`: a person's signed word on an article, claim, question or conflict."""

from __future__ import annotations

import stat
import sys
from os import fstat
from typing import Annotated, Final

import typer

from claims.cli import output
from claims.cli.option import is_terminal, location, parse_one_of, signer, takes
from claims.model import REASONS, Favour, Verdict

_VERDICTS: Final = ", ".join(verdict.value for verdict in Verdict)
_REASONS: Final = "; ".join(f"{of.value}: {', '.join(words)}" for of, words in REASONS.items())
_SIDES: Final = ", ".join(Favour)
_STDIN: Final = "-"


@takes(location=location, by=signer)
def annotate(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="An article, claim, question or conflict.")
    ],
    *,
    location: str,
    by: str,
    note: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="What you have to say; - reads it from standard input."),
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            callback=parse_one_of(Verdict, "--verdict"),
            help=f"One of: {_VERDICTS}.",
        ),
    ] = None,
    reason: Annotated[
        str,
        typer.Option(
            metavar="WORDS", help=f"Why that verdict. {_REASONS}; of another verdict any words."
        ),
    ] = "",
    favour: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="SIDE",
            callback=parse_one_of(Favour, "--for"),
            help=f"With settled, for which answer: {_SIDES}.",
        ),
    ] = None,
    source: Annotated[
        str, typer.Option(metavar="URL", help="The address that it rests on; settled needs one.")
    ] = "",
    internal: Annotated[
        bool, typer.Option("--internal", help="Keep it out of reports; listings show it.")
    ] = False,
    supersedes: Annotated[
        str | None,
        typer.Option(
            metavar="NOTE_ID", help="Your own word that this corrects, and takes the place of."
        ),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", show_default=False, help="A word to find it by; repeatable."),
    ] = None,
) -> None:
    """Record a note, verdict or tag. Words are added, never changed or deleted.

    A note may be piped in; on a terminal, where nothing else is said, an editor opens for it.

    Example: claims annotate k1f00d5ca --verdict explained --reason "other day" --by Ana
    """
    from claims.report.identity import short_annotation
    from claims.service.annotation import Word, refuse_unsigned
    from claims.service.annotation import annotate as record
    from claims.service.opening import opened

    refuse_unsigned(by)
    given = Verdict(verdict) if verdict else None
    side = Favour(favour) if favour else None
    text = _note(id_, note, says_something=given is not None or bool(tag), by=by, location=location)
    word = Word(
        by, text, given, reason, tuple(tag or ()), side, source, internal, supersedes or None
    )
    with opened(location) as database:
        recorded = record(database, id_, word)
    output.say(f"{short_annotation(recorded.annotation.id)} recorded on {recorded.about}")


def _note(id_: str, given: str | None, *, says_something: bool, by: str, location: str) -> str:
    """Give the note: of the option, from standard input where something is piped in, by editor.

    With a verdict or tag only a pipe is read, so that a loop over a file of ids keeps its ids.
    """
    if given is not None and given != _STDIN:
        return given
    if given == _STDIN or _is_piped(says_something=says_something):
        return sys.stdin.read()
    if says_something or not is_terminal():
        return ""
    return _written(id_, by, location)


def _written(id_: str, by: str, location: str) -> str:
    """Let the person write the note, with what it is about in view; a wrong id opens nothing."""
    from claims.cli.editor import write_note
    from claims.service.detail import show
    from claims.service.opening import opened

    with opened(location) as database:
        about = show(database, id_, output.width() - 2)
    return write_note(f"The note of {by} on:\n{about}")


def _is_piped(*, says_something: bool) -> bool:
    if sys.stdin is None or sys.stdin.isatty():
        return False
    if not says_something:
        return True
    try:
        return stat.S_ISFIFO(fstat(sys.stdin.fileno()).st_mode)
    except (OSError, ValueError):
        return False
