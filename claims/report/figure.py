"""The ends of what is said in numbers: the least and the most of all answers to a question."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.report.ledger import is_stated
from claims.values.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.report.view import Entry, Row


@dataclass(frozen=True, slots=True)
class Figure:
    """From the least to the most that is said.

    Args:
        units: Of the amounts; where there are several there is no least and no most.
        low: The least that is said; None where nobody says one.
        high: The most that is said; None where nobody says one.
        is_low_open: Whether somebody leaves room for less.
        is_high_open: Whether somebody leaves room for more.
        lowest: The claims that say the least.
        highest: The claims that say the most.
    """

    units: tuple[str, ...]
    low: Decimal | None = None
    high: Decimal | None = None
    is_low_open: bool = False
    is_high_open: bool = False
    lowest: tuple[Entry, ...] = ()
    highest: tuple[Entry, ...] = ()


def figure_of(rows: Sequence[Row]) -> Figure | None:
    """Find the ends of some answers; denials, plans and conditions set none.

    Returns:
        None where no answer is an amount.
    """
    amounts = [(row.answer.value, row) for row in rows if isinstance(row.answer.value, Quantity)]
    if not amounts:
        return None
    units = tuple(dict.fromkeys(value.unit for value, _ in amounts))
    stated = [(value, row) for value, row in amounts if is_stated(row)]
    if len(units) > 1 or not stated:
        return Figure(units)
    is_low_open = any(value.low is None for value, _ in stated)
    is_high_open = any(value.high is None for value, _ in stated)
    # Who says "at least 14" says 14 of the most too, and leaves it open.
    lows = [(value.high if value.low is None else value.low, row) for value, row in stated]
    highs = [(value.low if value.high is None else value.high, row) for value, row in stated]
    low = min((end for end, _ in lows if end is not None), default=None)
    high = max((end for end, _ in highs if end is not None), default=None)
    if all(value.low is None for value, _ in stated):
        low = None
    if all(value.high is None for value, _ in stated):
        high = None
    lowest, highest = _holders(lows, low), _holders(highs, high)
    return Figure(units, low, high, is_low_open, is_high_open, lowest, highest)


def _holders(ends: Sequence[tuple[Decimal | None, Row]], end: Decimal | None) -> tuple[Entry, ...]:
    held = (row for own, row in ends if own == end and end is not None)
    return tuple(entry for row in held for entry in row.entries)
