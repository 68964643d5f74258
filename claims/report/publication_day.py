"""The day of an article where it stands somewhere, and where it is only inferred: never one day.

Whoever writes a table keeps the two apart; merged, nobody could tell them apart again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.model import KnownBy

if TYPE_CHECKING:
    from claims.report.view import Publication

_NOT_PRINTED: Final = (KnownBy.INFERRED, KnownBy.UNKNOWN)


def known_day(article: Publication) -> str | None:
    """Give the day that an article bears; None where it is inferred or not known."""
    return None if article.published_known_by in _NOT_PRINTED else article.published


def inferred_day(article: Publication) -> str | None:
    """Give a day that is only inferred, or of which nobody knows how it is known."""
    return article.published if article.published_known_by in _NOT_PRINTED else None
