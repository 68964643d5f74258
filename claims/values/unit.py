"""Units: the word that follows an amount, and what one of it is in its base unit.

"42-year" is years, "70 million euros" EUR, "12 miles" 1609.344 metres each. Refuses to convert
currencies into each other, and refuses units it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claims.data import load_toml
from claims.values.currency import (
    NOWHERE,
    Local,
    alternation,
    currency_after,
    opens_with_currency,
)
from claims.values.phrase import phrase_after

if TYPE_CHECKING:
    from claims.values.quantity.value import Quantity

__all__ = [
    "Unit",
    "is_currency",
    "is_glued_unit",
    "measure_words",
    "rate_after",
    "to_base",
    "unit_after",
    "unit_words",
]


@dataclass(frozen=True, slots=True)
class Unit:
    """A base unit, how many of it one printed unit is, and how much text the word took."""

    base: str
    factor: Decimal
    length: int


_ONE: Final = Decimal(1)
_NO_MEASURES: Final = ("symbols", "pounds", "metres", "rates", "joined")
_PERCENT: Final = re.compile(r"[\s-]?(?:per\s?cent\b|percent\b)|\s?(?:%|pct\b|pc\b)", re.IGNORECASE)
_POINTS: Final = re.compile(
    r"[\s-]?(?:percentage|per\s?cent|percent|(basis))[\s-]points?\b|\s?%[\s-]points?\b",
    re.IGNORECASE,
)
_SKIPPED: Final = re.compile(
    r"[\s-](?:more|full|long|whole|entire|additional|extra|further|consecutive|successive|straight"
    r"|calendar)(?=\s)",
    re.IGNORECASE,
)
"""Words that may stand between a number and its unit: "two more years"."""


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = load_toml("units.toml")[name]
    return table


@cache
def measure_words() -> Mapping[str, tuple[str, Decimal]]:
    """Give the words for measures with their base unit and factor, powers of lengths too."""
    words = {
        word.replace("-", " "): (base, Decimal(factor))
        for name, table in load_toml("units.toml").items()
        if name not in _NO_MEASURES
        for word, (base, factor) in table.items()
    }
    return {**words, **_powers()}


def _powers() -> dict[str, tuple[str, Decimal]]:
    """Give "square mile", "sq km" and "cubic metre" for every length."""
    metres = {word: Decimal(f) for word, (base, f) in _table("length").items() if base == "metre"}
    metres["m"] = _ONE
    squares = {
        f"{square} {word}": ("square metre", factor**2)
        for word, factor in metres.items()
        for square in ("square", "sq", "sq.")
    }
    for word in ("m", "km", "cm"):
        squares |= {f"{word}{square}": squares[f"square {word}"] for square in "2²"}
    cubes = {f"cubic {word}": ("litre", factor**3 * 1000) for word, factor in metres.items()}
    return {**squares, **cubes}


@cache
def unit_words() -> frozenset[str]:
    """Give the single words that "one" and "a" may stand before: "one-yen bid", "a decade"."""
    return frozenset({*measure_words(), *load_toml("currencies.toml")["words"]})


@cache
def _symbols() -> re.Pattern[str]:
    return re.compile(rf"[\s-]?({alternation(_table('symbols'))})(?![\w/])")


def unit_after(text: str, at: int, local: Local = NOWHERE) -> Unit | None:
    """Find the unit that follows an amount ending at `at`.

    "42-year" is years, "70 million euros" EUR, "5 per cent" percent, "12 miles" 1609.344 metres
    each; None where the next word is no unit.

    Args:
        text: The words around the amount.
        at: One past the last character of the amount.
        local: What shared words of money stand for here.
    """
    if match := _POINTS.match(text, at):
        factor = Decimal("0.01") if match[1] else _ONE
        return Unit("percentage point", factor, match.end() - at)
    if match := _PERCENT.match(text, at):
        return Unit("percent", _ONE, match.end() - at)
    if pounds := _weight(text, at):
        return pounds
    if money := currency_after(text, at, local):
        return Unit(money[0], money[1], money[2] - at)
    return _measure(text, at)


def _measure(text: str, at: int) -> Unit | None:
    if match := _symbols().match(text, at):
        base, factor = _table("symbols")[match[1]]
        return Unit(base, Decimal(factor), match.end() - at)
    skipped = _SKIPPED.match(text, at)
    found = phrase_after(text, skipped.end() if skipped else at, measure_words())
    if found is None or text.startswith("-in-", found[1]):
        return None
    base, factor = measure_words()[found[0]]
    return Unit(base, factor, found[1] - at)


@cache
def _pounds() -> tuple[re.Pattern[str], re.Pattern[str]]:
    weighed, weighing = (alternation(_table("pounds")[key]) for key in ("weighed", "weighing"))
    behind = rf"-pound(?!\w)|[\s-]?pounds?(?=\s+of\s+(?:\w+\s+)?(?:{weighed})(?!\w))"
    before = rf"\b(?:{weighing})\s+(?:[a-z]+\s+){{0,3}}[\d,.]+$"
    return re.compile(behind, re.IGNORECASE), re.compile(before, re.IGNORECASE)


def _weight(text: str, at: int) -> Unit | None:
    """Read pounds as a weight where they are one: "a 500-pound bomb", "40 pounds of cocaine"."""
    behind, before = _pounds()
    match = behind.match(text, at)
    if match is None:
        match = re.compile(r"\s?pounds\b").match(text, at)
        if match is None or not before.search(text, max(0, at - 48), at):
            return None
    return Unit("kilogram", Decimal("0.45359237"), match.end() - at)


@cache
def _glued() -> frozenset[str]:
    """Give the letters of a unit that may touch a figure: "256GB", "45g", "80km/h"."""
    first = {re.split(r"[/ .]", word)[0] for word in measure_words()}
    short = {word for word in first if len(word) <= 5}
    return frozenset({*short, *_table("symbols"), "pc", "pct"})


def is_glued_unit(printed: str) -> bool:
    """Whether letters that touch a figure are a unit or money, and no name.

    "45g", "256GB", "50p" and "110JPY" are; "5G" and "747s" are not.
    """
    if printed == "p" or opens_with_currency(printed):
        return True
    symbols = _table("symbols")
    in_symbols = {symbol.lower() for symbol in symbols}
    return printed in symbols or (printed.lower() in _glued() and printed.lower() not in in_symbols)


@cache
def _rates() -> re.Pattern[str]:
    words = alternation(_table("rates")["each"])
    return re.compile(
        rf"(?:\s(?:per|an?|each|every)\s|/|-(?:a|per)-)({words})(?!\w)", re.IGNORECASE
    )


def rate_after(text: str, at: int) -> str:
    """Give what an amount that ends at `at` is given for: "day", "barrel"; empty where nothing."""
    match = _rates().match(text, at)
    return re.sub(r"\s+", " ", match[1].lower()) if match else ""


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code, which nothing may convert."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def to_base(quantity: Quantity) -> Quantity:
    """Give an amount in the one base unit of what it measures, by an exact factor.

    Days become seconds, years months, percent parts of one. Lengths, areas, volumes, masses and
    speeds have one base unit from the start: "5 miles" and "8 km" are metres as they are read. What
    no exact factor joins stays apart: money of two countries, tons beside tonnes, degrees of two
    scales, months beside days.

    Args:
        quantity: An amount in a base unit of units.toml, as `find_quantities` gives it.

    Returns:
        The same interval; amounts of the same unit after this may be compared.
    """
    joined = _table("joined").get(quantity.unit)
    if joined is None:
        return quantity
    unit, factor = joined
    return quantity.scaled(Decimal(factor), unit)
