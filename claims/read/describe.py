"""What was read of an article, field by field, and the option that fills each gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.model import Genre, KnownBy
from claims.read.language import is_read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.model import Article

_OPTIONS: Final[Mapping[str, str]] = {
    "title": '--title "Words of the headline"',
    "authors": '--author "Name of the author"',
    "outlet": '--outlet "Name of the outlet"',
    "published": "--published 2021-04-05",
    "genre": "--genre opinion",
}
_EXTRAS: Final = ("language", "rendition", "address")


@dataclass(frozen=True, slots=True)
class Reading:
    """One field of an article as it was read.

    Args:
        value: For people; None where unknown.
        option: What to add to the command to fill the gap, with an example; None where there is
            no gap.
    """

    field: str
    value: str | None
    known_by: KnownBy
    option: str | None = None


def describe(article: Article) -> list[Reading]:
    """Say what was read of an article: every field a person should check, known or not.

    Returns:
        Title, authors, outlet, published and genre always, then language, rendition and address
        where something filled them.
    """
    fields = [_describe(article, name) for name in _OPTIONS]
    return fields + [_describe(article, name) for name in _EXTRAS if name in article.known_by]


def remarks(article: Article) -> dict[str, str]:
    """Give what else a person should know of an article, in words, by a word of its own."""
    found = dict(article.source.remarks) if article.source else {}
    if not is_read(article.language):
        found["not read"] = (
            f"no claims are looked for in {article.language!r}; it is kept, found by search, and "
            "claims can be recorded by hand: claims record"
        )
    return found


def _describe(article: Article, name: str) -> Reading:
    """Say what was read of one field."""
    value = getattr(article, name)
    if not value or value is Genre.UNKNOWN:
        return Reading(name, None, KnownBy.UNKNOWN, _OPTIONS.get(name))
    words = ", ".join(value) if isinstance(value, tuple) else str(value)
    return Reading(name, words, article.how_known(name))
