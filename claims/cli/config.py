"""`claims config`: what a person sets once, for every database."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import output
from claims.errors import InputError

_BY = "by"


def config(
    setting: Annotated[
        str | None,
        typer.Argument(metavar="[by]", show_default=False, help="The setting: by, who signs."),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", show_default=False, help="What to set it to."),
    ] = None,
) -> None:
    """Show or set the name that signs what you say.

    The option --by and the variable CLAIMS_BY go before it.

    Example: claims config by "A. Checker"
    """
    from claims.service.settings import read_name, settings_file, write_name

    if setting not in (None, _BY):
        msg = f"there is no setting {setting!r}; there is: {_BY}"
        raise InputError(msg)
    if value is not None:
        output.talk(f"kept in {write_name(value)}")
        return
    name = read_name()
    output.say(name or "nobody signs yet; set a name: claims config by NAME")
    if setting is None:
        output.talk(f"kept in {settings_file()}")
