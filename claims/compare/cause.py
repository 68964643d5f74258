"""What caused something: two accounts of one happening, an accident, a death, a resignation.

Scope (the happening, whom it befell, the time) is settled before. Sorts of causes are paths that
lie within each other as places do: a gas leak within a technical fault. Nothing is judged of a
cause that no table puts into a sort: whether two of them exclude each other is not known.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.compare.outcome import agreement, compatible, contradiction, not_comparable
from claims.model import Outcome


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause, as a value.

    Args:
        sorts: The sorts it is of: "technical/gas"; none where no table knows it, several where
            several things caused it together.
        beside: The sorts that may be at work together with them: neglect with a crack.
        head: The lemma of what it names, or the key of a party known by name.
        name: As printed.
        known: Whether `head` is such a key.
        denied: Whether it is said not to have been the cause.
    """

    sorts: frozenset[str]
    beside: frozenset[str]
    head: str
    name: str
    known: bool = False
    denied: bool = False


def compare_causes(left: Cause, right: Cause) -> Outcome:
    """Compare two causes of one happening.

    Returns:
        agreement for one sort or one word; compatible where one is wider, where both may have
        played a part or another is ruled out; contradiction where they exclude each other, or one
        rules out what the other names; not comparable where that is not known.
    """
    if left.denied and right.denied:
        return compatible("cause.both_denied", "both only rule something out")
    if left.denied or right.denied:
        return _ruled_out(*((left, right) if left.denied else (right, left)))
    if _is_same(left, right):
        return agreement("cause.same", "both name the same cause")
    names = " / ".join(sorted((left.name, right.name)))
    if left.known and right.known:
        return contradiction("cause.other", f"they name two as its cause ({names})")
    if not left.sorts or not right.sorts:
        return not_comparable("cause.unknown", "whether the two causes exclude each other is open")
    if left.sorts == right.sorts:
        return agreement("cause.same_sort", f"both name causes of one sort ({names})")
    if _may_both(left, right) or _may_both(right, left):
        return compatible("cause.both", f"both may have played a part ({names})")
    return contradiction("cause.other", f"they name two causes ({names})")


def _is_same(one: Cause, other: Cause) -> bool:
    """Whether two causes go by one name; one head word is enough where no table knows both."""
    if one.name.casefold() == other.name.casefold():
        return True
    return one.head == other.head and not (one.sorts and other.sorts)


def _ruled_out(denied: Cause, told: Cause) -> Outcome:
    """Hold a cause that is ruled out against one that is told."""
    if _is_same(denied, told) or any(
        _within(one, other) for one in told.sorts for other in denied.sorts
    ):
        return contradiction("cause.denied", "one names as its cause what the other rules out")
    if denied.sorts and told.sorts:
        return compatible("cause.another_denied", "another cause is ruled out")
    return not_comparable("cause.unknown", "whether the two causes exclude each other is open")


def _may_both(one: Cause, other: Cause) -> bool:
    """Whether a sort of one is a sort of the other, lies in it, or may be at work beside it."""
    outer = one.sorts | one.beside
    return any(_within(sort, wider) for sort in other.sorts for wider in outer)


def _within(inner: str, outer: str) -> bool:
    """Whether a sort is another or lies in it: "technical/gas" in "technical"."""
    return f"{inner}/".startswith(f"{outer}/")
