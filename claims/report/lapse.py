"""What no longer holds of a report or a database, and what was looked at to say so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from claims.errors import InputError

UNREADABLE: Final = (
    ArithmeticError,
    AttributeError,
    InputError,
    KeyError,
    TypeError,
    ValueError,
)
"""What reading something raises that is not written as this program writes it."""

MOST: Final = 1000
"""How many lapses are told one by one; the others are counted."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """One thing that no longer holds.

    Args:
        about: What it is about: file, line, row, report, counts, text, article, claim, question,
            conflict, word or database.
        id: Which one: its short id, the number of a line or row, or a name.
        field: Which part of it: quote, offset, value.low, status …
        stated: What stands in the report, or in the row.
        found: What the texts or the database have; None where there is nothing to show.
        words: What is wrong, where the two values do not say it.
    """

    about: str
    id: str
    field: str
    stated: Any = None
    found: Any = None
    words: str = ""


class Tally:
    """What was checked, what could not be, and what no longer holds; it grows while one looks."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.checked: Counter[str] = Counter()
        self.unchecked: list[str] = []
        self.more = 0
        self._lapses: dict[tuple[Any, ...], Lapse] = {}

    @property
    def lapses(self) -> list[Lapse]:
        """What no longer holds, in the order in which it was found."""
        return list(self._lapses.values())

    def count(self, what: str, many: int = 1) -> None:
        """Take note that something was looked at."""
        self.checked[what] += many

    def leave(self, what: str) -> None:
        """Take note that something could not be checked."""
        if what not in self.unchecked:
            self.unchecked.append(what)

    def add(self, lapse: Lapse) -> None:
        """Take note of a lapse, once."""
        key = lapse.about, lapse.id, lapse.field, repr(lapse.stated)
        if key in self._lapses:
            return
        if len(self._lapses) >= MOST:
            self.more += 1
        else:
            self._lapses[key] = lapse


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check came to.

    Args:
        name: The report or database that was checked.
        form: The form of the report; "database" for a database.
        against: The database a report was held against; empty for none.
        tally: What was looked at and found.
    """

    name: str
    form: str
    against: str
    tally: Tally

    @property
    def holds(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.tally.lapses
