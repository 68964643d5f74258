"""Whether the days that an article gives for its own publication contradict each other.

JSON-LD, the line under the headline, the byline, the dateline, the address. A report may be
printed the day after its dateline, and the day in an address may be that of Greenwich: a day
between the two says nothing. Which of them is right is not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from claims.model import KnownBy

WHERE: Final[Mapping[KnownBy, str]] = {
    KnownBy.JSON_LD: "JSON-LD",
    KnownBy.OPEN_GRAPH: "OpenGraph",
    KnownBy.DUBLIN_CORE: "Dublin Core",
    KnownBy.PAGE: "on the page",
    KnownBy.FRONT_MATTER: "file header",
    KnownBy.TEXT: "article text",
}
"""Where a day stands, by how it is known; a day that is only inferred stands nowhere."""
BYLINE: Final = "byline"
DATELINE: Final = "dateline"
ADDRESS: Final = "address"
_LOOSE: Final = frozenset({DATELINE, ADDRESS})
_WHOLE: Final = len("2021-04-05")


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day that an article gives for its own publication.

    Args:
        day: Partial ISO.
        where: What gives it: "JSON-LD", "byline".
        in_utc: Whether it is that of Greenwich.
    """

    day: str
    where: str
    in_utc: bool = False


def clash_words(days: Iterable[OwnDay]) -> str | None:
    """Tell the days of an article where two of them contradict each other.

    "2021-04-05 (JSON-LD), 2021-03-01 (byline)".

    Args:
        days: The surest first.

    Returns:
        None where all may be one day.
    """
    told: list[OwnDay] = []
    for one in days:
        if not any(_may_be_one(one, other) for other in told):
            told.append(one)
    return ", ".join(f"{one.day} ({one.where})" for one in told) if len(told) > 1 else None


def _may_be_one(left: OwnDay, right: OwnDay) -> bool:
    """Whether two days may be one: the same, one a part of the other, or a day between them."""
    if left.day.startswith(right.day) or right.day.startswith(left.day):
        return True
    if {len(left.day), len(right.day)} != {_WHOLE}:
        return False
    loose = not _LOOSE.isdisjoint((left.where, right.where)) or left.in_utc or right.in_utc
    return loose and abs((_date(left) - _date(right)).days) <= 1


def _date(one: OwnDay) -> date:
    return date.fromisoformat(one.day)


def own_days(found: Sequence[tuple[str | None, str]]) -> list[OwnDay]:
    """Take the days that are there, each with where it stands."""
    return [OwnDay(day, where) for day, where in found if day]
