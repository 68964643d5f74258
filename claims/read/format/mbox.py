"""Mailboxes: many mails one after the other, each an article, read one at a time.

A mailbox may be larger than memory; a mail that is too large is left out with a word about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from claims.errors import InputError
from claims.read.format.draft import Draft, Part
from claims.read.format.mail import VERSION as MAIL_VERSION
from claims.read.format.mail import read_mail
from claims.read.format.material import Material
from claims.read.format.message import LARGEST

VERSION: Final = MAIL_VERSION
_STARTS: Final = re.compile(rb"From \S.*\d\d:\d\d")
_QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_LINE: Final = 2**20


def read(material: Material) -> Iterator[Draft | InputError]:
    """Read the mails of a mailbox in order.

    Raises:
        InputError: It cannot be opened.
    """
    with material.open() as file:
        for number, data in enumerate(_messages(file), start=1):
            name = f"message {number:,}"
            try:
                yield from _read(material, name, data)
            except InputError as error:
                yield InputError(f"{name}: {error}")


def _read(material: Material, name: str, data: bytes | None) -> Iterator[Draft | InputError]:
    if data is None:
        msg = f"it is larger than {LARGEST // 2**20} MB; save its text as .txt"
        raise InputError(msg)
    plain = _QUOTED.sub(rb"\1", data)
    yield from read_mail(material, plain, Part.of(name, data))


def _messages(file: BinaryIO) -> Iterator[bytes | None]:
    """Part a mailbox where a line begins with "From ", after a blank line or at its start.

    Returns:
        The bytes of each mail without that line; None for one that is too large.
    """
    lines: list[bytes] | None = None
    size, blank, whole = 0, True, True
    while line := file.readline(_LINE):
        if whole and blank and _STARTS.match(line):
            if lines is not None:
                yield _joined(lines, size)
            lines, size = [], 0
        elif lines is not None and size <= LARGEST:
            lines.append(line)
            size += len(line)
        elif lines is not None:
            lines.clear()
        blank = whole and not line.strip()
        whole = line.endswith(b"\n")
    if lines is not None:
        yield _joined(lines, size)


def _joined(lines: list[bytes], size: int) -> bytes | None:
    return b"".join(lines) if size <= LARGEST else None
