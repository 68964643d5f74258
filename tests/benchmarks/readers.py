"""How many files a reader reads a second, beside the bare library that it rests on.

The files hold invented news of about 500 words each; the pages have the layouts that the evaluation
of pages has, but for the live blog. The bare library gives less: no byline, furniture, no bounds.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from textwrap import wrap
from typing import Any, Final

from defusedxml.ElementTree import fromstring
from pypdf import PdfReader
from striprtf.striprtf import rtf_to_text
from trafilatura import bare_extraction
from warcio.archiveiterator import ArchiveIterator

from claims.read.format import Draft, Material, read_drafts
from tests.benchmarks.corpus import Piece, invent
from tests.benchmarks.markdown import draw_table
from tests.benchmarks.timing import Measured, spend
from tests.evaluation.pages.layout import LAYOUTS, Story
from tests.read.format.pdf_maker import column, make_pdf
from tests.read.format.warc_maker import answer, packed
from tests.read.format.zip_maker import make_docx, make_epub, page, paragraph, run

_COLUMNS: Final = 84
_LINES: Final = 48
_LIVE: Final = "live blog"
"""The layout that takes a few paragraphs alone."""
_HEAD: Final = (
    "From: Ann Example <ann@example.org>\nMIME-Version: 1.0\nMessage-ID: <1@example.org>\n"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """Files of a format, and what reads them without this program.

    Args:
        name: What the row is called.
        suffix: What a file is called.
        files: The files; each holds one article, or all of them.
        library: What the bare reader is.
        bare: Reads one file.
    """

    name: str
    suffix: str
    files: tuple[bytes, ...]
    library: str
    bare: Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Read:
    """What reading files of a format took of the processor, ours and bare, round by round."""

    kind: str
    library: str
    articles: int
    ours: Measured
    bare: Measured


def measure_readers(articles: int, rounds: int) -> list[Read]:
    """Read so many articles in each format, ours and bare in turns."""
    pieces = invent(articles)
    return [_measure(kind, len(pieces), rounds) for kind in _kinds(pieces)]


def _measure(kind: Kind, articles: int, rounds: int) -> Read:
    def ours() -> None:
        found = sum(1 for file in kind.files for _ in _read(f"a{kind.suffix}", file))
        assert found == articles, f"{kind.name}: {found} articles of {articles}"

    def bare() -> None:
        for file in kind.files:
            kind.bare(file)

    ours()
    bare()
    spent: dict[Callable[[], None], list[float]] = {ours: [], bare: []}
    for turn in range(rounds):
        for action in (ours, bare) if turn % 2 else (bare, ours):
            spent[action].append(spend(action).processor_s)
    mine, theirs = (Measured(tuple(spent[action])) for action in (ours, bare))
    return Read(kind.name, kind.library, articles, mine, theirs)


def _read(name: str, data: bytes) -> Iterator[Draft]:
    return (one for one in read_drafts(Material(name, data=data)) if isinstance(one, Draft))


def _kinds(pieces: Sequence[Piece]) -> Iterator[Kind]:
    """Make the files of each format."""
    pages = [_page(piece, number) for number, piece in enumerate(pieces)]

    def kind(name: str, suffix: str, make: Callable[[Piece], bytes], *bare: Any) -> Kind:
        return Kind(name, suffix, tuple(map(make, pieces)), *bare)

    yield Kind("pages", ".html", tuple(pages), "trafilatura, with metadata", _bare_page)
    yield kind("PDF", ".pdf", _pdf, "pypdf", _bare_pdf)
    yield kind("DOCX", ".docx", _docx, "zipfile, ElementTree", _bare_zip)
    yield kind("EPUB", ".epub", _epub, "zipfile, ElementTree", _bare_zip)
    yield kind("mail", ".eml", _mail, "email", _bare_mail)
    yield kind("RTF", ".rtf", _rtf, "striprtf", _bare_rtf)
    lines = b"".join(map(_line, pieces))
    yield Kind("JSON Lines", ".jsonl", (lines,), "json", _bare_lines)
    records = packed(
        *(answer(f"https://example.org/{n}", one, "text/html") for n, one in enumerate(pages))
    )
    yield Kind(
        "web archive of the pages", ".warc.gz", (records,), "warcio, trafilatura", _bare_warc
    )


def _page(piece: Piece, number: int) -> bytes:
    """Set an article in one of the layouts."""
    told = Story(
        title=piece.title,
        authors=("Ann Example",),
        outlet=piece.outlet,
        host="news.example.org",
        day=piece.published,
        clock="10:00:00+00:00",
        updated=piece.published,
        section="World",
        lead=piece.title,
        caption="Boats in the harbour on Monday morning.",
        pull="We will stay until it is done.",
        paragraphs=tuple(piece.paragraphs),
    )
    layouts = [make for name, make in LAYOUTS.items() if name != _LIVE]
    return layouts[number % len(layouts)](told).encode()


def _pdf(piece: Piece) -> bytes:
    lines = [line for words in piece.paragraphs for line in (*wrap(words, _COLUMNS), "")]
    pages = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    return make_pdf([column(filter(None, one)) for one in pages], {"Title": piece.title})


def _docx(piece: Piece) -> bytes:
    return make_docx("".join(paragraph(run(words)) for words in piece.paragraphs))


def _epub(piece: Piece) -> bytes:
    return make_epub({"a.xhtml": page("".join(f"<p>{words}</p>" for words in piece.paragraphs))})


def _mail(piece: Piece) -> bytes:
    kind = "Content-Type: text/plain; charset=utf-8\n"
    return f"{_HEAD}Subject: {piece.title}\n{kind}\n{piece.body}\n".encode()


def _rtf(piece: Piece) -> bytes:
    body = "".join(f"{words}\\par\n" for words in piece.paragraphs)
    plain = body.encode("ascii", "replace").decode()
    return f"{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Arial;}}}}\\f0\n{plain}}}".encode()


def _line(piece: Piece) -> bytes:
    return json.dumps({"title": piece.title, "text": piece.body}).encode() + b"\n"


def _bare_page(data: bytes) -> object:
    return bare_extraction(data.decode(), with_metadata=True)


def _bare_pdf(data: bytes) -> object:
    return [one.extract_text() for one in PdfReader(io.BytesIO(data)).pages]


def _bare_zip(data: bytes) -> object:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = [name for name in file.namelist() if name.endswith((".xhtml", "document.xml"))]
        return ["".join(fromstring(file.read(name)).itertext()) for name in names]


def _bare_mail(data: bytes) -> object:
    return message_from_bytes(data).get_payload(decode=True)


def _bare_rtf(data: bytes) -> object:
    return rtf_to_text(data.decode())  # type: ignore[no-untyped-call]


def _bare_lines(data: bytes) -> object:
    return [json.loads(line) for line in data.splitlines()]


def _bare_warc(data: bytes) -> object:
    records = ArchiveIterator(io.BytesIO(data))
    return [_bare_page(record.content_stream().read()) for record in records]


def tell_readers(found: Sequence[Read]) -> Iterator[str]:
    """Write down how many articles each reader reads a second of one core."""
    if not found:
        return
    yield "## Readers"
    yield (
        f"{found[0].articles} invented articles of about 500 words in each format, read by one\n"
        "process before any claim is looked for: articles a second of the processor's time. The\n"
        "pages have nine layouts. The bare library gives less: see tests/benchmarks/readers.py.\n"
        f"Rounds: {len(found[0].ours.times_s)}."
    )
    yield draw_table(
        ("format", "best", "median", "bare, best", "bare, median", "times bare", "bare library"),
        [
            (
                one.kind,
                *_rates(one.articles, one.ours),
                *_rates(one.articles, one.bare),
                f"{one.ours.ratio_to(one.bare).median_s:.1f}",
                one.library,
            )
            for one in found
        ],
    )


def _rates(articles: int, measured: Measured) -> tuple[str, str]:
    return f"{articles / measured.minimum_s:,.0f}", f"{articles / measured.median_s:,.0f}"
