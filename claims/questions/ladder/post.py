"""Rungs for posts: who holds one, in one body, where one person alone can hold it."""

from __future__ import annotations

import re
from typing import Final

from claims.questions.ladder.deed import slots, words
from claims.questions.ladder.shared import certainty, story
from claims.questions.ladder.step import MAYBE, REFUSED, SAME, Rung, Step
from claims.questions.side import Pair

_FORMER: Final = re.compile(r"\b(?:former|ex|late|deputy|vice|acting|assistant|then|next)\b")


def title(pair: Pair) -> Step:
    """Ask whether both name the holder of one post that one person alone can hold."""
    one, other = (side.claim.subject.casefold() for side in (pair.left, pair.right))
    single = sorted(words("post", "single"), key=len, reverse=True)
    held = [next((t for t in single if re.search(rf"\b{t}\b", s)), "") for s in (one, other)]
    if not held[0] or held[0] != held[1]:
        return Step("title", REFUSED, "they name the holders of two posts")
    if _FORMER.search(one) or _FORMER.search(other):
        return Step("title", REFUSED, "one is a former or a deputy holder")
    return Step("title", SAME, f"both name the {held[0]}")


def body(pair: Pair) -> Step:
    """Ask whether it is the post of one body."""
    one, other = (slots(side.claim) for side in (pair.left, pair.right))
    named = [
        {k for slot, keys in part.items() if slot != "agent" for k in keys} for part in (one, other)
    ]
    if named[0] & named[1]:
        return Step("body", SAME, "of the same body")
    if named[0] and named[1]:
        return Step("body", REFUSED, "of two bodies")
    return Step("body", MAYBE, "of which body is not told by both")


RUNGS: Final[tuple[Rung, ...]] = (certainty, title, body, story)
