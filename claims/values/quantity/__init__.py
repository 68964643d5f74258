"""Stated amounts as the interval they leave open.

"more than 1,000" is everything above 1 000, "about 7,000" the band from 6 500 to 7 500, "2,500"
just 2 500. Numbers are exact decimals in the base unit named. This package refuses to guess: an
amount it cannot read is not an amount.
"""

from claims.values.quantity.change import FoundMultiple, find_multiples
from claims.values.quantity.reader import find_quantities, parse_quantity
from claims.values.quantity.score import FoundScore, find_scores
from claims.values.quantity.value import FoundQuantity, Quantity

__all__ = [
    "FoundMultiple",
    "FoundQuantity",
    "FoundScore",
    "Quantity",
    "find_multiples",
    "find_quantities",
    "find_scores",
    "parse_quantity",
]
