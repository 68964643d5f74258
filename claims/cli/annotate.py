"""`claims annotate`: a person's signed word on an article, claim, question or conflict."""

from __future__ import annotations

import stat
import sys
from collections.abc import Sequence
from os import fstat
from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import location, takes
from claims.model import Verdict

_VERDICTS = ", ".join(verdict.value for verdict in Verdict)
_STDIN = "-"


def _parse_verdict(given: str | None) -> str | None:
    if given is not None and given not in list(Verdict):
        msg = f"{given!r} is none of: {_VERDICTS}"
        raise typer.BadParameter(msg, param_hint="--verdict")
    return given


@takes(location=location)
def annotate(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="An article, claim, question or conflict.")
    ],
    *,
    location: str,
    note: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="What you have to say; - reads it from standard input."),
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Option(metavar="WORD", callback=_parse_verdict, help=f"One of: {_VERDICTS}."),
    ] = None,
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why that verdict: other day, misread amount, …")
    ] = "",
    by: Annotated[str, typer.Option(metavar="NAME", envvar="CLAIMS_BY", help="Who says so.")] = "",
    tag: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", show_default=False, help="A word to find it by; repeatable."),
    ] = None,
) -> None:
    """Record a note, verdict or tag. Words are added, never changed or deleted.

    A note may also be piped in: echo "Two different days" | claims annotate k1f00d5ca --by Ana
    """
    from claims.report.identity import short_annotation
    from claims.service.annotation import Word
    from claims.service.annotation import annotate as record
    from claims.service.opening import opened

    text = _note(note, says_something=verdict is not None or bool(tag))
    word = Word(by, text, Verdict(verdict) if verdict else None, reason, tuple(tag or ()))
    with opened(location) as database:
        recorded = record(database, id_, word)
    output.say(f"{short_annotation(recorded.annotation.id)} recorded on {recorded.about}")


def _note(given: str | None, *, says_something: bool) -> str:
    """Give the note: of the option, or from standard input where something is piped in.

    With a verdict or tag only a pipe is read, so that a loop over a file of ids keeps its ids.
    """
    if given is not None and given != _STDIN:
        return given
    if given == _STDIN or _is_piped(says_something=says_something):
        return sys.stdin.read()
    return ""


def _is_piped(*, says_something: bool) -> bool:
    if sys.stdin is None or sys.stdin.isatty():
        return False
    if not says_something:
        return True
    try:
        return stat.S_ISFIFO(fstat(sys.stdin.fileno()).st_mode)
    except (OSError, ValueError):
        return False


__all__: Sequence[str] = ["annotate"]
