"""Parts of one: "two thirds", "a quarter of", "3/4", "½", "one in five", "one and a half".

Refuses what only looks like a part: "a third attempt", "the first quarter", "24/7", "one in 2016".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.ordinal import ordinal_scales, ordinal_words
from claims.values.spelling import Spelled, read_spelled, scale_words
from claims.values.token import FIGURE, MARK, SPACE, WORD, Token, next_word, word_at
from claims.values.unit import measure_words

_ONE: Final = Decimal(1)
_STEP: Final = Decimal("0.1")
"""Parts in words are rounded: "a third" is said of 31 % and of 36 %."""

_PRINTED: Final = frozenset({2, 3, 4, 5, 8, 10, 12, 16, 20, 32, 64, 100})
"""Denominators of printed parts; others are dates and names ("9/11", "24/7")."""

_OPEN_ENDS: Final = frozenset(".,;:!?)")
_OF: Final = frozenset("of the a an his her its their our my all as more less per".split())
_BEFORE_ANY: Final = frozenset(
    "than over nearly almost about under least roughly around above below by".split()
)
_GOES_ON: Final = frozenset(
    "and or to but were was are is have had has said say voted died live lived went goes".split()
)
_WITHIN: Final = frozenset("in for during within per each every".split())
_NEVER_HALF: Final = frozenset("first second other better half latter former".split())
_PERIODS: Final = frozenset("first second third fourth last past this next previous".split())


@cache
def denominators() -> Mapping[str, int]:
    """Give the words for the parts of one: "third", "thirds", "quarter", "hundredths"."""
    singular = {word: part for word, part in ordinal_words().items() if part > 2}
    singular |= {word: int(part) for word, part in ordinal_scales().items()}
    plural = {f"{word}s": part for word, part in singular.items()}
    return {**singular, **plural, **load_toml("numbers.toml")["parts"]}


def read_part(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read the part of one that begins with a token; None where none does."""
    token = tokens[at]
    if token.kind == MARK:
        return _vulgar(token, at)
    if token.kind == FIGURE:
        return _printed(tokens, at) or _among(tokens, at)
    return _half(tokens, at) or _worded(tokens, at) or _among(tokens, at)


def read_added_part(tokens: Sequence[Token], after: int) -> Spelled | None:
    """Read what adds a part to a whole: "and a half", "and three quarters", " 1/2", "½"."""
    if after < len(tokens) and tokens[after].kind == MARK:
        return _vulgar(tokens[after], after)
    index = next_word(tokens, after)
    if index is None:
        glued = after + 1 < len(tokens) and tokens[after].kind == SPACE
        return _vulgar(tokens[after + 1], after + 1) if glued else None
    if tokens[index].kind == FIGURE:
        return _printed(tokens, index)
    index = next_word(tokens, index + 1) if tokens[index].text == "and" else None
    if index is None:
        return None
    if tokens[index].text == "half" and _adds(tokens, index):
        return Spelled(Decimal("0.5"), _STEP, _ONE, index + 1, "share")
    return _worded(tokens, index, added=True)


def _adds(tokens: Sequence[Token], index: int) -> bool:
    """Whether "and half" goes on with the number before, and not with "half the crew"."""
    return word_at(tokens, next_word(tokens, index + 1)) not in _OF - {"a", "an", "as"}


def _vulgar(token: Token, at: int) -> Spelled | None:
    amount = unicodedata.numeric(token.text, None) if len(token.text) == 1 else None
    if amount is None or not 0 < amount < 1:
        return None
    for below in range(2, 11):
        if abs(amount * below - round(amount * below)) < 1e-9:
            return Spelled(Decimal(round(amount * below)) / below, _STEP, _ONE, at + 1, "share")
    return None


