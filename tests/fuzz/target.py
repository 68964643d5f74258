"""One reader under the fuzzer, in a process of its own.

Started by `tests.fuzz`: python -m tests.fuzz.target READER FOLDER OPTION… Inputs that break the
promise of a reader, or take it too long, are kept in FOLDER with what went wrong; it goes on.
"""

from __future__ import annotations

import hashlib
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from claims.errors import InputError
from claims.model import Text

_TOO_LONG_S: Final = 2.0
_LONGEST_LINE: Final = 500
_LIBRARIES: Final = ("claims", "feedparser", "pypdf", "striprtf", "warcio", "email", "csv")


def break_reader(reader: str, data: bytes) -> None:
    """Read bytes as a file of a format, and hold the reader to its promise.

    Raises:
        AssertionError: It gave what cannot be kept, or a message that is not one line.
    """
    from claims.read.format import Draft, Material, get_format, read_drafts
    from tests.fuzz.seed import pack

    material = Material(f"a.{reader}", data=pack(reader, data))
    try:
        for draft in read_drafts(material, get_format(reader)):
            if isinstance(draft, Draft):
                _check_draft(draft)
            else:
                _check_line(str(draft))
    except InputError as error:
        _check_line(str(error))


def _check_line(line: str) -> None:
    assert line.isprintable(), line
    assert len(line) < _LONGEST_LINE, line


def _check_draft(found: object) -> None:
    """Whatever a draft holds can be kept; a text that cannot is refused in a line."""
    from claims.read.format import Draft

    assert isinstance(found, Draft)
    for words in (*map(str, found.facts.values()), *found.remarks.values(), found.reader):
        words.encode()
        assert "\0" not in words
    try:
        Text(found.body)
    except InputError as error:
        _check_line(str(error))


def _watched(reader: str, folder: Path) -> Callable[[bytes], None]:
    """Give what the fuzzer calls; each way of going wrong is kept once."""

    def watch(data: bytes) -> None:
        begun = time.process_time()
        try:
            break_reader(reader, data)
        except Exception as error:  # noqa: BLE001 - to find out which is what this is for
            _keep(folder, data, _place(error), traceback.format_exc())
        took_s = time.process_time() - begun
        if took_s > _TOO_LONG_S:
            _keep(folder, data, f"slow-{int(took_s)}s", f"it took {took_s:.1f} s\n")

    return watch


def _place(error: BaseException) -> str:
    """Name a way of going wrong by what was raised and where."""
    frames = traceback.extract_tb(error.__traceback__)
    last = [f"{frame.filename}:{frame.lineno}" for frame in frames[-1:]]
    mine = [f"{frame.filename}:{frame.lineno}" for frame in frames if "/claims/" in frame.filename]
    name = "".join([*last, *mine[-1:]]).encode()
    return f"{type(error).__name__}-{hashlib.sha256(name).hexdigest()[:8]}"


def _keep(folder: Path, data: bytes, name: str, why: str) -> None:
    if not (folder / f"{name}.bin").exists():
        (folder / f"{name}.bin").write_bytes(data)
        (folder / f"{name}.txt").write_text(why, encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Fuzz one reader until the options of the fuzzer say stop."""
    import atheris

    reader, folder, *options = arguments
    with atheris.instrument_imports(include=list(_LIBRARIES)):
        break_reader(reader, b"")
    atheris.Setup([sys.argv[0], *options], _watched(reader, Path(folder)))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
