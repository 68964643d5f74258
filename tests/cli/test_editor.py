"""The editor that opens for a note."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from claims.cli.editor import write_note
from claims.errors import InputError


def make_editor(folder: Path, script: str) -> str:
    """Write an editor that runs a script with the file's path as `file`; give its command."""
    program = folder / "an editor.py"
    program.write_text(
        f"import sys\nfrom pathlib import Path\nfile = Path(sys.argv[1])\n{script}\n", "utf-8"
    )
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(program))}"


def test_what_stands_above_the_line_is_the_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """VISUAL goes before EDITOR; what the note is about is in view and not kept."""
    script = (
        "old = file.read_text('utf-8')\nassert '# 2,500 / 3,500' in old\n"
        "file.write_text('Two counts.\\n# not two days\\n' + old, 'utf-8')"
    )
    monkeypatch.setenv("VISUAL", make_editor(tmp_path, script))
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert write_note("2,500 / 3,500") == "Two counts.\n# not two days"


def test_a_file_left_as_it_was_is_no_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing was said."""
    monkeypatch.setenv("VISUAL", make_editor(tmp_path, ""))
    assert not write_note("2,500 / 3,500")


@pytest.mark.parametrize(
    ("editor", "line"),
    [
        ("no-such-editor", "cannot start the editor no-such-editor: No such file or directory"),
        ("false", r"the editor false failed \(1\); nothing was recorded"),
        ("", "there is no editor to write the note in; give --note, or name one in EDITOR"),
    ],
)
def test_an_editor_that_is_missing_or_fails_is_one_line(
    editor: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where none is named and none of the usual ones is installed, too."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    if not editor:
        monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match=line):
        write_note("a conflict")
