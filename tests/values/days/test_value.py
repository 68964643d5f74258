"""Days are intervals, and two of them exclude each other or do not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import UnreadableValue
from claims.values.days import Days, days_apart, parse_iso, whole_month
from tests.db.strategies import days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-04", "2017-04-01", "2017-04-30"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2021-04-05", "2021-04-05", "2021-04-05"),
    ],
)
def test_a_partial_day_is_all_it_leaves_open(text: str, first: str, last: str) -> None:
    """A year, a month or a day."""
    value = parse_iso(text)
    assert (str(value.earliest), str(value.latest), value.text) == (first, last, text)


@pytest.mark.parametrize(
    "text", ["", "21", "2021-4-5", "2021-02-30", "2021-13", "0000", "٢٠٢١", " 2021", "2021-04-05x"]
)
def test_what_is_no_partial_day_is_refused(text: str) -> None:
    """With the forms that would do."""
    with pytest.raises(UnreadableValue, match="write 2021-04-05, 2017-04 or 2017"):
        parse_iso(text)


@given(st.dates())
def test_a_month_holds_its_days(day: date) -> None:
    """From the first to the last."""
    first, last = whole_month(day.year, day.month)
    assert first.day == 1
    assert first <= day <= last
    assert last == date.max or (last + timedelta(days=1)).day == 1


def interval(first: str | None, last: str | None) -> Days:
    """Make days of two ISO days."""
    earliest, latest = (None if end is None else date.fromisoformat(end) for end in (first, last))
    return Days(earliest, latest)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        (interval("2021-04-05", "2021-04-05"), "2021-04-05"),
        (interval("2021-04-01", "2021-04-30"), "2021-04"),
        (interval("2020-02-01", "2020-02-29"), "2020-02"),
        (interval("2020-02-01", "2020-02-28"), "2020-02-01/2020-02-28"),
        (interval("2016-01-01", "2016-12-31"), "2016"),
        (interval("1990-01-01", "1999-12-31"), "199X"),
        (interval("1900-01-01", "1999-12-31"), "19XX"),
        (interval("2016-01-01", "2017-12-31"), "2016-01-01/2017-12-31"),
        (interval("2005-01-01", None), "2005-01-01/.."),
        (interval(None, "2021-04-30"), "../2021-04-30"),
        (interval("0800-01-01", "0800-12-31"), "0800"),
        (Days(None, None, month=3, day=18), "XXXX-03-18"),
        (Days(None, None, month=3), "XXXX-03"),
        (Days(None, None, weekday=4), ""),
        (Days(None, None), ""),
    ],
)
def test_days_are_written_as_edtf(value: Days, edtf: str) -> None:
    """As short as it can be said."""
    assert value.edtf() == edtf


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_edtf_of_a_partial_day_is_the_partial_day(day: date, length: int) -> None:
    """For years, months and days."""
    text = day.isoformat()[:length]
    assert parse_iso(text).edtf() == text


@given(days, days)
def test_apart_is_symmetric(left: Days, right: Days) -> None:
    """And never raises."""
    assert days_apart(left, right) == days_apart(right, left)


@given(days)
def test_nothing_is_apart_from_itself(value: Days) -> None:
    """It may be unknown."""
    assert not days_apart(value, value)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (parse_iso("2021-03-18"), parse_iso("2021-03-19"), True),
        (parse_iso("2021-03-18"), parse_iso("2021-03"), False),
        (parse_iso("2021-03"), parse_iso("2021"), False),
        (parse_iso("2020"), parse_iso("2021-01"), True),
        (interval("2005-01-01", None), parse_iso("2021"), False),
        (interval("2005-01-01", None), parse_iso("2004"), True),
        (Days(None, None, month=3, day=18), parse_iso("2021-03-18"), None),
        (Days(None, None, month=3, day=18), parse_iso("2021-03-19"), True),
        (Days(None, None, month=3, day=18), Days(None, None, month=4), True),
        (Days(None, None, month=3, day=18), Days(None, None, month=3), None),
        (Days(None, None, weekday=4), parse_iso("2021-03-18"), None),
    ],
)
def test_two_statements_of_the_day(left: Days, right: Days, *, apart: bool | None) -> None:
    """They exclude each other, allow each other, or it cannot be known."""
    assert days_apart(left, right) is apart
