"""What a page tells of its article in `meta` elements: OpenGraph, Dublin Core, and their kin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.model import KnownBy
from claims.read.page.tree import Element
from claims.read.page.words import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Named = dict[str, list[str]]
"""Contents of `meta` elements by name in lower case, in the order of the page."""

_OPEN_GRAPH: Final[Mapping[str, Sequence[str]]] = {
    "title": ("og:title", "twitter:title"),
    "authors": ("article:author", "og:article:author", "book:author"),
    "outlet": ("og:site_name",),
    "published": ("article:published_time", "og:article:published_time", "article:published"),
    "updated": ("article:modified_time", "og:updated_time", "og:article:modified_time"),
    "section": ("article:section", "og:article:section"),
    "language": ("og:locale",),
    "address": ("og:url",),
}
_DUBLIN_CORE: Final[Mapping[str, Sequence[str]]] = {
    "title": ("dc.title", "dcterms.title"),
    "authors": ("dc.creator", "dcterms.creator"),
    "outlet": ("dc.publisher", "dcterms.publisher"),
    "published": (
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.date",
        "dc.date",
        "dcterms.created",
        "dc.date.created",
    ),
    "updated": ("dcterms.modified", "dc.date.modified"),
    "section": ("dc.type", "dc.subject"),
    "language": ("dc.language", "dcterms.language"),
    "address": ("dc.identifier", "dcterms.identifier"),
}
_OTHERS: Final[Mapping[str, Sequence[str]]] = {
    "title": ("parsely-title", "sailthru.title", "headline", "hdl", "citation_title"),
    "authors": (
        "author",
        "byl",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "article.author",
    ),
    "outlet": ("publisher", "application-name", "source"),
    "published": (
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "publication_date",
        "date_published",
        "citation_publication_date",
        "ptime",
        "article_date_original",
        "date",
        "originalpublicationdate",
        "cxenseparse:recs:publishtime",
    ),
    "updated": ("lastmod", "last-modified", "moddate", "article.updated", "lastmodified", "utime"),
    "section": ("parsely-section", "section", "article.section", "category", "genre"),
    "language": ("language", "content-language"),
    "address": (),
}
SOURCES: Final = (
    (KnownBy.OPEN_GRAPH, _OPEN_GRAPH),
    (KnownBy.DUBLIN_CORE, _DUBLIN_CORE),
    (KnownBy.PAGE, _OTHERS),
)
"""The vocabularies, the surer first, with the names each uses for a field."""

_MOST: Final = 2_000
_LONGEST: Final = 2_000


def read_meta(root: Element) -> Named:
    """Gather the contents of `meta` elements under their names."""
    found: Named = {}
    for place, element in enumerate(root.iter("meta")):
        if place >= _MOST:
            break
        name = element.get("property") or element.get("name") or element.get("http-equiv") or ""
        content = clean(element.get("content"), _LONGEST)
        if content:
            found.setdefault(name.strip().lower().replace("dc:", "dc."), []).append(content)
    return found


def values_of(named: Named, names: Sequence[str]) -> list[str]:
    """Give what stands under the first of some names that is there."""
    return next((named[name] for name in names if name in named), [])
