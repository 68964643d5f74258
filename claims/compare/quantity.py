"""Two amounts of the same thing: do they exclude each other?

Scope is settled before; this looks at the intervals alone. "more than 1,000" and 3,500 allow each
other, a round 40 years and 42 too; 2,500 and 3,500 do not.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from claims.compare.outcome import agreement, compatible, contradiction, not_comparable
from claims.model import Outcome
from claims.values.quantity import Quantity

_DAY_UNITS: Final = {"second": Decimal(1), "day": Decimal(86400)}
_MONTH_UNITS: Final = {"month": Decimal(1), "year": Decimal(12)}
_TIMES: Final = frozenset({*_DAY_UNITS, *_MONTH_UNITS})
_ROUNDED_FROM: Final = Decimal(1000)
_FAR_BELOW: Final = Decimal("0.5")
"""How far below "dozens" a figure must lie to stand against it: the word is no figure."""


def in_one_unit(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """Bring two amounts to one unit where that is exact; None where it is not.

    Years and months convert, days and seconds convert; months and days do not, and currencies
    never do. A count without its unit may be of people.
    """
    if left.unit == right.unit:
        return left, right
    if {left.unit, right.unit} == {"", "person"}:
        return replace(left, unit="person"), replace(right, unit="person")
    for table in (_DAY_UNITS, _MONTH_UNITS):
        if left.unit in table and right.unit in table:
            base = next(iter(table))
            return left.scaled(table[left.unit], base), right.scaled(table[right.unit], base)
    return None


def compare_quantities(left: Quantity, right: Quantity) -> Outcome:
    """Compare two amounts stated of the same thing at the same time.

    Args:
        left: One amount.
        right: The other; the order does not matter.

    Returns:
        agreement, compatible or contradiction; not comparable where the units do not convert.
    """
    pair = in_one_unit(left, right)
    if pair is None:
        reason = f"one is given in {left.unit or 'units'}, the other in {right.unit or 'units'}"
        return not_comparable("quantity.unit", reason)
    one, other = pair
    if _same(one, other):
        return agreement("quantity.equal", "both give the same amount")
    if _one_sided(one) and _one_sided(other) and _overlap(one, other):
        return compatible("quantity.bounds", "both are bounds, and bounds allow each other")
    if _overlap(one, other):
        return _overlapping(one, other)
    if _gap(one, other) == 0:
        return compatible("quantity.bound", "one begins where the other ends")
    if _near_vague(one, other) or _near_vague(other, one):
        return compatible("quantity.vague", "a word such as “dozens” draws no sharp line")
    if _within_rounding(one, other):
        reason = "one figure is round, and the other lies within its rounding"
        return compatible("quantity.rounding", reason)
    return contradiction("quantity.disjoint", "the amounts exclude each other")


def _same(left: Quantity, right: Quantity) -> bool:
    return (left.low, left.high, left.low_open, left.high_open) == (
        right.low,
        right.high,
        right.low_open,
        right.high_open,
    )


def _one_sided(amount: Quantity) -> bool:
    return amount.low is None or amount.high is None


def _overlapping(left: Quantity, right: Quantity) -> Outcome:
    if _one_sided(left) or _one_sided(right):
        bound = next(amount for amount in (left, right) if _one_sided(amount))
        reason = f"“{bound.text}” is a bound that allows the other amount"
        return compatible("quantity.bound", reason)
    return compatible("quantity.overlap", "one amount lies within the range of the other")


def _below(left: Quantity, right: Quantity) -> bool:
    """Whether all of the left lies below all of the right."""
    if left.high is None or right.low is None:
        return False
    touching = left.high == right.low and (left.high_open or right.low_open)
    return left.high < right.low or touching


def _overlap(left: Quantity, right: Quantity) -> bool:
    return not _below(left, right) and not _below(right, left)


def _gap(left: Quantity, right: Quantity) -> Decimal:
    """Give how far two amounts that do not overlap lie apart."""
    low, high = (left, right) if _below(left, right) else (right, left)
    return (high.low or Decimal(0)) - (low.high or Decimal(0))


def _near_vague(vague: Quantity, other: Quantity) -> bool:
    """Whether one is a word such as "dozens", and the other not far below what it least means."""
    worded = vague.high is None and vague.low is not None and vague.digits == 0
    if not worded or vague.low is None or other.high is None or _one_sided(other):
        return False
    return other.high >= vague.low * _FAR_BELOW


def _within_rounding(left: Quantity, right: Quantity) -> bool:
    """Whether two that do not overlap lie no farther apart than rounding may have moved them."""
    gap, room = _gap(left, right), max(_rounding(left), _rounding(right))
    return gap <= room if left.unit in _TIMES else gap < room


def _rounding(amount: Quantity) -> Decimal:
    """Give the room that the digits of an amount leave.

    A length of time is rounded to its last round digit: 40 years may be 42. A large count, a sum
    of money or a measure is rounded to the unit it is told in: $80 million may be $80.4 million,
    not $82 million. Small counts are not rounded, bounds leave no room, and "about 20" is a band
    already.
    """
    if _one_sided(amount) or amount.approximate:
        return Decimal(0)
    top = amount.high or Decimal(0)
    if amount.unit in _TIMES:
        return amount.digits if amount.digits > Decimal("0.5") or amount.digits < 1 else Decimal(0)
    if amount.unit in ("", "person") and top < _ROUNDED_FROM:
        return Decimal(0)
    return min(amount.digits, _told_in(top) / 2)


def _told_in(amount: Decimal) -> Decimal:
    """Give the power of a thousand that a large amount is told in: 80 million in millions."""
    scale = Decimal(1)
    while scale * 1000 <= amount:
        scale *= 1000
    return scale
