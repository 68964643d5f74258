"""Scores and votes: two figures against each other, and no range: "a 51-49 vote", "won 2-1"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.currency import alternation
from claims.values.unit import unit_after

_ROOM: Final = 40
_NEAR: Final = 12
_PAIR: Final = re.compile(
    r"(?<![\w$€£.,:/%–—-])(\d{1,3})(?:[-–—]|(?:\svotes?)?\sto\s|-to-)(\d{1,3})(?:[-–—](\d{1,3}))?"
    r"(?![\w%:/–—]|[.,]\d|-\d)"
)


@dataclass(frozen=True, slots=True)
class FoundScore:
    """Two counts that stand against each other, in printed order, and where they stand."""

    left: int
    right: int
    start: int
    end: int


@cache
def _before() -> re.Pattern[str]:
    words = alternation(load_toml("numbers.toml")["scores"]["before"])
    return re.compile(rf"\b(?:{words})\b[^.;!?]*$", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    words = alternation(load_toml("numbers.toml")["scores"]["beside"])
    return re.compile(rf"\b(?:{words})\s+$", re.IGNORECASE)


_CLOSED: Final = re.compile(
    r"\s*(?:[.,;:)(]|$|--|(?:with|after|when|and|in|on|under|through|this|last|a|before|despite"
    r"|against|as|but|while|since|over|to)\b)",
    re.IGNORECASE,
)
"""What may follow a record: no noun that the figures could count."""


@cache
def _after() -> re.Pattern[str]:
    words = alternation(load_toml("numbers.toml")["scores"]["after"])
    return re.compile(rf"(?:\s\([.\d]+\))?[\s-](?:[\w-]+\s)?(?:{words})\b", re.IGNORECASE)


def find_scores(text: str) -> Iterator[FoundScore]:
    """Find scores and votes, in order.

    "The bill passed 51-49" has 51 against 49. "20-30 people" is a range, as its first figure is
    the smaller one and no word of winning or voting stands by.
    """
    for match in _PAIR.finditer(text):
        left, right = int(match[1]), int(match[2])
        if _is_score(text, match, left, right):
            yield FoundScore(left, right, *match.span())


def _is_score(text: str, match: re.Match[str], left: int, right: int) -> bool:
    hyphened = "to" not in match[0]
    if unit_after(text, match.end()) is not None:
        return False
    told = _after().match(text, match.end()) is not None
    if not told and hyphened:
        near = max(0, match.start() - _NEAR)
        beside = _beside().search(text, near, match.start()) is not None
        told = beside and _CLOSED.match(text, match.end()) is not None
    if not told:
        told = _before().search(text, max(0, match.start() - _ROOM), match.start()) is not None
    if match[3] is not None:
        return told
    return told if left < right or not hyphened else True
