"""How rare a word is in English at large, from a frozen table: never from a user's articles."""

from __future__ import annotations

from functools import cache
from typing import Final

from claims.data import FOLDER

UNLISTED: Final = 16.0
"""The rarity of a word that is not in the table: most names."""


@cache
def _table() -> dict[str, float]:
    table: dict[str, float] = {}
    rarity = 0.0
    for line in (FOLDER / "rarity.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            rarity = float(line.strip("[]"))
        elif not line.startswith("#"):
            table.update(dict.fromkeys(line.split(), rarity))
    return table


def rarity(word: str) -> float:
    """Give the negative natural logarithm of a word's share of all words, to the next whole.

    "people" 7, "flood" 12, a word that is not in the table 16.

    Args:
        word: A lemma in lower case.
    """
    return _table().get(word, UNLISTED)


@cache
def rare_words(least: int, most: int) -> tuple[str, ...]:
    """Give the words of the table whose rarity lies from `least` to `most`, in its order."""
    return tuple(word for word, found in _table().items() if least <= found <= most)
