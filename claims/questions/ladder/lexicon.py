"""The words of comparison.toml on amounts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from claims.data import load_toml


@cache
def words(name: str) -> frozenset[str]:
    """Give one list of comparison.toml on amounts."""
    table: dict[str, Any] = load_toml("comparison.toml")["amount"]
    return frozenset(table[name])


@cache
def persons() -> frozenset[str]:
    """Give the nouns for people, whom most news count."""
    return frozenset(load_toml("nouns.toml")["persons"])


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(load_toml("comparison.toml")["amount"]["one_noun"]):
        for noun in group:
            found.setdefault(noun, set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def sorts_of(noun: str) -> frozenset[int]:
    """Give the numbers of the sorts of things that a noun names; none for most nouns."""
    return _groups().get(noun, frozenset())


def one_noun(left: str, right: str) -> bool:
    """Whether two nouns name one sort of thing: "earthquake" and "temblor"."""
    return left == right or not sorts_of(left).isdisjoint(sorts_of(right))


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Give one list of comparison.toml on amounts as a pattern of whole words."""
    listed = "|".join(sorted(map(re.escape, words(name)), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b")
