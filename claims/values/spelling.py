"""Cardinal numbers in words, and figures with scale words behind them.

"twenty-five", "two hundred and six thousand", "three lakh crore", "4 thousand 3 hundred and 21".
Refuses to join what may be two numbers: "twenty thirty", "between one hundred and two hundred".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.token import FIGURE, Token, next_word, word_at

_HUNDRED: Final = Decimal(100)
_QUARTERS: Final = frozenset({"half", "halves", "quarter", "quarters", "thirds"})
"""Parts that add to a hundred: "one hundred and three quarters"."""

_THOUSAND: Final = Decimal(1000)
_ONE: Final = Decimal(1)
_GREATEST: Final = Decimal(10) ** 15
"""No scale word is taken behind a scale of this size."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A cardinal number that was read.

    Args:
        amount: The number.
        step: What one of the last digit or word that counts is worth: twenty -> 10, a million ->
            1 000 000, 1.2 million -> 100 000.
        scale: The scale that multiplies all of it, 1 where there is none.
        after: Index of the token behind it.
        sort: What else it is: "vague" without an upper end, "share" a part of one, "rough" not
            exact by its words, "article" only "a" before a unit; empty for plain numbers.
    """

    amount: Decimal
    step: Decimal
    scale: Decimal
    after: int
    sort: str = ""


@cache
def small_words() -> Mapping[str, int]:
    """Give the words for 0 to 19 and for the tens."""
    table = load_toml("numbers.toml")
    return {**table["units"], **table["tens"]}


@cache
def scale_words() -> Mapping[str, Decimal]:
    """Give the words that multiply what stands before them, "dozen" to "trillion"."""
    return {word: Decimal(scale) for word, scale in load_toml("numbers.toml")["scales"].items()}


def half_digit(figure: str, scale: Decimal = _ONE) -> Decimal:
    """Give half a unit of the last digit that counts in a printed figure, times its scale.

    "3,500" -> 50, "42" -> 0.5, "1.2" with a million -> 50 000. Zeros at the end of a whole number
    do not count; a figure of zero has the precision of a unit.
    """
    plain = "".join(sign for sign in figure if sign.isdigit() or sign == ".")
    if "." in plain:
        return scale * Decimal(10) ** -len(plain.partition(".")[2]) / 2
    zeros = len(plain) - len(plain.rstrip("0")) if plain.strip("0") else 0
    return scale * Decimal(10) ** zeros / 2


def read_spelled(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read the cardinal number that begins with a token, as far as it goes.

    "two million three hundred thousand and five" is one number; the last group that fits ends it.
    """
    if not _opens(tokens[at]):
        return None
    total = group = _group(tokens, at)
    while total is not None and group is not None and group.scale >= _THOUSAND:
        group = _smaller_group(tokens, group)
        if group is not None:
            amount = total.amount + group.amount
            total = Spelled(amount, group.step, _ONE, group.after)
    return total


def _opens(token: Token) -> bool:
    """Whether a number can begin with a token: most words are told apart by one look."""
    if token.kind == FIGURE or token.text in _openers():
        return True
    return token.text.removesuffix("fold") in small_words()


@cache
def _openers() -> frozenset[str]:
    return frozenset({*small_words(), *scale_words(), "hundred"})


def _smaller_group(tokens: Sequence[Token], last: Spelled) -> Spelled | None:
    """Read what adds to a group: less than its scale, with "and" or without."""
    at = next_word(tokens, last.after)
    joined = at is not None and tokens[at].text == "and" and not _is_between(tokens, at)
    if joined and at is not None:
        at = next_word(tokens, at + 1)
    group = _group(tokens, at) if at is not None else None
    if at is None or group is None or group.amount >= last.scale:
        return None
    loose = tokens[at].kind == FIGURE and group.after == at + 1
    if _counts_parts(tokens, group) or (loose and not (joined and last.scale == _THOUSAND)):
        return None
    return group


@cache
def _part_words() -> frozenset[str]:
    table = load_toml("numbers.toml")
    plural = [f"{word}s" for word in (*table["ordinals"], *table["ordinal_scales"])]
    return frozenset({*table["parts"], *plural} - {"seconds"})


def _counts_parts(tokens: Sequence[Token], group: Spelled) -> bool:
    """Whether a number counts halves or thirds: "two million and one half"."""
    word = word_at(tokens, next_word(tokens, group.after))
    single = group.amount == 1 and word in load_toml("numbers.toml")["ordinals"]
    return single or word in _part_words()


def _group(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read a number below a thousand, or any figure, and the scale words behind it."""
    head = _below_thousand(tokens, at)
    scale = head.scale if head is not None else _ONE
    while scale < _GREATEST:
        index = at if head is None else next_word(tokens, head.after)
        word = tokens[index].text if index is not None else ""
        if index is None or word not in scale_words() or scale_words()[word] == _HUNDRED:
            return head
        factor = scale_words()[word]
        scale *= factor
        if head is None:
            head = Spelled(_ONE, _ONE, _ONE, index)
        head = Spelled(head.amount * factor, head.step * factor, scale, index + 1)
    return head


def _below_thousand(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read "sixty-one", "two hundred and six", "hundred", or a figure, also with "hundred"."""
    head = _figure(tokens, at) or _small(tokens, at)
    index = at if head is None else next_word(tokens, head.after)
    if index is None or tokens[index].text != "hundred":
        return head
    head = head or Spelled(_ONE, _ONE, _ONE, at)
    if head.amount >= _HUNDRED and tokens[at].kind != FIGURE:
        return head
    rest = _after_hundred(tokens, index + 1)
    hundreds = head.amount * _HUNDRED
    if rest is None:
        return Spelled(hundreds, head.step * _HUNDRED, _HUNDRED, index + 1)
    return Spelled(hundreds + rest.amount, rest.step, _ONE, rest.after)


def _after_hundred(tokens: Sequence[Token], after: int) -> Spelled | None:
    at = next_word(tokens, after)
    joined = at is not None and tokens[at].text == "and" and not _is_between(tokens, at)
    if joined and at is not None:
        at = next_word(tokens, at + 1)
    if at is None:
        return None
    rest = _small(tokens, at) or (_figure(tokens, at) if joined else None)
    if rest is None or not 0 < rest.amount < _HUNDRED or rest.amount % 1:
        return None
    own = word_at(tokens, next_word(tokens, rest.after)) == "hundred"
    parts = word_at(tokens, next_word(tokens, rest.after)) in _QUARTERS
    return None if own or (joined and parts) else rest


def _is_between(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "and" may be the one of "between … and": the word stands just before."""
    earlier = tokens[max(0, at - 16) : at]
    return any(token.text == "between" for token in earlier)


def _figure(tokens: Sequence[Token], at: int) -> Spelled | None:
    token = tokens[at]
    if token.kind != FIGURE:
        return None
    return Spelled(token.number, 2 * half_digit(token.text), _ONE, at + 1)


def _small(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read a number below a hundred: "seven", "sixty", "sixty-one"."""
    word = tokens[at].text
    number = small_words().get(word.removesuffix("fold"))
    if number is None:
        return None
    tens = Spelled(Decimal(number), Decimal(10 if number and number % 10 == 0 else 1), _ONE, at + 1)
    index = next_word(tokens, at + 1) if number >= 20 else None
    unit = small_words().get(tokens[index].text, 0) if index is not None else 0
    if index is None or not 0 < unit < 10:
        return tens
    return Spelled(Decimal(number + unit), _ONE, _ONE, index + 1)
