"""What a pattern needs stands in every text it matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.days.need import DIGIT, YEAR, Words, needs_of
from claims.values.days.reader import _needing


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"(?:from|between)\s+(?:the\s+)?march", [{"march"}, {"from", "between"}]),
        (r"in\s+(?:1[5-9]|20)\d\d", [{YEAR}, {"in"}]),
        (r"(?:\d{4}|today)", [{YEAR, "today"}]),
        (r"(?:\d{1,4}|today)", [{DIGIT, "today"}]),
        (r"a(?:\w|\d)", []),
        (r"(?:early\s+)?\w+", []),
        (r"May|june", [{"may", "june"}]),
    ],
)
def test_needs_are_read_off_a_pattern(pattern: str, needs: list[set[str]]) -> None:
    """What may be left out is no need, nor a single letter."""
    assert list(needs_of(re.compile(pattern, re.IGNORECASE))) == needs


def test_a_text_is_asked_for_one_word_of_every_need() -> None:
    """Whatever its case."""
    needs = needs_of(re.compile(r"(?:from|between)\s+march\s+\d+", re.IGNORECASE))
    assert Words("Between MARCH 3 and 5").meet(needs)
    assert not Words("between March and May").meet(needs)
    assert not Words("in March 2016").meet(needs)


@given(st.data())
def test_a_rule_that_matches_has_what_it_needs(data: st.DataObject) -> None:
    """For any text that a rule's own pattern allows."""
    rule, needs = data.draw(st.sampled_from(_needing()))
    text = data.draw(st.from_regex(rule.pattern))
    assert Words(text).meet(needs)
