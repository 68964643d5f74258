"""Two numerals that are one amount: "between 20 and 30", "20-30", "from 12 to 14", "a day or two".

Refuses what goes from one amount to another ("rose from 10 to 12"), alternatives that lie far
apart, and ends in the wrong order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from claims.values.currency import Local, sign_before
from claims.values.number import Number
from claims.values.quantity.change import change_at
from claims.values.quantity.value import Quantity
from claims.values.unit import Unit, unit_after

_LONGEST_JOINT: Final = 48
_JOINT: Final = re.compile(
    r"\s?(?:[-–—]|--|~)\s?|\s?/\s?|[\s-]+(?:to|and|or|through|up\sto)[\s-]+(?:about\s|even\s|perhaps\s)?",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:about\s+|roughly\s+)?\S{0,4}$", re.IGNORECASE)
_OPENED: Final = re.compile(
    r"\b(?:(?:somewhere\s+|anywhere\s+)?between|from|ranging\sfrom)\s+\S{0,4}$", re.IGNORECASE
)
_FARTHEST: Final = 3
"""An amount "or" another is one amount while the greater is at most so many times the smaller."""


@dataclass(frozen=True, slots=True)
class Range:
    """A range that was read: its interval, and the unit that only its first end has."""

    value: Quantity
    unit: Unit | None


def read_range(text: str, low: Number, high: Number, local: Local) -> Range | None:
    """Read two numerals with a joint between them as a range, or refuse."""
    if high.start - low.end > _LONGEST_JOINT or high.sort in ("vague", "article"):
        return None
    if low.vague or text.endswith("fold", 0, low.end):
        return None
    unit = unit_after(text, low.end, local)
    joint = _joint(text, low, high, unit, local)
    if joint is None or not _is_one_amount(text, low, high, joint):
        return None
    if unit is not None and not _same_unit(text, unit, low, high, local):
        return None
    first = low.amount * _shared_scale(low, high)
    if not first < high.amount or (joint == "or" and high.amount > _FARTHEST * first > 0):
        return None
    own = unit if unit is not None and unit_after(text, high.end, local) is None else None
    rough = "rough" in (low.sort, high.sort)
    return Range(Quantity(first, high.amount, digits=high.digits, approximate=rough), own)


def opening(text: str, at: int) -> int:
    """Find where a range begins whose first figure is at `at`: at "between" or "from"."""
    opened = _OPENED.search(text, max(0, at - 32), at)
    return opened.start() if opened else at


def _joint(text: str, low: Number, high: Number, unit: Unit | None, local: Local) -> str | None:
    """Give the word or mark that joins two numerals; None where it does not join them."""
    sign = sign_before(text, high.start, local)
    start = low.end + (unit.length if unit is not None else 0)
    end = sign[1] if sign is not None else high.start
    between = text[start:end]
    if sign is not None and between != "" and not between[-1].isspace() and between[-1].isalpha():
        return None
    match = _JOINT.fullmatch(between) or _JOINT.fullmatch(between + " ")
    words = re.findall(r"[a-z]+", between.lower())
    return (words[0] if words else between.strip()) if match else None


def _is_one_amount(text: str, low: Number, high: Number, joint: str) -> bool:
    if joint == "and":
        return _BETWEEN.search(text, max(0, low.start - 32), low.start) is not None
    if joint == "/":
        return sign_before(text, low.start) is not None
    if low.sort == "article":
        return joint == "or" and high.amount == 2
    if joint == "to" and low.sort != high.sort:
        return False
    sign = sign_before(text, low.start)
    change = change_at(text, sign[1] if sign is not None else low.start)
    if joint not in ("to", "up") or _shares_unit(text, low, high):
        return change != "from" or joint not in ("to", "up")
    return change not in ("from", "up", "down")


def _shares_unit(text: str, low: Number, high: Number) -> bool:
    """Whether only the second end has a unit: "dropped by 1 to 1.5 degrees" is one amount."""
    first = unit_after(text, low.end) or sign_before(text, low.start)
    return first is None and unit_after(text, high.end) is not None


def _same_unit(text: str, unit: Unit, low: Number, high: Number, local: Local) -> bool:
    """Whether the unit of the first end is that of the second, or stands for it."""
    other = unit_after(text, high.end, local)
    if other is None:
        return low.sort == "article" or sign_before(text, high.start, local) is None
    return (unit.base, unit.factor) == (other.base, other.factor)


def _shared_scale(low: Number, high: Number) -> Decimal:
    """Give the scale that "20 to 30 million" leaves out at its first end."""
    if low.scale != 1 or high.scale == 1 or low.sort == "article":
        return Decimal(1)
    return high.scale if 0 < low.amount < high.amount / high.scale else Decimal(1)
