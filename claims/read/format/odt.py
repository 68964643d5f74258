"""Documents of LibreOffice and its kin (ODT): the text as it stands with all changes accepted.

Deleted passages, comments and footnotes are left out. What the file says of title and author is
believed only where the text says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format.bundle import Bundle, open_bundle
from claims.read.format.draft import Draft, Fact
from claims.read.format.fact import make_facts
from claims.read.format.markup import Grammar, read_paragraphs, read_words
from claims.read.format.material import SIZE_LIMIT, Material

VERSION: Final = "1"
_REMEDY: Final = "open it and save it again, or save its text as .txt"
_MAIN: Final = "content.xml"
_PROPERTIES: Final = "meta.xml"
_GRAMMAR: Final = Grammar(
    blocks=frozenset({"p", "h"}),
    marks={"tab": "\t", "line-break": "\n", "s": " "},
    skipped=frozenset(
        "tracked-changes annotation note scripts font-face-decls automatic-styles "
        "sequence-decls forms object desc title".split()
    ),
    rows=frozenset({"table-row"}),
)


def read(material: Material) -> Iterator[Draft]:
    """Read the one article of a document.

    Raises:
        InputError: It is damaged, encrypted, or unpacks to more than an article.
    """
    material.refuse_large(SIZE_LIMIT)
    with open_bundle(material, "an ODT file", _REMEDY) as bundle:
        _refuse_encrypted(bundle)
        paragraphs = read_paragraphs(bundle.chunks(_MAIN), _GRAMMAR)
        facts = _facts(bundle)
    yield Draft("\n\n".join(paragraphs), f"odt/{VERSION}", facts)


def _refuse_encrypted(bundle: Bundle) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in bundle and b"encryption-data" in bundle.read(manifest):
        msg = "it is an encrypted ODT file; save it again without a password"
        raise InputError(msg)


def _facts(bundle: Bundle) -> dict[str, Fact]:
    if _PROPERTIES not in bundle:
        return {}
    try:
        found = read_words(bundle.chunks(_PROPERTIES), ["title", "initial-creator", "creator"])
    except InputError:
        return {}
    names = found.get("initial-creator") or found.get("creator") or [""]
    title = found.get("title", [None])[0]
    stated = {"title": title, "authors": names[0] if " " in names[0] else None}
    return make_facts(stated, KnownBy.INFERRED)
