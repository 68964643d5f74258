"""Amounts that two printed ones make together.

"3 dollars 50 cents" is 3.50, "5 feet 6 inches" one length, "more than 20 but fewer than 30" one
interval. A conversion in parentheses shares the bound of what it converts. Refuses what a comma
keeps apart: "3 years, 2 months".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from claims.values.currency import has_cents
from claims.values.quantity.value import FoundQuantity, Quantity

_ADDED: Final = re.compile(r"\s+(?:and\s+)?")
_ALSO: Final = re.compile(r",?\s+(?:and|but)\s+(?:(?:was|were|is|are)\s+)?|,\s+")
_LONGEST_GAP: Final = 16


def merged(text: str, parts: Iterable[FoundQuantity]) -> Iterator[FoundQuantity]:
    """Give amounts in order, neighbours that belong together as one."""
    held: FoundQuantity | None = None
    for printed in parts:
        part = printed
        if held is not None and _converts(text, held, printed):
            part = replace(printed, value=_bounded_alike(held.value, printed.value))
        one = _together(text, held, part) if held is not None else None
        if held is not None and one is None:
            yield held
        held = one or part
    if held is not None:
        yield held


def _converts(text: str, left: FoundQuantity, right: FoundQuantity) -> bool:
    """Whether a parenthesis says the same in another unit: "under 60 mph (97 km/h)"."""
    opened = text[left.end : right.start].strip() == "("
    closed = text[right.end : right.end + 1] in (")", " ", "/", ",")
    other = left.value.unit != right.value.unit or left.factor != right.factor
    return opened and closed and other and left.measured and right.measured


def _bounded_alike(one: Quantity, other: Quantity) -> Quantity:
    """Give the second amount, exact as printed, the bound of the first."""
    if not other.exact or (one.low is not None and one.high is not None):
        return other
    if one.low is None:
        return replace(other, low=None, high_open=one.high_open)
    return replace(other, high=None, low_open=one.low_open)


def _together(text: str, left: FoundQuantity, right: FoundQuantity) -> FoundQuantity | None:
    gap = text[left.end : right.start][:_LONGEST_GAP]
    value = None
    if _ADDED.fullmatch(gap):
        value = _sum(left, right)
    if value is None and _ALSO.fullmatch(gap):
        value = _both_bounds(left.value, right.value)
    if value is None:
        return None
    figure = (left.figure[0], right.figure[1])
    return replace(left, value=value, end=right.end, figure=figure, factor=right.factor)


def _sum(left: FoundQuantity, right: FoundQuantity) -> Quantity | None:
    """Add a smaller unit to a greater one; both must be exact and measured."""
    one, other = left.value, right.value
    if not (left.measured and right.measured and other.exact) or one.low is None:
        return None
    if not one.exact or other.low is None or other.low < 0:
        return None
    if other.unit == "cent" and has_cents(one.unit):
        return _added(one, other.scaled(Decimal("0.01"), one.unit))
    if (one.unit, other.unit) == ("year", "month"):
        return _added(one.scaled(Decimal(12), "month"), other)
    same = one.unit == other.unit and right.factor < left.factor
    return _added(one, other) if same and other.low < left.factor else None


def _added(one: Quantity, other: Quantity) -> Quantity:
    total = (one.low or Decimal(0)) + (other.low or Decimal(0))
    return replace(one, low=total, high=total, digits=other.digits)


def _both_bounds(one: Quantity, other: Quantity) -> Quantity | None:
    """Make one interval of a lower and an upper bound, in either order."""
    lower, upper = (one, other) if one.high is None else (other, one)
    if lower.high is not None or upper.low is not None or lower.low is None or upper.high is None:
        return None
    if lower.low >= upper.high or one.unit not in ("", other.unit):
        return None
    return replace(
        other,
        low=lower.low,
        high=upper.high,
        low_open=lower.low_open,
        high_open=upper.high_open,
    )
