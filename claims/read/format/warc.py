"""Web archives (WARC): each page or PDF file that a server sent is an article, of any number.

Pictures, scripts and answers that are no success are passed over. The day of capture is not the
day of publication. Pages that hold no article are counted, not told one by one: archives have many.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from email.message import Message
from importlib.metadata import version
from typing import Any, BinaryIO, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format.damage import refusing, show
from claims.read.format.draft import Draft, Part
from claims.read.format.encoded import decode_body
from claims.read.format.fact import make_facts, merge_facts
from claims.read.format.material import Material
from claims.read.format.registry import read_drafts
from claims.read.format.unpacked import Unpacked

VERSION: Final = "1"
LARGEST: Final = 32 * 1024 * 1024
"""The largest answer of a server that is read, in bytes."""

_READER: Final = f"warc/{VERSION} warcio/{version('warcio')}"
_REMEDY: Final = "make the archive again"
_NAMES: Final = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "application/pdf": "file.pdf",
}
_CHUNK: Final = 64 * 1024
_LONGEST_HEADER: Final = 256 * 1024
_LONGEST_NAME: Final = 200


# What it warns of is told by our own errors; it would print what the archive says.
logging.getLogger("warcio").setLevel(logging.CRITICAL)


class _Records(ArchiveIterator):  # type: ignore[misc]
    """The records of an archive that is unpacked already."""

    INC_RECORD = ""

    def __init__(self, stream: Unpacked) -> None:
        super().__init__(stream)
        self.reader = BufferedReader(stream, decomp_type=None)


def read(material: Material) -> Iterator[Draft | InputError]:
    """Read the articles of an archive in order, packed or not.

    Raises:
        InputError: It is damaged, from here on or at all.
    """
    with material.open() as file:
        yield from read_archive(material, file, None)


def read_archive(
    material: Material, file: BinaryIO, wanted: Collection[str] | None
) -> Iterator[Draft | InputError]:
    """Read the articles of an open archive.

    Args:
        material: The file that it stands in.
        file: The archive.
        wanted: The addresses of the pages to read; all where None.

    Raises:
        InputError: As for read.
    """
    tally = _Tally()
    for page in _pages(material, file, wanted):
        tally.pages += 1
        try:
            yield from _read(page)
        except InputError as error:
            tally.add(page.address, error)
    if tally.failed:
        yield InputError(tally.line())


@dataclass(frozen=True, slots=True)
class _Refused:
    """A page that cannot be unpacked; the archive goes on after it."""

    address: str
    error: InputError


@dataclass(slots=True)
class _Tally:
    """How many pages of an archive hold no article, and why the first of them does not."""

    pages: int = 0
    failed: int = 0
    first: str = ""

    def add(self, address: str | None, error: InputError) -> None:
        """Count a page that holds no article."""
        self.failed += 1
        self.first = self.first or f"{_shown(address)}: {error}"

    def line(self) -> str:
        """Say it in one line."""
        one = self.failed == 1
        counted = f"{self.failed:,} of {self.pages:,} pages {'holds' if one else 'hold'} no article"
        return f"{counted}; {'it is' if one else 'the first is'} {self.first}"


def _pages(
    material: Material, file: BinaryIO, wanted: Collection[str] | None
) -> Iterator[Material | _Refused]:
    """Take the pages out of an archive, one at a time."""
    stream = Unpacked(file)
    with refusing("a web archive", _REMEDY):
        records = iter(_Records(stream))
        while True:
            stream.allow(_LONGEST_HEADER)
            record = next(records, None)
            stream.allow(None)
            if record is None:
                return
            page = _page(material, record, wanted)
            if page is not None:
                yield page
            _drain(record.raw_stream)


def _drain(stream: Any) -> None:
    while stream.read(_CHUNK):
        pass


def _page(
    material: Material, record: Any, wanted: Collection[str] | None
) -> Material | _Refused | None:
    """Take a page or PDF file out of a record; None where it holds none."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    answer = record.http_headers
    told = Message()
    told["Content-Type"] = (answer or record.rec_headers).get_header("Content-Type") or ""
    name = _NAMES.get(told.get_content_type())
    if record.rec_type not in {"response", "resource"} or name is None:
        return None
    if answer is not None and not str(answer.get_statuscode()).startswith("2"):
        return None
    if wanted is not None and address not in wanted:
        return None
    charset = told.get_content_charset()
    body = _take(record.raw_stream)
    try:
        data = _content(record, body)
    except InputError as error:
        return _Refused(address, error)
    return material.part(name, data, address=address, charset=charset)


def _content(record: Any, body: bytes) -> bytes:
    """Give the body of an answer, unpacked; no more than a byte beyond what may be read.

    Raises:
        InputError: It is packed in a way that is not read here, or damaged.
    """
    headers = record.http_headers
    if headers is None:
        return body
    transfer = headers.get_header("Transfer-Encoding") or ""
    content = headers.get_header("Content-Encoding") or ""
    return decode_body(body, transfer, content, LARGEST)


def _take(stream: Any) -> bytes:
    body = bytearray()
    while len(body) <= LARGEST and (chunk := stream.read(_CHUNK)):
        body += chunk
    return bytes(body)


def _read(page: Material | _Refused) -> Iterator[Draft | InputError]:
    """Read a page with its address."""
    if isinstance(page, _Refused):
        raise page.error
    data = page.read(LARGEST)
    facts = make_facts({"address": page.address}, KnownBy.PAGE)
    part = Part.of(_shown(page.address), data)
    for draft in read_drafts(page):
        if isinstance(draft, InputError):
            raise draft
        known = merge_facts((draft.facts, facts))
        yield replace(draft, reader=f"{_READER} {draft.reader}", facts=known, part=part)


def _shown(address: str | None) -> str:
    return show(address or "a page without an address", _LONGEST_NAME)
