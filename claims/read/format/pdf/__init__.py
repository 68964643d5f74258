"""PDF files with a text layer, in the order in which people read them.

Columns one after the other, words parted at a line's end whole again, page numbers and running
heads off. A scan is refused: nothing here recognises letters in pictures. The day on which the
file was made is not the day of publication, and the title and author that a file states are
believed only where the text states none: they often name a template and its owner.
"""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import pypdf
from pypdf.errors import DependencyError

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format.damage import refusing
from claims.read.format.draft import Draft, Fact
from claims.read.format.fact import clean_words, make_facts
from claims.read.format.material import Material
from claims.read.format.pdf.line import Line, Piece, make_lines
from claims.read.format.pdf.margin import drop_margins
from claims.read.format.pdf.paragraph import make_paragraphs

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

VERSION: Final = "1"
MOST_PAGES: Final = 500
"""Pages above which a file is refused: an article of the news has a few."""
LONGEST_S: Final = 60.0
"""Seconds after which a file is given up."""

_LIMITS: Final[dict[str, Any]] = {
    "zlib_maximum_output_length": 32_000_000,
    "lzw_maximum_output_length": 32_000_000,
    "run_length_maximum_output_length": 32_000_000,
    "array_based_stream_maximum_output_length": 32_000_000,
    "stream_decoding_work_maximum_length": 64_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "page_tree_maximum_entries": 20_000,
    "jbig2dec_binary": None,
}
_READS: Final = 1000
_REMEDY: Final = "open it in a viewer and print it to PDF again, or save its text as .txt"
_UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"
_UNREADABLE_SHARE: Final = 0.2
_JUNK: Final = (".doc", ".docx", ".indd", ".qxd", ".qxp", ".pdf", ".rtf", ".odt", ".tmp", ".html")
_JUNK_STARTS: Final = ("microsoft word", "untitled", "layout 1", "slide 1", "print", "powerpoint")

# What it warns of is either harmless or told by our own errors.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(material: Material) -> Iterator[Draft]:
    """Read the one article of a PDF file.

    Raises:
        InputError: It is damaged, encrypted, a scan, or too long to be an article.
    """
    stream = _Timed(material.read(), LONGEST_S)
    with refusing("a PDF file", _REMEDY), pypdf.apply_configuration(**_LIMITS):
        document = _open(stream)
        pages = [_read_page(page, stream) for page in _pages(document)]
        facts = _facts(document)
    body = "\n\n".join(make_paragraphs(drop_margins(pages)))
    _refuse_unreadable(body, len(pages))
    yield Draft(body, f"pdf/{VERSION} pypdf/{pypdf.__version__}", facts)


class _Timed(io.BytesIO):
    """The bytes of a file that refuse to be read when their time is over.

    A damaged file can make the library read one stretch again and again.
    """

    def __init__(self, data: bytes, seconds: float) -> None:
        super().__init__(data)
        self._deadline = time.monotonic() + seconds
        self._reads = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self._reads += 1
        if not self._reads % _READS:
            self.check()
        return super().read(size)

    def check(self) -> None:
        """Refuse where the time is over, and at each read from then on.

        Raises:
            InputError: It is.
        """
        if time.monotonic() > self._deadline:
            self._reads = -1
            msg = f"it takes more than {LONGEST_S:.0f} seconds to read; {_REMEDY}"
            raise InputError(msg)


def _open(stream: _Timed) -> PdfReader:
    """Open a document; one that is locked without a password is opened."""
    document = pypdf.PdfReader(stream)
    if not document.is_encrypted:
        return document
    try:
        opened = document.decrypt("")
    except DependencyError:
        msg = (
            "it is an encrypted PDF file, which needs cryptography; "
            "install it with: pip install 'claimledger[pdf-aes]'"
        )
        raise InputError(msg) from None
    if not opened:
        msg = "it is an encrypted PDF file; open it with its password and print it to PDF again"
        raise InputError(msg)
    return document


def _pages(document: PdfReader) -> list[PageObject]:
    count = len(document.pages)
    if count > MOST_PAGES:
        msg = f"it has {count:,} pages, more than one article; split it, {MOST_PAGES} at most"
        raise InputError(msg)
    return list(document.pages)


def _read_page(page: PageObject, stream: _Timed) -> list[Line]:
    """Read the lines of a page; turned text, as of a watermark, is left out."""
    pieces: list[Piece] = []

    def watch(*_: Any) -> None:
        stream.check()

    def take(text: str, outer: Any, inner: Any, _font: Any, size: float) -> None:
        pieces.extend(_place(text, outer, inner, size))

    watch()
    page.extract_text(orientations=(0,), visitor_operand_before=watch, visitor_text=take)
    return make_lines(pieces)


def _place(text: str, outer: Any, inner: Any, size: float) -> Iterator[Piece]:
    """Say where on the page a run of text stands, and how large it is."""
    x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    height = abs(size * (inner[2] * outer[1] + inner[3] * outer[3])) or 1.0
    for row, part in enumerate(text.split("\n")):
        if part.strip():
            yield Piece(x, y - row * height * 1.2, height, part)


def _facts(document: PdfReader) -> dict[str, Fact]:
    """Give title and author where they look like such; less sure than what the text says."""
    stated = document.metadata
    title = clean_words(stated.title) if stated else None
    if title and (title.lower().startswith(_JUNK_STARTS) or title.lower().endswith(_JUNK)):
        title = None
    author = clean_words(stated.author) if stated else None
    names = author if author and " " in author else None
    return make_facts({"title": title, "authors": names}, KnownBy.INFERRED)


def _refuse_unreadable(body: str, pages: int) -> None:
    if not body.strip():
        msg = (
            f"it has no text in its {pages:,} page{'s'[: pages != 1]}: a scan, or pictures of "
            "words; recognise them first, for example with: ocrmypdf IN.pdf OUT.pdf"
        )
        raise InputError(msg)
    if body.count(_UNREADABLE) > _UNREADABLE_SHARE * len(body):
        msg = f"its fonts do not say which letters they hold; {_REMEDY}"
        raise InputError(msg)
