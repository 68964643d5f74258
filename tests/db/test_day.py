"""Partial days as the interval they leave open."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError
from db.day import parse_partial, start_of


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2021-04-05", ("2021-04-05", "2021-04-05")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2021-12", ("2021-12-01", "2021-12-31")),
        ("1999", ("1999-01-01", "1999-12-31")),
    ],
)
def test_partial_days_leave_an_interval_open(text: str, bounds: tuple[str, str]) -> None:
    """A day, a month, a year."""
    assert parse_partial(text) == bounds


@pytest.mark.parametrize("text", ["", "21", "2021-13", "2021-02-29", "0000", "2021-4-5", "٢٠٢١"])
def test_other_text_is_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(InputError, match="write it as YYYY, YYYY-MM or YYYY-MM-DD"):
        parse_partial(text)


@given(day=st.dates())
def test_every_day_is_within_its_month_and_year(day: date) -> None:
    """Bounds are in order and hold the day."""
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        first, last = parse_partial(text)
        assert first <= day.isoformat() <= last


def test_day_starts_at_midnight_utc() -> None:
    """A month starts with its first day."""
    assert start_of("2021-04") == datetime(2021, 4, 1, tzinfo=UTC)
