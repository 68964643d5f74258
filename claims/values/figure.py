"""Figures with the scale or unit that is glued to them: "1.2bn", "95m", "40k", "256GB".

Refuses figures that touch letters which are neither a scale, a unit nor money: "5G", "747s".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.currency import opens_with_currency
from claims.values.ordinal import SUFFIXES
from claims.values.spelling import Spelled, half_digit, read_spelled, scale_words
from claims.values.token import FIGURE, SPACE, WORD, Token, next_word, word_at
from claims.values.unit import is_glued_unit

_ONE: Final = Decimal(1)
_SIGNS: Final = frozenset("$€£¥₹₽₩₺₴₪₦₱")
_LENGTHS: Final = frozenset({"m", "mm"})
"""Metres and millimetres, or millions."""


@cache
def _scales() -> Mapping[str, Decimal]:
    scales = load_toml("numbers.toml")["short_scales"]
    return {word: Decimal(scale) for word, scale in scales.items()}


@cache
def _metre_words() -> frozenset[str]:
    return frozenset(load_toml("units.toml")["metres"]["after"])


def read_figure(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read a figure with the scale behind it; None where it is part of a name."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.text == "^":
        return None
    if following is None or following.kind != WORD:
        return _spaced(tokens, at) or read_spelled(tokens, at)
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    if behind is not None and behind.kind == FIGURE:
        squared = behind.text == "2" and following.text in ("m", "km", "cm")
        return _plain(tokens, at) if squared else None
    if following.text in SUFFIXES:
        return None
    if following.text in _LENGTHS and not _has_sign(tokens, at):
        millions = following.text == "m" and not _is_length(tokens, at + 2)
        return _times(tokens[at], Decimal(1_000_000), at + 2) if millions else _plain(tokens, at)
    scale = _scales().get(following.text) or scale_words().get(following.text)
    if scale is not None:
        return _times(tokens[at], scale, at + 2)
    return _plain(tokens, at) if is_glued_unit(following.printed) else None


def _spaced(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read "1.2 bn"; single letters ("3 m", "10 k") only behind the sign of a currency."""
    index = next_word(tokens, at + 1)
    word = word_at(tokens, index)
    scale = _scales().get(word)
    if index is None or scale is None:
        return None
    sure = _has_sign(tokens, at) or (len(word) > 1 and word not in _LENGTHS)
    return _times(tokens[at], scale, index + 1) if sure else None


def _is_length(tokens: Sequence[Token], after: int) -> bool:
    """Whether what follows says that "m" is metres: "the 100m final", "3m high"."""
    index = next_word(tokens, after)
    return word_at(tokens, index) in _metre_words()


def _has_sign(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign or code of money stands before a figure."""
    index = at - 1
    if index > 0 and tokens[index].kind == SPACE:
        index -= 1
    if index < 0:
        return False
    return tokens[index].text in _SIGNS or opens_with_currency(tokens[index].printed)


def _plain(tokens: Sequence[Token], at: int) -> Spelled:
    return Spelled(tokens[at].number, 2 * half_digit(tokens[at].text), _ONE, at + 1)


def _times(token: Token, scale: Decimal, after: int) -> Spelled:
    return Spelled(token.number * scale, 2 * half_digit(token.text, scale), scale, after)
