"""Two days of one happening: do they exclude each other?"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.compare.days import compare_days
from claims.errors import UnreadableValue
from claims.model import Relation
from claims.values.days import Days, find_days, parse_iso
from tests.compare.cases import Case, check_outcome, read_cases

_dates: Final = st.dates(date(2019, 1, 1), date(2022, 12, 31))


@st.composite
def _intervals(draw: st.DrawFn) -> Days:
    first, last = sorted((draw(_dates), draw(_dates)))
    return Days(draw(st.sampled_from([first, None])), last)


_open: Final = st.builds(
    Days,
    st.none(),
    st.none(),
    month=st.none() | st.integers(1, 12),
    day=st.none(),
    weekday=st.none() | st.integers(0, 6),
)
days: Final = _intervals() | _open | _dates.map(lambda day: Days(day, day))


def days_of(printed: str) -> Days:
    """Read a day as a case prints it: in ISO form, or in words that nothing anchors."""
    try:
        return parse_iso(printed)
    except UnreadableValue:
        return next(iter(find_days(printed, anchor=None))).value


@pytest.mark.parametrize("case", read_cases("days.jsonl"))
def test_days_exclude_or_allow_each_other(case: Case) -> None:
    """As printed, whichever stands on the left."""
    left, right = days_of(case["left"]), days_of(case["right"])
    check_outcome(case, compare_days(left, right))
    check_outcome(case, compare_days(right, left))


@given(left=days, right=days)
def test_the_order_of_two_days_does_not_matter(left: Days, right: Days) -> None:
    """Any two have an outcome with a reason, the same from both sides."""
    assert compare_days(left, right) == compare_days(right, left)
    assert compare_days(left, right).reason


@given(one=days)
def test_a_day_does_not_stand_against_itself(one: Days) -> None:
    """However little is known of it."""
    assert compare_days(one, one).relation is not Relation.CONTRADICTION
