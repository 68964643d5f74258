"""An article as a reader found it, before the person and the text itself have their say."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from claims.model import Genre, KnownBy, Rendition

Fact: TypeAlias = tuple["str | tuple[str, ...] | Genre | Rendition", KnownBy]
"""The value of a field and how it is known."""


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of one article within a file of several.

    Args:
        name: What people find it by: "message 3", "line 12", a member's name.
        sha256: Of the bytes of the part alone, as they stand in the file.
        size: How many bytes.
    """

    name: str
    sha256: str
    size: int

    @classmethod
    def of(cls, name: str, data: bytes) -> Part:
        """Name and hash the bytes of a part."""
        return cls(name, hashlib.sha256(data).hexdigest(), len(data))


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a feed or a sitemap names.

    Args:
        address: As it is written there.
        facts: What is said there of the article, for where the article says nothing.
        is_list: Whether it is no article but another list of addresses.
    """

    address: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as a reader gives it.

    Args:
        body: The text, which claims will point into; never changed afterwards.
        reader: Name and version of what read it: "text/1", "pdf/1 pypdf/6.1.0".
        facts: Fields of the article that the file states, each with how it is known.
        encoding: How bytes became characters.
        part: Which part of the file it is; None where the file is one article.
        remarks: What else the file says of the article, for people: "updated", "partial".
    """

    body: str
    reader: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    encoding: str = "utf-8"
    part: Part | None = None
    remarks: Mapping[str, str] = field(default_factory=dict)
