"""The wording of a text as a sketch, to be told from that of another without reading either again.

Only prose counts: not what a page prints around it, nor set phrases of news writing, which many
outlets print without copying. What a text owes to another is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from heapq import nsmallest
from typing import Final

from claims.data import load_toml
from claims.model import Sketch, View, Zone
from claims.values.agency import agency_names

SHINGLE: Final = 5
"""Words of a run that a light edit elsewhere leaves whole."""
PASSAGE: Final = 12
"""Words of a run that two writers do not find by themselves."""
_SHINGLES: Final = 128
_PASSAGES: Final = 1024
_EDGE: Final = 3
_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = str.maketrans("", "", "'’‘`´")
_PROSE: Final = (Zone.BODY, Zone.HEADING)


def make_sketch(view: View) -> Sketch:
    """Sketch the wording of a text.

    Args:
        view: The text with its paragraphs marked.

    Returns:
        The same sketch for the same words, however they are printed: capitals, punctuation and
        breaks between paragraphs do not count.
    """
    parts = _without_stock(part.words for part in view.paragraphs if part.zone in _PROSE)
    shingles = _hashes(run for words in parts for run in _runs(words, SHINGLE))
    passages = _hashes(run for words in parts for run in _runs(words, PASSAGE) if not _named(run))
    return Sketch(
        runs=len(shingles),
        shingles=frozenset(nsmallest(_SHINGLES, shingles)),
        passages=frozenset(nsmallest(_PASSAGES, passages)),
        agencies=frozenset(_credited(view)),
    )


def _without_stock(paragraphs: Iterable[str]) -> list[list[str]]:
    """Give the words of prose, parted where set phrases stand, which are left out."""
    prose = " ".join(paragraphs).translate(_APOSTROPHES)
    words = " ".join(_WORD.findall(prose))
    return [part.split() for part in _stock().split(words)]


def _runs(words: Sequence[str], length: int) -> Iterator[Sequence[str]]:
    for start in range(len(words) - length + 1):
        yield words[start : start + length]


def _named(run: Sequence[str]) -> bool:
    """Whether half of a run or more is names: everybody writes those alike."""
    return sum(word[0].isupper() for word in run) * 2 >= len(run)


def _hashes(runs: Iterable[Sequence[str]]) -> set[int]:
    """Hash runs of words, alike on every machine, in eight bytes."""
    return {
        int.from_bytes(blake2b(" ".join(run).casefold().encode(), digest_size=8).digest())
        for run in runs
    }


def _credited(view: View) -> Iterator[str]:
    """Give the agencies that the first and last paragraphs credit."""
    lines = [part.words for part in view.paragraphs]
    for agency, head, tail in _agencies():
        if any(map(head.match, lines[:_EDGE])) or any(map(tail.match, lines[-_EDGE:])):
            yield agency


@cache
def _stock() -> re.Pattern[str]:
    phrases = "|".join(load_toml("credits.toml")["stock"])
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


@cache
def _agencies() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Give each agency with the lines that credit it, at the head and at the end."""
    table = load_toml("credits.toml")
    agencies: dict[str, list[str]] = {}
    for name, agency in agency_names().items():
        agencies.setdefault(agency, []).append(name)
    return tuple(
        (agency, _compile(table["head"], names), _compile(table["tail"], names))
        for agency, names in agencies.items()
    )


def _compile(frames: Iterable[str], names: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(set(names), key=len, reverse=True)
    choice = "(?:" + "|".join(map(re.escape, ordered)) + ")"
    return re.compile("|".join(frame.replace("{name}", choice) for frame in frames))
