"""Words for values, days, roles and counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claims.model import Certainty, KnownBy, Polarity, Value
from claims.report.role import role_words
from claims.report.wording import (
    answer_words,
    day_words,
    how_known,
    interval_words,
    joined,
    month_day_words,
    plural,
    statement_words,
    value_words,
)
from claims.values.days import Days
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from claims.values.words import Words
from claims.values.yes_no import YesNo
from tests.report.story import BOUND, INVITED, NOT_INVITED, OWN

INDIA, IRAN = Party("country:IN", "India"), Party("country:IR", "Iran")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity(Decimal(2500), Decimal(2500), text="2,500"), "2,500"),
        (Quantity(Decimal(2500), Decimal(2500)), "2,500"),
        (Quantity(Decimal(1), Decimal("1.5"), unit="USD"), "1 to 1.5 USD"),
        (Quantity(Decimal(7), None), "at least 7"),
        (Quantity(None, Decimal(20), high_open=True), "fewer than 20"),
        (Days(date(2021, 4, 1), date(2021, 4, 30)), "April 2021"),
        (Days(date(2021, 4, 5), None), "from 5 Apr 2021 on"),
        (Days(None, None), "a day that is not known"),
        (INDIA, "India"),
        (Parties((INDIA, IRAN), closed=True), "only India and Iran"),
        (Parties((INDIA,), "all parties", universal=True), "all parties"),
        (YesNo(yes=True, text="collapsed"), "yes (collapsed)"),
        (YesNo(yes=False, text="collapsed"), "no (collapsed)"),
        (Words("the capital\nKabul"), "the capital Kabul"),
    ],
)
def test_a_value_is_told_in_words(value: Value, words: str) -> None:
    """As printed where the words are known, else by what it leaves open."""
    assert value_words(value) == words


def test_an_answer_says_did_or_did_not() -> None:
    """Polarity stands in words, hedging beside it."""
    assert answer_words(NOT_INVITED) == "not invited: India (hedged)"
    assert answer_words(INVITED) == "invited: Russia, China and India"
    assert answer_words(replace(OWN, polarity=Polarity.DENIED)) == "not 2,500"
    killed = replace(NOT_INVITED, role="kill", certainty=Certainty.ASSERTED)
    assert answer_words(killed) == "not India"
    assert answer_words(replace(killed, polarity=Polarity.AFFIRMED)) == "India"
    denied = replace(killed, value=YesNo(yes=False, text="fell"))
    assert answer_words(denied) == "no (fell)"
    assert answer_words(replace(BOUND, certainty=Certainty.PLANNED)) == "more than 1,000 (planned)"


def test_a_statement_says_what_it_is_about() -> None:
    """Where no question stands beside it."""
    assert statement_words(OWN) == "US troops: 2,500"
    assert statement_words(NOT_INVITED) == "not invited: India (hedged)"
    day = replace(OWN, role="svo:arrest:on", value=Days(date(2021, 4, 5), None, "since Monday"))
    assert statement_words(day) == "arrest, when: since Monday"
    assert statement_words(replace(INVITED, role="kill")).startswith("kill, who: Russia, China")


@pytest.mark.parametrize(
    ("role", "polarity", "certainty", "words"),
    [
        ("invite", Polarity.DENIED, Certainty.ASSERTED, "not invited"),
        ("attend", Polarity.AFFIRMED, Certainty.PLANNED, "to attend"),
        ("attend", Polarity.DENIED, Certainty.PLANNED, "not to attend"),
        ("exclude", Polarity.DENIED, Certainty.ASSERTED, "left out"),
        ("fund", Polarity.DENIED, Certainty.ASSERTED, "not fund"),
    ],
)
def test_a_role_is_told_in_words(
    role: str, polarity: Polarity, certainty: Certainty, words: str
) -> None:
    """Also one that no table lists."""
    assert role_words(role, polarity, certainty) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((None, None), ""),
        (("2021-04-05", "2021-04-05"), "5 Apr 2021"),
        (("2021-04-01", "2021-04-30"), "April 2021"),
        (("2021-01-01", "2021-12-31"), "2021"),
        (("2016-01-01", "2017-12-31"), "1 Jan 2016 to 31 Dec 2017"),
        ((None, "2021-04-05"), "until 5 Apr 2021"),
    ],
)
def test_an_interval_is_told_by_its_shortest_name(
    days: tuple[str | None, str | None], words: str
) -> None:
    """A whole month is a month, never thirty days."""
    assert interval_words(*days) == words


def test_small_words() -> None:
    """Days, lists and counts."""
    assert day_words("2017-04") == "April 2017"
    assert month_day_words("--03-18") == "18 March"
    assert month_day_words("--12") == "December"
    assert joined(("a",)) == "a"
    assert joined(("a", "b", "c")) == "a, b and c"
    assert plural(1, "article") == "1 article"
    assert plural(1200, "article") == "1,200 articles"


def test_every_way_of_knowing_has_words() -> None:
    """Nothing is shown as the program names it."""
    assert all(how_known(known) for known in KnownBy)
