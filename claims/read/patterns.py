"""The table of what pages print around an article, ready to be matched line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claims.data import load_toml
from claims.model import Genre, Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NO_LETTER: Final = re.compile(r"[\W\d_]+")
_NOTHING: Final = re.compile(r"(?!)")
_LONGEST_START: Final = 700
_LONGEST_WHOLE: Final = 300
_WORDS_START: Final = 90
_WORDS_WHOLE: Final = 40


@dataclass(frozen=True, slots=True)
class Lines:
    """A set of lines: whole phrases, beginnings, and whole lines by pattern."""

    phrases: frozenset[str]
    starts: re.Pattern[str]
    whole: re.Pattern[str]

    def match(self, line: str) -> bool:
        """Whether a line in plain wording is one of the set."""
        if len(line) > _LONGEST_START or line.count(" ") >= _WORDS_START:
            return False
        if self.starts.match(line):
            return True
        if len(line) > _LONGEST_WHOLE or line.count(" ") >= _WORDS_WHOLE:
            return False
        return fold(line) in self.phrases or self.whole.fullmatch(line) is not None


@dataclass(frozen=True, slots=True)
class GenreLines:
    """Lines that tell the genre; `sure` where they are the outlet's own label."""

    genre: Genre
    sure: bool
    lines: Lines


def fold(line: str) -> str:
    """Write a line as a phrase of the table: lower case, letters only, single spaces."""
    return _NO_LETTER.sub(" ", line).strip().lower()


@cache
def zone_lines() -> tuple[tuple[Zone, Lines], ...]:
    """Give the lines that are never the article's own prose, bylines first."""
    table = load_toml("boilerplate.toml")
    return (
        (Zone.BYLINE, _read(table["byline"])),
        (Zone.BOILERPLATE, _read(table["boilerplate"])),
    )


@cache
def caption_credits() -> re.Pattern[str]:
    """Give the words of a caption by which its picture is of another day or occasion."""
    words = load_toml("boilerplate.toml")["captions"]["other_day"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def note_lines() -> Lines:
    """Give the notes on an author."""
    return _read(load_toml("boilerplate.toml")["note"])


@cache
def end_lines() -> Lines:
    """Give the lines after which no more of an article is expected."""
    return _read({"phrases": load_toml("boilerplate.toml")["markers"]["end"]})


@cache
def break_lines() -> Lines:
    """Give the lines after which a list of other stories stands."""
    markers = load_toml("boilerplate.toml")["markers"]
    return _read({"phrases": markers["break"], "whole": markers["patterns"]})


@cache
def genre_lines() -> tuple[GenreLines, ...]:
    """Give the lines that tell the genre, in the order they are believed."""
    return tuple(
        GenreLines(
            Genre(row["genre"]),
            row.get("sure", False),
            _read({"phrases": row.get("phrases", ()), "starts": _anywhere(row)}),
        )
        for row in load_toml("boilerplate.toml")["genre"]
    )


@cache
def name_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that no name of a person holds, and the particles that names may hold."""
    table = load_toml("boilerplate.toml")["names"]
    return frozenset(table["never"]), frozenset(table["particles"])


def _anywhere(row: Mapping[str, Any]) -> list[str]:
    """Let a pattern without ^ match anywhere in a line."""
    patterns = row.get("patterns", ())
    return [part[1:] if part.startswith("^") else f".{{0,600}}{part}" for part in patterns]


def _read(table: Mapping[str, Iterable[str]]) -> Lines:
    """Compile one set of the table."""
    return Lines(
        frozenset(table.get("phrases", ())),
        _compile(table.get("starts", ())),
        _compile(table.get("whole", ())),
    )


def _compile(patterns: Iterable[str]) -> re.Pattern[str]:
    """Compile patterns into one; the empty set matches nothing."""
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined, re.IGNORECASE) if joined else _NOTHING
