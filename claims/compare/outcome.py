"""Short ways to state what a comparison found."""

from __future__ import annotations

from claims.model import Outcome, Relation


def agreement(rule: str, reason: str) -> Outcome:
    """Both say the same."""
    return Outcome(Relation.AGREEMENT, rule, reason)


def compatible(rule: str, reason: str) -> Outcome:
    """Both can be true."""
    return Outcome(Relation.COMPATIBLE, rule, reason)


def contradiction(rule: str, reason: str) -> Outcome:
    """Both cannot be true of the same thing at the same time."""
    return Outcome(Relation.CONTRADICTION, rule, reason)


def omission(rule: str, reason: str) -> Outcome:
    """One list lacks members that another has, and neither says "only"."""
    return Outcome(Relation.OMISSION, rule, reason)


def not_comparable(rule: str, reason: str) -> Outcome:
    """The two cannot be held against each other; the reason says why."""
    return Outcome(Relation.NOT_COMPARABLE, rule, reason)
