"""Sitemaps: lists of a site's pages, which hold no article; the pages are fetched on request.

What a news sitemap says of a page is data of the site, believed where the page itself says no
better. A day of change is not the day of publication: it only tells which page is the newest.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format.draft import Link
from claims.read.format.fact import make_facts
from claims.read.format.markup import parse_xml
from claims.read.format.material import Material
from claims.read.format.unpacked import Unpacked

VERSION: Final = "1"
MOST: Final = 50_000
"""How many addresses are taken from a sitemap: all that the protocol allows it."""

_LARGEST: Final = 50 * 1024 * 1024
_LONGEST: Final = 4_000
_CHUNK: Final = 64 * 1024
_DEEPEST: Final = 100
_LISTS: Final = {"sitemap"}
_PLACES: Final[Mapping[tuple[str, ...], str]] = {
    ("loc",): "address",
    ("lastmod",): "changed",
    ("news", "title"): "title",
    ("news", "publication_date"): "published",
    ("news", "publication", "name"): "outlet",
    ("news", "publication", "language"): "language",
}
"""Where in an entry a value stands: pictures and films have addresses and titles of their own."""


def read(material: Material) -> Iterator[InputError]:
    """Say what a sitemap names: there is no article in it.

    Raises:
        InputError: It is damaged, declares entities, or names nothing.
    """
    links = read_links(material)
    lists = sum(link.is_list for link in links)
    named = f"other sitemaps ({lists:,})" if lists else f"addresses ({len(links):,})"
    msg = f"it is a sitemap, which names {named} and holds no article; fetch them with: --follow"
    yield InputError(msg)


def read_links(material: Material) -> list[Link]:
    """Give the addresses that a sitemap names, the newest first, those without a day last.

    Raises:
        InputError: It is damaged, too large, declares entities, or names nothing.
    """
    target = _Entries()
    parse_xml(_chunks(material), target)
    found = sorted(target.found, key=lambda entry: entry.newest, reverse=True)
    if not found:
        msg = "it is a sitemap that names no address; look for another one in the site's robots.txt"
        raise InputError(msg)
    return [entry.link() for entry in found]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: its values by name, and whether it is another sitemap."""

    values: Mapping[str, str]
    is_list: bool

    @property
    def newest(self) -> str:
        """When it came, or changed; instants in one zone are told apart, others only by day."""
        return self.values.get("published") or self.values.get("changed") or ""

    def link(self) -> Link:
        """Give the address with what is said of its page."""
        said = {name: self.values.get(name) for name in ("title", "published", "language")}
        outlet = make_facts({"outlet": self.values.get("outlet")}, KnownBy.INFERRED)
        facts = {**outlet, **make_facts(said, KnownBy.PAGE)}
        return Link(self.values["address"], facts, is_list=self.is_list)


class _Entries:
    """Collects entries while a parser walks through a sitemap."""

    def __init__(self) -> None:
        self.found: list[_Entry] = []
        self._path: list[str] = []
        self._values: dict[str, str] = {}
        self._words: list[str] = []
        self._length = 0

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        self._path.append(tag.rpartition("}")[2])
        if len(self._path) > _DEEPEST:
            msg = f"its elements are nested more than {_DEEPEST} deep; it is no sitemap"
            raise InputError(msg)
        self._words, self._length = [], 0

    def data(self, text: str) -> None:
        if self._length < _LONGEST:
            self._words.append(text[:_LONGEST])
            self._length += len(text)

    def end(self, _tag: str) -> None:
        name = _PLACES.get(tuple(self._path[2:]))
        if name is not None:
            self._values.setdefault(name, "".join(self._words).strip())
        if len(self._path) == 2:
            self._keep(is_list=self._path[1] in _LISTS)
        self._path.pop()

    def close(self) -> None:
        """Nothing is left to do at the end."""

    def _keep(self, *, is_list: bool) -> None:
        if self._values.get("address") and len(self.found) < MOST:
            self.found.append(_Entry(self._values, is_list))
        self._values = {}


def _chunks(material: Material) -> Iterator[bytes]:
    """Give the bytes, unpacked where they are packed, and no more than a sitemap may have.

    Blanks before the declaration, which XML forbids and sites send, are taken off.
    """
    size = 0
    stream = Unpacked(io.BytesIO(material.read(_LARGEST)))
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > _LARGEST:
            msg = f"it unpacks to more than {_LARGEST // 2**20} MB, which no sitemap may have"
            raise InputError(msg)
        yield chunk.lstrip() if size == len(chunk) else chunk
