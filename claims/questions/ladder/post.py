"""Rungs for posts: who holds one, in one body, where one person alone can hold it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from claims.questions.ladder.act import words
from claims.questions.ladder.argument import names_of_args
from claims.questions.ladder.shared import certainty, story
from claims.questions.ladder.step import REFUSED, SAME, Flight, Step, each
from claims.questions.side import Pair, Side
from claims.values.party import Party

FORMER: Final = re.compile(r"\b(?:former|ex|late|deputy|vice|acting|assistant|then|next)\b")


def title(pair: Pair) -> Step:
    """Ask whether both name the holder of one post that one person alone can hold."""
    (one, former), (other, also_former) = (side.once(_held) for side in (pair.left, pair.right))
    if not one or one != other:
        return Step("title", REFUSED, "they name the holders of two posts")
    if former or also_former:
        return Step("title", REFUSED, "one is a former or a deputy holder")
    return Step("title", SAME, f"both name the {one}")


def _held(side: Side) -> tuple[str, bool]:
    """Give the post that one person alone can hold, and whether it is held no more or not yet."""
    subject = side.claim.subject.casefold()
    single = sorted(words("post", "single"), key=len, reverse=True)
    held = next((post for post in single if re.search(rf"\b{post}\b", subject)), "")
    return held, FORMER.search(subject) is not None


def body(pair: Pair) -> Step:
    """Demand that it is the post of one body that both name."""
    one, other = (side.once(_bodies) for side in (pair.left, pair.right))
    if one & other:
        return Step("body", SAME, "of the same body")
    if one and other:
        return Step("body", REFUSED, "of two bodies")
    return Step("body", REFUSED, "of which body is not told by both")


def _bodies(side: Side) -> frozenset[str]:
    """Give the bodies named with a post: those concerned, and those in its words."""
    claim = side.claim
    own = claim.value.key if isinstance(claim.value, Party) else ""
    named = {*names_of_args(side), *claim.scope.about}
    return frozenset(key for key in named if key != own and not key.startswith("person:"))


def spelling(pair: Pair) -> Step:
    """Take two spellings of one name for one person."""
    one, other = (side.claim.value.text.casefold() for side in (pair.left, pair.right))
    if SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ONE_NAME:
        return Step("spelling", REFUSED, "they may spell one name in two ways")
    return Step("spelling", SAME, "")


_ONE_NAME: Final = 0.8
"""How alike two names must be to be taken for one, from 0 to 1."""


def term(pair: Pair) -> Step:
    """Hold two holders against each other only of one time: a post passes on."""
    left, right = (side.facts.day is None for side in (pair.left, pair.right))
    if pair.one_text:
        return Step("term", SAME, "")
    undated = left and right and pair.story.words < _ONE_TIME
    if undated or left is not right or (pair.story.days or 0) > _TERM:
        return Step("term", REFUSED, "the post may have passed on from one to the other")
    return Step("term", SAME, "")


_TERM: Final = 60
"""Days within which a post is taken not to pass on."""
_ONE_TIME: Final = 0.3
"""How far two undated articles must agree in telling words to be taken to be of one time."""

FLIGHTS: Final[tuple[Flight, ...]] = (each(certainty, title, body, spelling, term, story),)
