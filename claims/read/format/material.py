"""The bytes that a reader reads: of a file on disk, or of a part that another reader took out.

Only regular files are opened: a device or a pipe may never end.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from claims.errors import InputError
from claims.read.format.draft import Fact

SIZE_LIMIT: Final = 64 * 1024 * 1024
"""The largest file that is read whole, in bytes; formats that are read in parts may be larger."""

HEAD: Final = 64 * 1024
"""How many bytes tell what a file is."""

_NONBLOCK: Final = getattr(os, "O_NONBLOCK", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Material:
    """Bytes with what is known about them from outside.

    Args:
        name: File name, or the name of the part; its suffix may tell the format.
        path: Where the file lies; None for a part.
        data: The bytes of a part; None for a file, which is read when a reader asks.
        address: Where they were published, as the holder of the part says (a URL).
        charset: The encoding that the holder of the part declares.
        columns: Which column or key of a table fills which field of an article.
        said: What the list that led here says of the article.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    address: str | None = None
    charset: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Fact] = field(default_factory=dict)

    @classmethod
    def of_file(cls, path: Path, columns: Mapping[str, str] | None = None) -> Material:
        """Take a file; nothing is opened yet."""
        return cls(path.name, path=path, columns=columns or {})

    @property
    def suffix(self) -> str:
        """The ending of the name in lower case: ".pdf"; empty where it has none."""
        return Path(self.name.replace("\0", "")).suffix.lower()

    def open(self) -> BinaryIO:
        """Open the bytes for reading; the caller closes them.

        Raises:
            InputError: It is missing, no regular file, or unreadable.
        """
        if self.data is not None:
            return io.BytesIO(self.data)
        if self.path is None:
            msg = "material is either a file or bytes"
            raise ValueError(msg)
        return _open(self.path)

    def head(self) -> bytes:
        """Read the first bytes, by which a format is known.

        Raises:
            InputError: As for open.
        """
        if self.data is not None:
            return self.data[:HEAD]
        with self.open() as file:
            return _read(file, HEAD)

    def read(self, limit: int = SIZE_LIMIT) -> bytes:
        """Read all bytes.

        Raises:
            InputError: As for open, or there are more than the limit.
        """
        with self.open() as file:
            data = _read(file, limit + 1)
        if len(data) > limit:
            raise _too_large(limit)
        return data

    def refuse_large(self, limit: int = SIZE_LIMIT) -> None:
        """Refuse a file that is too large, for readers that do not read it whole.

        Raises:
            InputError: As for read.
        """
        with self.open() as file:
            if file.seek(0, io.SEEK_END) > limit:
                raise _too_large(limit)

    def whole(self) -> tuple[str, int]:
        """Give the SHA-256 and the number of all bytes, without holding them.

        Raises:
            InputError: As for open.
        """
        digest, size = hashlib.sha256(), 0
        with self.open() as file:
            while data := _read(file, 2**20):
                digest.update(data)
                size += len(data)
        return digest.hexdigest(), size

    def part(
        self, name: str, data: bytes, *, address: str | None = None, charset: str | None = None
    ) -> Material:
        """Take bytes out of this material: the columns that were asked for go with them."""
        return Material(name, None, data, address, charset, self.columns)


def _open(path: Path) -> BinaryIO:
    """Open a regular file, never waiting for the other end of a pipe."""
    try:
        handle = os.open(path, os.O_RDONLY | _NONBLOCK | _BINARY)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            msg = "it is not a file that can be read; give a text file, or a folder of them"
            raise InputError(msg)
        return os.fdopen(handle, "rb")
    except OSError as error:
        raise _unreadable(error) from None
    except ValueError:
        msg = "its name holds a NUL character; check the path"
        raise InputError(msg) from None


def _read(file: BinaryIO, size: int) -> bytes:
    try:
        return file.read(size)
    except OSError as error:
        raise _unreadable(error) from None


def _too_large(limit: int) -> InputError:
    return InputError(f"it is larger than {limit // 2**20} MB; split it into its articles")


def _unreadable(error: OSError) -> InputError:
    why = error.strerror or error
    return InputError(f"it cannot be read ({why}); check the path and its permissions")
