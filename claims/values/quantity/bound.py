"""Words that bound an amount, before and after it: "at least", "up to", "about", "or more"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.currency import alternation
from claims.values.number import Number
from claims.values.phrase import phrase_before, words_before
from claims.values.quantity.value import Quantity

_AFTER_KINDS: Final = ("least", "most", "about")
_LEVEL: Final = frozenset({"went", "go", "goes", "going", "gone", "moved", "bid"})
_SPENT: Final = re.compile(r"(?:\d|\b(?:million|billion|dollars|euros|pounds))\s+$", re.IGNORECASE)
_TIME: Final = re.compile(
    r"[\s-]?(?:day|week|month|year|decade|hour|minute|season)s?\b", re.IGNORECASE
)
_COMPARED: Final = re.compile(r"([<>]\s?=|[<>≥≤~≈])\s*$")


@cache
def _before() -> Mapping[str, str]:
    table = load_toml("numbers.toml")["before"]
    return {phrase: kind for kind in table if kind != "linking" for phrase in table[kind]}


@cache
def _linking() -> frozenset[str]:
    return frozenset(load_toml("numbers.toml")["before"]["linking"])


@cache
def _after(kind: str) -> re.Pattern[str]:
    phrases = alternation(load_toml("numbers.toml")["after"][kind])
    return re.compile(
        rf"[\s-]?(?:{phrases})(?!\w)(?!\s*[$€£]?\d)(?!\s+than\s+\S*\d)", re.IGNORECASE
    )


def bound_before(text: str, at: int, after: int) -> tuple[str, int] | None:
    """Find the bound that ends at `at`: the kind and where it begins. The longest wins.

    "more than a total of 12" is above 12. "over" behind money and before a time is no bound:
    "$2,000 over three years".

    Args:
        text: The words around the amount.
        at: Where the amount begins, its sign included.
        after: Where its figure ends.
    """
    compared = _COMPARED.search(text, max(0, at - 4), at)
    if compared is not None:
        sign = compared[1].replace(" ", "")
        return _before()[sign], compared.start()
    found = phrase_before(text, at, _before())
    if found is None:
        linked = phrase_before(text, at, _linking())
        found = phrase_before(text, linked[1], _before()) if linked is not None else None
    if found is None or _is_no_bound(text, *found, after) or _is_reason(text, *found, at):
        return None
    return _before()[found[0]], found[1]


def _is_reason(text: str, phrase: str, start: int, at: int) -> bool:
    """Whether "over" tells what something is about: "marched over a 12 percent increase"."""
    between = text[start + len(phrase) : at].split()
    return phrase == "over" and between in (["a"], ["an"], ["the"])


def _is_no_bound(text: str, phrase: str, start: int, after: int) -> bool:
    """Whether "up to" tells a level ("went up to 12") or "over" a time ("$5 over a year")."""
    if phrase == "up to":
        return any(word in _LEVEL for word, _ in words_before(text, start, 1))
    spent = phrase == "over" and _SPENT.search(text, max(0, start - 12), start) is not None
    return spent and _TIME.match(text, after) is not None


def bound_after(text: str, at: int) -> tuple[str, int] | None:
    """Find the bound that begins at `at`, where an amount ends: the kind and where it ends."""
    for kind in _AFTER_KINDS:
        if match := _after(kind).match(text, at):
            return kind, match.end()
    return None


def bounded(number: Number, kind: str | None) -> Quantity:
    """Turn a numeral and its bound into the interval it leaves.

    "about 7,000" is 6 500 to 7 500, half a unit of the last digit given; a figure that ends in 5
    is taken to be rounded to fives, so "about 35" is 32.5 to 37.5.
    """
    amount, digits = number.amount, number.digits
    if kind is None and number.sort != "rough":
        return Quantity(amount, None if number.vague else amount, digits=digits)
    if kind is None:
        return Quantity(amount, amount + 2 * digits, digits=digits, approximate=True)
    room = _room(number)
    intervals: Mapping[str, Quantity] = {
        "above": Quantity(amount, None, low_open=True),
        "least": Quantity(amount, None),
        "below": Quantity(None, amount, high_open=True),
        "most": Quantity(None, amount),
        "nearly": Quantity(_down(amount, 2 * room), amount, approximate=True),
        "about": Quantity(_down(amount, room), amount + room, approximate=True),
    }
    value = replace(intervals[kind], digits=digits)
    return replace(value, high=None) if number.vague and kind in ("nearly", "about") else value


def _down(amount: Decimal, room: Decimal) -> Decimal:
    """Go down from an amount, but not from something to less than nothing."""
    return max(Decimal(0), amount - room) if amount >= 0 else amount - room


def _room(number: Number) -> Decimal:
    """Give how far an approximation may lie off, on each side."""
    step = 2 * number.digits
    ends_in_five = step > 0 and number.amount / step % 10 == 5 and number.amount != 5 * step
    return 5 * number.digits if ends_in_five else number.digits


def bounded_range(value: Quantity, kind: str | None) -> Quantity:
    """Turn a range and the bound before it into one interval: "at least 20 to 30" from 20 on."""
    match kind:
        case "above" | "least":
            return replace(value, high=None, low_open=kind == "above")
        case "below" | "most":
            return replace(value, low=None, high_open=kind == "below")
        case "about" | "nearly":
            return replace(value, approximate=True)
        case _:
            return value
