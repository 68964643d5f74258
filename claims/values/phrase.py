"""Phrases of a table that stand right before or right behind a place in a text.

The words next to the place are looked up, the longest phrase first, so that the time it takes does
not grow with the table. White space and single hyphens separate words; other marks end a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_WINDOW: Final = 72
_MOST_WORDS: Final = 5
_BEHIND: Final = re.compile(r"[^\s–—-]+")
_BEFORE: Final = re.compile(r"\S+")
_CLOSING: Final = ".,;:!?)]}\"'’”…"
_OPENING: Final = "([{\"'‘“…"
_POSSESSIVE: Final = ("'s", "’s")


def phrase_after(text: str, at: int, phrases: Collection[str]) -> tuple[str, int] | None:
    """Find the longest phrase that begins at a place, behind at most one space or hyphen.

    Args:
        text: The words around.
        at: The place.
        phrases: Phrases in lower case, their words separated by single spaces.

    Returns:
        The phrase and one past its last character; None where no phrase stands there.
    """
    found: tuple[str, int] | None = None
    so_far, behind, count = "", at, 0
    for match in _BEHIND.finditer(text, at, min(len(text), at + _WINDOW)):
        if match.start() - behind > 1 or count == _MOST_WORDS:
            break
        word = match[0].lower()
        bare = _bare(word)
        if so_far + bare in phrases:
            found = so_far + bare, match.start() + len(bare)
        if so_far + word in phrases:
            found = so_far + word, match.end()
        so_far, behind, count = f"{so_far}{word} ", match.end(), count + 1
    return found


def _bare(word: str) -> str:
    """Leave out the marks that close a word: "years'," is "years"."""
    bare = word.rstrip(_CLOSING)
    for ending in _POSSESSIVE:
        bare = bare.removesuffix(ending)
    return bare


def words_before(text: str, at: int, count: int = _MOST_WORDS) -> list[tuple[str, int]]:
    """Give the words before a place with where each begins, the nearest first, in lower case."""
    begin = max(0, at - _WINDOW)
    matches = _BEFORE.findall(text, begin, at)
    words: list[tuple[str, int]] = []
    end = at
    for printed in reversed(matches[-count:]):
        start = text.rfind(printed, begin, end)
        words.append((printed.lower(), start))
        end = start
    return words


def phrase_before(text: str, at: int, phrases: Collection[str]) -> tuple[str, int] | None:
    """Find the longest phrase that ends at a place, before white space.

    Args:
        text: The words around.
        at: The place.
        phrases: Phrases in lower case, their words separated by single spaces.

    Returns:
        The phrase and where it begins; None where no phrase stands there.
    """
    found: tuple[str, int] | None = None
    so_far = ""
    for word, start in words_before(text, at):
        bare = word.lstrip(_OPENING)
        if bare + so_far in phrases:
            found = bare + so_far, start + len(word) - len(bare)
        so_far = f" {word}{so_far}"
    return found
