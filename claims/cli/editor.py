"""A person's own editor, opened for a note."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from claims.errors import InputError

_USUAL: Final = ("sensible-editor", "nano", "vim", "vi", "notepad")
SCISSORS: Final = "# --- what follows is not kept ---"


def write_note(about: str) -> str:
    """Let a person write a note in the editor that VISUAL or EDITOR names, else a usual one.

    Args:
        about: What the note is about; shown below a line that ends the note.

    Returns:
        What stands above that line; empty where nothing was written.

    Raises:
        InputError: There is no editor, or it failed.
    """
    command = _editor()
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        file = Path(folder) / "note.txt"
        below = "".join(f"# {line}\n" for line in about.splitlines())
        file.write_text(f"\n\n{SCISSORS}\n{below}", "utf-8")
        _open([*command, str(file)])
        return _above(file.read_text("utf-8", errors="replace"))


def _editor() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if named:
        return shlex.split(named)
    found = next((name for name in _USUAL if shutil.which(name)), None)
    if found is None:
        msg = "there is no editor to write the note in; give --note, or name one in EDITOR"
        raise InputError(msg)
    return [found]


def _open(command: list[str]) -> None:
    try:
        done = subprocess.run(command, check=False)  # noqa: S603 - the user's own editor
    except OSError as error:
        msg = f"cannot start the editor {command[0]}: {error.strerror}; give --note, or set EDITOR"
        raise InputError(msg) from error
    if done.returncode != 0:
        msg = f"the editor {command[0]} failed ({done.returncode}); nothing was recorded"
        raise InputError(msg)


def _above(text: str) -> str:
    return text.partition(SCISSORS)[0].strip()
