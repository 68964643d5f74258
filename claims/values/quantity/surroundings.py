"""What stands around a numeral: bound, sign of money, unit, "and a half", "-old"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from claims.values.currency import Local, sign_before
from claims.values.number import Number
from claims.values.quantity.bound import bound_after, bound_before
from claims.values.unit import Unit, unit_after

_ONE: Final = Decimal(1)
_TIMES: Final = ("year", "month", "day")
_OF_UNIT: Final = re.compile(r"(?:\s+of)?[\s-]an?(?=[\s-])", re.IGNORECASE)
_HALF: Final = re.compile(r"\s+and\s+(?:an?\s+)?(half|quarter)\b(?!\s+(?:of|the)\b)", re.IGNORECASE)
_OLD: Final = re.compile(r"[\s-]olds?\b|\s+of\s+age\b", re.IGNORECASE)
_YEARS_OLD: Final = re.compile(r"\s?(?:yo\b|y/o\b)", re.IGNORECASE)
_AGED: Final = re.compile(r"\b(?:aged|ages?|the\s+age\s+of)\s+$", re.IGNORECASE)
_MAGNITUDE: Final = re.compile(r"\bmagnitude(?:\s+of)?[\s-]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around one or two numerals.

    Args:
        start: First character, the bound included.
        end: One past the last character, the unit included.
        bound: The kind of bound, None where there is none.
        unit: What the amount is measured in, None where nothing is printed.
        part: What "and a half" behind the unit adds.
        aged: Whether an age is told.
    """

    start: int
    end: int
    bound: str | None
    unit: Unit | None
    part: Decimal
    aged: bool


def look_around(text: str, first: Number, last: Number, local: Local) -> Surroundings:
    """Find what stands around numerals: `first` and `last` of a range, or one given twice."""
    sign = sign_before(text, first.start, local)
    start = sign[1] if sign is not None else first.start
    before = bound_before(text, start, last.end)
    loose = before is None or before[0] in ("about", "nearly")
    behind = bound_after(text, last.end) if loose else None
    end = behind[1] if behind else last.end
    unit = Unit(sign[0], _ONE, 0) if sign else _unit(text, start, end, last, local)
    end += unit.length if unit is not None else 0
    part, end = _part(text, end, unit)
    old, end = _old(text, end, unit)
    if loose and behind is None:
        behind = bound_after(text, end)
        end = behind[1] if behind else end
    bound = behind or before
    start = before[1] if before else start
    aged = _AGED.search(text, max(0, start - 16), start)
    aged = aged or _AGED.search(text, start, first.start)
    if aged is not None and (unit is None or unit.base in _TIMES):
        start, unit, old = min(start, aged.start()), unit or Unit("year", _ONE, 0), True
    return Surroundings(start, end, bound[0] if bound else None, unit, part, old)


def _unit(text: str, start: int, end: int, last: Number, local: Local) -> Unit | None:
    """Find the unit behind a numeral; behind a part also "of a mile"; "magnitude" before it."""
    if _MAGNITUDE.search(text, max(0, start - 16), start):
        return Unit("magnitude", _ONE, 0)
    if years := _YEARS_OLD.match(text, end):
        return Unit("year", _ONE, years.end() - end)
    if text.endswith("fold", 0, end):
        return Unit("times", _ONE, 0)
    unit = unit_after(text, end, local)
    if unit is None and last.sort == "share":
        article = _OF_UNIT.match(text, end)
        whole = unit_after(text, article.end(), local) if article else None
        if whole is None or article is None:
            return Unit("share", _ONE, 0)
        return Unit(whole.base, whole.factor, whole.length + article.end() - end)
    return unit


def _part(text: str, end: int, unit: Unit | None) -> tuple[Decimal, int]:
    """Find "and a half" behind a unit: "a year and a half"."""
    match = _HALF.match(text, end) if unit is not None and unit.length else None
    if match is None:
        return Decimal(0), end
    return Decimal("0.5") if match[1].lower() == "half" else Decimal("0.25"), match.end()


def _old(text: str, end: int, unit: Unit | None) -> tuple[bool, int]:
    """Find what says that a time is an age: "-old", "of age", "yo"."""
    if unit is None or unit.base not in _TIMES:
        return False, end
    match = _OLD.match(text, end)
    if match is not None:
        return True, match.end()
    return _YEARS_OLD.match(text, end - unit.length) is not None, end
