"""Stated amounts are read as the interval they leave open, and nothing else is."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import UnreadableValue
from claims.values.days import find_clock_times, find_days
from claims.values.quantity import FoundQuantity, Quantity, find_quantities, parse_quantity
from tests.values.cases import noted, read_cases
from tests.values.words import news_words

SENTENCES = read_cases("amounts.jsonl", "sentence") + read_cases("not_amounts.jsonl", "sentence")


def found_in(sentence: str) -> list[FoundQuantity]:
    """Find the amounts of a sentence as a reader of articles does: days and times are taken."""
    days = [(found.start, found.end) for found in find_days(sentence)]
    return list(find_quantities(sentence, days + find_clock_times(sentence)))


@pytest.mark.parametrize("case", SENTENCES)
def test_the_amounts_of_a_sentence_are_found(case: dict[str, Any]) -> None:
    """Words, bound and unit as printed, and the interval they leave."""
    found = {amount.value.text: noted(amount.value) for amount in found_in(case["sentence"])}
    assert found == case["amounts"]


@given(news_words)
def test_finding_amounts_never_fails(words: str) -> None:
    """Any words give amounts in order, apart, within the words, with an interval that is one."""
    at = 0
    for found in found_in(words):
        assert at <= found.start < found.end <= len(words)
        assert found.start <= found.figure[0] < found.figure[1] <= found.end
        assert found.value.text == words[found.start : found.end]
        at = found.end


@given(news_words)
def test_amounts_keep_out_of_what_is_taken(words: str) -> None:
    """Where everything is something else there is no amount."""
    assert list(find_quantities(words, [(0, len(words))])) == []


@given(st.integers(0, 10**15), st.sampled_from(["", "at least ", "more than ", "about "]))
def test_a_whole_number_comes_back_as_it_was_printed(amount: int, bound: str) -> None:
    """With separators, whatever bounds it."""
    value = parse_quantity(f"{bound}{amount:,} boats")
    assert value.low is not None
    assert value.low == amount or bound == "about "
    assert value.high is None or value.low <= amount <= value.high


@given(st.decimals(0, 10**6, places=3))
def test_a_decimal_number_comes_back_as_it_was_printed(amount: Decimal) -> None:
    """Every digit behind the point counts."""
    value = parse_quantity(f"{amount} percent")
    assert (value.low, value.high, value.unit) == (amount, amount, "percent")


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_range_holds_what_lies_between_its_ends(low: int, more: int) -> None:
    """From the first figure to the second."""
    value = parse_quantity(f"between {low:,} and {low + more:,} tents")
    assert noted(value) == f"{low}..{low + more}"


def test_the_worked_example_holds() -> None:
    """Half a unit of the last digit given."""
    value = parse_quantity("about 1.2 million")
    assert noted(value) == "~ 1150000..1250000"


def test_a_unit_of_the_sentence_fills_in_for_one_that_is_not_printed() -> None:
    """A printed unit wins over it."""
    assert parse_quantity("2,500", unit_hint="person").unit == "person"
    assert parse_quantity("2,500 km", unit_hint="person").unit == "metre"


@pytest.mark.parametrize("words", ["", "some boats", "12 boats and 14 cars", "F-16"])
def test_one_amount_is_read_or_none(words: str) -> None:
    """No amount and several are both refused."""
    with pytest.raises(UnreadableValue, match="give exactly one"):
        parse_quantity(words)


@pytest.mark.parametrize("ends", [(None, None), (Decimal(2), Decimal(1))])
def test_an_amount_is_an_interval(ends: tuple[Decimal | None, Decimal | None]) -> None:
    """It has an end, and does not end before it begins."""
    with pytest.raises(UnreadableValue):
        Quantity(*ends)


def test_an_amount_given_in_another_unit_is_the_same_amount() -> None:
    """Ends, digits and all."""
    years = Quantity(Decimal(2), None, low_open=True, unit="year", digits=Decimal("0.5"))
    months = years.scaled(Decimal(12), "month")
    assert noted(months) == "> 24 month"
    assert months.digits == Decimal(6)


@pytest.mark.parametrize("piece", ["1", "1,", ",", "1.", "12 ", "1,000,", "one ", "$1 ", "- 1"])
def test_time_grows_with_the_length_of_the_words(piece: str) -> None:
    """A megabyte of digits or commas takes seconds, not hours."""
    assert sum(1 for _ in find_quantities(piece * (20_000 // len(piece)))) >= 0
