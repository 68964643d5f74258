"""Find the amounts that words state, with bound, sign, unit and what kind of amount each is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from claims.errors import UnreadableValue
from claims.values.currency import NOWHERE, Local
from claims.values.number import Number, find_numbers
from claims.values.quantity.bound import bounded, bounded_range
from claims.values.quantity.change import change_at
from claims.values.quantity.label import find_labels
from claims.values.quantity.merge import merged
from claims.values.quantity.range import opening, read_range
from claims.values.quantity.score import find_scores
from claims.values.quantity.surroundings import Surroundings, look_around
from claims.values.quantity.value import FoundQuantity, Quantity
from claims.values.unit import rate_after

_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_COUNTED: Final = re.compile(r"\b(?:average|total|number|maximum|minimum|sum|toll)\s+of\s+$")
_FOR: Final = re.compile(r"\b(?:for|lasted|lasting|lasts)\s+$", re.IGNORECASE)


def find_quantities(
    text: str, taken: Sequence[tuple[int, int]] = (), *, local: Local = NOWHERE
) -> Iterator[FoundQuantity]:
    """Find every stated amount, in order.

    "between 20 and 30 people" gives one amount from 20 to 30.

    Args:
        text: Normalised words of a sentence or paragraph.
        taken: Stretches that are something else (dates, times); numerals there are no amounts.
        local: What shared signs and words of money stand for here (`local_currencies`).

    Yields:
        Amounts with their units as far as a unit is printed; what is counted is for the caller.
        Scores, addresses and figures that name something are left out.
    """
    scores = [(score.start, score.end) for score in find_scores(text)]
    numbers = list(_free(find_numbers(text), [*taken, *scores, *find_labels(text)]))
    for found in merged(text, _read_all(text, numbers, local)):
        yield replace(found, value=replace(found.value, text=text[found.start : found.end]))


def parse_quantity(text: str, *, unit_hint: str | None = None, local: Local = NOWHERE) -> Quantity:
    """Read one stated amount.

    "about 1.2 million" becomes 1 150 000 to 1 250 000: half a unit of the last digit given,
    because news rounds.

    Args:
        text: The words as printed, without the surrounding sentence.
        unit_hint: Unit of the sentence when the amount has none; base-unit name.
        local: What shared signs and words of money stand for here.

    Returns:
        The interval of amounts meant, in base units, exact decimals.

    Raises:
        UnreadableValue: No amount, or more than one. Never guesses.
    """
    found = list(find_quantities(text, local=local))
    if len(found) != 1:
        msg = f"{len(found) or 'no'} amounts in {text!r}; give exactly one"
        raise UnreadableValue(msg)
    value = found[0].value
    return value if value.unit or unit_hint is None else replace(value, unit=unit_hint)


def _free(numbers: Iterable[Number], taken: Sequence[tuple[int, int]]) -> Iterator[Number]:
    """Leave out the numerals that touch a stretch that is something else."""
    stretches = _united(taken)
    starts = [start for start, _ in stretches]
    for number in numbers:
        index = bisect_right(starts, number.end - 1) - 1
        if index < 0 or stretches[index][1] <= number.start:
            yield number


def _united(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _read_all(text: str, numbers: Sequence[Number], local: Local) -> Iterator[FoundQuantity]:
    """Read numerals one by one, or two as a range, each with what stands around it."""
    at = behind = 0
    while at < len(numbers):
        number, *following = numbers[at : at + 2]
        found = _read_pair(text, number, following[0], local) if following else None
        at += 1 if found is None else 2
        found = found or _read_one(text, number, local)
        if found is not None and found.figure[0] >= behind:
            found = replace(found, start=max(found.start, behind))
            behind = found.end
            yield found


def _read_pair(text: str, low: Number, high: Number, local: Local) -> FoundQuantity | None:
    between = read_range(text, low, high, local)
    if between is None:
        return None
    around = look_around(text, low, high, local)
    if around.unit is None and between.unit is not None:
        around = replace(around, unit=between.unit)
    value = bounded_range(between.value, around.bound)
    found = _found(text, value, around, (low.start, high.end))
    return replace(found, start=opening(text, found.start))


def _read_one(text: str, number: Number, local: Local) -> FoundQuantity | None:
    around = look_around(text, number, number, local)
    if number.sort == "article" and not _counts(text, number, around):
        return None
    value = bounded(replace(number, amount=number.amount + around.part), around.bound)
    found = _found(text, value, around, (number.start, number.end))
    plain = around.unit is None and around.bound in (None, "about", "nearly")
    year = plain and _YEAR.fullmatch(text, number.start, number.end) is not None
    year = year and not _COUNTED.search(text, max(0, number.start - 24), number.start)
    return replace(found, bare_year=year)


def _found(
    text: str, value: Quantity, around: Surroundings, figure: tuple[int, int]
) -> FoundQuantity:
    factor = Decimal(1)
    if around.unit is not None:
        factor = around.unit.factor
        value = value.scaled(factor, around.unit.base)
    return FoundQuantity(
        value,
        around.start,
        max(around.end, figure[1]),
        figure,
        measured=around.unit is not None,
        factor=factor,
        aged=around.aged,
        per=rate_after(text, around.end),
        change=change_at(text, around.start),
    )


def _counts(text: str, number: Number, around: Surroundings) -> bool:
    """Whether "a" before a unit is an amount: "nearly a decade", "for a week", "another week"."""
    if around.unit is None:
        return False
    if around.unit.base == "second" and around.unit.factor == 1:
        return around.start < number.start
    another = text[number.start : number.end].lower() == "another"
    lasting = _FOR.search(text, max(0, number.start - 12), number.start) is not None
    return another or lasting or around.bound is not None or around.part > 0
