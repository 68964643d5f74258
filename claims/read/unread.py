"""Sentences that say something checkable by the look of them, and from which no claim was read.

They are shown so that a person can look there. What looks checkable is rough: a figure, a date or
a word of negation. Nothing is claimed of such a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.model import Span, View, Zone
from claims.read.sentence import find_sentences
from claims.values.days import find_days
from claims.values.quantity import find_quantities

if TYPE_CHECKING:
    from claims.model import Paragraph

FIGURE: Final = "figure"
DATE: Final = "date"
NEGATION: Final = "negation"
_HANGING: Final = frozenset({"n't", "nt"})
_READ: Final = (Zone.BODY, Zone.HEADING, Zone.CAPTION)


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence from which nothing was read.

    Args:
        span: Where it stands in the text.
        words: The sentence as it stands there.
        holds: What is checkable in it: figure, date, negation.
    """

    span: Span
    words: str
    holds: tuple[str, ...]


def find_unread(view: View, read: Iterable[Span]) -> Iterator[Unread]:
    """Find the sentences of a text that hold a figure, a date or a negation, and no claim.

    Args:
        view: The text; what is no body and no heading is left out.
        read: The quotes of its claims.
    """
    quotes = _Quotes(read)
    body = view.text.body
    for paragraph in view.paragraphs:
        if paragraph.zone not in _READ:
            continue
        for span, words in _sentences(paragraph):
            holds = () if quotes.touch(span) else checkable_in(words)
            if holds:
                yield Unread(span, body[span.start : span.end], holds)


def _sentences(paragraph: Paragraph) -> Iterator[tuple[Span, str]]:
    for start, end in find_sentences(paragraph.words):
        yield paragraph.span(start, end), paragraph.words[start:end]


class _Quotes:
    """The quotes of a text, to be asked which stretch one of them touches."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def touch(self, span: Span) -> bool:
        """Whether a quote overlaps a stretch: one that begins before its end reaches into it."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._furthest[before - 1] > span.start


def checkable_in(words: str) -> tuple[str, ...]:
    """Say what is checkable in a sentence: "He did not pay 5 euros" has a figure and a negation."""
    days = [(found.start, found.end) for found in find_days(words)]
    held = {
        FIGURE: any(True for _ in find_quantities(words, days)),
        DATE: bool(days),
        NEGATION: _negator().search(words) is not None,
    }
    return tuple(name for name, is_there in held.items() if is_there)


@cache
def _negator() -> re.Pattern[str]:
    """Make a pattern of the words that negate, those that hang on a verb ("don't") among them."""
    known = set(load_toml("certainty.toml")["negators"]) - _HANGING
    negators = "|".join(
        re.escape(word) for word in sorted(known, key=lambda word: (-len(word), word))
    )
    return re.compile(rf"\b(?:{negators})\b|n['’]t\b", re.IGNORECASE)
