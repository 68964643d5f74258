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
    lows = [(value.low, row) for value, row in stated if value.low is not None]
    highs = [(value.high, row) for value, row in stated if value.high is not None]
    low = min((end for end, _ in lows), default=None)
    high = max((end for end, _ in highs), default=None)
    return Figure(
        units,
        low,
        high,
        is_low_open=len(lows) < len(stated),
        is_high_open=len(highs) < len(stated),
        lowest=_holders(lows, low),
        highest=_holders(highs, high),
    )


def _holders(ends: Sequence[tuple[Decimal, Row]], end: Decimal | None) -> tuple[Entry, ...]:
    return tuple(entry for own, row in ends if own == end for entry in row.entries)
