"""`claims report`: the discrepancies in a file to hand over."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import location, narrow, takes
from claims.errors import InputError
from claims.model import Filter

_SUFFIXES = (".md", ".markdown")


@takes(narrow=narrow, location=location)
def report(
    narrow: Filter,
    location: str,
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to write it: a .md file."),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="The date it bears; today's if none."),
    ] = None,
) -> None:
    """Write the discrepancy report.

    Every disagreement with its quotes, sources, reason and what people decided, the ledger of
    every question, and what was not compared and why.
    """
    from claims.service.opening import opened
    from claims.service.report import write_report

    _check_suffix(file)
    with opened(location) as database:
        text = write_report(database, narrow, date)
    if file is None:
        output.say(text.rstrip("\n"))
        return
    _write(file, text)
    output.say(str(file))


def _check_suffix(file: Path | None) -> None:
    if file is not None and file.suffix.lower() not in _SUFFIXES:
        msg = f"cannot write {file}: the report is Markdown; give a name that ends in .md"
        raise InputError(msg)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        msg = f"cannot write {file}: {error.strerror}; give another file with -o"
        raise InputError(msg) from error
