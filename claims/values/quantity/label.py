"""Figures that name something instead of counting it.

Addresses, telephone numbers, "Article 50", "page 4", "iPhone 11", numbered lists, "24/7". What
stands behind a capitalised word inside a sentence is a name unless persons or a unit follow.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.currency import alternation, sign_before
from claims.values.gazetteer import longest_name
from claims.values.unit import unit_after

_TELEPHONE: Final = re.compile(
    r"(?<![\w.,])(?:\+\d[\d\s().-]{6,18}\d|\(\d{2,5}\)\s?\d[\d\s-]{4,12}\d"
    r"|\d{3}[-.\s]\d{3}[-.]\d{4}|\d{3}-\d{4}|\d{1,4}(?:-\d{2,5}){2,4}(?:/\d+)?)(?![\w,])"
)
_LISTED: Final = re.compile(r"(?:^|(?<=\n))\s*(?:\(\d{1,2}\)|\d{1,2}[.)])(?=\s)")
_IDIOM: Final = re.compile(r"(?<![\w/])(?:24/7|9/11|7/7|50/50|50-50|4x4|20/20)(?![\w/])")
_SPLIT_CODE: Final = re.compile(r"(?<!\w)[A-Z]{2,}\s-\d{1,4}(?![\w%]|[.,]\d)")
_FIGURE: Final = r"\d+(?![\w%]|[.,]\d|,\d{3}|\s?(?:%|percent|per\scent|million|billion|thousand))"
_NAMED: Final = re.compile(
    rf"(?:(?<![.!?\"”’)\n])[ ](?P<inside>[a-z]?[A-Z][\w&'’.-]*)"
    rf"|(?<!\w)(?P<odd>[a-z]?[A-Z]&?[A-Z]\w*|i[A-Z][a-z]+))\s(?P<figure>{_FIGURE})"
)
"""A name inside a sentence, or one that shows by its capitals also where a sentence begins."""

_WORDED: Final = re.compile(
    r"(?<=[a-z,] )(?P<inside>[A-Z]\w*)\s"
    r"(?P<figure>One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b"
)
_CALENDAR: Final = frozenset(
    name.lower() for name in (*calendar.month_abbr[1:], *calendar.day_abbr)
)
_PLURALS: Final = (
    "people men women children police staff personnel troops dead wounded injured others deaths "
    "policemen gunmen servicemen times"
).split()
_LONG_WORD: Final = re.compile(r"\b[A-Za-z]{4,}\b")


@cache
def _numbered() -> re.Pattern[str]:
    nouns = alternation(load_toml("numbers.toml")["labels"]["before"])
    return re.compile(
        rf"(?<![\w-])(?:{nouns})\s?(?P<figure>{_FIGURE}(?:(?:,\s?|\s?[-–]\s?|\sand\s){_FIGURE})*)",
        re.IGNORECASE,
    )


@cache
def _address() -> re.Pattern[str]:
    streets = alternation(load_toml("numbers.toml")["labels"]["streets"])
    return re.compile(
        rf"(?<![\w$€£.,-])(?P<figure>\d{{1,5}})(?:\s[A-Z][\w'’-]*){{1,3}}\s(?i:{streets})(?!\w)(?!\s[a-z]+s\b)"
    )


@cache
def _persons() -> frozenset[str]:
    """Give the words for persons in the plural, as they follow a figure."""
    persons = load_toml("nouns.toml")["persons"]
    return frozenset({*_PLURALS, *(f"{word}s" for word in persons)})


def find_labels(text: str) -> list[tuple[int, int]]:
    """Find the stretches whose figures name something, in no order.

    "Flight 370 with 239 people" gives the stretch of "370".
    """
    return [
        *(
            match.span()
            for pattern in (_TELEPHONE, _LISTED, _IDIOM, _SPLIT_CODE)
            for match in pattern.finditer(text)
        ),
        *(match.span("figure") for match in _address().finditer(text)),
        *_numbered_things(text),
        *_named_things(text),
    ]


def _numbered_things(text: str) -> Iterator[tuple[int, int]]:
    for match in _numbered().finditer(text):
        if not _counts(text, match.end("figure")):
            yield match.span("figure")


def _named_things(text: str) -> Iterator[tuple[int, int]]:
    """Find what stands behind a capitalised word: "iPhone 11", "the S&P 500", "World War Two"."""
    if _is_title(text):
        return
    for pattern in (_NAMED, _WORDED):
        for match in pattern.finditer(text):
            if _names(text, match) and not _counts(text, match.end("figure")):
                yield match.span("figure")


def _names(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word can have a number: no day, month, country or sign of money."""
    name = match["inside"] or match.groupdict().get("odd", "")
    dated = name[:3].lower() in _CALENDAR
    placed = longest_name(name, 0, name) is not None
    return not (dated or placed or sign_before(text, match.start("figure")))


def _counts(text: str, at: int) -> bool:
    """Whether what follows a figure says that it counts after all: a unit, or persons."""
    unit = unit_after(text, at)
    if unit is not None and (unit.length > 2 or unit.base == "percent"):
        return True
    following = re.compile(r"\s([a-z]+)").match(text, at)
    return following is not None and following[1] in _persons()


def _is_title(text: str) -> bool:
    """Whether a text is a headline in capitals, where a capital tells nothing."""
    words = [] if text.rstrip().endswith(".") else _LONG_WORD.findall(text)
    return bool(words) and sum(word[0].isupper() for word in words) > 0.6 * len(words)
