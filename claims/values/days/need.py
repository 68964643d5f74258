"""What a text must hold for a pattern to match: looked for first, since looking is quick.

A pattern of "from" or "between" and a month needs one of the two and one of the months. The needs
are read off the pattern itself, so that they hold whatever it says; what cannot be read off is no
need. Nothing is decided here that the pattern would not decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import groupby
from typing import Any, Final

DIGIT: Final = "0"
"""Stands for any digit."""

YEAR: Final = "0000"
"""Stands for any four digits in a row."""

Need = frozenset[str]
"""Words of which one must stand in the text, in lower case."""

_PARSER: Final = import_module("re._parser")
_MOST: Final = 3
_DIGITS: Final = range(ord("0"), ord("9") + 1)

_Part = tuple[Any, Any]


def needs_of(pattern: re.Pattern[str]) -> tuple[Need, ...]:
    """Give what a pattern that is read without regard to case needs, the most telling first."""
    found = set(_needs(_PARSER.parse(pattern.pattern, pattern.flags)))
    telling = [need for need in found if _length(need) > 1]
    return tuple(sorted(telling, key=_how_telling, reverse=True)[:_MOST])


def _length(need: Need) -> int:
    """Give the length of the shortest word; a digit tells more than a letter."""
    return min(2 if word == DIGIT else len(word) for word in need)


def _how_telling(need: Need) -> tuple[int, int, list[str]]:
    return _length(need), -len(need), sorted(need)


def _needs(parts: Sequence[_Part]) -> Iterator[Need]:
    """Walk over the parts that follow each other in a pattern."""
    for sort, run in groupby(parts, key=_sort):
        if sort == "digits":
            yield frozenset({YEAR if sum(map(_digits, run)) >= len(YEAR) else DIGIT})
        elif sort == "letters":
            yield frozenset({"".join(chr(letter) for _, letter in run).lower()})
        else:
            for name, content in run:
                yield from _needs_of_part(str(name), content)


def _sort(part: _Part) -> str:
    """Tell digits and letters, which make words with their like, from other parts."""
    if _digits(part):
        return "digits"
    return "letters" if str(part[0]) == "LITERAL" else "others"


def _digits(part: _Part) -> int:
    """Count the digits that a part stands for at least; 0 where it allows anything else."""
    name, content = str(part[0]), part[1]
    match name:
        case "LITERAL":
            return int(content in _DIGITS)
        case "RANGE":
            return int(content[0] in _DIGITS and content[1] in _DIGITS)
        case "CATEGORY":
            return int(str(content) == "CATEGORY_DIGIT")
        case "IN":
            return int(all(map(_digits, content)))
        case "MAX_REPEAT" if content[0] == content[1]:
            return int(content[0]) * _all_digits(content[2])
        case "SUBPATTERN":
            return _all_digits(content[-1])
        case "BRANCH":
            return min(map(_all_digits, content[1]))
        case _:
            return 0


def _all_digits(parts: Sequence[_Part]) -> int:
    counts = list(map(_digits, parts))
    return sum(counts) if all(counts) else 0


def _needs_of_part(name: str, content: Any) -> Iterator[Need]:
    match name:
        case "SUBPATTERN":
            yield from _needs(content[-1])
        case "MAX_REPEAT" | "MIN_REPEAT" if content[0] > 0:
            yield from _needs(content[2])
        case "BRANCH":
            best = [max(_needs(branch), key=_how_telling, default=None) for branch in content[1]]
            known = [need for need in best if need is not None]
            if len(known) == len(best):
                yield frozenset[str]().union(*known)


class Words(dict[str, bool]):
    """Knows of each word that patterns need whether a text holds it; each is looked for once."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text.casefold()
        self[DIGIT] = re.search(r"\d", text) is not None
        self[YEAR] = self[DIGIT] and re.search(r"\d{4}", text) is not None

    def __missing__(self, word: str) -> bool:
        """Look for a word."""
        self[word] = found = word in self._text
        return found

    def meet(self, needs: Sequence[Need]) -> bool:
        """Whether the text holds one word of every need."""
        for need in needs:
            for word in need:
                if self[word]:
                    break
            else:
                return False
        return True
