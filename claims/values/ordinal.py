"""Ordinals that count: "third since December", "the 29th session", "twenty-fifth".

Ordinals inside dates ("18th March") are for the caller to leave out; "last" and "next" order
without counting and are no ordinals here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.spelling import Spelled, read_spelled, scale_words, small_words
from claims.values.token import FIGURE, WORD, Token, next_word, split_tokens

SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
_BEFORE_TIME: Final = frozenset({"per", "split"})
_AFTER_TIME: Final = frozenset({"later", "ago", "long"})


@dataclass(frozen=True, slots=True)
class FoundOrdinal:
    """An ordinal and where it stands: 3 for "third"."""

    number: int
    start: int
    end: int


@cache
def ordinal_words() -> Mapping[str, int]:
    """Give "first" to "nineteenth" and the ordinals of the tens."""
    return dict(load_toml("numbers.toml")["ordinals"])


@cache
def ordinal_scales() -> Mapping[str, Decimal]:
    """Give "hundredth" to "trillionth"."""
    scales = load_toml("numbers.toml")["ordinal_scales"]
    return {word: Decimal(scale) for word, scale in scales.items()}


@cache
def _opening_words() -> frozenset[str]:
    """Give the words that an ordinal can begin with, so that all others need no reading."""
    return frozenset({*ordinal_words(), *ordinal_scales(), *small_words(), *scale_words()})


def read_ordinal(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Read the ordinal that begins with a token: its number and the index behind it."""
    token = tokens[at]
    if token.kind == WORD and token.text not in _opening_words():
        return None
    if token.kind == FIGURE:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        suffixed = following is not None and following.text in SUFFIXES
        return (int(token.number), at + 2) if suffixed and token.number % 1 == 0 else None
    if token.kind != WORD:
        return None
    if token.text in ordinal_words():
        return ordinal_words()[token.text], at + 1
    if token.text in ordinal_scales():
        return int(ordinal_scales()[token.text]), at + 1
    cardinal = read_spelled(tokens, at)
    return _ended(tokens, cardinal) if cardinal is not None else None


def _ended(tokens: Sequence[Token], cardinal: Spelled) -> tuple[int, int] | None:
    """Read the ordinal word that ends what begins like a cardinal: "twenty" and "fifth"."""
    index = next_word(tokens, cardinal.after)
    if index is not None and tokens[index].text == "and" and cardinal.amount >= 100:
        index = next_word(tokens, index + 1)
    if index is None or cardinal.amount % 1:
        return None
    word, amount = tokens[index].text, int(cardinal.amount)
    if word in ordinal_scales():
        return int(cardinal.amount * ordinal_scales()[word]), index + 1
    last = ordinal_words().get(word)
    if last is None:
        return None
    fits = amount % 100 == 0 or (last < 10 and amount % 10 == 0 and amount % 100 >= 20)
    return (amount + last, index + 1) if fits and amount else None


def find_ordinals(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[FoundOrdinal]:
    """Find every ordinal that counts, in order.

    "Her third win since December" has 3. "Second" as a measure of time ("one second later") and
    in fractions ("a third of the crew", "two thirds") is none.

    Args:
        text: Normalised words of a sentence or paragraph.
        taken: Stretches that are something else, such as dates.
    """
    tokens = split_tokens(text)
    at = 0
    while at < len(tokens):
        read = read_ordinal(tokens, at)
        if read is None:
            at += 1
            continue
        start, end = tokens[at].start, tokens[read[1] - 1].end
        free = not any(begin < end and start < stop for begin, stop in taken)
        if free and not _is_measure(tokens, at, read[1]):
            yield FoundOrdinal(read[0], start, end)
        at = read[1]


def _is_measure(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether an ordinal word is a time or a part: "ten second delay", "one third"."""
    before = tokens[at - 2].text if at >= 2 else ""
    behind = next_word(tokens, after)
    following = tokens[behind].text if behind is not None else ""
    if tokens[at].text == "second" and (before in _BEFORE_TIME or following in _AFTER_TIME):
        return True
    if tokens[at].text in ordinal_scales():
        return before in ("a", "an")
    if tokens[at].kind == WORD and tokens[at].text not in ("first", "second"):
        return before in small_words() or (before in ("a", "an") and following == "of")
    counted = before in small_words() or (at >= 2 and tokens[at - 2].kind == FIGURE)
    return tokens[at].text == "second" and counted
