"""The ledger: low and high, open ends, and what sets neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from claims.model import Answer, Certainty, Polarity, Value
from claims.report.ledger import end_words, spread_of, spread_words
from claims.report.view import Entry, Publication, Row
from claims.values.days import Days
from tests.report.story import BOUND, CITED, NOT_INVITED, OWN, exactly

ARTICLE = Publication("a" * 64, OWN.text_id, authors=("Md. Tareq Hasan",), file="002.txt")


def _row(value: Value, **fields: object) -> Row:
    claim = next((one for one in (OWN, BOUND, CITED) if one.value == value), OWN)
    answer = Answer(id=str(value), value=value, claims=(claim.id,))
    return Row(replace(answer, **fields), (Entry(replace(claim, value=value), (ARTICLE,)),))  # type: ignore[arg-type]


def test_an_open_end_stays_open() -> None:
    """2,500, "more than 1,000" and 3,500 have no highest: 3,500 or more."""
    spread = spread_of([_row(OWN.value), _row(BOUND.value), _row(CITED.value)])
    assert spread is not None
    assert end_words(spread.low, "low") == "more than 1,000 (The New York Times)"
    assert end_words(spread.high, "high") == (
        "3,500 or more (The New York Times citing US officials)"
    )


def test_who_leaves_an_end_open_reaches_as_far_as_the_other() -> None:
    """Of 9 and "at least 14" the highest is "at least 14", which says itself that it is open."""
    more = replace(exactly(14), high=None, text="at least 14")
    assert spread_words([_row(exactly(9)), _row(more)]) == "9 to at least 14"
    assert spread_words([_row(exactly(14)), _row(more), _row(exactly(9))]) == "9 to 14 or more"
    fewer = replace(exactly(3), low=None, text="at most 3")
    assert spread_words([_row(exactly(9)), _row(fewer)]) == "at most 3 to 9"
    spread = spread_of([_row(more), _row(replace(more, low=Decimal(20), text="at least 20"))])
    assert spread is not None
    assert spread.high is None


def test_exact_amounts_have_both_ends() -> None:
    """Nothing is added to what is said."""
    assert spread_words([_row(exactly(4)), _row(exactly(9))]) == "4 to 9"


def test_one_answer_is_no_spread() -> None:
    """Low and high of one value say nothing."""
    assert spread_of([_row(OWN.value)]) is None


def test_denials_plans_and_conditions_set_no_end() -> None:
    """Only what is stated counts."""
    rows = [
        _row(exactly(4)),
        _row(exactly(9)),
        _row(exactly(50), polarity=Polarity.DENIED),
        _row(exactly(60), certainty=Certainty.PLANNED),
        _row(exactly(70), certainty=Certainty.CONDITIONAL),
    ]
    assert spread_words(rows) == "4 to 9"


def test_two_units_have_no_common_low() -> None:
    """70 million euros is no more than 62 million dollars."""
    assert spread_of([_row(exactly(4)), _row(replace(exactly(9), unit="EUR"))]) is None


def test_parties_have_no_low() -> None:
    """A list is not between two lists."""
    assert spread_of([_row(NOT_INVITED.value), _row(NOT_INVITED.value)]) is None


def test_days_spread_from_the_earliest_to_the_latest() -> None:
    """An open end of time stays open too."""
    first = Days(date(2021, 4, 1), date(2021, 4, 1), "April 1")
    last = Days(date(2021, 5, 1), None, "since May 1")
    assert spread_words([_row(first), _row(last)]) == "April 1 to since May 1"
