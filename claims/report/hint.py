"""Sums among figures: "23 = 15 + 8" tells that a total stands beside its parts.

A hint, never a finding: two of three figures may add up by chance. Small figures do so all the
time and rounded ones nearly; they are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Final

from claims.model import Certainty, Claim, Polarity
from claims.values.quantity import Quantity

if TYPE_CHECKING:
    from claims.report.view import Row

_MOST: Final = 3
_SMALL: Final = 2
_STATED: Final = (Certainty.ASSERTED, Certainty.HEDGED)


@dataclass(frozen=True, slots=True)
class Hint:
    """A total and the two figures that make it, with the claims that give them."""

    total: Claim
    parts: tuple[Claim, Claim]

    @property
    def words(self) -> str:
        """The sum as people write it, the larger part first."""
        total, one, other = (_figure(claim) for claim in (self.total, *self.parts))
        return f"{total:,} = {one:,} + {other:,}"


def find_hints(rows: Sequence[Row], others: Iterable[Claim] = ()) -> tuple[Hint, ...]:
    """Find figures that are the sum of two others.

    Args:
        rows: The answers of a question.
        others: Claims of the same texts that count the same thing, whatever is said of it. A sum
            with one of those needs two of its three figures in one text.

    Returns:
        At most three, sums within the question first, then the greatest totals.
    """
    own = _by_figure(row.first.claim for row in rows if not row.first.claim.withdrawn)
    units = {claim.value.unit for claim in own.values() if isinstance(claim.value, Quantity)}
    if len(units) != 1:
        return ()
    near = _by_figure(
        claim for claim in others if isinstance(claim.value, Quantity) and claim.value.unit in units
    )
    found = [*_sums(own), *_wider(own, near)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _by_figure(claims: Iterable[Claim]) -> dict[Decimal, Claim]:
    """Give a claim for each exact figure that is stated, the first of several."""
    found: dict[Decimal, Claim] = {}
    for claim in claims:
        value = claim.value
        stated = claim.certainty in _STATED and claim.polarity is Polarity.AFFIRMED
        if stated and isinstance(value, Quantity) and value.exact and not value.approximate:
            figure = _figure(claim)
            if figure > _SMALL and figure == figure.to_integral_value():
                found.setdefault(figure, claim)
    return found


def _figure(claim: Claim) -> Decimal:
    value = claim.value
    return value.low if isinstance(value, Quantity) and value.low is not None else Decimal(0)


def _sums(known: dict[Decimal, Claim]) -> Iterator[Hint]:
    """Give every figure that is the sum of two others, the greatest first."""
    for total in sorted(known, reverse=True):
        for one in sorted((figure for figure in known if figure < total), reverse=True):
            other = total - one
            if other < one and other in known:
                yield Hint(known[total], (known[one], known[other]))


def _wider(own: dict[Decimal, Claim], near: dict[Decimal, Claim]) -> Iterator[Hint]:
    """Give the sums that need a figure of another question, two of the three in one text."""
    ours = {claim.id for claim in own.values()}
    for hint in _sums({**near, **own}):
        three = (hint.total, *hint.parts)
        beside = any(a.text_id == b.text_id for a, b in combinations(three, 2))
        if beside and ours & {claim.id for claim in three}:
            yield hint
