"""Where the database is when nobody says."""

from __future__ import annotations

from pathlib import Path
from typing import Final

NAME: Final = "claims.db"


def default_location(folder: Path | None = None) -> str:
    """Give the database of a folder if it has one, else the one in the user's data folder.

    Args:
        folder: The folder to look in; the current one where None.
    """
    here = (folder or Path.cwd()) / NAME
    if here.is_file():
        return str(here)
    from platformdirs import user_data_path

    return str(user_data_path("claimledger", appauthor=False) / NAME)
