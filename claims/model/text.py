"""Texts and articles: what was published, where, and how each thing is known."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claims.errors import InputError


class Genre(StrEnum):
    """What sort of article it is."""

    NEWS = "news"
    OPINION = "opinion"
    EDITORIAL = "editorial"
    AGENCY = "agency"
    STATEMENT = "statement"
    UNKNOWN = "unknown"


class Rendition(StrEnum):
    """Whether the stored wording is the outlet's own."""

    VERBATIM = "verbatim"
    DIGEST = "digest"
    TRANSLATION = "translation"


class KnownBy(StrEnum):
    """How a piece of metadata is known, least sure first; a surer one replaces a less sure one.

    PAGE is what a page prints of itself or tells in words of its own; the three after it are
    vocabularies in which pages tell machines of their article.
    """

    UNKNOWN = "unknown"
    INFERRED = "inferred"
    TEXT = "text"
    PAGE = "page"
    DUBLIN_CORE = "dublin_core"
    OPEN_GRAPH = "open_graph"
    JSON_LD = "json_ld"
    FRONT_MATTER = "front_matter"
    USER = "user"

    @property
    def trust(self) -> int:
        """The place in the order above: 0 for unknown, higher is surer."""
        return list(KnownBy).index(self)


def fingerprint(*parts: str) -> str:
    """Give the SHA-256 of the parts, in hexadecimal: the identity of whatever they describe.

    The parts are joined by a character that no text may hold, so ("a", "bc") and ("ab", "c")
    differ.
    """
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of code points of one text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            msg = f"a span must run forwards and hold a character, not {self.start}..{self.end}"
            raise ValueError(msg)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Text:
    """The body a reader gave: decoded, newlines untouched, without front matter.

    Raises:
        InputError: The body is empty, or holds NUL or a lone surrogate, which no database keeps.
    """

    body: str
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if not self.body.strip():
            msg = "there is no text in it"
            raise InputError(msg)
        if "\0" in self.body:
            msg = f"it holds a NUL character (at {self.body.index(chr(0))}): not a text file"
            raise InputError(msg)
        try:
            encoded = self.body.encode()
        except UnicodeEncodeError as error:
            msg = f"it holds a lone surrogate (at {error.start}): save it again as UTF-8"
            raise InputError(msg) from None
        object.__setattr__(self, "id", hashlib.sha256(encoded).hexdigest())


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes a text came from: where, how many, their hash, and who read them.

    Args:
        remarks: What else they say of the article, in words for people, by a word of its own:
            "updated", "dates" (where they tell two), "partial", "encoding".
    """

    file: str | None
    sha256: str
    size: int
    reader: str
    encoding: str
    remarks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """One publication of one text.

    Args:
        text: What was published.
        title: The headline, None where unknown. The same goes for every field with None.
        authors: Names as printed, in order; empty where unknown.
        published: The day as printed, ISO 8601 and possibly partial: "2021-04-05", "2017-04".
        address: Where it was published (a URL), None for a file of unknown origin.
        file: The name of the file it was read from, without folders.
        known_by: How each filled field is known, by field name.
        source: The bytes it came from; None for an article that was made by hand.
    """

    text: Text
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    genre: Genre = Genre.UNKNOWN
    published: str | None = None
    address: str | None = None
    file: str | None = None
    language: str | None = None
    rendition: Rendition = Rendition.VERBATIM
    known_by: Mapping[str, KnownBy] = field(default_factory=dict)
    source: Source | None = None

    @property
    def id(self) -> str:
        """The identity of this publication: its text together with its address or file name."""
        return fingerprint("article", self.text.id, self.address or self.file or "")

    def how_known(self, name: str) -> KnownBy:
        """Say how a field is known; unknown where nothing was recorded."""
        return self.known_by.get(name, KnownBy.UNKNOWN)
