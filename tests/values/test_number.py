"""Numerals are read exactly, with how fine the figure was given."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.number import find_numbers, half_digit
from tests.values.words import news_words


@pytest.mark.parametrize(
    ("figure", "half"),
    [("42", "0.5"), ("40", "5"), ("3,500", "50"), ("1.25", "0.005"), ("0", "0.5"), ("1000", "500")],
)
def test_half_a_unit_of_the_last_digit_that_counts(figure: str, half: str) -> None:
    """Zeros at the end of a whole number do not count."""
    assert half_digit(figure) == Decimal(half)


def test_half_a_unit_is_scaled_with_its_figure() -> None:
    """The last digit of "1.2 million" stands for a hundred thousand."""
    assert half_digit("1.2", Decimal(1_000_000)) == 50_000


@given(news_words)
def test_finding_numerals_never_fails(words: str) -> None:
    """Numerals stand in order, apart, and within the words."""
    at = 0
    for number in find_numbers(words):
        assert at <= number.start < number.end <= len(words)
        assert number.digits >= 0
        at = number.end


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(amount: int) -> str:
    """Write a whole number below a trillion in words."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if amount >= size:
            rest = amount % size
            more = f" {'and ' if rest < 100 else ''}{spelled(rest)}" if rest else ""
            return f"{spelled(amount // size)} {name}{more}"
    if amount >= 100:
        rest = amount % 100
        return f"{_UNITS[amount // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if amount >= 20:
        return _TENS[amount // 10] + (f"-{_UNITS[amount % 10]}" if amount % 10 else "")
    return _UNITS[amount]


@given(st.integers(0, 10**12 - 1) | st.integers(0, 2000))
def test_a_number_in_words_is_the_number(amount: int) -> None:
    """From zero to a trillion."""
    words = spelled(amount)
    numbers = list(find_numbers(f"Of {words} pages"))
    assert [number.amount for number in numbers] == [amount], words
