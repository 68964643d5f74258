"""Amounts as a value: the interval that a stated amount leaves open.

"more than 1,000" is everything above 1 000, "about 7,000" the band from 6 500 to 7 500, "2,500"
just 2 500. Numbers are exact decimals in the base unit named.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar

from claims.errors import UnreadableValue


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of amounts in one unit.

    Args:
        low: The least amount meant, None for an open end downwards.
        high: The greatest amount meant, None for an open end upwards.
        low_open: Whether `low` itself is excluded ("more than 1,000").
        high_open: Whether `high` itself is excluded ("fewer than 20").
        unit: Base-unit name: "person", "year", "percent", "USD"; "" for things counted.
        text: The words as printed.
        approximate: Whether the words say so ("about", "nearly", "some").
        digits: Half a unit of the last digit that was given ("40" -> 5, "3,500" -> 50, "42" ->
            0.5): how far a rounded figure may lie off.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    text: str = ""
    approximate: bool = False
    digits: Decimal = Decimal(0)
    type: ClassVar[str] = "quantity"

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            msg = f"an amount needs at least one end: {self.text!r}"
            raise UnreadableValue(msg)
        if self.low is not None and self.high is not None and self.low > self.high:
            msg = f"an amount cannot end before it begins: {self.text!r}"
            raise UnreadableValue(msg)

    @property
    def exact(self) -> bool:
        """Whether one single amount is meant."""
        return self.low is not None and self.low == self.high

    def scaled(self, factor: Decimal, unit: str) -> Quantity:
        """Give the same amount in another unit, `factor` of which make one of this."""
        return replace(
            self,
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
            digits=self.digits * factor,
            unit=unit,
        )


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """An amount and where it stands in the words that were searched.

    Args:
        value: The interval.
        start: First character of the amount with its bound and sign.
        end: One past its last character, the unit included.
        figure: Start and end of the numeral alone.
        bare_year: Whether it is four plain digits that could as well name a year.
        measured: Whether a unit or currency was printed with it.
        factor: How many of the base unit one of the printed unit is: 60 for minutes.
        aged: Whether it is an age: "a 26-year-old", "aged 23", "six weeks of age".
        per: What it is given for: "day" in "40 tonnes a day"; empty where the words name nothing.
        change: "up" or "down" for how far something moved ("rose by 5"), "from" for where it
            started, "to" for where it ended ("to 12"); empty for what simply is.
    """

    value: Quantity
    start: int
    end: int
    figure: tuple[int, int]
    bare_year: bool = False
    measured: bool = False
    factor: Decimal = Decimal(1)
    aged: bool = False
    per: str = ""
    change: str = ""
