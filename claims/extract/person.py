"""The persons of one article: who a surname means, and when one surname has two persons.

"Lena Okafor" and then "Okafor" are one, "Lena Okafor" and "Tom Okafor" two: the one who is named
second carries a forename in the key. Whether words are a person's name is not decided here.
"""

from __future__ import annotations

import re


def slug_of(words: str) -> str:
    """Give words as they stand in a key: in lower case, joined by hyphens."""
    return re.sub(r"[^\w]+", "-", words.lower()).strip("-")


class Persons:
    """The persons of one article, by surname; those with one surname told apart by forename."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._forenames: dict[str, list[list[str]]] = {}

    def has(self, surname: str) -> bool:
        """Whether somebody with this surname, as printed, was named before."""
        return surname in self._forenames

    def add(self, surname: str, forenames: list[str]) -> None:
        """Remember a person; a bare surname is whoever has it already."""
        known = self._forenames.setdefault(surname, [])
        place = self._place(surname, forenames)
        if place is None:
            known.append(list(forenames))
        elif not known[place]:
            known[place] = list(forenames)

    def key(self, surname: str, forenames: list[str]) -> str:
        """Give the key of a person: the surname alone for who was named first with it."""
        place = self._place(surname, forenames)
        if not place or not forenames:
            return f"person:{slug_of(surname)}"
        return f"person:{slug_of(forenames[0])}-{slug_of(surname)}"

    def _place(self, surname: str, forenames: list[str]) -> int | None:
        known = self._forenames.get(surname, [])
        return next((n for n, one in enumerate(known) if _are_near(one, forenames)), None)


def _are_near(left: list[str], right: list[str]) -> bool:
    """Whether forenames may be one person's: one left out, or alike at first (Zalmay, Zalmi)."""
    if not left or not right:
        return True
    return left[0][0] == right[0][0] or bool({*left} & {*right})
