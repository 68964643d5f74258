"""A report on disk: what form it has, whether its seal holds, and the data it carries.

The file is read in pieces; nothing in it is run, followed or trusted.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, Final

from claims.errors import InputError
from claims.report.bundle import README
from claims.report.form import Form
from claims.report.seal.fields import read_fields
from claims.report.seal.origin import Origin, origin_from
from claims.report.seal.stamp import BLANK, COLUMN, COMMENT, DATA, ENDINGS, HASH

SQLITE: Final = b"SQLite format 3\0"
_ZIP: Final = b"PK\x03\x04"
_HEAD: Final = 4096
_AT_ONCE: Final = 1 << 20
_LONGEST_ORIGIN: Final = 1 << 20
_AGAIN: Final = "write it again with: claims report -o FILE"
_OPENINGS: Final[Mapping[Form, tuple[re.Pattern[bytes], bytes]]] = {
    Form.HTML: (re.compile(rb"\s*<!doctype html>", re.IGNORECASE), b'content="claimledger'),
    Form.JSON: (re.compile(rb"\s*\{"), b'"schema": "claims/conflicts/'),
    Form.CSV: (re.compile(rb"\xef\xbb\xbf"), b"question,question_id,"),
    Form.MARKDOWN: (re.compile(rb"# "), b" by claimledger "),
}
"""How a file of each form begins, and what is in the beginning of one of ours."""

_STOPS: Final = {Form.HTML: DATA, Form.JSON: '  "seal": ', Form.MARKDOWN: COMMENT}
"""How the line begins in which the data or the seal stands."""


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A report that ends in its seal.

    Args:
        file: Where it is.
        form: Its form.
        stated: The hash that stands in it; empty for a table, whose rows are sealed one by one.
        found: The hash of the file as it is now.
        origin: What it was made from; None for a table, or where that cannot be read.
    """

    file: Path
    form: Form
    stated: str
    found: str
    origin: Origin | None

    @property
    def is_whole(self) -> bool:
        """Whether the file is as it was written."""
        return self.stated == self.found


def read_sealed(file: Path) -> SealedFile:
    """Look at a report and its seal.

    Raises:
        InputError: It cannot be read, is empty, is no report, or does not end in its seal.
    """
    try:
        with file.open("rb") as stream:
            form = _form_of(stream.read(_HEAD), file)
            if form is Form.CSV:
                _check_heads(stream, file)
                return SealedFile(file, form, "", "", None)
            place, stated = _place_of_hash(stream, form, file)
            return SealedFile(file, form, stated, _hash(stream, place), _origin(stream, place))
    except OSError as error:
        msg = f"cannot read {file}: {error.strerror}; give a report or a database"
        raise InputError(msg) from error


def is_database(file: Path) -> bool:
    """Whether a file is an SQLite database."""
    try:
        with file.open("rb") as stream:
            return stream.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def _form_of(head: bytes, file: Path) -> Form:
    if not head:
        msg = f"{file} is empty; {_AGAIN}"
        raise InputError(msg)
    if head.startswith(_ZIP) and README.encode() in head:
        msg = f"{file} is a bundle; unpack it, then check it with: sha256sum -c SHA256SUMS"
        raise InputError(msg)
    for form, (opening, ours) in _OPENINGS.items():
        if opening.match(head) and ours in head:
            return form
    msg = (
        f"{file} is no report of claimledger in HTML, Markdown, CSV or JSON, and no database; "
        "other forms carry no seal"
    )
    raise InputError(msg)


def _check_heads(stream: IO[bytes], file: Path) -> None:
    stream.seek(0)
    if not stream.readline(_HEAD).rstrip(b"\r\n").endswith(f",{COLUMN}".encode()):
        msg = f"{file} has no seal: an older claimledger wrote it, or it was saved anew; {_AGAIN}"
        raise InputError(msg)


def _place_of_hash(stream: IO[bytes], form: Form, file: Path) -> tuple[int, str]:
    """Find the hash: it stands before the fixed ending of the form, or there is none."""
    ending = ENDINGS[form].encode()
    room = len(HASH) + len(BLANK) + len(ending)
    size = stream.seek(0, 2)
    stream.seek(max(0, size - room))
    tail = stream.read()
    found = re.fullmatch(re.escape(HASH.encode()) + rb"([0-9a-f]{64})" + re.escape(ending), tail)
    if found is None:
        msg = (
            f"{file} does not end in its seal: half of it is missing, its end was changed, or an "
            f"older claimledger wrote it; {_AGAIN}"
        )
        raise InputError(msg)
    return size - len(BLANK) - len(ending), found[1].decode()


def _hash(stream: IO[bytes], place: int) -> str:
    """Give the SHA-256 of the file with the hash in it blanked."""
    checksum = hashlib.sha256()
    stream.seek(0)
    left = place
    while left > 0 and (chunk := stream.read(min(_AT_ONCE, left))):
        checksum.update(chunk)
        left -= len(chunk)
    stream.read(len(BLANK))
    checksum.update(BLANK.encode() + stream.read())
    return checksum.hexdigest()


def _origin(stream: IO[bytes], place: int) -> Origin | None:
    """Read what the report was made from; None where that was changed beyond reading."""
    start = max(0, place - _LONGEST_ORIGIN)
    stream.seek(start)
    before = stream.read(place - start)
    opening = before.rfind(b'{"made_from": ')
    if opening < 0:
        return None
    seal = before[opening:].decode("utf-8", "replace") + f'{BLANK}"}}'
    try:
        return origin_from(json.loads(seal)["made_from"])
    except (InputError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def data_of(sealed: SealedFile) -> Iterator[Iterator[tuple[str, Any]]]:
    """Read the data that a report in HTML or JSON carries, a thing at a time.

    Raises:
        InputError: While it is read: it is broken.
    """
    with sealed.file.open("rb") as raw:
        if sealed.form is Form.HTML:
            raw.seek(_place_of_data(raw))
        with TextIOWrapper(raw, encoding="utf-8", newline="") as stream:
            yield _told(read_fields(stream))


def _told(fields: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    try:
        yield from fields
    except UnicodeDecodeError as error:
        msg = "it is not UTF-8 any more"
        raise InputError(msg) from error


def _place_of_data(raw: IO[bytes]) -> int:
    """Find the first byte of the data of a page."""
    wanted = DATA.encode()
    held, begins = b"", 0
    while piece := raw.read(_AT_ONCE):
        begins += max(0, len(held) - len(wanted))
        held = held[-len(wanted) :] + piece
        place = held.find(wanted)
        if place >= 0:
            return begins + place + len(wanted)
    msg = "the page carries no data any more"
    raise InputError(msg)


def visible_lines(lines: Iterable[str], form: Form) -> Iterator[str]:
    """Give the lines of a report that stand before the data and the seal of it."""
    stop = _STOPS[form]
    for line in lines:
        if line.startswith(stop):
            return
        yield line
