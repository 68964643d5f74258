"""Which reader a file gets: by what it holds first, by its suffix second, else as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Protocol, cast

from claims.errors import InputError
from claims.read.format.draft import Draft, Link
from claims.read.format.material import Material
from claims.read.format.unpacked import GZIP, unpack_head


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read.

    Args:
        name: The name of its module in this folder.
        called: What people call such a file.
        suffixes: Endings, in lower case, by which it is known where the content is silent.
        begins: What the first bytes look like, after white space and a byte order mark, in files
            that can be nothing else; None where only the suffix tells.
        needs: The libraries beyond the standard one, as they are imported.
        extra: The extra of this distribution that brings them; None where they always come.
        packed: Whether its files may be packed by gzip as a whole.
    """

    name: str
    called: str
    suffixes: frozenset[str]
    begins: re.Pattern[bytes] | None = None
    needs: tuple[str, ...] = ()
    extra: str | None = None
    packed: bool = False


class _Reader(Protocol):
    """What the module of a format offers."""

    def read(self, material: Material, /) -> Iterator[Draft | InputError]: ...


class _Directory(Protocol):
    """What the module of a format offers whose files name articles that stand elsewhere."""

    def read_links(self, material: Material, /) -> list[Link]: ...


def _headers(names: bytes) -> re.Pattern[bytes]:
    """Match lines of a mail's header, one of them of these names."""
    return re.compile(
        rb"(?:[A-Za-z][\w-]*:[^\n]*\n|[ \t][^\n]*\n)*?(?:%s)[\w-]*:" % names, re.IGNORECASE
    )


def _bundle(first: bytes) -> re.Pattern[bytes]:
    """Match a zip file whose first member begins like this, its name included."""
    return re.compile(rb"(?s)PK\x03\x04.{26}%s" % first)


def _xml(names: bytes) -> re.Pattern[bytes]:
    """Match XML whose first element has one of these names."""
    return re.compile(
        # Atomic groups: where a comment ends is not tried anew.
        rb"(?s)(?>(?>(?><\?.{0,500}?\?>|<!--.{0,2000}?-->|%s)\s*){0,5})<(?:%s)\b"
        # What it declares is for the reader to refuse.
        % (rb"<!DOCTYPE[^>\[]{0,200}(?:\[.{0,2000}?\]\s*)?>", names),
    )


PLAIN: Final = Format("plain", "text", frozenset({".txt", ".md", ".markdown"}))

