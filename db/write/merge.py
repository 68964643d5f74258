"""What is known of an article, bettered field by field by what is read of it again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from claims.model import Article, Genre, KnownBy, Rendition

FIELDS: Final = (
    "title",
    "authors",
    "outlet",
    "genre",
    "published",
    "address",
    "language",
    "rendition",
)
"""What is known of an article, each by a way of its own."""


def merge_articles(stored: Article, new: Article) -> Article:
    """Take the surer value of each field, the newer one where both are known alike.

    A title from the user's options stays when the same file is added again without them.
    """
    won = [name for name in FIELDS if _wins(stored, new, name)]
    known: dict[str, KnownBy] = dict(stored.known_by)
    for name in won:
        known.pop(name, None)
        if name in new.known_by:
            known[name] = new.known_by[name]
    values: Mapping[str, Any] = {name: getattr(new, name) for name in won}
    return replace(
        stored,
        **values,
        known_by=known,
        file=stored.file or new.file,
        source=new.source or stored.source,
    )


def _wins(stored: Article, new: Article, name: str) -> bool:
    if _is_missing(new, name):
        return False
    if _is_missing(stored, name):
        return True
    return new.how_known(name).trust >= stored.how_known(name).trust


def _is_missing(article: Article, name: str) -> bool:
    """Whether a field says nothing: empty, unknown, or a default that nobody gave."""
    value = getattr(article, name)
    if value is None or value in ((), Genre.UNKNOWN):
        return True
    return value is Rendition.VERBATIM and name not in article.known_by


def changed_fields(stored: Article, merged: Article) -> tuple[str, ...]:
    """Name the fields whose value, or how it is known, changed."""
    changed = [
        name
        for name in FIELDS
        if getattr(stored, name) != getattr(merged, name)
        or stored.how_known(name) != merged.how_known(name)
    ]
    return tuple(changed if stored.file == merged.file else [*changed, "file"])
