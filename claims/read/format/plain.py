"""Text and Markdown, with YAML front matter where there is some."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.model import KnownBy
from claims.read.decode import decode, refuse_formats
from claims.read.format.draft import Draft
from claims.read.format.material import Material
from claims.read.front_matter import split_front_matter

VERSION: Final = "1"
_MARKDOWN: Final = frozenset({".md", ".markdown"})


def read(material: Material) -> Iterator[Draft]:
    """Read the one article of a text file.

    Raises:
        InputError: It is no text, is damaged, or its front matter is wrong.
    """
    data = material.read()
    refuse_formats(data)
    decoded, encoding = decode(data, material.charset)
    front = split_front_matter(decoded)
    name = "markdown" if material.suffix in _MARKDOWN else "text"
    facts = {field: (value, KnownBy.FRONT_MATTER) for field, value in front.fields.items()}
    yield Draft(front.body, f"{name}/{VERSION}", facts, encoding)