PAGE: Final = Format(
    "page",
    "a web page",
    frozenset({".html", ".htm", ".xhtml", ".shtml"}),
    # A browser writes where it saved a page from into a comment of its own.
    re.compile(
        rb"(?>(?>(?><\?xml[^>]{0,300}>|<!--.{0,2000}?-->)\s*){0,5})"
        rb"<(?:!doctype\s+html|html|head|body)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    needs=("htmldate", "lxml", "trafilatura"),
)

FORMATS: Final[tuple[Format, ...]] = (
    Format("pdf", "a PDF file", frozenset({".pdf"}), re.compile(rb"%PDF-"), ("pypdf",)),
    Format(
        "epub",
        "an EPUB file",
        frozenset({".epub"}),
        _bundle(rb"mimetypeapplication/epub\+zip"),
        ("defusedxml",),
    ),
    Format(
        "odt",
        "an ODT file",
        frozenset({".odt"}),
        _bundle(rb"mimetypeapplication/vnd\.oasis\.opendocument\.text"),
        ("defusedxml",),
    ),
    Format(
        "wacz",
        "a WACZ file",
        frozenset({".wacz"}),
        re.compile(
            rb"(?s)PK\x03\x04.{26}(?:datapackage\.json|archive/[^/]{1,200}\.warc|pages/pages)"
        ),
        ("warcio",),
        "warc",
    ),
    Format(
        "warc",
        "a web archive",
        frozenset({".warc", ".warc.gz"}),
        re.compile(rb"WARC/[01]\.\d+\r?\n"),
        ("warcio",),
        "warc",
        packed=True,
    ),
    Format(
        "docx",
        "a DOCX file",
        frozenset({".docx", ".docm"}),
        re.compile(rb"(?s)PK\x03\x04.*?word/document\.xml"),
        ("defusedxml",),
    ),
    Format(
        "rtf",
        "an RTF file",
        frozenset({".rtf"}),
        re.compile(rb"\{\\rtf"),
        ("striprtf",),
        "rtf",
    ),
    Format(
        "feed",
        "a feed",
        frozenset({".rss", ".atom"}),
        _xml(rb"rss|feed|rdf:RDF"),
        ("feedparser", "defusedxml"),
        "feeds",
    ),
    Format(
        "sitemap",
        "a sitemap",
        frozenset(),
        _xml(rb"(?:\w+:)?(?:urlset|sitemapindex)"),
        ("defusedxml",),
        packed=True,
    ),
    Format(
        "mbox",
        "a mailbox",
        frozenset({".mbox", ".mbx"}),
        re.compile(rb"From \S[^\n]*\d\d:\d\d[^\n]*\n[\w-]+:"),
    ),
    Format("mhtml", "a saved page", frozenset({".mhtml", ".mht"}), _headers(b"Snapshot-Content-")),
    Format("mail", "a mail", frozenset({".eml"}), _headers(b"Message-ID|MIME-Version|Received")),
    Format("json_articles", "JSON", frozenset({".json", ".jsonl", ".ndjson"})),
    Format("csv_articles", "a table", frozenset({".csv", ".tsv"})),
    PAGE,
    PLAIN,
)
"""Every format, those first whose first bytes say most."""

DIRECTORIES: Final = frozenset({"feed", "sitemap"})
"""Formats whose files name articles that stand elsewhere."""

SUFFIXES: Final = frozenset(suffix for form in FORMATS for suffix in form.suffixes)
"""Endings, in lower case, by which an article is known inside a folder."""

_BLANK: Final = b" \t\r\n\f\v"
_MARK: Final = b"\xef\xbb\xbf"


def find_format(material: Material) -> Format:
    """Tell the format of a file.

    A page called story.txt is a page; a text called story.pdf is left to the PDF reader, which
    says what is wrong with it.

    Raises:
        InputError: It cannot be opened.
    """
    head = material.head().removeprefix(_MARK).lstrip(_BLANK)
    packed = head.startswith(GZIP)
    if packed:
        head = unpack_head(head)
    for form in FORMATS:
        if form.begins is not None and form.packed >= packed and form.begins.match(head):
            return form
    name = material.name.lower()
    return next((form for form in FORMATS if name.endswith(tuple(form.suffixes))), PLAIN)


def read_drafts(material: Material, form: Format | None = None) -> Iterator[Draft | InputError]:
    """Read the articles of a file, one after the other.

    Args:
        material: What to read.
        form: As what; None to find out.

    Returns:
        A draft for each article; an error, which names the part, for each part that gives none.

    Raises:
        InputError: The file cannot be read, from here on or at all.
    """
    reader = _load(form or find_format(material))
    yield from reader.read(material)


def read_links(material: Material) -> list[Link] | None:
    """Give the addresses of the articles that a file names; None where it is no such file.

    Raises:
        InputError: The file cannot be read.
    """
    form = find_format(material)
    if form.name not in DIRECTORIES:
        return None
    return cast("_Directory", _load(form)).read_links(material)


def get_format(name: str) -> Format | None:
    """Give a format by its name, None where there is no such reader."""
    return next((form for form in FORMATS if form.name == name), None)


def _load(form: Format) -> _Reader:
    """Import a reader; what it lacks is named with the command that installs it."""
    try:
        return cast("_Reader", import_module(f"claims.read.format.{form.name}"))
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in form.needs:
            raise
        what = f"claimledger[{form.extra}]" if form.extra else missing
        msg = f"it is {form.called}, which needs {missing}; install it with: pip install '{what}'"
        raise InputError(msg) from None
