"""In which language a text is written, told by its script and its commonest words.

A language that is not in the table is not guessed, and a text of a few words tells nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

READ: Final = frozenset({"en", "eng", "english"})
"""The one language that the rules read, by its names."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_FEW: Final = 20
_FEW_LETTERS: Final = 60
_SHARE: Final = 0.15
_LEAD: Final = 1.25
_HALF: Final = 0.5
_SAMPLE: Final = 20_000


def tell_language(text: str) -> str | None:
    """Tell the language of a text by its code of two letters, or None.

    "Der Fluss ist in der Nacht über die Ufer getreten und …" is "de"; a list of names is None.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    # Each letter is compared once, however often it stands: a text has some dozens of them.
    letters = Counter("".join(words))
    if letters.total() >= _FEW_LETTERS:
        for language, (first, last) in _ranges("scripts").items():
            if _share(letters, first, last) > _HALF / 2:
                # Japanese prints more Chinese characters than its own.
                return _japanese(letters) if language == "zh" else language
        for language, (first, last) in _ranges("shared").items():
            if _share(letters, first, last) > _HALF:
                return _most(words, _words("apart"), least=0.05) or language
    return _most(words, _words("words"), least=_SHARE) if len(words) >= _FEW else None


def is_read(language: str | None) -> bool:
    """Whether the rules read a language; one that nobody told is tried."""
    return language is None or re.split(r"[-_ ]", language.lower())[0] in READ


def _most(words: list[str], known: Mapping[str, frozenset[str]], *, least: float) -> str | None:
    """Give the language whose words stand most often, where no other comes near."""
    counts = Counter(words)
    sums = {code: sum(counts[word] for word in own) for code, own in known.items()}
    best, second = sorted(sums, key=lambda code: (-sums[code], code))[:2]
    clear = sums[best] >= _LEAD * sums[second]
    return best if sums[best] >= least * len(words) and clear else None


def _share(letters: Counter[str], first: str, last: str) -> float:
    inside = sum(count for letter, count in letters.items() if first <= letter <= last)
    return inside / letters.total()


def _japanese(letters: Counter[str]) -> str:
    first, last = _ranges("scripts")["ja"]
    return "ja" if _share(letters, first, last) > 0 else "zh"


@cache
def _ranges(name: str) -> dict[str, tuple[str, str]]:
    return {code: (ends[0], ends[-1]) for code, ends in load_toml("languages.toml")[name].items()}


@cache
def _words(name: str) -> dict[str, frozenset[str]]:
    table: Mapping[str, str] = load_toml("languages.toml")[name]
    return {code: frozenset(_split(words)) for code, words in table.items()}


def _split(words: str) -> Iterable[str]:
    return words.split()
