"""Books (EPUB): each section of prose is an article; a book of one section is one article.

Title, author, publisher and day are the publisher's own data. They are of the book: where it has
several sections, each takes its title from its own text.
"""

from __future__ import annotations

import html.entities
import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.decode import decode
from claims.read.format.bundle import Bundle, open_bundle
from claims.read.format.damage import show
from claims.read.format.draft import Draft, Fact, Part
from claims.read.format.fact import make_facts
from claims.read.format.markup import Grammar, read_elements, read_paragraphs, read_words
from claims.read.format.material import Material

VERSION: Final = "1"
_REMEDY: Final = "save the text of the articles as .txt"
_CONTAINER: Final = "META-INF/container.xml"
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html"})
_PROSE: Final = 60
_MOST_SECTIONS: Final = 2_000
_NAMED: Final = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_KEPT: Final = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_DECLARED: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_GRAMMAR: Final = Grammar(
    blocks=frozenset(
        "p h1 h2 h3 h4 h5 h6 div li ul ol blockquote section article header footer aside figure "
        "figcaption table hr dl dt dd pre body".split()
    ),
    marks={"br": "\n"},
    skipped=frozenset({"head", "script", "style", "nav", "svg", "math", "template"}),
    rows=frozenset({"tr"}),
    folds=True,
)


def read(material: Material) -> Iterator[Draft | InputError]:
    """Read the sections of a book that hold prose.

    Raises:
        InputError: It is damaged, locked, or has no sections.
    """
    with open_bundle(material, "an EPUB file", _REMEDY) as bundle:
        if "META-INF/encryption.xml" in bundle and "META-INF/rights.xml" in bundle:
            msg = f"it is an EPUB file that is locked by its seller; {_REMEDY}"
            raise InputError(msg)
        package = _find_package(bundle)
        facts = _facts(bundle, package)
        sections = [
            (name, found) for name in _sections(bundle, package) if (found := _read(bundle, name))
        ]
    yield from _drafts(sections, facts)


def _drafts(
    sections: list[tuple[str, list[str] | InputError]], facts: Mapping[str, Fact]
) -> Iterator[Draft | InputError]:
    """Make an article of each section, or one of the only section."""
    reader = f"epub/{VERSION}"
    shared = {name: fact for name, fact in facts.items() if name != "title"}
    for name, found in ((show(name), found) for name, found in sections):
        if isinstance(found, InputError):
            yield InputError(f"{name}: {found}")
            continue
        body = "\n\n".join(found)
        if len(sections) == 1:
            yield Draft(body, reader, facts)
        else:
            yield Draft(body, reader, shared, part=Part.of(name, body.encode(errors="replace")))


def _find_package(bundle: Bundle) -> str:
    """Find the file that lists the sections."""
    for _, root in read_elements(bundle.chunks(_CONTAINER), ["rootfile"]):
        if "full-path" in root:
            return root["full-path"]
    msg = f"it is an EPUB file that does not say where its text is; {_REMEDY}"
    raise InputError(msg)


def _sections(bundle: Bundle, package: str) -> list[str]:
    """List the members with text, in reading order, each once."""
    listed = read_elements(bundle.chunks(package), ["item", "itemref"])
    pages = {
        item["id"]: item["href"]
        for kind, item in listed
        if kind == "item"
        and {"id", "href"} <= item.keys()
        and item.get("media-type") in _PAGES
        and "nav" not in item.get("properties", "")
    }
    order = [item.get("idref", "") for kind, item in listed if kind == "itemref"]
    folder = posixpath.dirname(package)
    names = (posixpath.join(folder, unquote(pages[id_])) for id_ in order if id_ in pages)
    return list(dict.fromkeys(map(posixpath.normpath, names)))[:_MOST_SECTIONS]


def _read(bundle: Bundle, name: str) -> list[str] | InputError | None:
    """Read a section; None where it holds no prose: a cover, a table of contents."""
    try:
        paragraphs = read_paragraphs([_plain(bundle.read(name))], _GRAMMAR)
    except InputError as error:
        return error
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    return paragraphs if words >= _PROSE else None


def _plain(data: bytes) -> bytes:
    """Give a section in UTF-8, its named characters as numbers, without its declaration."""
    declared = re.match(rb"\s*<\?xml[^>]*encoding=[\"']([\w.-]{1,40})", data)
    text, _ = decode(data, declared.group(1).decode() if declared else None)
    return _NAMED.sub(_numbered, _DECLARED.sub("", text).encode())


def _numbered(match: re.Match[bytes]) -> bytes:
    name = match[1]
    code = html.entities.name2codepoint.get(name.decode())
    return match[0] if name in _KEPT or code is None else b"&#%d;" % code


def _facts(bundle: Bundle, package: str) -> dict[str, Fact]:
    """Give what the publisher says of the book."""
    found = read_words(
        bundle.chunks(package), ["title", "creator", "publisher", "date", "language", "source"]
    )
    stated = {
        "title": found.get("title", [None])[0],
        "authors": found.get("creator"),
        "outlet": found.get("publisher", [None])[0],
        "published": found.get("date", [None])[0],
        "language": found.get("language", [None])[0],
        "address": found.get("source", [None])[0],
    }
    return make_facts(stated, KnownBy.PAGE)
