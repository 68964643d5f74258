"""Numerals as printed: digits with separators, words, scales, parts, vague words.

"1,200", "1.2bn", "twenty-five", "half a million", "two thirds", "a dozen", "tens of thousands".
Gives exact decimals and how fine the figure was given. Refuses ordinals, figures glued to letters
("PP-269", "F-16", "5G") and what is no well-formed number: they name things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.currency import opens_with_currency
from claims.values.figure import read_figure
from claims.values.fraction import read_added_part, read_part
from claims.values.ordinal import read_ordinal
from claims.values.spelling import Spelled, half_digit, read_spelled, scale_words, small_words
from claims.values.token import FIGURE, SPACE, WORD, Token, next_word, split_tokens, word_at
from claims.values.unit import unit_words
from claims.values.vague import read_vague

__all__ = ["Number", "find_numbers", "half_digit"]


@dataclass(frozen=True, slots=True)
class Number:
    """One numeral and where it stands.

    Args:
        amount: The number itself; for a vague word the least it can mean.
        digits: Half a unit of the last digit given: 3,500 -> 50, 1.2 million -> 50 000, 42 -> 0.5.
        start: First character in the words that were searched.
        end: One past the last.
        sort: "vague" without an upper end ("dozens"), "share" a part of one ("two thirds"),
            "rough" not exact by its words ("a couple of"), "article" only "a" before a unit; empty
            for plain numbers.
        scale: The scale that multiplies all of it: a million in "1.2 million".
    """

    amount: Decimal
    digits: Decimal
    start: int
    end: int
    sort: str = ""
    scale: Decimal = Decimal(1)

    @property
    def vague(self) -> bool:
        """Whether it has no upper end."""
        return self.sort == "vague"


_ONE: Final = Decimal(1)
_THOUSAND: Final = Decimal(1000)
_ARTICLES: Final = frozenset({"a", "an", "another"})
_PRONOUN_BEFORE: Final = frozenset(
    "the this that which no any every some each another last next previous new other".split()
)
_IDIOMS: Final = frozenset(
    "off way on sided time stop liner to size handed eyed track shot step upmanship of".split()
)
"""What makes "one-" no number: "one-off", "one-sided", "one-on-one"."""

_JOINED_BEFORE: Final = frozenset({"to", "and", "or", "minus", "plus", "mid"})
_FINEST: Final = 12
"""Words behind a point that are read as its digits."""

_MINUS: Final = frozenset("-−–")


def find_numbers(text: str) -> Iterator[Number]:
    """Find every numeral, in order.

    Args:
        text: Normalised words of a sentence or paragraph.

    Yields:
        Numerals that do not overlap. Ordinals ("29th"), figures glued to letters or to a hyphen
        after letters ("PP-269") and single words that are no amount are left out. "A" or "an"
        before a unit is a numeral of the sort "article".
    """
    tokens = split_tokens(text)
    at = 0
    while at < len(tokens):
        read, after = _read(tokens, at)
        if read is not None:
            yield _number(tokens, at, read)
        at = after


def _read(tokens: Sequence[Token], at: int) -> tuple[Spelled | None, int]:
    """Read the numeral at a token, if there is one, and say where to go on."""
    token = tokens[at]
    if token.kind == WORD and token.text.removesuffix("fold") not in _opening_words():
        return None, at + 1
    if token.kind not in (WORD, FIGURE) and not token.text.isnumeric():
        return None, at + 1
    if not _begins_freely(tokens, at):
        glued = read_spelled(tokens, at)
        return None, glued.after if glued is not None else at + 1
    read = read_vague(tokens, at) or read_part(tokens, at)
    if read is not None:
        read = _of_scale(tokens, read) if read.sort == "share" else read
        return read, read.after
    ordinal = read_ordinal(tokens, at)
    if ordinal is not None:
        return None, ordinal[1]
    read = _read_cardinal(tokens, at)
    return read, read.after if read is not None else at + 1


@cache
def _opening_words() -> frozenset[str]:
    """Give the words that a numeral can begin with, so that all others need no reading."""
    table = load_toml("numbers.toml")
    named = ("units", "tens", "scales", "vague", "several", "ordinals", "ordinal_scales", "parts")
    words = {word for name in named for word in table[name]}
    return frozenset({*words, *small_words(), *scale_words(), *_ARTICLES, "couple", "pair"})


def _begins_freely(tokens: Sequence[Token], at: int) -> bool:
    """Whether a numeral may begin here: not glued to letters, as in "F-16", "A320", "v.2"."""
    before = tokens[at - 1] if at else None
    if before is None or before.kind == SPACE:
        return True
    if before.kind == WORD:
        sign = "$" if at >= 2 and tokens[at - 2].text == "$" else ""
        return opens_with_currency(sign + before.printed)
    further = tokens[at - 2] if at >= 2 and tokens[at - 2].kind == WORD else None
    if at >= 3 and further is not None and tokens[at - 3].kind == FIGURE:
        further = None if further.text != "e" else further
    match before.text:
        case "_" | "#" | "@" | "^" | "\\":
            return False
        case "-":
            return further is None or further.text in _JOINED_BEFORE | _number_words()
        case ".":
            return further is None or opens_with_currency(further.printed)
        case "/":
            return further is None
        case _:
            return True


@cache
def _number_words() -> frozenset[str]:
    """Words behind which a hyphen may join two numerals: "two-to-three", "ten-million"."""
    return frozenset({*small_words(), *scale_words()})


def _number(tokens: Sequence[Token], at: int, read: Spelled) -> Number:
    """Make the numeral of what was read, with the minus that stands before it."""
    minus = _find_minus(tokens, at)
    start = tokens[at if minus is None else minus].start
    amount = read.amount if minus is None else -read.amount
    end = tokens[read.after - 1].end
    return Number(amount, read.step / 2, start, end, read.sort, read.scale)


def _find_minus(tokens: Sequence[Token], at: int) -> int | None:
    """Find the minus of a numeral: "-1.3" behind a space, "minus 5", "minus-5"."""
    if at >= 2 and tokens[at - 2].text in ("minus", "negative"):
        return at - 2
    if at == 0 or tokens[at - 1].text not in _MINUS or tokens[at].kind != FIGURE:
        return None
    opens = at == 1 or tokens[at - 2].kind == SPACE or tokens[at - 2].text in "($€£<>"
    listed = at >= 3 and tokens[at - 3].kind == FIGURE and tokens[at].number % 1 == 0
    return at - 1 if opens and not listed else None


def _of_scale(tokens: Sequence[Token], part: Spelled) -> Spelled:
    """Multiply a part by the scale it is of: "half a million", "a quarter of a million"."""
    index = next_word(tokens, part.after)
    for word in ("of", "a"):
        if word_at(tokens, index) == word and index is not None:
            index = next_word(tokens, index + 1)
    if index is None or tokens[index].text not in scale_words():
        return part
    scale = read_spelled(tokens, index)
    if scale is None:
        return part
    return Spelled(part.amount * scale.amount, part.step * scale.amount, _ONE, scale.after)


def _read_cardinal(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read a figure or number words, with what adds a part or a scale to them."""
    token = tokens[at]
    if token.text in _ARTICLES:
        return _read_article(tokens, at)
    read = read_figure(tokens, at) if token.kind == FIGURE else read_spelled(tokens, at)
    if read is None or (token.text == "one" and _is_pronoun(tokens, at, read)):
        return None
    return _with_part(tokens, _with_point(tokens, read))


