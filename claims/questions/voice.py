"""Whether two articles have one and the same source, though they may not name it alike.

"The Syrian Observatory for Human Rights" of one article is "the Britain-based observatory" of
another. Only nouns that few bodies bear tell so much: two ministries are two.
"""

from __future__ import annotations

import re
from typing import Final

from claims.model import Claim, Speaker
from claims.questions.side import Pair, Side
from claims.values.rarity import rarity

_UNNAMED: Final = "words:"
_RARE: Final = 15.0
_ROLES: Final = frozenset({"responders", "rescuers", "medics", "watchdog", "spokesperson"})
"""Rare words that many bodies and persons bear."""


def one_source(pair: Pair) -> bool:
    """Whether a speaker of one article is a speaker of the other."""
    return bool(_shared(pair)) or _alike(pair)


def one_named_source(pair: Pair) -> bool:
    """Whether that speaker is told from others of its sort: the ministry of health, no "police"."""
    named = any(" " in key or not key.startswith(_UNNAMED) for key in _shared(pair))
    return named or _alike(pair)


def one_chain(left: Claim, right: Claim) -> bool:
    """Whether both chains have the same speakers; who speaks with others is the same alone."""
    links = len(left.speakers), len(right.speakers)
    return links[0] == links[1] and all(map(_one_link, left.speakers, right.speakers))


def one_head(left: Claim, right: Claim) -> bool:
    """Whether both outermost speakers are the same, or both are the author."""
    return all(map(_one_link, left.speakers[:1], right.speakers[:1])) and (
        bool(left.speakers) == bool(right.speakers)
    )


def _one_link(left: Speaker, right: Speaker) -> bool:
    return left.key == right.key or not set(left.keys).isdisjoint(right.keys)


def _shared(pair: Pair) -> set[str]:
    return set(pair.left.once(_sources)).intersection(pair.right.once(_sources))


def _sources(side: Side) -> frozenset[str]:
    """Give the keys of the speakers, one key for "first responders" and "a team of responders"."""
    return frozenset(map(_source, side.chain))


def _source(key: str) -> str:
    if not key.startswith(_UNNAMED):
        return key
    words = _A_GROUP_OF.sub("", key.removeprefix(_UNNAMED)).split()
    told = [word for word in words if word not in _EMPTY] or words
    told[-1:] = [_singular(word) for word in told[-1:]]
    return f"{_UNNAMED}{' '.join(told)}"


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun


_A_GROUP_OF: Final = re.compile(r"^(?:teams?|groups?|numbers?|members?|crews?|couple|pair|one) of ")
_EMPTY: Final = frozenset("first local several some many various".split())
"""Words before a noun for speakers that tell no other speakers from them."""


def _alike(pair: Pair) -> bool:
    return _called_by(pair.left, pair.right) or _called_by(pair.right, pair.left)


def _called_by(one: Side, other: Side) -> bool:
    """Whether one has a speaker whose noun stands in the name of a speaker of the other."""
    names = {word for s in other.claim.speakers for word in s.name.casefold().split()}
    return any(
        noun in names and rarity(noun) >= _RARE and noun not in _ROLES
        for noun in (key.rpartition(" ")[2] for key in one.chain if key.startswith(_UNNAMED))
    )
