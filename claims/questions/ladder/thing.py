"""Whether two acts befell one thing, where it is known by a noun alone: the upper dam, the dam."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from claims.data import load_toml
from claims.questions.ladder.argument import is_name, names_among, slots
from claims.questions.side import Pair, Side

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
    return any(_tells_one(noun, pair) for noun in nouns)


def _tells_one(noun: str, pair: Pair) -> bool:
    """Whether the words before a noun leave both sides the same thing."""
    one, other = (_words_before(noun, side) for side in (pair.left, pair.right))
    if one is None or other is None:
        return False
    nested = one <= other or other <= one
    return nested and not _day("apart") & (one ^ other)


def _words_before(noun: str, side: Side) -> frozenset[str] | None:
    """Give the words that narrow a noun in the subject; None where it is told of several.

    The article before it is looked up in the quote, since a subject is told without it.
    """
    subject = _WORD.findall(side.claim.subject.casefold())
    if noun not in subject:
        return None
    before = subject[: subject.index(noun)]
    quoted = _WORD.findall(side.claim.quote.casefold())
    phrase = [*before, noun]
    for at in range(1, len(quoted) - len(phrase) + 1):
        if quoted[at : at + len(phrase)] == phrase and quoted[at - 1] in ("a", "an"):
            return None
    return frozenset(before)
