"""The report as a table: every source a row, safe to open, complete."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from typing import Final

import pytest

from claims.model import CONFLICTS, Filter, Kind
from claims.report.csv_report import GUIDE
from claims.report.form import Form
from claims.service.listing import list_conflicts
from claims.service.report import Order, write_report
from db import Database
from tests.report.hostile import FORMULA, store_hostile
from tests.report.story import ARTICLES, CITED, CONTRADICTION, LOOK_ALIKE, OWN

CSV: Final = Order(Form.CSV, day="2026-06-01")


def _text(database: Database, narrow: Filter | None = None) -> str:
    return "".join(write_report(database, narrow or Filter(), CSV))


def _rows(database: Database, narrow: Filter | None = None) -> list[dict[str, str]]:
    text = _text(database, narrow).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_table(empty_story: Database, matches_golden: Callable[[str, str], None]) -> None:
    """The whole table, byte for byte, the same twice."""
    text = _text(empty_story)
    assert text == _text(empty_story)
    matches_golden("report.csv", text)


def test_a_spreadsheet_opens_it_as_it_is(empty_story: Database) -> None:
    """The mark of UTF-8 once, CRLF at every end of a row, none within."""
    text = _text(empty_story)
    assert text.startswith("\ufeff")
    assert text.count("\ufeff") == 1
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == len(_rows(empty_story)) + 1


def test_every_source_of_every_answer_has_its_row(empty_story: Database) -> None:
    """Three articles say 2,500: three rows, none merged, each with its own date."""
    rows = _rows(empty_story)
    same = [row for row in rows if row["answer"] == "2,500"]
    assert [row["file"] for row in same] == ["002.txt", "005.txt", "006.txt"]
    assert [row["published"] for row in same] == ["2021-04-05", "", ""]
    assert [row["published_inferred"] for row in same] == ["", "2021-04", "2021-04-07"]
    assert {(row["articles"], row["origins_at_most"]) for row in same} == {("3", "2")}
    assert {(row["low"], row["high"], row["unit"]) for row in same} == {("2500", "2500", "person")}
    assert {row["text_sha256"] for row in rows} == {article.text.id for article in ARTICLES}


def test_each_finding_stands_on_both_of_its_sides(empty_story: Database) -> None:
    """In each row of the two answers, with what is on the other side, its rule and reason."""
    rows = {row["claim_id"][1:]: row for row in _rows(empty_story)}
    own, cited = rows[OWN.id[:8]], rows[CITED.id[:8]]
    assert (own["findings"], own["against"], own["between"]) == (
        "contradiction",
        "3,500",
        "one article",
    )
    assert (cited["against"], cited["rules"]) == ("2,500", "quantity.disjoint")
    assert own["reasons"] == cited["reasons"] == CONTRADICTION.reason
    told = Counter(
        id_ for row in rows.values() for id_ in row["finding_ids"].split("; ") if row["findings"]
    )
    assert told == {f"k{CONTRADICTION.id[:8]}": 3, f"l{LOOK_ALIKE.id[:8]}": 2}


def test_every_conflict_of_a_listing_is_in_the_table(database: Database) -> None:
    """Also with rows of somebody else in the database, and under a filter."""
    for narrow in (Filter(), Filter(kinds=(Kind.QUANTITY,))):
        listed = list_conflicts(database, narrow).cases
        told = " ".join(row["finding_ids"] for row in _rows(database, narrow))
        assert [one.conflict.id for one in listed if one.conflict.id[:8] not in told] == []
        assert all(one.relation in CONFLICTS for one in listed)


def test_words_of_a_digest_are_labelled_and_bear_no_marks(empty_story: Database) -> None:
    """The column beside the quote says so."""
    wordings = {(row["file"], row["wording"]) for row in _rows(empty_story)}
    assert ("004.txt", "digest") in wordings
    assert ("002.txt", "verbatim") in wordings
    assert "“" not in _text(empty_story)


def test_rows_say_what_was_set(empty_story: Database) -> None:
    """Title, day, version, filters, and how many words are left out."""
    rows = _rows(empty_story, Filter(outlet="The Independent"))
    assert {row["narrowed_to"] for row in rows} == {"outlet The Independent"}
    assert {row["report"] for row in rows} == {
        "Discrepancy report. Made on 1 Jun 2026 by claimledger 0.1.0."
    }
    assert {row["internal_words_left_out"] for row in rows} == {"0"}
    assert list(rows[0]) == list(GUIDE)


def test_nothing_found_leaves_the_heads(empty_story: Database) -> None:
    """So that a program that reads it finds its columns."""
    assert _text(empty_story, Filter(outlet="Nobody")).count("\r\n") == 1


def test_no_cell_is_a_formula(database: Database) -> None:
    """An apostrophe stands before it; terminal codes and bidi marks are gone."""
    with database.write() as session:
        store_hostile(session)
    rows = _rows(database)
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@\t\r")]
    assert not [cell for cell in cells if set(cell) & set("\x1b\x07\n\r\u202e\u2066")]
    hostile = next(row for row in rows if row["authors"].startswith(f"'{FORMULA}"))
    assert hostile["outlet"].startswith("'@=HYPERLINK")
    assert hostile["title"].startswith(f"'{FORMULA} <script>")
    assert hostile["words"].startswith(f"'{FORMULA}, 2 May 2026")


@pytest.mark.parametrize("name", GUIDE)
def test_every_column_says_what_it_means(name: str) -> None:
    """In a few words, not by its name again."""
    assert GUIDE[name]
    assert GUIDE[name] != name
