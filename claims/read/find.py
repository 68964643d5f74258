"""Which files an `add` reads: files as given, folders searched for the suffixes that readers know.

It opens nothing: what a file holds, and whether it can be read, is for the readers.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claims.errors import InputError
from claims.model import Address
from claims.read.format.registry import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHOWN: Final = ", ".join(sorted(SUFFIXES))


@dataclass(frozen=True, slots=True)
class Problem:
    """A path or an address that gives no article, and why; the others are not held up by it."""

    path: Path | Address
    error: InputError


def find_files(paths: Sequence[Path]) -> Iterator[Path | Problem]:
    """List the files to read, in the order given; a folder's files in sorted order.

    Folders are searched to the bottom for the suffixes of readable formats; names that begin with
    a dot are passed over, and so are links to folders.

    Returns:
        One item a file; a Problem in place of a missing path, a folder that cannot be opened or
        one without articles.
    """
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a parent is closed to us
            yield from _find_in_folder(path)
        elif os.path.lexists(path):
            yield path
        else:
            yield _problem(path, "no such file or folder; check the path")


def _find_in_folder(folder: Path) -> Iterator[Path | Problem]:
    """List the articles under one folder, or say that there are none."""
    failed: list[OSError] = []
    empty = True
    for place, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(filter(_is_article, names)):
            empty = False
            yield Path(place, name)
    for error in failed:
        why = f"the folder cannot be opened ({error.strerror}); check its permissions"
        yield _problem(Path(str(error.filename)), why)
    if empty and not failed:
        yield _problem(folder, f"no articles in this folder; these are read: {_SHOWN}")


def _is_article(name: str) -> bool:
    """Whether a file name is visible and ends like an article's."""
    return not name.startswith(".") and name.lower().endswith(tuple(SUFFIXES))


def _problem(path: Path, why: str) -> Problem:
    """Make the problem of one path, its message naming the path."""
    return Problem(path, InputError(f"{path}: {why}"))
