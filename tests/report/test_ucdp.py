"""Figures as conflict data has them: low, best only from people, high, sources, days."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import pytest

from claims.model import Annotation, AsOf, Certainty, Favour, Filter, Target, Verdict
from claims.report.facts import case_facts
from claims.report.figure import figure_of
from claims.report.form import Form
from claims.report.ucdp_report import GUIDE
from claims.report.view import Entry, Publication, Row, Sheet
from claims.report.when import When, when_of
from claims.service.listing import list_conflicts, list_questions
from claims.service.report import Order, write_report
from claims.values.quantity import Quantity
from db import Database, add_annotation
from tests.report.hostile import FORMULA, store_hostile
from tests.report.story import CITED, CONTRADICTION, OWN, TROOPS

_AT: Final = datetime(2026, 5, 2, 10, tzinfo=UTC)
_SETTLED: Final = Annotation(
    Target.CONFLICT,
    CONTRADICTION.id,
    by="Ana",
    at=_AT,
    verdict=Verdict.SETTLED,
    favour=Favour.RIGHT,
    source="https://example.org/count",
    left=OWN.id,
    right=CITED.id,
)


def _text(database: Database, narrow: Filter | None = None, **order: Any) -> str:
    asked = Order(Form.UCDP, day="2026-06-01", **order)
    return "".join(write_report(database, narrow or Filter(), asked))


def _rows(database: Database, narrow: Filter | None = None, **order: Any) -> list[dict[str, str]]:
    text = _text(database, narrow, **order).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _say(database: Database, *said: Annotation) -> None:
    (case,) = list_conflicts(database, Filter()).cases
    with database.write() as session:
        for word in said:
            add_annotation(session, replace(word, seen={**case_facts(case), **word.seen}))


def test_table(empty_story: Database, matches_golden: Callable[[str, str], None]) -> None:
    """The whole table, byte for byte, the same twice."""
    _say(empty_story, _SETTLED)
    text = _text(empty_story)
    assert text == _text(empty_story)
    matches_golden("report.ucdp.csv", text)


def test_a_question_has_one_row_with_its_ends(empty_story: Database) -> None:
    """Those that no amount answers have none; a lower bound leaves the high open."""
    (row,) = _rows(empty_story)
    assert row["question"] == TROOPS.text
    assert (row["low"], row["best"], row["high"], row["unit"]) == ("1000", "", "3500", "person")
    assert (row["low_open"], row["high_open"]) == ("", "yes")
    assert row["low_said_by"] == "The New York Times (not in this database)"
    assert row["high_said_by"].endswith("citing US officials")
    assert list(row) == list(GUIDE)


def test_sources_are_counted_and_none_is_merged(empty_story: Database) -> None:
    """Every statement of every article in one order, what is not known with its place kept."""
    (row,) = _rows(empty_story)
    assert (row["number_of_sources"], row["number_of_answers"]) == ("3", "3")
    assert int(row["number_of_origins_at_most"]) <= 3
    assert row["source_value"] == "2,500; 2,500; 2,500; more than 1,000; 3,500"
    assert row["source_date"] == "2021-04-05; unknown; unknown; 2021-04-05; 2021-04-05"
    assert row["source_date_inferred"] == "unknown; 2021-04; 2021-04-07; unknown; unknown"
    lists = [row[name].split("; ") for name in GUIDE if name.startswith("source_")]
    assert {len(one) for one in lists} == {5}
    assert row["source_article"].split("; ")[0] == "https://example.org/why"


def test_days_of_publication_are_no_days_of_what_is_counted(empty_story: Database) -> None:
    """They stand in columns of their own."""
    (row,) = _rows(empty_story)
    assert (row["year"], row["date_start"], row["date_prec"]) == ("", "", "")
    assert (row["date_start_inferred"], row["date_prec_inferred"]) == ("2021-04-05", "1")


def test_best_is_what_a_person_settled(empty_story: Database) -> None:
    """With who did, when, and on which source."""
    _say(empty_story, _SETTLED)
    (row,) = _rows(empty_story)
    assert (row["low"], row["best"], row["high"]) == ("1000", "3500", "3500")
    assert row["best_set_by"] == "Ana, 2 May 2026"
    assert row["best_source"] == "https://example.org/count"


@pytest.mark.parametrize(
    "change",
    [
        {"favour": Favour.BOTH},
        {"favour": Favour.NEITHER},
        {"verdict": Verdict.CONFIRMED, "favour": None},
        {"is_internal": True},
        {"seen": {"right_value": "3,400"}},
    ],
)
def test_nothing_else_sets_it(empty_story: Database, change: dict[str, Any]) -> None:
    """No other verdict, none on other facts, none that others may not see."""
    _say(empty_story, replace(_SETTLED, **change))
    assert {row["best"] for row in _rows(empty_story)} == {""}


def test_people_who_differ_set_none(empty_story: Database) -> None:
    """Until they agree."""
    other = replace(_SETTLED, by="Bo", favour=Favour.LEFT)
    _say(empty_story, _SETTLED, other)
    (row,) = _rows(empty_story)
    assert (row["best"], row["statuses"]) == ("", "disputed")
    _say(empty_story, replace(other, at=_AT + timedelta(days=1), favour=Favour.RIGHT))
    (row,) = _rows(empty_story)
    assert (row["best"], row["best_set_by"]) == ("3500", "Ana, 2 May 2026; Bo, 3 May 2026")


def test_it_obeys_a_filter_and_says_so(empty_story: Database) -> None:
    """As the other forms do; nothing found leaves the heads."""
    (row,) = _rows(empty_story, Filter(outlet="The Independent"))
    assert row["narrowed_to"] == "outlet The Independent"
    assert row["report"] == "Discrepancy report. Made on 1 Jun 2026 by claimledger 0.1.0."
    assert _rows(empty_story, Filter(outlet="Nobody")) == []
    assert _text(empty_story, Filter(outlet="Nobody")).count("\r\n") == 1


def test_words_of_a_digest_are_labelled_and_bear_no_marks(database: Database) -> None:
    """By each source, in its place."""
    with database.write() as session:
        store_hostile(session)
    (row,) = (row for row in _rows(database) if "HYPERLINK" in row["question"])
    assert sorted(row["source_wording"].split("; ")) == ["digest", "verbatim"]
    assert "“" not in row["source_value"]


def test_no_cell_is_a_formula(database: Database) -> None:
    """An apostrophe stands before it; terminal codes and bidi marks are gone."""
    with database.write() as session:
        store_hostile(session)
    cells = [cell for row in _rows(database) for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@\t\r")]
    assert not [cell for cell in cells if set(cell) & set("\x1b\x07\n\r\u202e\u2066")]
    assert [cell for cell in cells if cell.startswith(f"'{FORMULA}")]


def _row(database: Database, **change: Any) -> Row:
    sheet: Sheet = next(one for one in list_questions(database, Filter()) if len(one.rows) == 3)
    row = sheet.rows[0]
    return replace(row, answer=replace(row.answer, **change))


def _amount(low: int | None, high: int | None, unit: str = "person") -> Quantity:
    least, most = (None if end is None else Decimal(end) for end in (low, high))
    return Quantity(least, most, unit=unit)


def test_plans_and_denials_set_no_end(empty_story: Database) -> None:
    """They stand among the answers all the same."""
    plan = _row(empty_story, value=_amount(9000, 9000), certainty=Certainty.PLANNED)
    stated = _row(empty_story, value=_amount(5, 7))
    figure = figure_of([plan, stated])
    assert figure is not None
    assert (figure.low, figure.high) == (Decimal(5), Decimal(7))
    alone = figure_of([plan])
    assert alone is not None
    assert (alone.low, alone.high, alone.units) == (None, None, ("person",))


def test_amounts_in_two_units_have_no_ends(empty_story: Database) -> None:
    """Both units are told."""
    figure = figure_of([_row(empty_story, value=_amount(1, 1, unit)) for unit in ("USD", "EUR")])
    assert figure is not None
    assert (figure.low, figure.high, figure.units) == (None, None, ("USD", "EUR"))


def test_an_end_that_is_open_for_all_is_none(empty_story: Database) -> None:
    """At most 7 has no low; somebody leaves room for fewer."""
    figure = figure_of([_row(empty_story, value=_amount(None, 7))])
    assert figure is not None
    assert (figure.low, figure.is_low_open, figure.high, figure.is_high_open) == (
        None,
        True,
        Decimal(7),
        False,
    )


@pytest.mark.parametrize(
    ("first", "last", "precision", "year"),
    [
        ("2021-04-05", "2021-04-05", 1, "2021"),
        ("2021-04-05", "2021-04-10", 2, "2021"),
        ("2021-04-05", "2021-04-11", 3, "2021"),
        ("2021-04-01", "2021-04-30", 4, "2021"),
        ("2021-01-01", "2021-12-31", 5, "2021"),
        ("2020-12-31", "2021-01-01", 2, ""),
        ("2021-04-05", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_days_are_as_exact_as_they_are_told(
    first: str, last: str, precision: int | str, year: str
) -> None:
    """A longer interval is a vaguer one; an open end has no grade."""
    when = When(first, last)
    assert (when.precision, when.year) == (precision, year)


def test_days_span_all_that_is_said() -> None:
    """What one statement leaves open stays open; unknown days are passed over."""

    def claim(first: str | None, last: str | None, known_by: str = "quote") -> Any:
        return replace(OWN, scope=replace(OWN.scope, as_of=AsOf(first, last, known_by)))

    two = [claim("2021-04-05", "2021-04-05"), claim("2021-03-01", "2021-03-31")]
    assert when_of(two, is_inferred=False) == When("2021-03-01", "2021-04-05")
    open_ended = [*two, claim("2001-01-01", None)]
    assert when_of(open_ended, is_inferred=False) == When("2001-01-01", "")
    assert when_of([*two, claim(None, None, "unknown")], is_inferred=False).last == "2021-04-05"
    assert when_of(two, is_inferred=True) == When()


def test_a_large_amount_is_written_in_full(empty_story: Database) -> None:
    """Not with an exponent."""
    from claims.report.ucdp_report import COLUMNS, Line

    entry = Entry(OWN, (Publication("a" * 64, OWN.text_id),))
    row = replace(
        _row(empty_story, value=Quantity(Decimal("1.2E+6"), Decimal("1.2E+6"))), entries=(entry,)
    )
    (sheet, *_) = list_questions(empty_story, Filter())
    figure = figure_of([row])
    assert figure is not None
    line = Line(sheet, figure, None, When(), When(), (), ())
    assert str(COLUMNS["low"][1](line)) == "1200000"


@pytest.mark.parametrize("name", GUIDE)
def test_every_column_says_what_it_means(name: str) -> None:
    """In a few words, not by its name again."""
    assert GUIDE[name]
    assert GUIDE[name] != name
