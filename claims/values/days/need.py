"""What a text must hold for a pattern to match: looked for first, since looking is quick.

A pattern of "from" or "between" and a month needs one of the two and one of the months. The needs
are read off the pattern itself, so that they hold whatever it says; what cannot be read off is no
need. Nothing is decided here that the pattern would not decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, Final

DIGIT: Final = "0"
"""Stands for any digit."""

Need = frozenset[str]
"""Words of which one must stand in the text, in lower case."""

_PARSER: Final = import_module("re._parser")
_MOST: Final = 3
_DIGITS: Final = range(ord("0"), ord("9") + 1)


def needs_of(pattern: re.Pattern[str]) -> tuple[Need, ...]:
    """Give what a pattern that is read without regard to case needs, the most telling first."""
    found = set(_needs(_PARSER.parse(pattern.pattern, pattern.flags)))
    telling = [need for need in found if need == {DIGIT} or min(map(len, need)) > 1]
    return tuple(sorted(telling, key=_how_telling, reverse=True)[:_MOST])


def _how_telling(need: Need) -> tuple[int, int, list[str]]:
    return min(map(len, need)), -len(need), sorted(need)


def _needs(parts: Sequence[tuple[Any, Any]]) -> Iterator[Need]:
    """Walk over the parts that follow each other in a pattern."""
    word = ""
    for name, content in parts:
        if str(name) == "LITERAL" and content not in _DIGITS:
            word += chr(content)
            continue
        if word:
            yield frozenset({word.lower()})
        word = ""
        yield from _needs_of_part(str(name), content)
    if word:
        yield frozenset({word.lower()})


def _needs_of_part(name: str, content: Any) -> Iterator[Need]:
    match name:
        case "LITERAL":
            yield frozenset({DIGIT})
        case "IN" if all(map(_is_digit, content)):
            yield frozenset({DIGIT})
        case "SUBPATTERN":
            yield from _needs(content[-1])
        case "MAX_REPEAT" | "MIN_REPEAT" if content[0] > 0:
            yield from _needs(content[2])
        case "BRANCH":
            best = [max(_needs(branch), key=_how_telling, default=None) for branch in content[1]]
            known = [need for need in best if need is not None]
            if len(known) == len(best):
                yield frozenset[str]().union(*known)


def _is_digit(part: tuple[Any, Any]) -> bool:
    """Whether a part of a set of characters allows digits only."""
    name, content = str(part[0]), part[1]
    if name == "RANGE":
        return content[0] in _DIGITS and content[1] in _DIGITS
    if name == "CATEGORY":
        return str(content) == "CATEGORY_DIGIT"
    return name == "LITERAL" and content in _DIGITS


class Words:
    """Answers whether a text holds what patterns need; each word is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text.casefold()
        self._holds: dict[str, bool] = {DIGIT: re.search(r"\d", text) is not None}

    def meet(self, needs: Sequence[Need]) -> bool:
        """Whether the text holds one word of every need."""
        return all(any(map(self._has, need)) for need in needs)

    def _has(self, word: str) -> bool:
        if word not in self._holds:
            self._holds[word] = word in self._text
        return self._holds[word]
