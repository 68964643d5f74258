"""PDF files of the tests' own making: text at places of a page, in one standard font."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

Place: TypeAlias = tuple[float, float, float, str]
"""x, y and size in points, and the words."""

LEADING: Final = 14.0
SIZE: Final = 11.0


def make_pdf(pages: Sequence[Iterable[Place]], info: Mapping[str, str] | None = None) -> bytes:
    """Make a document whose pages draw words in the order given."""
    return assemble([draw(page) for page in pages], info)


def draw(page: Iterable[Place]) -> bytes:
    """Write the drawing of a page."""
    return b"\n".join(
        b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET" % (size, x, y, _escape(words))
        for x, y, size, words in page
    )


def assemble(
    drawings: Sequence[bytes], info: Mapping[str, str] | None = None, extra: bytes = b""
) -> bytes:
    """Put drawings together into a document; `extra` goes into the page's dictionary."""
    first = 5
    kids = b" ".join(b"%d 0 R" % (first + 2 * place) for place in range(len(drawings)))
    fields = b"".join(
        b"/%s (%s)" % (name.encode(), _escape(value)) for name, value in (info or {}).items()
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(drawings)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<<%s>>" % fields,
    ]
    for place, drawing in enumerate(drawings):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R%s>>" % (first + 2 * place + 1, extra),
            _stream(drawing),
        ]
    return number(objects)


def number(objects: Sequence[bytes], trailer: bytes = b"/Root 1 0 R/Info 4 0 R") -> bytes:
    """Write objects one after the other with the table of where they begin."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for place, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (place, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(data)


def column(lines: Iterable[str], x: float = 60.0, top: float = 760.0) -> list[Place]:
    """Set lines under one another."""
    return [(x, top - place * LEADING, SIZE, words) for place, words in enumerate(lines)]


def _stream(drawing: bytes) -> bytes:
    packed = zlib.compress(drawing)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)


def _escape(words: str) -> bytes:
    return b"".join(b"\\%03o" % code for code in words.encode("cp1252"))
