"""What a value is taken to mean beside its words."""

from __future__ import annotations

from datetime import date

import pytest

from claims.report.meaning import meaning_words
from claims.values.days import Days
from claims.values.party import Parties, Party
from claims.values.quantity import parse_quantity
from claims.values.words import Words


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("42", "42"),
        ("3,500", "3,500, to the nearest 100"),
        ("more than 1,000", "more than 1,000"),
        ("at least 7", "at least 7"),
        ("about 7,000", "6,500 to 7,500"),
        ("between 20 and 30 metres", "20 to 30 metre"),
        ("62 percent", "62 percent"),
    ],
)
def test_an_amount_is_told_as_the_room_it_leaves(words: str, meaning: str) -> None:
    """With its unit, and how far it was rounded."""
    assert meaning_words(parse_quantity(words)) == meaning


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        (Days(date(2021, 5, 1), date(2021, 5, 1), "May Day"), "1 May 2021"),
        (Days(None, date(2021, 5, 1), "by May 1"), "until 1 May 2021"),
        (Days(date(2016, 1, 1), date(2016, 12, 31), "that year"), "2016"),
        (Days(None, None, "March 18", 3, 18), "18 March of a year that is not known"),
        (Days(None, None, "on Monday", weekday=0), "a Monday that is not known"),
        (Days(None, None, "lately"), "days that are not known"),
    ],
)
def test_days_are_told_as_an_interval(value: Days, meaning: str) -> None:
    """Or as what is missing."""
    assert meaning_words(value) == meaning


def test_a_party_is_told_by_what_its_name_stands_for() -> None:
    """Where the name is another, and the size of a group is not known either."""
    assert meaning_words(Party("country:IN", "New Delhi")) == "New Delhi stands for India"
    assert not meaning_words(Party("country:IN", "India"))
    assert not meaning_words(Party("words:other leaders", "other leaders", vague=True))


def test_a_list_is_told_to_be_open_or_closed() -> None:
    """Or to be everybody."""
    members = (Party("country:IN", "India"),)
    assert meaning_words(Parties(members)) == "an open list"
    assert meaning_words(Parties(members, closed=True)) == "nobody else"
    assert meaning_words(Parties((), "all parties", universal=True)) == "everybody"


def test_free_words_mean_themselves() -> None:
    """Nothing is added."""
    assert not meaning_words(Words("a lack of funds"))
