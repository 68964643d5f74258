"""`claims report`: the discrepancies in a file to hand over."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli import output
from claims.cli.file import whole, write_pieces
from claims.cli.option import location, narrow, takes
from claims.errors import InputError
from claims.model import Filter
from claims.report.form import ENDINGS, TEXTS, Form

if TYPE_CHECKING:
    from claims.service.report import Order

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
    bundle: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.zip",
            help="Write an archive instead: the report, its texts, and checksums of all.",
        ),
    ] = None,
    hashes_only: Annotated[
        bool,
        typer.Option("--hashes-only", help="Of the texts, put only their SHA-256 in the bundle."),
    ] = False,
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

    if bundle is not None:
        _refuse_both(file)
        order = Order(form or Form.HTML, date, title, with_internal)
        _write_bundle(bundle, location, narrow, order, with_texts=not hashes_only)
        return
    if hashes_only:
        msg = "it belongs to a bundle: add --bundle FILE.zip"
        raise typer.BadParameter(msg, param_hint="--hashes-only")
    order = Order(form or _form_of(file), date, title, with_internal)
    with opened(location) as database:
        pieces = write_sealed(database, narrow, order)
    if file is None:
        _print(order.form, pieces)
        return
    write_pieces(file, pieces, "-o")
    output.say(str(file))


def _refuse_both(file: Path | None) -> None:
    if file is not None:
        msg = "a bundle holds the report: give -o or --bundle, not both"
        raise typer.BadParameter(msg, param_hint="--bundle")


def _write_bundle(
    file: Path, location: str, narrow: Filter, order: Order, *, with_texts: bool
) -> None:
    from claims.service.bundle import write_bundle
    from claims.service.opening import opened

    with opened(location) as database, whole(file, "--bundle") as stream:
        write_bundle(stream, database, narrow, order, with_texts=with_texts)
    output.say(str(file))


def _print(form: Form, pieces: Iterable[bytes]) -> None:
    if form not in TEXTS and sys.stdout.isatty():
        msg = f"{form} is no text to look at; name a file: -o report.{form}"
        raise InputError(msg)
    output.say_bytes(pieces)


def _form_of(file: Path | None) -> Form:
    """Tell the form by the ending of the file; Markdown where nothing tells."""
    if file is None:
        return Form.MARKDOWN
    form = ENDINGS.get(file.suffix.lower())
    if form is None:
        endings = ", ".join(dict.fromkeys(f".{one}" for one in ENDINGS.values()))
        msg = f"cannot tell the form of {file}: end its name in {endings}, or give --format"
        raise InputError(msg)
    return form
