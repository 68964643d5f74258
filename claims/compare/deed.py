"""Did it or did not, who did it, where: two statements of one act.

Scope (the act and those it befell) is settled before. That something was done and that it was not
exclude each other; two doers exclude each other only where one alone can have done it, and two
places only where neither holds the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.compare.outcome import agreement, compatible, contradiction, not_comparable
from claims.model import Outcome
from claims.values.gazetteer import display_name
from claims.values.yes_no import YesNo


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did something, as a value.

    Args:
        keys: Keys of those who did it together.
        name: As printed.
        alone: Whether one party alone can have done it.
    """

    keys: frozenset[str]
    name: str
    alone: bool = False

    @property
    def known(self) -> bool:
        """Whether all of them are known by name."""
        return bool(self.keys) and all(":" in k and not k.startswith("words:") for k in self.keys)


@dataclass(frozen=True, slots=True)
class Where:
    """A place, as a value: its key, "" where the table does not know it, and its name."""

    key: str
    name: str


def compare_yes_no(left: YesNo, right: YesNo) -> Outcome:
    """Compare "did" with "did not"."""
    if left.yes is right.yes:
        return agreement("deed.same", "both say that it was so" if left.yes else "both deny it")
    return contradiction("deed.denied", "one says that it was so, the other that it was not")


def compare_doers(left: Doer, right: Doer) -> Outcome:
    """Compare two who are said to have done one thing.

    Returns:
        agreement where they share one, or a last name; contradiction where both are known, share
        none, and one alone can have done it; else compatible or not comparable.
    """
    if left.keys & right.keys or _last_word(left) == _last_word(right):
        return agreement("doer.same", "both name the same")
    if not left.known or not right.known:
        return not_comparable("doer.unknown", "one of the two is not known by name")
    if not (left.alone and right.alone):
        return compatible("doer.several", "several can have done it")
    names = " / ".join(sorted((left.name, right.name)))
    return contradiction("doer.other", f"one alone can have done it, and they name two ({names})")


def _last_word(doer: Doer) -> str:
    return doer.name.casefold().rpartition(" ")[2]


def compare_places(left: Where, right: Where) -> Outcome:
    """Compare two places of one happening; a town agrees with its country."""
    if left.name.casefold() == right.name.casefold():
        return agreement("place.same", "both name the same place")
    if not left.key or not right.key:
        return not_comparable("place.unknown", "whether one place lies in the other is not known")
    if left.key.startswith(right.key) or right.key.startswith(left.key):
        return compatible("place.inside", "one place lies in the other")
    names = " / ".join(sorted((display_name(left.key), display_name(right.key))))
    return contradiction("place.outside", f"neither place lies in the other ({names})")
