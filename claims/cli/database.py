"""`claims database`: the schema told and brought up to date, and copies made."""

from __future__ import annotations

import typer

from claims.cli import output
from claims.cli.exchange import backup
from claims.cli.option import location, takes


@takes(location=location)
def status(location: str) -> None:
    """Say where the database is, and if it is up to date."""
    from claims.service.schema import tell_status

    output.say_lines(tell_status(location))


@takes(location=location)
def upgrade(location: str) -> None:
    """Bring the schema up to date, or make it.

    Nothing that is recorded is lost.
    """
    from claims.service.schema import tell_status, upgrade_schema

    upgrade_schema(location)
    output.say_lines(tell_status(location))


def build() -> typer.Typer:
    """Put the commands of the group together."""
    group = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        help="Tell the schema, bring it up to date, make a backup.",
    )
    group.command("status")(status)
    group.command("upgrade")(upgrade)
    group.command("backup")(backup)
    return group
