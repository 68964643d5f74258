"""Gzip, unpacked as it is read and no further: a stream that stays within bounds.

A file may unpack to a few hundred times its size, as text that repeats itself does; beyond that it
is made to fill memory. So is a line that never ends.
"""

from __future__ import annotations

import zlib
from typing import BinaryIO, Final

from claims.errors import InputError

GZIP: Final = b"\x1f\x8b"

_CHUNK: Final = 64 * 1024
_MOST_TIMES: Final = 300
_FREE: Final = 64 * 1024 * 1024
_LONGEST_LINE: Final = 64 * 1024 * 1024
_REMEDY: Final = "make the archive again"


class Unpacked:
    """A stream of what a file unpacks to, or of the file where it is not packed.

    Raises:
        InputError: While it is read: it is damaged, or unpacks beyond all bounds.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = b""
        self._member: zlib._Decompress | None = None
        self._taken = 0
        self._given = 0
        self._since_line = 0
        self._ceiling: int | None = None
        self._is_packed: bool | None = None

    def allow(self, size: int | None) -> None:
        """Allow so many bytes more before anything but them is refused; None to allow all."""
        self._ceiling = None if size is None else self._given + size

    def tell(self) -> int:
        """Give how many bytes were given out."""
        return self._given

    def read(self, size: int = _CHUNK) -> bytes:
        """Read at most so many bytes; empty at the end."""
        size = min(size if size > 0 else _CHUNK, _CHUNK)
        if self._is_packed is None:
            self._fill()
            self._is_packed = self._packed.startswith(GZIP)
        data = self._unpack(size) if self._is_packed else self._plain(size)
        self._account(data)
        return data

    def _plain(self, size: int) -> bytes:
        if not self._packed:
            self._fill()
        data, self._packed = self._packed[:size], self._packed[size:]
        return data

    def _unpack(self, size: int) -> bytes:
        """Unpack until something comes out; members follow one another."""
        while True:
            if not self._packed and not self._fill():
                return b""
            if self._member is None:
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            try:
                data = self._member.decompress(self._packed, size)
            except zlib.error:
                msg = f"it is packed (gzip) and damaged; {_REMEDY}"
                raise InputError(msg) from None
            self._packed = self._member.unconsumed_tail
            if self._member.eof:
                self._packed = self._member.unused_data
                self._member = None
            if data:
                return data

    def _fill(self) -> bool:
        self._packed = self._file.read(_CHUNK)
        self._taken += len(self._packed)
        return bool(self._packed)

    def _account(self, data: bytes) -> None:
        self._given += len(data)
        end = data.rfind(b"\n")
        self._since_line = len(data) - end - 1 if end >= 0 else self._since_line + len(data)
        if self._ceiling is not None and self._given > self._ceiling:
            msg = f"it has a header without end; {_REMEDY}"
            raise InputError(msg)
        if self._given > _FREE + _MOST_TIMES * self._taken:
            msg = f"it unpacks to more than {_MOST_TIMES} times its size; {_REMEDY}"
            raise InputError(msg)
        if self._since_line > _LONGEST_LINE:
            msg = f"it has a line of more than {_LONGEST_LINE // 2**20} MB; {_REMEDY}"
            raise InputError(msg)


def unpack_head(head: bytes) -> bytes:
    """Unpack the first bytes of a file, as far as they tell what it is; empty where they do not."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 1024)
    except zlib.error:
        return b""
