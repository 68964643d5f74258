"""Feeds (RSS, Atom): each entry that holds its article is one; the others are only addresses.

The feed's own words about an entry are page data. A day of change is not the day of publication.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, Final

import feedparser

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format.damage import refusing, show
from claims.read.format.draft import Draft, Fact, Link, Part
from claims.read.format.fact import make_facts
from claims.read.format.fragment import is_markup, read_fragment
from claims.read.format.markup import read_elements
from claims.read.format.material import Material

VERSION: Final = "1"
_LARGEST: Final = 16 * 1024 * 1024
_LARGEST_DAMAGED: Final = 512 * 1024
_REMEDY: Final = "save the feed again"
_LONGEST_DECLARATION: Final = 300
_SHORTEST: Final = 60
_CHUNK: Final = 64 * 1024


def read(material: Material) -> Iterator[Draft | InputError]:
    """Read the entries of a feed in its order.

    Raises:
        InputError: It is no feed, is damaged beyond reading, or declares entities.
    """
    feed = _parse(material)
    shared = _shared(feed)
    for number, entry in enumerate(feed.entries, start=1):
        yield _read(f"entry {number:,}", entry, shared)


def read_links(material: Material) -> list[Link]:
    """Give the addresses of the articles that a feed names, as it writes them.

    Raises:
        InputError: As for read.
    """
    feed = _parse(material)
    shared = _shared(feed)
    found = ((str(entry.get("link") or "").strip(), entry) for entry in feed.entries)
    return [Link(address, _said(entry, shared)) for address, entry in found if address]


def _said(entry: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Fact]:
    """Give what the feed says of an article that stands elsewhere."""
    return {name: fact for name, fact in _facts(entry, shared).items() if name != "address"}


def _shared(feed: Any) -> dict[str, Any]:
    return {"outlet": feed.feed.get("title"), "language": feed.feed.get("language")}


def _parse(material: Material) -> Any:
    """Parse a feed of at least one entry."""
    data = _part_declaration(material.read(_LARGEST))
    _refuse_hostile(data)
    with refusing("a feed", _REMEDY):
        # Bytes or words would be taken for the name of a file or an address.
        feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        msg = f"it is no feed with entries; {_REMEDY}"
        raise InputError(msg)
    return feed


def _part_declaration(data: bytes) -> bytes:
    """End the line after the declaration, or the library takes quadratic time on it.

    Raises:
        InputError: The declaration has no end.
    """
    if data.startswith(b"<?") and b"?>" not in data[:_LONGEST_DECLARATION]:
        msg = f"its XML declaration has no end; {_REMEDY}"
        raise InputError(msg)
    return data.replace(b"?>", b"?>\n", 1)


def _refuse_hostile(data: bytes) -> None:
    """Refuse entities and deep nesting before the lenient parser sees them.

    A feed that is no XML at all is left to it, up to a length: it takes its time with those.
    """
    chunks = (data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK))
    try:
        read_elements(chunks, ())
    except InputError as error:
        if "damaged" not in str(error) or len(data) > _LARGEST_DAMAGED or b"<!ENTITY" in data:
            raise


def _read(name: str, entry: Mapping[str, Any], shared: Mapping[str, Any]) -> Draft | InputError:
    facts = _facts(entry, shared)
    content = _content(entry)
    body = read_fragment(content) if is_markup(content) else content.strip()
    if len(body.split()) < _SHORTEST and not entry.get("content"):
        where = (
            f"; --follow fetches its article from {show(str(facts['address'][0]))}"
            if "address" in facts
            else ""
        )
        return InputError(f"{name}: the feed holds no more than a teaser of it{where}")
    if not body:
        return InputError(f"{name}: it is empty")
    part = Part.of(name, content.encode(errors="replace"))
    return Draft(body, f"feed/{VERSION} feedparser/{feedparser.__version__}", facts, part=part)


def _content(entry: Mapping[str, Any]) -> str:
    """Give the longest text of an entry: its content, else its summary."""
    texts = [str(part.get("value", "")) for part in entry.get("content") or ()]
    return max([*texts, str(entry.get("summary") or "")], key=len)


def _facts(entry: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Fact]:
    """Give what the feed says of an entry; of the outlet it only suggests the name."""
    title = str(entry.get("title") or "")
    stated = {
        "title": read_fragment(title) if is_markup(title) else title,
        "authors": [author.get("name") for author in entry.get("authors") or ()],
        "published": entry.get("published"),
        "address": entry.get("link"),
        "language": shared["language"],
    }
    outlet = make_facts({"outlet": shared["outlet"]}, KnownBy.INFERRED)
    return {**outlet, **make_facts(stated, KnownBy.PAGE)}
