"""Which pairs of a block of claims are considered: all of a small one, some of a full one.

A block is a set of claims that share a key. In a block of at most `FULL` claims every two are
considered. In a fuller one each claim is held against the first claim of every answer given
there, as long as there are no more than `FULL` answers; of more answers against the `LEADING`
ones (given by most articles, then earliest, then smallest id) and against the `NEXT` claims after
it in order of the time they are about. Which these are is decided by what the block holds in the
end, never by the order in which articles came; the work grows with the claims, not with their
square.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from claims.questions.answer import order_of, signature_of
from claims.questions.side import Side

FULL: Final = 40
"""How many claims, and how many answers, a block may have before only some pairs are considered."""
LEADING: Final = 3
NEXT: Final = 2


def pairs_among(numbers: Sequence[int], sides: Mapping[int, Side]) -> Iterator[tuple[int, int]]:
    """Give the pairs of a block that are considered, the smaller number first; some twice.

    Args:
        numbers: The claims of the block by their numbers in `sides`, in order.
        sides: All claims.
    """
    if len(numbers) <= FULL:
        return itertools.combinations(numbers, 2)
    return _telling_pairs(numbers, sides)


def _telling_pairs(numbers: Sequence[int], sides: Mapping[int, Side]) -> Iterator[tuple[int, int]]:
    answers = _answers(numbers, sides)
    many = len(answers) > FULL
    firsts = [members[0] for members in (answers[:LEADING] if many else answers)]
    for number, first in itertools.product(numbers, firsts):
        if number != first:
            yield min(number, first), max(number, first)
    for members in answers:
        yield from ((min(members[0], n), max(members[0], n)) for n in members[1:])
    if many:
        ordered = sorted(numbers, key=lambda number: _time_of(sides[number]))
        for ahead in range(1, NEXT + 1):
            for pair in zip(ordered, ordered[ahead:], strict=False):
                yield min(pair), max(pair)


def is_crowded(numbers: Sequence[int], sides: Mapping[int, Side]) -> bool:
    """Whether a block has so many answers that not all are held against each other."""
    if len(numbers) <= FULL:
        return False
    return len({sides[number].once(signature_of) for number in numbers}) > FULL


def _answers(numbers: Sequence[int], sides: Mapping[int, Side]) -> list[list[int]]:
    """Gather claims by what they answer, the leading answers first, their first claim first."""
    found: dict[str, list[int]] = {}
    for number in sorted(numbers, key=lambda number: order_of(sides[number])):
        found.setdefault(sides[number].once(signature_of), []).append(number)
    return sorted(
        found.values(),
        key=lambda members: (
            -len({sides[number].claim.text_id for number in members}),
            order_of(sides[members[0]]),
        ),
    )


def _time_of(side: Side) -> tuple[str, tuple[str, bool, str]]:
    return side.claim.scope.as_of.earliest or "9999", order_of(side)
