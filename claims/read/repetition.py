"""Paragraphs that a page prints twice: headlines, standfirsts, pull quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"')]*\s+")
_NO_WORD: Final = re.compile(r"\W+")
_COPY_WORDS: Final = 4
_QUOTE_WORDS: Final = 8
_LONGEST: Final = 1500


def find_copies(lines: Sequence[str]) -> Iterator[int]:
    """Find the paragraphs that another one repeats whole.

    Of two alike the later is the copy. Of a paragraph whose sentences all stand in one longer
    paragraph, the shorter is the copy, wherever it stands.
    """
    sentences = [_split(line) for line in lines]
    homes = _find_homes(sentences)
    firsts: dict[tuple[str, ...], int] = {}
    for place, keys in enumerate(sentences):
        words = sum(key.count(" ") + 1 for key in keys)
        again = words >= _COPY_WORDS and firsts.setdefault(keys, place) != place
        if again or (words >= _QUOTE_WORDS and _stands_in(keys, homes, sentences)):
            yield place


def _split(line: str) -> tuple[str, ...]:
    """Give the sentences of a paragraph, folded for comparison."""
    folded = (_NO_WORD.sub(" ", part).strip().casefold() for part in _SENTENCE_END.split(line))
    return tuple(key for key in folded if key)


def _find_homes(sentences: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """Give for each sentence the first paragraph that holds most sentences beside it."""
    homes: dict[str, int] = {}
    for place, keys in enumerate(sentences):
        for key in keys:
            if len(keys) > len(sentences[homes.setdefault(key, place)]):
                homes[key] = place
    return homes


def _stands_in(
    keys: tuple[str, ...], homes: dict[str, int], sentences: Sequence[tuple[str, ...]]
) -> bool:
    """Whether one longer paragraph holds all of these sentences."""
    if sum(map(len, keys)) > _LONGEST:
        return False
    found = {homes[key] for key in keys}
    return len(found) == 1 and len(sentences[found.pop()]) > len(keys)
