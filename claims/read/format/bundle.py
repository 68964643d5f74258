"""Zip files that are documents: office files, books, web archives.

Members are read by name and never written anywhere. What a member claims to be long is not
believed: reading stops at a limit, whatever it unpacks to.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from claims.errors import InputError
from claims.read.format.damage import refusing, show
from claims.read.format.material import Material

LARGEST: Final = 32 * 1024 * 1024
"""How much a member may unpack to, in bytes."""
LARGEST_SUM: Final = 64 * 1024 * 1024
"""How much is unpacked of one file in all, in bytes."""

_LARGEST_INDEX: Final = 8 * 1024 * 1024
_END: Final = b"PK\x05\x06"
_END64: Final = b"PK\x06\x06"
_TAIL: Final = 70_000
_UNKNOWN: Final = 0xFFFFFFFF
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK: Final = 64 * 1024


class Bundle:
    """The members of an open zip file."""

    def __init__(self, members: zipfile.ZipFile, called: str, remedy: str) -> None:
        self._members = members
        self._called = called
        self._remedy = remedy
        self._left = LARGEST_SUM

    def names(self) -> list[str]:
        """Give the names of the members, in their order."""
        return self._members.namelist()

    def __contains__(self, name: str) -> bool:
        return name in self._members.NameToInfo

    def open(self, name: str) -> BinaryIO:
        """Open a member, for what reads it in parts.

        Raises:
            InputError: It is not there, encrypted, or packed in a way that is not read.
        """
        if name not in self:
            msg = f"it is {self._called} without its part {show(name)}; {self._remedy}"
            raise InputError(msg)
        info = self._members.getinfo(name)
        if info.flag_bits & 1:
            msg = f"it is {self._called} that is encrypted; save it again without a password"
            raise InputError(msg)
        if info.compress_type not in _PACKED:
            msg = f"it is {self._called} that is packed in an unusual way; {self._remedy}"
            raise InputError(msg)
        with refusing(self._called, self._remedy):
            return io.BufferedReader(self._members.open(info))  # type: ignore[type-var]

    def chunks(self, name: str) -> Iterator[bytes]:
        """Unpack a member piece by piece.

        Raises:
            InputError: As for open; or it unpacks to more than any article.
        """
        size = 0
        with self.open(name) as member:
            while True:
                with refusing(self._called, self._remedy):
                    chunk = member.read(_CHUNK)
                if not chunk:
                    return
                size += len(chunk)
                self._left -= len(chunk)
                if size > LARGEST or self._left < 0:
                    raise InputError(self._too_much())
                yield chunk

    def _too_much(self) -> str:
        most = LARGEST // 2**20
        return f"it is {self._called} that unpacks to more than {most} MB; {self._remedy}"

    def read(self, name: str) -> bytes:
        """Unpack a member.

        Raises:
            InputError: As for chunks.
        """
        return b"".join(self.chunks(name))


@contextmanager
def open_bundle(material: Material, called: str, remedy: str) -> Iterator[Bundle]:
    """Open a zip file for reading.

    Args:
        material: The file.
        called: What people call such a file: "a DOCX file".
        remedy: What to do where it cannot be read.

    Raises:
        InputError: It is no zip file, is damaged, or lists more members than any document.
    """
    with material.open() as file:
        with refusing(called, remedy):
            _refuse_long_index(file, called, remedy)
            members = zipfile.ZipFile(file)
        with members:
            yield Bundle(members, called, remedy)


def _refuse_long_index(file: BinaryIO, called: str, remedy: str) -> None:
    """Refuse an index that would fill memory before the first member is read."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 16:
        msg = f"it is no {called.partition(' ')[2]}, or it is cut off; {remedy}"
        raise InputError(msg)
    (index,) = struct.unpack_from("<I", tail, at + 12)
    at64 = tail.rfind(_END64, 0, at)
    if index == _UNKNOWN and 0 <= at64 <= len(tail) - 48:
        (index,) = struct.unpack_from("<Q", tail, at64 + 40)
    if index > _LARGEST_INDEX:
        msg = f"it is {called} of too many parts; {remedy}"
        raise InputError(msg)