def _printed(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read "3/4"."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "/" or tokens[at + 2].kind != FIGURE:
        return None
    above, below = tokens[at].number, tokens[at + 2].number
    glued = at + 3 < len(tokens) and tokens[at + 3].text == "/"
    if below not in _PRINTED or not 0 < above < below or above % 1 or glued:
        return None
    return Spelled(above / below, _STEP, _ONE, at + 3, "share")


def _half(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read "half of", "half the", "half a", "a half", "a quarter of"; not "the first half"."""
    token = tokens[at]
    article = token.text in ("a", "an")
    index = next_word(tokens, at + 1) if article else at
    if index is None or tokens[index].text not in ("half", "quarter"):
        return None
    before = tokens[at - 2].text if at >= 2 else ""
    joint = tokens[at - 1].kind if at else SPACE
    if before in _PERIODS | _NEVER_HALF or (joint == MARK and tokens[at - 1].text == "-"):
        return None
    if tokens[index].text == "quarter" and not _is_quarter(tokens, index, before, article=article):
        return None
    if before not in _BEFORE_ANY and not _stands_open(tokens, index + 1, ends=article):
        return None
    amount = _ONE / denominators()[tokens[index].text]
    return Spelled(amount, _STEP, _ONE, index + 1, "share")


def _is_quarter(tokens: Sequence[Token], index: int, before: str, *, article: bool) -> bool:
    """Whether a quarter is a part and not three months: "a quarter of", "quarter million"."""
    return _scale_behind(tokens, index + 1) or (article and before not in _WITHIN)


def _stands_open(tokens: Sequence[Token], after: int, *, ends: bool = True) -> bool:
    """Whether what follows lets a singular part be one: "of", "the", a scale, perhaps the end."""
    if after >= len(tokens) or tokens[after].text in _OPEN_ENDS:
        return ends
    index = next_word(tokens, after)
    if index is None:
        return False
    word = tokens[index].text
    return word in _OF | _GOES_ON or word in scale_words() or word in measure_words()


def _scale_behind(tokens: Sequence[Token], after: int) -> bool:
    index = next_word(tokens, after)
    return index is not None and tokens[index].text in scale_words()


def _worded(tokens: Sequence[Token], at: int, *, added: bool = False) -> Spelled | None:
    """Read "two thirds", "one-third", "a third of"."""
    if tokens[at].kind != WORD:
        return None
    article = tokens[at].text in ("a", "an")
    above = Spelled(_ONE, _ONE, _ONE, at + 1) if article else read_spelled(tokens, at)
    index = next_word(tokens, above.after) if above is not None else None
    if above is None or index is None or above.amount < 1 or above.amount % 1:
        return None
    word = tokens[index].text
    below = denominators().get(word)
    period = at >= 2 and tokens[at - 2].text in _PERIODS
    if below is None or period or (word in ("half", "halves") and not added):
        return None
    plural = above.amount > 1 and word.endswith("s")
    single = above.amount == 1 and not word.endswith("s")
    sure = (
        added or tokens[index - 1].text == "-" or (at >= 2 and tokens[at - 2].text in _BEFORE_ANY)
    )
    if plural or (single and (sure or _stands_open(tokens, index + 1))):
        return Spelled(above.amount / below, _STEP, _ONE, index + 1, "share")
    return None


def _among(tokens: Sequence[Token], at: int) -> Spelled | None:
    """Read "one in five", "two out of every three"."""
    above = read_spelled(tokens, at)
    index = next_word(tokens, above.after) if above is not None else None
    if above is None or index is None or tokens[index].text not in ("in", "out"):
        return None
    words = [tokens[index].text]
    behind = next_word(tokens, index + 1)
    while behind is not None and tokens[behind].text in ("of", "every"):
        words.append(tokens[behind].text)
        behind = next_word(tokens, behind + 1)
    sure = words[1:] != [] and (words[0] == "in" or "of" in words)
    below = read_spelled(tokens, behind) if behind is not None else None
    if below is None or not (sure or _asks_for_part(tokens, at, above, below)):
        return None
    if not above.amount < below.amount or above.amount % 1 or below.amount % 1:
        return None
    counted = next_word(tokens, below.after)
    if counted is not None and tokens[counted].text in measure_words():
        return None
    return Spelled(above.amount / below.amount, _STEP, _ONE, below.after, "share")


def _asks_for_part(tokens: Sequence[Token], at: int, above: Spelled, below: Spelled) -> bool:
    """Whether "one in five" is a part: said of one, or of few in a round ten."""
    if tokens[at].text not in ("one", "1") and below.amount not in (3, 4, 5, 10, 100):
        return False
    earlier = tokens[at - 2].text if at >= 2 else ""
    return above.amount <= 10 and below.amount <= 1000 and earlier not in ("the", "this", "that")
