"""English words by which a lost space is proved: a frozen list, loaded when first asked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).resolve().parent.parent / "data" / "words.txt"
_WHOLE: Final = "[whole]"


@lru_cache(maxsize=1)
def _load() -> tuple[frozenset[str], frozenset[str]]:
    """Read the file: common words, then words that only look like two others."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    cut = words.index(_WHOLE)
    return frozenset(words[:cut]), frozenset(words[cut + 1 :])


def is_common(word: str) -> bool:
    """Whether a word in lower case is a common English word, inflected forms included."""
    return word in _load()[0]


def is_word(word: str) -> bool:
    """Whether a word in lower case is English at all, as far as this list needs to know."""
    common, whole = _load()
    return word in common or word in whole
