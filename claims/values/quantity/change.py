"""Whether an amount is how far something moved, where it started or where it ended.

"rose by 5 to 12": 5 is how far, 12 where to. "halved" is a multiple of its own: 0.5 times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.phrase import words_before

_ARTICLES: Final = frozenset({"a", "an", "another", "further", "some"})
_LINKS: Final = frozenset({"by", "of"})
_ENDS: Final = frozenset({"to", "from"})
_STOPS: Final = (".", ";", "!", "?")
_CLAUSE: Final = 12
"""How many words before an amount are searched for a verb of change."""


@dataclass(frozen=True, slots=True)
class FoundMultiple:
    """A verb that multiplies: "halved" 0.5 down, "tripled" 3 up."""

    times: Decimal
    change: str
    start: int
    end: int


@cache
def _directions() -> Mapping[str, str]:
    table = load_toml("numbers.toml")["change"]
    return {word: name for name in ("up", "down", "either") for word in table[name]}


def change_at(text: str, at: int) -> str:
    """Say how the amount that begins at `at` takes part in a change.

    Args:
        text: The words around.
        at: Where the amount begins, its bound and sign included.

    Returns:
        "up", "down", "to", "from", or nothing.
    """
    words = [word for word, _ in words_before(text, at, _CLAUSE)]
    if not words:
        return ""
    if words[0] in _ENDS:
        return words[0] if _moves(words[1:]) else ""
    for passed in (_ARTICLES, _LINKS):
        while words and words[0] in passed:
            words = words[1:]
    if words and words[0].endswith("ly"):
        words = words[1:]
    direction = _directions().get(words[0], "") if words else ""
    return direction if direction != "either" else ""


def _moves(words: list[str]) -> bool:
    """Whether the words before an amount, the nearest first, speak of a change."""
    for word in words:
        if word.rstrip(",") in _directions():
            return True
        if word.endswith(_STOPS):
            return False
    return False


@cache
def _multiples() -> re.Pattern[str]:
    words = "|".join(load_toml("numbers.toml")["multiples"])
    return re.compile(rf"(?<![\w-])({words})(?![\w-])", re.IGNORECASE)


def find_multiples(text: str) -> Iterator[FoundMultiple]:
    """Find the verbs that multiply, in order.

    "The price doubled" has 2 up: what it left is twice what was.
    """
    table = load_toml("numbers.toml")["multiples"]
    for match in _multiples().finditer(text):
        times, change = table[match[1].lower()]
        yield FoundMultiple(Decimal(times), change, *match.span())
