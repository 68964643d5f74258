"""Printed dates are read as far as they go, and no further."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.read.printed_date import is_partial_date, parse_printed_date
from tests.read.cases import read_cases


@pytest.mark.parametrize("case", read_cases("dates.jsonl", "printed"))
def test_a_printed_date_is_read(case: dict[str, Any]) -> None:
    """Day, month or year as printed; what two readings allow is none."""
    assert parse_printed_date(case["printed"]) == case["iso"]


@given(st.dates())
def test_every_day_in_iso_form_is_itself(day: Any) -> None:
    """Real days are taken as they stand."""
    if day.year >= 1600:
        assert parse_printed_date(day.isoformat()) == day.isoformat()
    assert is_partial_date(day.isoformat())


@given(st.text(max_size=40))
def test_reading_a_date_never_fails(words: str) -> None:
    """Any words are a date or none."""
    found = parse_printed_date(words)
    assert found is None or is_partial_date(found)


@pytest.mark.parametrize("words", ["2021-2-3", "2021-02-30", "21", "٢٠٢١", "2021-04-05 ", ""])
def test_only_real_partial_dates_are_partial_dates(words: str) -> None:
    """Three forms, ASCII digits, days that exist."""
    assert not is_partial_date(words)
