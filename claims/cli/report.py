"""`claims report`: the discrepancies in a file to hand over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import location, narrow, takes
from claims.errors import InputError
from claims.model import Filter
from claims.report.form import ENDINGS, Form

_FORMS = ", ".join(Form)


@takes(narrow=narrow, location=location)
def report(  # noqa: PLR0917  # typer names every option
    narrow: Filter,
    location: str,
    file: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Where to write it; its ending gives the form."
        ),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            metavar="FORM",
            show_default="by the name of the file, else md",
            help=f"One of: {_FORMS}.",
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="WORDS", show_default="Discrepancy report", help="Its title."),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="The date it bears; today's if none."),
    ] = None,
    with_internal: Annotated[
        bool, typer.Option("--with-internal", help="Tell also what people marked internal.")
    ] = False,
) -> None:
    """Write the discrepancy report.

    Every disagreement with its quotes, sources, reason and what people decided, the ledger of
    every question, and what was not compared and why.
    """
    from claims.service.opening import opened
    from claims.service.report import Order
    from claims.service.sealed import write_sealed

    order = Order(form or _form_of(file), date, title, with_internal)
    with opened(location) as database:
        pieces = write_sealed(database, narrow, order)
    if file is None:
        output.say_bytes(piece.encode() for piece in pieces)
        return
    _write(file, pieces)
    output.say(str(file))


def _form_of(file: Path | None) -> Form:
    """Tell the form by the ending of the file; Markdown where nothing tells."""
    if file is None:
        return Form.MARKDOWN
    form = ENDINGS.get(file.suffix.lower())
    if form is None:
        endings = ", ".join(f".{one}" for one in Form)
        msg = f"cannot tell the form of {file}: end its name in {endings}, or give --format"
        raise InputError(msg)
    return form


def _write(file: Path, pieces: Iterable[str]) -> None:
    try:
        with file.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(pieces)
    except OSError as error:
        msg = f"cannot write {file}: {error.strerror}; give another file with -o"
        raise InputError(msg) from error
