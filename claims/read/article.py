"""A file of text or Markdown becomes an article, each field from its surest source.

What the person says comes before the front matter, that before what the text says of itself, and
that before what is inferred. What nobody says stays unknown.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from claims.errors import InputError
from claims.model import Article, KnownBy, Source, Text
from claims.read.decode import decode, read_bytes
from claims.read.front_matter import split_front_matter
from claims.read.given import Given
from claims.read.metadata import Fact, read_metadata
from claims.read.outlet import find_outlet_by_address
from claims.read.view import make_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FIELDS: Final = (
    "title",
    "authors",
    "outlet",
    "published",
    "genre",
    "address",
    "language",
    "rendition",
)
"""The fields of an article that a source may fill."""

_MARKDOWN: Final = frozenset({".md", ".markdown"})
_HEAD: Final = 200_000
_TAIL: Final = 20_000
_NOTHING_GIVEN: Final = Given()


def read_file(path: Path, given: Given = _NOTHING_GIVEN) -> Article:
    """Read one article from a text or Markdown file.

    Args:
        path: The file.
        given: What the person adding it says about it.

    Raises:
        InputError: It is missing, unreadable, too large, empty, no text, damaged, or its front
            matter is wrong. The message begins with the path and ends with the remedy.
    """
    try:
        return _read(path, given)
    except InputError as error:
        msg = f"{path}: {error}"
        raise InputError(msg) from None


def _read(path: Path, given: Given) -> Article:
    """Read one article; messages do not name the path yet."""
    data = read_bytes(path)
    decoded, encoding = decode(data)
    front = split_front_matter(decoded)
    text = Text(front.body)
    stated = {name: (value, KnownBy.FRONT_MATTER) for name, value in front.fields.items()}
    facts = _choose((_from_person(given), stated, _from_text(text)))
    name = path.name.encode(errors="surrogateescape").decode(errors="replace")
    reader = "markdown/1" if path.suffix.lower() in _MARKDOWN else "text/1"
    source = Source(name, hashlib.sha256(data).hexdigest(), len(data), reader, encoding)
    values: dict[str, Any] = {field: value for field, (value, _) in facts.items()}
    known_by = {field: how for field, (_, how) in facts.items()}
    return Article(text, file=name, known_by=known_by, source=source, **values)


def _from_person(given: Given) -> dict[str, Fact]:
    """Give the fields that the person filled."""
    values = ((name, getattr(given, name)) for name in FIELDS)
    return {name: (value, KnownBy.USER) for name, value in values if value}


def _from_text(text: Text) -> Mapping[str, Fact]:
    """Give the fields that the text states; of a very long one only its ends are read."""
    if len(text.body) > _HEAD + _TAIL:
        text = Text(text.body[:_HEAD] + "\n\n" + text.body[-_TAIL:])
    return read_metadata(make_view(text))


def _choose(sources: Iterable[Mapping[str, Fact]]) -> dict[str, Fact]:
    """Take each field from the first source that has it; an address may tell the outlet."""
    chosen: dict[str, Fact] = {}
    for source in sources:
        chosen = {**source, **chosen}
    address = chosen.get("address")
    owner = find_outlet_by_address(str(address[0])) if address else None
    weak = "outlet" not in chosen or chosen["outlet"][1] is KnownBy.INFERRED
    if owner and weak:
        chosen["outlet"] = (owner, KnownBy.INFERRED)
    return chosen
