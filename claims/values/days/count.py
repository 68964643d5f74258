"""Counts of units of time: "three days", "two and a half years", "a few weeks", and going so far.

How many, of what, and with which bound before it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from claims.values.days.period import shifted
from claims.values.days.value import Days
from claims.values.number import Number, find_numbers
from claims.values.spelling import small_words

_FEW: Final = {"few": (2, 5), "several": (3, 9), "couple": (2, 3)}
UNIT: Final = "day|week|fortnight|month|year|decade|century|centurie|hour|minute"
_SMALL: Final = "|".join(small_words())
_WORDS: Final = rf"an?|(?:{_SMALL})(?:[\s-](?:{_SMALL}|hundred|thousand))?|a\s+hundred|half\s+an?"
MANY: Final = (
    rf"(?P<many>\d{{1,4}}(?:\.\d)?|(?:{_WORDS})(?:\s+and\s+a\s+half)?"
    rf"|(?:a\s+)?(?P<vague>few|several|couple)(?:\s+of)?)"
)
BOUND: Final = (
    r"(?:(?P<bound>more than|over|at least|less than|under|nearly|almost|about|around|some|roughly|"
    r"approximately|just over|just under)\s+)?"
)
LATEST: Final = ("more than", "over", "at least", "just over")
EARLIEST: Final = ("less than", "under", "just under")
UNITS: Final = rf"(?P<unit>{UNIT})s?\b"
HALF: Final = r"(?P<plus>\s+and\s+a\s+half)?"


def count_of(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Give how many units at least and at most: "two" 2 to 2, "a few" 2 to 5."""
    if match["vague"]:
        low, high = _FEW[match["vague"].lower()]
        return Decimal(low), Decimal(high)
    amount = numeral_of(match).amount + (Decimal("0.5") if match.groupdict().get("plus") else 0)
    return amount, amount


def numeral_of(match: re.Match[str]) -> Number:
    """Give the numeral that was counted with; "a" is one."""
    words = match["many"].lower()
    plain = re.sub(r"^an?(?=$|\s+and)", "one", words)
    plain = re.sub(r"^half\s+an?$", "half a unit", plain)
    return next(find_numbers(plain))


def unit_of(match: re.Match[str]) -> str:
    """Give the unit that was counted, in the singular."""
    return {"centurie": "century"}.get(match["unit"].lower(), match["unit"].lower())


def go_back(anchor: date, count: Decimal, unit: str) -> date:
    """Go so many units back (or on, where the count is below zero); parts of units in days."""
    if unit in ("hour", "minute"):
        hours = count if unit == "hour" else count / 60
        return anchor - timedelta(days=int(hours / 24))
    whole = int(count)
    day = shifted(anchor, -whole, unit)
    lengths = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}
    rest = count - whole
    return day - timedelta(days=int(rest * lengths.get(unit, 36525))) if rest else day


def offset(match: re.Match[str], day: date, sign: int) -> Days:
    """Go a count of units from a day: "two days after Friday", "more than a week before 1 May".

    Args:
        match: A match of `BOUND`, `MANY` and `UNITS`.
        day: Where to start from.
        sign: 1 to go on, -1 to go back.
    """
    low, high = count_of(match)
    near, far = (go_back(day, -sign * count, unit_of(match)) for count in (low, high))
    bound = (match["bound"] or "").lower()
    if bound in LATEST:
        return Days(near, None) if sign > 0 else Days(None, near)
    if bound in EARLIEST:
        return Days(day, far) if sign > 0 else Days(far, day)
    return Days(min(near, far), max(near, far))
