"""What a value is taken to mean: the room that its words leave, which is what is compared.

"about 7,000" is told as "6,500 to 7,500", "by May 1" as "until 1 May 2021", "New Delhi" as the
state whose government is meant. Nothing is told where the words say all.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.report.layout import clean
from claims.report.wording import amount_words, interval_words, number_words
from claims.values.days import Days
from claims.values.gazetteer import display_name
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity

if TYPE_CHECKING:
    from claims.model import Value

_ONE: Final = Decimal("0.5")
_VAGUE: Final = "words:"


def meaning_words(value: Value) -> str:
    """Tell what is compared in place of the words; empty for words that are compared as such."""
    match value:
        case Quantity():
            return _amount(value)
        case Days():
            return _days(value)
        case Party() | Parties():
            return "; ".join(_parties(value))
        case _:
            return ""


def _amount(value: Quantity) -> str:
    unit = {"": "", "person": " people"}.get(value.unit, f" {value.unit}")
    words = amount_words(replace(value, text="", unit="")) + unit
    rounded = value.exact and value.digits > _ONE
    return f"{words}, to the nearest {number_words(value.digits * 2)}" if rounded else words


def _days(value: Days) -> str:
    if value.resolved:
        first, last = (None if day is None else str(day) for day in (value.earliest, value.latest))
        return interval_words(first, last)
    if value.month is not None:
        name = calendar.month_name[value.month]
        return f"{f'{value.day} ' if value.day else ''}{name} of a year that is not known"
    if value.weekday is not None:
        return f"a {calendar.day_name[value.weekday]} that is not known"
    return "days that are not known"


def _parties(value: Party | Parties) -> Iterator[str]:
    """Tell who is meant by a name of another form, and how a list is bounded."""
    members = value.members if isinstance(value, Parties) else (value,)
    for member in members:
        name = "" if member.key.startswith(_VAGUE) else display_name(member.key)
        if name and name.casefold() not in member.name.casefold():
            yield f"{clean(member.name)} stands for {clean(name)}"
    if isinstance(value, Parties):
        yield "everybody" if value.universal else "nobody else" if value.closed else "an open list"
