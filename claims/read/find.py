"""Which files an `add` reads: files as given, folders searched for the suffixes that readers know.

It opens nothing: what a file holds, and whether it can be read, is for the readers.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claims.errors import InputError, PassedOver
from claims.model import Address
from claims.read.format.registry import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

_PAGES: Final = (".html", ".htm")
_OF_PAGE: Final = tuple(
    "_files -Dateien _fichiers _archivos _arquivos _ficheiros _bestanden _file".split()
)
"""How browsers call the folder that belongs to a page, in the language of the person."""
_OWN: Final = tuple(".db .db-wal .db-shm .db-journal .sqlite .sqlite-wal .sqlite-shm".split())
_LONGEST_SUFFIX: Final = 12
_SHOWN: Final = ", ".join(sorted(SUFFIXES))


@dataclass(frozen=True, slots=True)
class Problem:
    """A path or an address that gives no article, and why; the others are not held up by it."""

    path: Path | Address
    error: InputError


def find_files(paths: Sequence[Path]) -> Iterator[Path | Problem]:
    """List the files to read, in the order given; a folder's files in sorted order.

    Folders are searched to the bottom for the suffixes of readable formats. Names that begin with
    a dot are passed over, and so are the folder that a browser saves beside a page and databases
    of this program.

    Returns:
        One item a file; a Problem in place of a missing path, a folder that cannot be opened or
        one without articles; a Problem that is PassedOver for a file of another suffix and a link
        to a folder.
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
    found = list(_walk(folder, failed.append))
    empty = not any(isinstance(one, Path) for one in found)
    if not empty or failed:
        yield from found
    for error in failed:
        why = f"the folder cannot be opened ({error.strerror}); check its permissions"
        yield _problem(Path(str(error.filename)), why)
    if empty and not failed:
        yield _problem(folder, f"no articles in this folder; these are read: {_SHOWN}")


def _walk(folder: Path, failed: Callable[[OSError], None]) -> Iterator[Path | Problem]:
    """List the articles under one folder, and what is passed over beside them."""
    for place, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if _is_searched(name, names))
        yield from (_no_folder(Path(place, name)) for name in folders if _is_link(place, name))
        for name in sorted(names):
            if name.lower().endswith(tuple(SUFFIXES)) and not name.startswith("."):
                yield Path(place, name)
            elif not name.startswith(".") and not name.endswith(_OWN):
                yield _no_article(Path(place, name))


def _is_searched(folder: str, beside: Collection[str]) -> bool:
    """Whether a folder is visible, and none that belongs to a saved page beside it."""
    pages = (folder.removesuffix(ending) for ending in _OF_PAGE if folder.endswith(ending))
    names = (f"{page}{suffix}" for page in pages for suffix in _PAGES)
    return not folder.startswith(".") and not any(name in beside for name in names)


def _is_link(place: str, name: str) -> bool:
    return Path(place, name).is_symlink()


def _no_folder(path: Path) -> Problem:
    return Problem(path, PassedOver(f"{path}: links to folders are not followed; give the folder"))


def _no_article(path: Path) -> Problem:
    """Say that a file of this suffix is not read."""
    suffix = path.suffix.lower()[:_LONGEST_SUFFIX]
    why = f"files that end in {suffix} are not read" if suffix else "its name has no ending"
    return Problem(path, PassedOver(f"{path}: {why}; name it to add it all the same"))


def _problem(path: Path, why: str) -> Problem:
    """Make the problem of one path, its message naming the path."""
    return Problem(path, InputError(f"{path}: {why}"))
