"""`claims export`, `claims import` and `claims database backup`: whole databases out and in."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from claims.cli import output
from claims.cli.option import location, takes
from claims.errors import InputError
from claims.report.wording import plural

_STDIN = "-"


@takes(location=location)
def export(
    location: str,
    everything: Annotated[
        bool, typer.Option("--everything", help="All that is stored, human words included.")
    ] = False,
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to write it: a new file."),
    ] = None,
) -> None:
    """Write the whole database as JSON Lines.

    claims import builds the same database from it elsewhere, on SQLite or PostgreSQL:
    claims export --everything -o desk.jsonl
    """
    from claims.service.exchange import export_lines, export_to
    from claims.service.opening import opened

    if not everything:
        msg = "say --everything: the whole database is what can be exported"
        raise typer.BadParameter(msg, param_hint="--everything")
    with opened(location) as database:
        if file is None:
            output.say_bytes(export_lines(database))
            return
        export_to(database, file)
    output.say(str(file))


@takes(location=location)
def import_(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="What claims export wrote; - for standard input.")
    ],
    location: str,
) -> None:
    """Build a database from an export.

    The database must be new or empty. It gets everything or, if anything is wrong, nothing:
    claims --db new.db import desk.jsonl
    """
    from claims.service.exchange import import_from

    if file == _STDIN:
        done = import_from(location, sys.stdin.buffer, "standard input")
    else:
        try:
            with Path(file).open("rb") as stream:
                done = import_from(location, stream, file)
        except OSError as error:
            msg = f"cannot read {file}: {error.strerror}; give a file that claims export wrote"
            raise InputError(msg) from error
    output.say(f"{_summary(done.rows)} imported into {done.location}")


def _summary(rows: Counter[str]) -> str:
    words = (("article", "article"), ("claim", "claim"), ("annotation", "human word"))
    return ", ".join(plural(rows[table], word) for table, word in words)


@takes(location=location)
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to: a new file.")],
    location: str,
) -> None:
    """Copy the database to a new file while others use it.

    Of an SQLite file the copy is a database itself; of PostgreSQL it is an export for claims
    import, taken from one snapshot: claims database backup desk-2021-04-05.db
    """
    from claims.service.exchange import back_up
    from claims.service.opening import opened

    with opened(location) as database:
        is_database = back_up(database, file)
    use = (
        f"open it with --db {file}" if is_database else f"build it again with claims import {file}"
    )
    output.say(f"{file}: {file.stat().st_size:,} bytes; {use}")