def _read_article(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read "a hundred", "a million and a half"; "a" before a unit is a numeral of its own."""
    index = next_word(tokens, at + 1)
    if index is None:
        return None
    if tokens[index].text in unit_words():
        return Spelled(_ONE, _ONE, _ONE, at + 1, "article")
    read = read_spelled(tokens, index) if tokens[index].text in scale_words() else None
    return _with_part(tokens, read) if read is not None else None


def _is_pronoun(tokens: Sequence[Token], at: int, read: Spelled) -> bool:
    """Whether "one" counts nothing: "the one", "no one", "one another", "one-off"."""
    if read.after > at + 1:
        return False
    index = next_word(tokens, at + 1)
    following = word_at(tokens, index)
    if following in unit_words():
        return False
    idiom = tokens[at + 1].text == "-" and following in _IDIOMS if index is not None else False
    named = at >= 2 and tokens[at - 2].text in _PRONOUN_BEFORE
    return named or idiom or following == "another"


def _with_point(tokens: Sequence[Token], read: Spelled) -> Spelled:
    """Add "point five" to a number in words, and the scale behind it."""
    index = next_word(tokens, read.after)
    if index is None or tokens[index].text != "point":
        return read
    digits, after = _digits(tokens, index + 1)
    if not digits:
        return read
    index = next_word(tokens, after)
    scale = scale_words().get(word_at(tokens, index), _ONE)
    if index is not None and scale > 1:
        after = index + 1
    amount = (read.amount + Decimal(f"0.{digits}")) * scale
    return Spelled(amount, Decimal(10) ** -len(digits) * scale, scale, after)


def _digits(tokens: Sequence[Token], after: int) -> tuple[str, int]:
    """Read the words behind a point, digit by digit: "zero three", "seventy-one"."""
    digits = ""
    index = next_word(tokens, after)
    while index is not None and tokens[index].text in small_words() and len(digits) < _FINEST:
        digits += str(small_words()[tokens[index].text])
        if digits.endswith("0") and len(digits) > 1 and digits[-2] != "0":
            follow = small_words().get(word_at(tokens, next_word(tokens, index + 1)), 0)
            digits = digits[:-1] if 0 < follow < 10 else digits
        after = index + 1
        index = next_word(tokens, after)
    return digits, after


def _with_part(tokens: Sequence[Token], read: Spelled) -> Spelled:
    """Add "and a half" to a whole number, and the scale behind it: "two and a half million"."""
    part = read_added_part(tokens, read.after) if read.amount % 1 == 0 else None
    if part is None:
        return read
    index = next_word(tokens, part.after)
    scale = scale_words().get(word_at(tokens, index))
    if scale is None or index is None:
        own = read.scale if read.scale >= _THOUSAND else _ONE
        return Spelled(read.amount + part.amount * own, part.step * own, _ONE, part.after)
    if read.scale > scale:
        return Spelled(read.amount + part.amount * scale, scale, _ONE, index + 1)
    return Spelled((read.amount + part.amount) * scale, part.step * scale, scale, index + 1)
