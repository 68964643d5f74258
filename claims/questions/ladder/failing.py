"""One act in many words: a dam bursts, breaks, is breached, gives way or collapses.

Held together only where the same thing is told to have done it, a dam or a wall; talks that
collapse break in no other sense, and a firm that fails does not burst.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from claims.data import load_toml
from claims.model import Claim

ONE_ACT: Final = "collapse"
"""The act that stands for all of them."""
_WAY: Final = "noun:way"


@cache
def _day(name: str) -> frozenset[str]:
    lists: dict[str, Any] = load_toml("comparison.toml")["day"]
    return frozenset(lists[name])


def thing_that_failed(act: str, claim: Claim) -> str:
    """Give the noun of what gave way: "dam"; "" where the claim tells of no such thing.

    Args:
        act: The act of the claim, without what marks it as generic.
        claim: The claim; it has nobody who did it to the thing.
    """
    if act not in _day("gives_way"):
        return ""
    done_by, done_to = (_slot(name, claim) for name in ("agent", "patient"))
    if (act == "give") != (done_to == [_WAY]):
        return ""
    things = done_by if act == "give" or not done_to else done_to
    if len(things) != 1 or (things is done_to and done_by):
        return ""
    noun = things[0].removeprefix("noun:")
    return noun if noun in _day("failing") else ""


def _slot(name: str, claim: Claim) -> list[str]:
    slots = (arg.partition(":") for arg in claim.scope.args)
    return [key for slot, _, key in slots if slot == name]
