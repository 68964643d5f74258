"""When what is counted was, as exactly as the statements say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.model import AsOf, Claim

_PUBLISHED: Final = "published"
_UNKNOWN: Final = "unknown"
_PRECISIONS: Final = ((1, 1), (6, 2), (7, 3), (31, 4))
"""Days that an interval has at most, and how exact that is."""
_VAGUEST: Final = 5


@dataclass(frozen=True, slots=True)
class When:
    """From the first to the last day; empty where open or unknown."""

    first: str = ""
    last: str = ""

    @property
    def precision(self) -> int | str:
        """How exact it is: 1 a day, 2 up to 6 days, 3 a week, 4 up to 31, 5 more."""
        if not self.first or not self.last:
            return ""
        days = (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days + 1
        return next((grade for most, grade in _PRECISIONS if days <= most), _VAGUEST)

    @property
    def year(self) -> str:
        """The year, where it lies in one."""
        year = self.first[:4]
        return year if year == self.last[:4] else ""


def is_of_publication(as_of: AsOf) -> bool:
    """Whether a time is only that of publication: no words name it, and no person gave it."""
    return as_of.known_by == _PUBLISHED


def when_of(claims: Iterable[Claim], *, is_inferred: bool) -> When:
    """Span the days of some statements; an end that one leaves open stays open.

    Args:
        claims: The statements.
        is_inferred: Whether to take the days that are only those of publication, or those that the
            words name or a person gave.
    """
    known = (claim.scope.as_of for claim in claims if claim.scope.as_of.known_by != _UNKNOWN)
    times = [time for time in known if is_of_publication(time) is is_inferred]
    firsts = [time.earliest for time in times]
    lasts = [time.latest for time in times]
    first = "" if None in firsts else min(map(str, firsts), default="")
    last = "" if None in lasts else max(map(str, lasts), default="")
    return When(first, last)
