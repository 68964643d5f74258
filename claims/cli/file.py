"""Writing a file whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from claims.errors import InputError

_PARTIAL: Final = ".partial"


@contextmanager
def whole(file: Path, option: str) -> Iterator[IO[bytes]]:
    """Give a stream whose content becomes a file when all of it is written.

    Until then what was there stays; if anything goes wrong, nothing new is left behind. What is no
    ordinary file, such as a pipe, is written as it comes.

    Args:
        option: The option that names the file, to be told with the remedy.

    Raises:
        InputError: It cannot be written.
    """
    is_special = file.exists() and not file.is_file()
    where = file if is_special else file.resolve().with_name(f"{file.resolve().name}{_PARTIAL}")
    try:
        with where.open("wb") as stream:
            yield stream
        if not is_special:
            where.replace(file.resolve())
    except OSError as error:
        msg = f"cannot write {file}: {error.strerror}; give another file with {option}"
        raise InputError(msg) from error
    finally:
        if not is_special:
            where.unlink(missing_ok=True)


def write_pieces(file: Path, pieces: Iterable[bytes], option: str) -> None:
    """Write a file piece by piece.

    Raises:
        InputError: It cannot be written.
    """
    with whole(file, option) as stream:
        stream.writelines(pieces)
