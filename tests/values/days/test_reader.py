"""Days in running words are read as far as they are said, and no further."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.days import Days, find_clock_times, find_days
from tests.values.cases import read_cases
from tests.values.words import news_words

SENTENCES = read_cases("days.jsonl", "sentence") + read_cases("not_days.jsonl", "sentence")
anchors = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


def noted(value: Days) -> str:
    """Write days as the cases do."""
    if value.weekday is not None:
        return f"weekday {value.weekday}"
    return value.edtf() or "not anchored"


@pytest.mark.parametrize("case", SENTENCES)
def test_the_days_of_a_sentence_are_found(case: dict[str, Any]) -> None:
    """Anchored at the day of publication where it is known."""
    anchor = date.fromisoformat(case["published"]) if case["published"] else None
    found = find_days(case["sentence"], anchor=anchor)
    assert {days.value.text: noted(days.value) for days in found} == case["days"]


@given(news_words, anchors)
def test_finding_days_never_fails(words: str, anchor: date | None) -> None:
    """Any words give days in order, apart, within the words, with ends in order."""
    at = 0
    for found in find_days(words, anchor=anchor):
        assert at <= found.start < found.end <= len(words)
        first, last = found.value.earliest, found.value.latest
        assert first is None or last is None or first <= last
        at = found.end


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), anchors)
def test_a_printed_day_comes_back(day: date, anchor: date | None) -> None:
    """In each of the forms that news prints."""
    month = f"{day:%B}"
    for printed in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day}",
    ):
        (found,) = find_days(f"It burned on {printed} at night", anchor=anchor)
        assert found.value.single == day


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_days_at_the_ends_of_the_calendar_do_no_harm(anchor: date) -> None:
    """There is no year 0 and no year 10000."""
    words = "last year, next month, 40 years ago, on Friday, next week, 31 March, this spring"
    assert list(find_days(words, anchor=anchor)) is not None


@pytest.mark.parametrize("time", ["5 p.m.", "5pm", "06:55:53 PM", "17:30", "5.30 p.m."])
def test_times_of_day_are_known(time: str) -> None:
    """So that they are taken neither for days nor for amounts."""
    words = f"It began at {time} sharp"
    assert [words[start:end] for start, end in find_clock_times(words)] == [time]


@pytest.mark.parametrize("piece", ["1", "1,", "May ", "1-", "12 ", "last ", "late ", "since "])
def test_time_grows_with_the_length_of_the_words(piece: str) -> None:
    """A megabyte takes seconds, not hours."""
    words = piece * (20_000 // len(piece))
    assert sum(1 for _ in find_days(words, anchor=date(2021, 4, 5))) >= 0
