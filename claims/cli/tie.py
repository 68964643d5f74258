"""`claims same`, `apart` and `contradict`: a person's word on two claims, which later runs obey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli import output
from claims.cli.option import location, signer, takes
from claims.model import Act

if TYPE_CHECKING:
    from claims.service.tie import Said

Left = Annotated[str, typer.Argument(metavar="ID", help="A claim.")]
Right = Annotated[str, typer.Argument(metavar="ID", help="Another claim.")]


@dataclass(frozen=True, slots=True)
class _Signed:
    """What is said beside the two claims, by whom, and where to."""

    by: str
    note: str
    source: str
    is_internal: bool
    undo: bool
    location: str


def _signed(
    ctx: typer.Context,
    *,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    by: Annotated[
        str | None, typer.Option(metavar="NAME", envvar="CLAIMS_BY", help="Who says so.")
    ] = None,
    source: Annotated[str, typer.Option(metavar="URL", help="The address that it rests on.")] = "",
    internal: Annotated[bool, typer.Option("--internal", help="Keep it out of reports.")] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back what was said of the two claims.")
    ] = False,
    db: Annotated[
        str | None,
        typer.Option("--db", metavar="URL", envvar="CLAIMS_DB", help="The database."),
    ] = None,
) -> _Signed:
    return _Signed(signer(by), note, source, internal, undo, location(ctx, db))


def _record(act: Act, left: str, right: str, signed: _Signed) -> None:
    from claims.report.identity import short_annotation
    from claims.service.opening import opened
    from claims.service.tie import tie

    with opened(signed.location) as database:
        tied = tie(database, left, right, _said(act, signed))
    output.say(f"{short_annotation(tied.annotation.id)} recorded: {tied.outcome}")


def _said(act: Act, signed: _Signed) -> Said:
    from claims.service.tie import Said

    meant = Act.FREE if signed.undo else act
    return Said(meant, signed.by, signed.note, signed.source, signed.is_internal)


@takes(signed=_signed)
def same(left: Left, right: Right, signed: _Signed) -> None:
    """Say that two claims answer one question.

    Their values are compared from now on, in this database and by every later run.

    Example: claims same c0ffee01 c0ffee02 --note "both count the bridge" --by Ana
    """
    _record(Act.SAME, left, right, signed)


@takes(signed=_signed)
def apart(left: Left, right: Right, signed: _Signed) -> None:
    """Say that two claims answer two questions.

    A conflict between them goes; they are told as not the same thing.

    Example: claims apart c0ffee01 c0ffee02 --note "two bridges" --by Ana
    """
    _record(Act.APART, left, right, signed)


@takes(signed=_signed)
def contradict(left: Left, right: Right, signed: _Signed) -> None:
    """Raise a contradiction that the program did not see.

    It is listed with the others, first, under your name, and needs a note.

    Example: claims contradict c0ffee01 c0ffee02 --note "both name the north bank" --by Ana
    """
    _record(Act.CONTRADICT, left, right, signed)
