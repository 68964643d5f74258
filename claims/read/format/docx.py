"""Documents of Word: the text as it stands with all changes accepted.

Deleted and hidden passages, comments, footnotes, headers and footers are left out. What the file
says of title and author is believed only where the text says nothing: it often names a template.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format.bundle import Bundle, open_bundle
from claims.read.format.draft import Draft, Fact
from claims.read.format.fact import make_facts
from claims.read.format.markup import Grammar, read_elements, read_paragraphs, read_words
from claims.read.format.material import SIZE_LIMIT, Material

VERSION: Final = "1"
_REMEDY: Final = "open it and save it again, or save its text as .txt"
_MAIN: Final = "word/document.xml"
_LINKS: Final = "_rels/.rels"
_PROPERTIES: Final = "docProps/core.xml"
_GRAMMAR: Final = Grammar(
    blocks=frozenset({"p"}),
    words=frozenset({"t"}),
    marks={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    skipped=frozenset({"del", "moveFrom", "Fallback", "pPr", "sectPr", "tblPr"}),
    rows=frozenset({"tr"}),
    hider="vanish",
    run="r",
)


def read(material: Material) -> Iterator[Draft]:
    """Read the one article of a document.

    Raises:
        InputError: It is damaged, encrypted, or unpacks to more than an article.
    """
    material.refuse_large(SIZE_LIMIT)
    with open_bundle(material, "a DOCX file", _REMEDY) as bundle:
        paragraphs = read_paragraphs(bundle.chunks(_find_main(bundle)), _GRAMMAR)
        facts = _facts(bundle)
    yield Draft("\n\n".join(paragraphs), f"docx/{VERSION}", facts)


def _find_main(bundle: Bundle) -> str:
    """Find the part with the text: where Word puts it, or where the file says it is."""
    if _MAIN in bundle or _LINKS not in bundle:
        return _MAIN
    links = read_elements(bundle.chunks(_LINKS), ["Relationship"])
    for _, link in links:
        if link.get("Type", "").endswith("/officeDocument"):
            return link.get("Target", "").lstrip("/")
    return _MAIN


def _facts(bundle: Bundle) -> dict[str, Fact]:
    if _PROPERTIES not in bundle:
        return {}
    try:
        found = read_words(bundle.chunks(_PROPERTIES), ["title", "creator"])
    except InputError:
        return {}
    first = {name: words[0] for name, words in found.items()}
    author = first.get("creator", "")
    stated = {"title": first.get("title"), "authors": author if " " in author else None}
    return make_facts(stated, KnownBy.INFERRED)
