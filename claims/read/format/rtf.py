"""RTF documents: their text, without pictures, notes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Final

from striprtf.striprtf import font_table_group, rtf_to_text

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format.damage import refusing
from claims.read.format.draft import Draft
from claims.read.format.fact import make_facts
from claims.read.format.material import Material

VERSION: Final = "1"
_LARGEST: Final = 16 * 1024 * 1024
_REMEDY: Final = "open it and save its text as .txt"
_TITLE: Final = re.compile(r"\{\\title ([^{}\\]{1,500})\}")
_LONGEST_TABLE: Final = 96 * 1024
_LONGEST_ENTRY: Final = 8 * 1024
# The library looks for links and fonts by expressions that take quadratic time on one long line.
_FIELD: Final = re.compile(r"\\field(?![a-z])", re.IGNORECASE)
_BREAKS: Final = re.compile(r"\n{3,}")


def read(material: Material) -> Iterator[Draft]:
    """Read the one article of a document.

    Raises:
        InputError: It is no RTF, or is damaged.
    """
    data = material.read(_LARGEST)
    if not data.lstrip().startswith(b"{\\rtf"):
        msg = f"it is no RTF file; {_REMEDY}"
        raise InputError(msg)
    source = data.decode("latin-1").replace("\0", "")
    with refusing("an RTF file", _REMEDY):
        source = _within_bounds(source)
        text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
        body = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    title = _TITLE.search(source[:20_000])
    facts = make_facts({"title": title and title[1]}, KnownBy.INFERRED)
    reader = f"rtf/{VERSION} striprtf/{version('striprtf')}"
    yield Draft(_BREAKS.sub("\n\n", body.replace("\0", "")), reader, facts)


def _within_bounds(source: str) -> str:
    """Give the document without what takes the library too long; line ends in it mean nothing.

    A link then shows its words alone, without its address.
    """
    plain = _FIELD.sub(r"\\x", source).replace("{\\f", "\n{\\f")
    fonts = str(font_table_group(plain))  # type: ignore[no-untyped-call]
    longest = max(map(len, fonts.split("\n")))
    if len(fonts) > _LONGEST_TABLE or longest > _LONGEST_ENTRY:
        msg = f"it is an RTF file with too many fonts; {_REMEDY}"
        raise InputError(msg)
    return plain
