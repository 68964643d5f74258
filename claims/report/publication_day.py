"""The day of an article where it stands somewhere, and where it is only inferred: never one day.

Whoever writes a table keeps the two apart; merged, nobody could tell them apart again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.model import KnownBy

if TYPE_CHECKING:
    from claims.report.view import Publication

_PRINTED: Final = (KnownBy.USER, KnownBy.FRONT_MATTER, KnownBy.PAGE, KnownBy.TEXT)


def known_day(article: Publication) -> str | None:
    """Give the day that an article bears; None where it is inferred or not known."""
    return article.published if article.published_known_by in _PRINTED else None


def inferred_day(article: Publication) -> str | None:
    """Give a day that is only inferred, or of which nobody knows how it is known."""
    return None if article.published_known_by in _PRINTED else article.published
