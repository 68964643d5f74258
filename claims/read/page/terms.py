"""The table of pages, compiled once a process."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.data import load_toml
from claims.model import Genre

if TYPE_CHECKING:
    from collections.abc import Sequence


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Give the entries of one list of class words, each as its words."""
    return frozenset(tuple(entry.split()) for entry in load_toml("pages.toml")[name])


def names_one(classes: Sequence[Sequence[str]], name: str) -> bool:
    """Whether one of an element's classes holds an entry of a list, its words in a row."""
    known = phrases(name)
    return any(
        tuple(words[start : start + length]) in known
        for words in classes
        for length in (1, 2)
        for start in range(len(words) - length + 1)
    )


@cache
def article_types() -> tuple[str, ...]:
    """Give schema.org's types of an article, the more telling first."""
    return tuple(load_toml("pages.toml")["types"])


@cache
def genre_of_type() -> dict[str, Genre]:
    """Give the genres that a type tells by itself."""
    return {name: Genre(word) for name, word in load_toml("pages.toml")["types_genre"].items()}


@cache
def genre_of_section() -> dict[str, Genre]:
    """Give the genres that a section tells, by its name in lower case."""
    table = load_toml("pages.toml")["sections"]
    return {name: Genre(genre) for genre, names in table.items() for name in names}


@cache
def no_person() -> frozenset[str]:
    """Give the words that no name of a person holds."""
    return frozenset(load_toml("pages.toml")["no_person"])


@cache
def correction_lines() -> re.Pattern[str]:
    """Give the beginnings of lines that correct an earlier version."""
    return re.compile(
        "|".join(f"(?:{one})" for one in load_toml("pages.toml")["correction_lines"]),
        re.IGNORECASE,
    )


@cache
def stub_lines() -> re.Pattern[str]:
    """Give the beginnings of lines that stand where the rest is for subscribers."""
    return re.compile(
        "|".join(f"(?:{one})" for one in load_toml("pages.toml")["stub"]), re.IGNORECASE
    )
