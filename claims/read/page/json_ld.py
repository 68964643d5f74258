"""What a page tells machines of its article in JSON-LD, by the vocabulary of schema.org.

Of several articles the one of this page is taken, never one of a list of others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from claims.model import Genre
from claims.read.page.person import read_names
from claims.read.page.stamp import Stamp, read_stamp
from claims.read.page.terms import article_types, genre_of_type
from claims.read.page.tree import Element, text_of
from claims.read.page.words import clean

_LONGEST: Final = 4_000_000
_MOST_SCRIPTS: Final = 40
_MOST_NODES: Final = 2_000
_DEEPEST: Final = 6
_LONGEST_BODY: Final = 2_000_000
_PLACES: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")


@dataclass(frozen=True, slots=True)
class Told:
    """What the data of a page tells of its article; None and empty where it does not."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    outlet: str | None = None
    published: Stamp | None = None
    updated: Stamp | None = None
    genre: Genre | None = None
    sections: tuple[str, ...] = ()
    language: str | None = None
    address: str | None = None
    is_free: bool = True
    words: int | None = None
    body: str | None = None
    entries: tuple[Told, ...] = ()
    is_live: bool = False
    corrections: tuple[str, ...] = ()


def read_json_ld(root: Element) -> Told | None:
    """Read the article's own node; None where the page has none."""
    heading = next((text_of(one) for one in root.iter("h1")), "")
    nodes = [node for data in _scripts(root) for node in _articles(data)]
    if not nodes:
        return None
    order = {name: place for place, name in enumerate(article_types())}

    def worth(node: dict[str, Any]) -> tuple[bool, bool, int]:
        title = clean(node.get("headline")) or clean(node.get("name"))
        return (
            title != heading,
            not title,
            min(order[one] for one in _types(node) if one in order),
        )

    return _read(min(nodes, key=worth))


def _scripts(root: Element) -> Iterator[Any]:
    """Parse the scripts of data; what is no JSON is passed over."""
    found = 0
    for script in root.iter("script"):
        kind = (script.get("type") or "").partition(";")[0].strip().lower()
        source = script.text or ""
        if kind != "application/ld+json" or len(source) > _LONGEST:
            continue
        found += 1
        if found > _MOST_SCRIPTS:
            return
        try:
            yield json.loads(_bare(source), strict=False)
        except (ValueError, RecursionError):
            continue


def _bare(source: str) -> str:
    """Take off what older systems wrap data in, and the semicolon of a programmer."""
    bare = source.strip().removeprefix("<!--").removesuffix("-->").strip()
    bare = bare.removeprefix("//<![CDATA[").removesuffix("//]]>").strip()
    return bare.rstrip(";")


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    """Give the nodes of articles at the top and where a page puts its main thing."""
    waiting = [(data, 0)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node, depth = waiting.pop(0)
        if isinstance(node, list) and depth < _DEEPEST:
            waiting += [(one, depth + 1) for one in node]
        elif isinstance(node, dict):
            if set(_types(node)) & set(article_types()):
                yield node
            elif depth < _DEEPEST:
                waiting += [(node[place], depth + 1) for place in _PLACES if place in node]


def _types(node: dict[str, Any]) -> list[str]:
    said = node.get("@type")
    names = said if isinstance(said, list) else [said]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def _read(node: dict[str, Any], *, deeper: bool = True) -> Told:
    types = _types(node)
    people, bodies = _authors(node)
    body = node.get("articleBody")
    entries = node.get("liveBlogUpdate")
    return Told(
        title=clean(node.get("headline")) or clean(node.get("name")),
        authors=people,
        bodies=bodies,
        outlet=_name(_first(node.get("publisher")))
        or _name(_first(node.get("sourceOrganization"))),
        published=read_stamp(node.get("datePublished")) or read_stamp(node.get("dateCreated")),
        updated=read_stamp(node.get("dateModified")),
        genre=next((genre_of_type()[one] for one in types if one in genre_of_type()), None),
        sections=_strings(node.get("articleSection")) + _strings(node.get("genre")),
        language=clean(_named(node.get("inLanguage"), "alternateName"), 20),
        address=_address(node),
        is_free=str(node.get("isAccessibleForFree", True)).lower()
        not in {"false", "http://schema.org/false"},
        words=_count(node.get("wordCount")),
        body=body if isinstance(body, str) and len(body) <= _LONGEST_BODY else None,
        entries=tuple(_read(one, deeper=False) for one in _dicts(entries)) if deeper else (),
        is_live="LiveBlogPosting" in types,
        corrections=_corrections(node.get("correction")),
    )


def _authors(node: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give persons and bodies apart; words without a type are taken for persons."""
    said = node.get("author") or node.get("creator")
    items = said if isinstance(said, list) else [said]
    people: list[str] = []
    bodies: list[str] = []
    for item in items[:50]:
        name = _name(item)
        if name is None:
            continue
        is_body = isinstance(item, dict) and any("Organi" in one for one in _types(item))
        (bodies if is_body else people).append(name)
    outlet = _name(_first(node.get("publisher")))
    return read_names(people, besides=[*bodies, *([outlet] if outlet else [])]), tuple(bodies)


def _name(value: Any) -> str | None:
    """Give the name of a thing that is told by its name or as a node."""
    named = value.get("name") if isinstance(value, dict) else value
    return clean(_first(named), 200)


def _named(value: Any, field: str) -> Any:
    return (value.get(field) or value.get("name")) if isinstance(value, dict) else _first(value)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _strings(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(words for item in items[:20] if (words := clean(item, 100)))


def _corrections(value: Any) -> tuple[str, ...]:
    """Give the words of notes that are told as such, or as nodes of them; addresses are none."""
    items = value if isinstance(value, list) else [value]
    told = (item.get("text") if isinstance(item, dict) else item for item in items[:20])
    found = (clean(words, 1_000) for words in told)
    return tuple(words for words in found if words and " " in words)


def _dicts(value: Any) -> list[dict[str, Any]]:
    return (
        [one for one in value[:2_000] if isinstance(one, dict)] if isinstance(value, list) else []
    )


def _address(node: dict[str, Any]) -> str | None:
    page = _first(node.get("mainEntityOfPage"))
    said = page.get("@id") if isinstance(page, dict) else page
    return clean(node.get("url"), 2_000) or clean(said, 2_000)


def _count(value: Any) -> int | None:
    words = str(value).strip()
    return int(words) if words.isascii() and words.isdigit() and len(words) < 7 else None
