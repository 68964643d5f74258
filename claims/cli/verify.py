"""`claims verify`: whether a report or a database still holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli import output
from claims.cli.option import Json, takes
from claims.errors import InputError

if TYPE_CHECKING:
    from claims.report.lapse import Verification

BROKEN = 1
"""The exit code that says that something no longer holds."""


def named_location(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="URL",
            envvar="CLAIMS_DB",
            show_default="none: the report is checked by itself",
            help="The database that a report is held against.",
        ),
    ] = None,
) -> str | None:
    """Say which database was named, before or after the command or by CLAIMS_DB; often none."""
    source = ctx.get_parameter_source("db")
    is_after = source is not None and source.name == "COMMANDLINE"
    return (db if is_after else None) or ctx.find_root().params.get("db") or db


@takes(location=named_location)
def verify(
    thing: Annotated[
        str, typer.Argument(metavar="REPORT|DATABASE", help="A report, or a database.")
    ],
    location: str | None,
    as_json: Json = False,
) -> None:
    """Check that a report, or a database, still holds.

    Of a report: that the file is as it was written; with a database, every quote letter by
    letter against its text, and all it says. Of a database: every text against its SHA-256,
    every quote against its text, and what hangs on them. The exit code is 1 if anything does not
    hold: claims verify report.html --db claims.db
    """
    from claims.report.verification import verification_document, verification_lines

    found = _verified(thing, location)
    if as_json:
        output.say_document(verification_document(found))
    else:
        output.say_lines(verification_lines(found, output.width()))
    if not found.holds:
        raise typer.Exit(BROKEN)


def _verified(thing: str, location: str | None) -> Verification:
    from claims.report.seal.file import is_database
    from claims.service.opening import opened
    from claims.service.verification.database import verify_database
    from claims.service.verification.report import verify_report

    if "://" in thing or is_database(Path(thing)):
        with opened(thing) as database:
            return verify_database(database)
    file = Path(thing)
    if not file.is_file():
        msg = f"no report or database at {thing}; give the file that claims report wrote"
        raise InputError(msg)
    if location is None:
        return verify_report(file, None)
    with opened(location) as database:
        return verify_report(file, database)
