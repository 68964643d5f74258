"""Numerals without an upper end: "dozens", "tens of thousands", "several hundred", "a few dozen".

Each is the least it can mean. Refuses scores of a game and tens of a sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.spelling import Spelled, read_spelled, scale_words
from claims.values.token import WORD, Token, next_word, word_at

_ONE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
_AFTER_SCORES: Final = frozenset(
    "were are have had killed wounded injured died fled missing arrested dead more".split()
)
_ONE_PAIR: Final = frozenset(
    "shoes trousers jeans pants shorts tights glasses sunglasses spectacles goggles binoculars "
    "scissors pliers tongs gloves socks stockings boots sandals trainers sneakers slippers skis "
    "skates earrings wings eyes hands legs ears wheels".split()
)
"""What comes in pairs of which nobody counts the parts."""


@cache
def _least() -> Mapping[str, Decimal]:
    return {word: Decimal(least) for word, least in load_toml("numbers.toml")["vague"].items()}


@cache
def _several() -> Mapping[str, int]:
    return dict(load_toml("numbers.toml")["several"])


def read_vague(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read "dozens", "tens of thousands", "several hundred", "a couple of", "a pair of"."""
    if tokens[at].text in _least():
        return _plural(tokens, at)
    index = next_word(tokens, at + 1) if tokens[at].text == "a" else at
    if index is None:
        return None
    if tokens[index].text == "couple":
        return _couple(tokens, index)
    if tokens[index].text == "pair" and index > at:
        return _pair(tokens, index)
    return _some(tokens, index)


def _plural(tokens: Sequence[Token], at: int) -> Spelled | None:
    amount, last = _least()[tokens[at].text], at
    index = next_word(tokens, at + 1)
    while word_at(tokens, index) == "of" and index is not None:
        index = next_word(tokens, index + 1)
        more = _least().get(word_at(tokens, index))
        if index is None or more is None or amount > 10**12:
            break
        amount, last = amount * more / 2, index
        index = next_word(tokens, last + 1)
    if last == at and not _counts_alone(tokens, at):
        return None
    return Spelled(amount, Decimal(0), _ONE, last + 1, "vague")


def _counts_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether "scores" or "tens" counts something by itself."""
    if tokens[at].text not in ("scores", "tens"):
        return True
    index = next_word(tokens, at + 1)
    if word_at(tokens, index) != "of" or index is None:
        return at == 0 and word_at(tokens, index) in _AFTER_SCORES
    behind = next_word(tokens, index + 1)
    return behind is not None and tokens[behind].kind == WORD


def _some(tokens: Sequence[Token], index: int) -> Spelled | None:
    """Read "several hundred", "few dozen"."""
    least = _several().get(tokens[index].text)
    scale = _scale(tokens, index + 1) if least is not None else None
    if least is None or scale is None:
        return None
    return Spelled(least * scale.amount, Decimal(0), _ONE, scale.after, "vague")


def _couple(tokens: Sequence[Token], index: int) -> Spelled | None:
    """Read "couple of", "couple of hundred": two, and not exactly."""
    of = next_word(tokens, index + 1)
    if word_at(tokens, of) != "of" or of is None:
        return None
    scale = _scale(tokens, of + 1)
    if scale is None:
        return Spelled(Decimal(2), _ONE, _ONE, of + 1, "rough")
    return Spelled(2 * scale.amount, scale.amount, scale.amount, scale.after, "rough")


def _pair(tokens: Sequence[Token], index: int) -> Spelled | None:
    """Read "a pair of": two, but not of trousers, which are one."""
    of = next_word(tokens, index + 1)
    if word_at(tokens, of) != "of" or of is None:
        return None
    if word_at(tokens, next_word(tokens, of + 1)) in _ONE_PAIR:
        return None
    return Spelled(Decimal(2), _ONE, _ONE, of + 1)


def _scale(tokens: Sequence[Token], after: int) -> Spelled | None:
    index = next_word(tokens, after)
    if index is None or tokens[index].text not in scale_words():
        return None
    return read_spelled(tokens, index)
