"""Which id a conflict keeps when the claims that stand for its answers change. Pure."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from claims.model import Conflict, fingerprint


@dataclass(frozen=True, slots=True)
class PreviousConflict:
    """A conflict as it was before findings were cleared.

    `left_members` and `right_members` are the claim ids of its two answers, the representative
    first. `facts` is what the record of changes is to compare; it decides no identity.
    """

    id: str
    left_members: tuple[str, ...]
    right_members: tuple[str, ...]
    facts: Mapping[str, Any] | None = field(default=None, compare=False)


def assign_ids(
    conflicts: Iterable[Conflict],
    fellows: Mapping[str, Sequence[str]],
    aliases: Mapping[str, str],
    previous: Sequence[PreviousConflict],
    *,
    taken: AbstractSet[str],
) -> dict[str, str]:
    """Choose the id of each conflict; no two get the same one.

    A pair that has an alias keeps to it. Another takes the id of a previous conflict whose
    representatives are members of its two answers; failing that, of one it shares members with
    on both sides. Where an answer fell in two, the pair that the id was made of keeps it, and
    the other becomes a conflict of its own.

    Args:
        conflicts: New conflicts, whose ids are those of their pairs.
        fellows: The members of the answers of each claim.
        aliases: The conflict that a known pair stands for.
        previous: Conflicts before the findings were cleared.
        taken: Ids of conflicts that stand and may not be given again.

    Returns:
        The chosen id by that of the pair.
    """
    used = set(taken)
    chosen: dict[str, str] = {}
    index = _by_member(previous)
    for conflict in sorted(conflicts, key=lambda found: _turn(found.id, aliases)):
        kept = _candidates(conflict, fellows, aliases, index)
        candidates = itertools.chain(kept, own_ids(conflict.id))
        conflict_id = next(one for one in candidates if one not in used)
        used.add(conflict_id)
        chosen[conflict.id] = conflict_id
    return chosen


def own_ids(pair: str) -> Iterator[str]:
    """Give the ids a pair may have by itself: its own, then others should that be in use.

    It is in use where another pair continues the conflict that this one began.
    """
    yield pair
    for number in itertools.count(1):
        yield fingerprint("conflict", pair, str(number))


def _turn(pair: str, aliases: Mapping[str, str]) -> tuple[int, str]:
    """Order the choosers: pairs that an id was made of, other known pairs, new pairs."""
    if pair not in aliases:
        return 2, pair
    return (0 if aliases[pair] == pair else 1), pair


def _by_member(previous: Iterable[PreviousConflict]) -> dict[str, list[PreviousConflict]]:
    index: dict[str, list[PreviousConflict]] = {}
    for conflict in sorted(previous, key=lambda known: known.id):
        for member in {*conflict.left_members, *conflict.right_members}:
            index.setdefault(member, []).append(conflict)
    return index


def _candidates(
    conflict: Conflict,
    fellows: Mapping[str, Sequence[str]],
    aliases: Mapping[str, str],
    index: Mapping[str, Sequence[PreviousConflict]],
) -> Iterator[str]:
    """Give the ids that a conflict may take, the best first."""
    if conflict.id in aliases:
        yield aliases[conflict.id]
        return
    left = {conflict.left, *fellows.get(conflict.left, ())}
    right = {conflict.right, *fellows.get(conflict.right, ())}
    near = {known.id: known for member in left for known in index.get(member, ())}
    ordered = [near[known] for known in sorted(near)]
    yield from (known.id for known in ordered if _represented(known, left, right))
    yield from (known.id for known in ordered if _shares_both(known, left, right))


def _represented(known: PreviousConflict, left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    one, other = known.left_members[0], known.right_members[0]
    return (one in left and other in right) or (one in right and other in left)


def _shares_both(known: PreviousConflict, left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    one, other = known.left_members, known.right_members
    straight = not left.isdisjoint(one) and not right.isdisjoint(other)
    return straight or (not right.isdisjoint(one) and not left.isdisjoint(other))
