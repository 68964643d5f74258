"""Whether two acts befell one thing, where it is known by a noun alone: the upper dam, the dam."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from claims.data import load_toml
from claims.questions.ladder.argument import called, is_name, names_among, slots
from claims.questions.side import Pair, Side

_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their", "this", "that"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _day(name: str) -> frozenset[str]:
    lists: dict[str, Any] = load_toml("comparison.toml")["day"]
    return frozenset(lists[name])


def happens_once_ever(act: str) -> bool:
    """Whether an act happens to a thing but once in all its time, as building does."""
    return act in _day("once_ever")


def is_one_thing(pair: Pair) -> bool:
    """Whether both acts befell what is known to be one thing.

    A name is enough. Of a noun there must be one, told by the article as the one it speaks of:
    "the dam" is "the tailings dam", neither "a dam" nor "the upper dam".
    """
    left, right = (slots(side).get("patient", frozenset()) for side in (pair.left, pair.right))
    if names_among(left & right):
        return True
    nouns = [key.partition(":")[2] for key in sorted(left & right) if not is_name(key)]
    return any(_are_definite(noun, pair) and not told_apart(noun, pair) for noun in nouns)


def told_apart(noun: str, pair: Pair) -> bool:
    """Whether the words before a noun tell two things: the upper dam and the lower one."""
    one, other = (_words_before(noun, side) for side in (pair.left, pair.right))
    if one is None or other is None:
        return True
    nested = one <= other or other <= one
    return not nested or bool(_day("apart") & (one ^ other))


def _words_before(noun: str, side: Side) -> frozenset[str] | None:
    """Give the words that narrow a noun in the subject; None where it is told of several.

    The subject of "the dam gave way" is no dam: there the quote is read, from its article on.
    """
    for text in (side.claim.subject, side.claim.quote):
        words = _WORD.findall(text.casefold())
        at = next((at for at, word in enumerate(words) if word in called(noun)), None)
        if at is not None:
            before = words[:at]
            articles = [at for at, word in enumerate(before) if word in _ARTICLES]
            return frozenset(before[articles[-1] + 1 :] if articles else before)
    return None


def _are_definite(noun: str, pair: Pair) -> bool:
    return not any(_is_one_of_many(noun, side) for side in (pair.left, pair.right))


def _is_one_of_many(noun: str, side: Side) -> bool:
    """Whether "a" stands before the noun in the quote; a subject is told without its article."""
    words = _WORD.findall(side.claim.subject.casefold())
    at = next((at for at, word in enumerate(words) if word in called(noun)), len(words))
    phrase = " ".join([*words[:at], *(words[at : at + 1] or [noun])])
    quote = " ".join(_WORD.findall(side.claim.quote.casefold()))
    return f" a {phrase} " in f" {quote} " or f" an {phrase} " in f" {quote} "
