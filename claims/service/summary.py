"""What became of many articles, counted, with what gave none grouped by why.

However many there are, only the counts are kept, and of each reason the first few files.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from claims.model import Address

if TYPE_CHECKING:
    from claims.service.added import Added

FATES: Final = ("added", "updated", "unchanged", "skipped", "failed")
"""All that may become of an article, in the order in which it is told."""

_NAMED: Final = 3
_MOST_REASONS: Final = 40
_OTHER: Final = "for other reasons"
_PART: Final = re.compile(
    r"(?:\w+ \d[\d,]*|(?:\w+ \d[\d,]*, )?attachment [^:]{1,120}|\S+): ", re.DOTALL
)
_ASIDE: Final = re.compile(r" \([^()]*\)")
_NUMBER: Final = re.compile(r"\d[\d,.]*")


@dataclass(slots=True)
class Group:
    """Articles of one fate, for one reason.

    Args:
        fate: "added", "updated", "unchanged", "skipped" or "failed".
        why: The reason; "…" for a number that is not the same in all; None where there is nothing
            to explain.
        count: How many articles.
        places: The first few files, addresses and parts of files, each once.
        places_in_all: How many there are.
    """

    fate: str
    why: str | None = None
    count: int = 0
    places: list[str] = field(default_factory=list)
    places_in_all: int = 0
    _last: str | None = None

    def add(self, place: str) -> None:
        """Count an article; those of one place come one after the other."""
        self.count += 1
        if place == self._last:
            return
        self._last = place
        self.places_in_all += 1
        if len(self.places) < _NAMED:
            self.places.append(place)


class Summary:
    """What became of all articles so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.counts: Counter[str] = Counter()
        self.alone = True
        self._groups: dict[tuple[str, str], Group] = {}

    def add(self, added: Added) -> None:
        """Count an article."""
        self.counts[added.outcome] += 1
        self.alone = self.alone and added.alone
        if added.error is not None:
            part, why = _reason(added)
            place = f"{added.path} ({part})" if part else str(added.path)
            self._group(added.outcome, why).add(place)

    def groups(self) -> list[Group]:
        """Give what was skipped and what failed by why, of each the most frequent reason first."""
        return sorted(
            self._groups.values(), key=lambda group: (FATES.index(group.fate), -group.count)
        )

    def rows(self) -> list[Group]:
        """Give every fate: what went in as a whole, the rest by why."""
        went_in = [Group(fate, count=self.counts[fate]) for fate in FATES[:3] if self.counts[fate]]
        return went_in + self.groups()

    def _group(self, fate: str, why: str) -> Group:
        key = fate, _NUMBER.sub("#", why)
        if key not in self._groups and len(self._groups) >= _MOST_REASONS:
            key, why = (fate, _OTHER), _OTHER
        group = self._groups.setdefault(key, Group(fate, why))
        if group.why != why:
            group.why = _NUMBER.sub("…", why)
        return group


def _reason(added: Added) -> tuple[str, str]:
    """Give the part that a problem is about, and why, without the file, asides and the remedy.

    "a.csv: row 3: nothing in it is known as its text; say what is with --map" becomes "row 3" and
    "nothing in it is known as its text".
    """
    told = str(added.error).removeprefix(f"{added.path}: ")
    part = ""
    if found := _PART.match(told):
        part, told = found[0].removesuffix(": "), told[found.end() :]
    if isinstance(added.path, Address) and (host := urlsplit(added.path.url).hostname):
        told = told.replace(host, "the site")
    return part, _ASIDE.sub("", told.partition("; ")[0])
