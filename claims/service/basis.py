"""Reading the claims of a text, on what is known of the articles that print it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claims.extract import Extraction, extract
from claims.model import Article, Sketch, Text
from claims.read import is_read, make_sketch, make_view


@dataclass(frozen=True, slots=True)
class Basis:
    """What an extraction, or the origin of its claims, rests on beside the text.

    Where it changes, the text is read and compared again. `is_read` says whether the rules read
    its language at all.
    """

    published: str | None
    authors: tuple[str, ...]
    outlets: tuple[str, ...]
    is_read: bool = True


def basis_of(articles: Iterable[Article]) -> Basis:
    """Take the earliest day of publication, every author and outlet of a text's articles."""
    found = list(articles)
    days = sorted(article.published for article in found if article.published)
    authors = sorted({author for article in found for author in article.authors})
    outlets = sorted({article.outlet for article in found if article.outlet})
    read = not found or any(is_read(article.language) for article in found)
    return Basis(days[0] if days else None, tuple(authors), tuple(outlets), read)


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read of one text: its claims, and its wording."""

    extraction: Extraction
    sketch: Sketch


def read_contents(text: Text, basis: Basis) -> Contents:
    """Parse a text: this takes a second, so it is done outside transactions.

    In a language that the rules do not read no claims are looked for.
    """
    view = make_view(text)
    if not basis.is_read:
        return Contents(Extraction((), (), {}), make_sketch(view))
    extraction = extract(view, published=basis.published, authors=basis.authors)
    return Contents(extraction, make_sketch(view))
