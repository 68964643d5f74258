"""What a claim tells of an act: which act, and what of it is the answer.

Five questions are asked of an act: whether it was done, by whom, when, where; and of a post, who
holds it. Roles are stored as "arrest", "arrest:on", "arrest:in"; the act is what stands before
the colon.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from claims.data import load_toml
from claims.model import Claim, Polarity
from claims.questions.ladder.failing import ONE_ACT, thing_that_failed
from claims.questions.ladder.opposite import affirmative
from claims.questions.ladder.thing import happens_once_ever
from claims.questions.side import Side
from claims.values.days import Days

GENERIC: Final = "svo:"
_FIRST: Final = "first:noun:time"
_HELD: Final = "held:noun:actor"


@cache
def words(table: str, name: str) -> frozenset[str]:
    """Give one list of comparison.toml."""
    lists: dict[str, Any] = load_toml("comparison.toml")[table]
    return frozenset(lists[name])


@cache
def _one_actor() -> frozenset[str]:
    rows = load_toml("predicates.toml")["predicate"]
    return frozenset(row["name"] for row in rows if row.get("one_actor"))


def act_of(claim: Claim) -> str:
    """Give the act a claim is about: "arrest" for "arrest:on", "svo:open" for "svo:open:in"."""
    generic = claim.role.startswith(GENERIC)
    act = claim.role.removeprefix(GENERIC).partition(":")[0]
    return f"{GENERIC}{act}" if generic else act


@cache
def _happenings() -> Mapping[str, str]:
    groups = load_toml("comparison.toml")["day"]["one_happening"]
    return {act: group[0] for group in groups for act in group}


def happening_of(claim: Claim) -> str:
    """Give the act, or where its day or place is told, the happening that it is a part of.

    Who was shot on Monday and killed on Tuesday was hit by one thing on two days.
    """
    act = act_of(claim)
    if asks(claim) == "done":
        return affirmative(act)
    if failed_thing(claim):
        return ONE_ACT
    return _happenings().get(act.removeprefix(GENERIC), act)


def asks(claim: Claim) -> str:
    """Give what a claim says of its act: "done", "on", "in"; "" where nothing is compared.

    To whom it was done, by nobody that is told, says only that it was: "the mayor was arrested".
    """
    rest = claim.role.removeprefix(GENERIC).partition(":")[2]
    if isinstance(claim.value, Days):
        return "on" if rest == "on" else ""
    if is_undergone(claim):
        return "done"
    return {"": "done", "in": "in"}.get(rest, "")


def is_undergone(claim: Claim) -> bool:
    """Whether a claim tells to whom an act of the table was done, and nobody who did it."""
    if claim.polarity is not Polarity.AFFIRMED or claim.role.startswith(GENERIC):
        return False
    by_whom = any(arg.startswith("agent:") for arg in claim.scope.args)
    return claim.role.endswith(":object") and not by_whom


def one_actor(claim: Claim) -> bool:
    """Whether as a rule one party alone can have done the act to one object.

    So it is with any act for which somebody is blamed, or takes responsibility.
    """
    return act_of(claim) in _one_actor() or _HELD in claim.scope.args


def failed_thing(claim: Claim) -> str:
    """Give the noun of what gave way on the day or at the place a claim tells; "" for nothing."""
    return "" if asks(claim) == "done" else thing_that_failed(bare_act(claim), claim)


def bare_act(claim: Claim) -> str:
    """Give the act without the mark of a verb that no table has: "open" for "svo:open"."""
    return act_of(claim).removeprefix(GENERIC)


def is_once(side: Side) -> bool:
    """Whether an act happens but once: building does, and whatever is told as the first."""
    return happens_once_ever(bare_act(side.claim)) or _FIRST in side.claim.scope.args
