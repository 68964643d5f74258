"""What a person sets once for every database: so far the name that signs.

Kept in `settings.toml` in the folder `claimledger` of the user's settings. Nothing else of this
program is written there.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from claims.errors import InputError


def settings_file() -> Path:
    """Give where the settings are, or would be."""
    from platformdirs import user_config_path

    return user_config_path("claimledger", appauthor=False) / "settings.toml"


def read_name() -> str:
    """Read the name that signs; empty where none was set.

    Raises:
        InputError: The file cannot be read.
    """
    file = settings_file()
    try:
        name = tomllib.loads(file.read_text("utf-8")).get("by", "")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        msg = f"cannot read {file}: {error}; mend it, or set it anew: claims config by NAME"
        raise InputError(msg) from error
    return name if isinstance(name, str) else ""


def write_name(name: str) -> Path:
    """Set the name that signs, and give the file it was written to.

    Raises:
        InputError: The name is empty, or the file cannot be written.
    """
    if not name.strip():
        msg = "a name has letters; give one: claims config by NAME"
        raise InputError(msg)
    file = settings_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # What JSON writes of a string is a string of TOML too.
        file.write_text(f"by = {json.dumps(name.strip(), ensure_ascii=False)}\n", "utf-8")
    except OSError as error:
        msg = f"cannot write {file}: {error.strerror}; set CLAIMS_BY instead"
        raise InputError(msg) from error
    return file
