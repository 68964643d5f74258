"""Acts that deny one another: who was acquitted of fraud was not convicted of it.

An act told by its opposite is the denial of that act. Charges tell two denials apart: who is
convicted of fraud may be acquitted of bribery.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.model import Claim, Polarity
from claims.questions.ladder.argument import slots
from claims.questions.ladder.step import REFUSED, SAME, Step
from claims.questions.side import Pair, Side

_CHARGED: Final = ("of", "with", "for", "to", "on")
_NO_CHARGE: Final = frozenset({"count", "trial", "ground"})


@cache
def _opposites() -> Mapping[str, str]:
    table: dict[str, str] = load_toml("comparison.toml")["opposite"]
    return table


def affirmative(act: str) -> str:
    """Give the act that one act denies: "convict" for "acquit"; any other as it is."""
    return _opposites().get(act, act)


def polarity_of(claim: Claim) -> Polarity:
    """Say whether an act was done, one that is told by its opposite turned round."""
    if claim.role.partition(":")[0] not in _opposites():
        return claim.polarity
    denied = claim.polarity is Polarity.DENIED
    return Polarity.AFFIRMED if denied else Polarity.DENIED


def is_turned(claim: Claim) -> bool:
    """Whether a claim tells an act by its opposite."""
    return claim.role.partition(":")[0] in _opposites()


def charged(pair: Pair) -> Step:
    """Hold a denial only against the same charge, where both tell one."""
    left, right = pair.left.claim, pair.right.claim
    if polarity_of(left) is polarity_of(right):
        return Step("charge", SAME, "")
    one, other = (_charges(side) for side in (pair.left, pair.right))
    if bool(one) != bool(other) and (is_turned(left) or is_turned(right)):
        return Step("charge", REFUSED, "only one of the two tells the charge")
    if one and other and not one & other and not (one | other) & _any_charge():
        return Step("charge", REFUSED, "they tell of two charges")
    return Step("charge", SAME, "")


def _charges(side: Side) -> frozenset[str]:
    """Give the nouns for what an act of a court is about: fraud, all charges."""
    if side.claim.role.partition(":")[0] not in _of_courts():
        return frozenset()
    told = (slots(side).get(slot, frozenset()) for slot in _CHARGED)
    return frozenset(key.partition(":")[2] for keys in told for key in keys) - _NO_CHARGE


@cache
def _of_courts() -> frozenset[str]:
    rows = load_toml("predicates.toml")["predicate"]
    return frozenset(row["name"] for row in rows if row["class"] == "law")


@cache
def _any_charge() -> frozenset[str]:
    return frozenset(load_toml("clauses.toml")["any_charge"])
