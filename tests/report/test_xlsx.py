"""The report as a workbook, as another library reads it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, Final

import pytest

from claims.errors import InputError
from claims.model import Annotation, Filter, Target, Verdict
from claims.report.cell_text import LONGEST, short
from claims.report.csv_report import COLUMNS
from claims.report.form import Form
from claims.report.xlsx import table as sheet_table
from claims.report.xlsx.cell import Link, address_cell, day_cell, instant_cell
from claims.service.report import Order, write_report
from claims.service.sealed import write_sealed
from db import Database, add_annotation
from tests.report.hostile import FORMULA, store_hostile
from tests.report.story import CITED, CONTRADICTION, DIGEST, LOOK_ALIKE, OPINION, OWN
from tests.report.workbook import as_lines, cell_at, parts_of, sheets_of

XLSX: Final = Order(Form.XLSX, day="2026-06-01", title="Troops")
SHEETS: Final = ["summary", "conflicts", "answers", "articles", "notes", "column guide"]


def _data(database: Database, narrow: Filter | None = None) -> bytes:
    return b"".join(write_sealed(database, narrow or Filter(), XLSX))


def _summary(data: bytes) -> dict[str, Any]:
    rows = sheets_of(data)["summary"]
    return {row["what"]: row["words"] if row["value"] is None else row["value"] for row in rows}


def _say(database: Database, **fields: Any) -> None:
    given = {
        "target": Target.CONFLICT,
        "target_id": CONTRADICTION.id,
        "by": "Ana",
        "at": datetime(2026, 5, 2, 10, 30, tzinfo=UTC),
        **fields,
    }
    with database.write() as session:
        add_annotation(session, Annotation(**given))


def test_workbook(empty_story: Database, matches_golden: Callable[[str, str], None]) -> None:
    """Every cell of it; the same bytes twice."""
    _say(empty_story, verdict=Verdict.CONFIRMED, note="Asked both desks.", tags=("desk",))
    data = _data(empty_story)
    assert data == _data(empty_story)
    matches_golden("report.xlsx.txt", as_lines(data))


def test_its_sheets_are_named_and_their_heads_stay_in_sight(empty_story: Database) -> None:
    """In this order; every column is told in the guide."""
    data = _data(empty_story)
    sheets = sheets_of(data)
    assert list(sheets) == SHEETS
    told = {(row["sheet"], row["column"]) for row in sheets["column guide"]}
    assert all(row["meaning"] for row in sheets["column guide"])
    for name in SHEETS[:-1]:
        heads = [key for key in (sheets[name] or [{}])[0] if key]
        assert {(name, head) for head in heads} <= told
    panes = [
        part for name, part in parts_of(data).items() if name.startswith("xl/worksheets/sheet")
    ]
    assert [part.count('state="frozen"') for part in panes] == [1] * len(SHEETS)


def test_numbers_and_days_are_such(empty_story: Database) -> None:
    """And not their text; a month stays the text it is, as no sheet has a value for one."""
    rows = sheets_of(_data(empty_story))["answers"]
    own = next(row for row in rows if row["claim_id"] == f"c{OWN.id[:8]}")
    assert (own["low"], own["high"], own["start"]) == (2500, 2500, OWN.span.start)
    assert own["published"] == own["as_of_from"] == datetime(2021, 4, 5)  # noqa: DTZ001
    assert {row["published_inferred"] for row in rows} == {
        None,
        "2021-04",
        datetime(2021, 4, 7),  # noqa: DTZ001
    }
    assert list(rows[0]) == list(COLUMNS)


def test_a_conflict_shows_both_sides_and_leads_to_them(empty_story: Database) -> None:
    """With their sources; the look-alike stands behind it under its own name."""
    data = _data(empty_story)
    first, second = sheets_of(data)["conflicts"]
    assert (first["relation"], second["relation"]) == ("contradiction", "not the same thing")
    assert (first["left_answer"], first["right_answer"]) == ("2,500", "3,500")
    assert (first["left_quote"], first["right_quote"]) == (OWN.quote, CITED.quote)
    assert (first["left_articles"], first["left_origins_at_most"]) == (3, 2)
    assert first["right_who_says_so"].startswith("citing The New York Times (not in this database)")
    assert (first["left_address"], first["id"]) == (OPINION.address, f"k{CONTRADICTION.id[:8]}")
    assert second["id"] == f"l{LOOK_ALIKE.id[:8]}"
    assert cell_at(data, "conflicts", "left_address", 0).hyperlink.target == OPINION.address
    place = cell_at(data, "conflicts", "right_claim_id", 0).hyperlink.location
    row = int(place.removeprefix("answers!A")) - 2
    assert cell_at(data, "answers", "claim_id", row).value == f"c{CITED.id[:8]}"


def test_words_of_a_digest_are_labelled_and_bear_no_marks(empty_story: Database) -> None:
    """In each sheet that has a quote of it."""
    data = _data(empty_story)
    sheets = sheets_of(data)
    digest = f"a{DIGEST.id[:8]}"
    found = [row["wording"] for row in sheets["answers"] if row["article_id"] == digest]
    assert found == ["digest"]
    assert sheets["conflicts"][1]["right_wording"] == "digest"
    assert sheets["conflicts"][0]["left_wording"] == "verbatim"
    assert "“" not in as_lines(data)


def test_people_have_a_row_a_word(empty_story: Database) -> None:
    """With what it is about, when, why, and on which source."""
    _say(empty_story, note="Asked.", source="https://example.org/a", tags=("x", "y"))
    data = _data(empty_story)
    (note,) = sheets_of(data)["notes"]
    assert (note["by"], note["note"], note["tags"]) == ("Ana", "Asked.", "x; y")
    assert note["at"] == datetime(2026, 5, 2, 10, 30)  # noqa: DTZ001
    assert note["on"] == f"k{CONTRADICTION.id[:8]}"
    assert cell_at(data, "notes", "on", 0).hyperlink.location == "conflicts!A2"
    assert cell_at(data, "notes", "source", 0).hyperlink.target == "https://example.org/a"


def test_internal_words_stay_out_and_are_counted(empty_story: Database) -> None:
    """Unless they are asked for; then the summary warns."""
    _say(empty_story, verdict=Verdict.DISMISSED, note="secret", reason="other", is_internal=True)
    data = _data(empty_story)
    assert "secret" not in "".join(parts_of(data).values())
    told = _summary(data)
    assert told["internal words"] == "1 word of people marked internal is left out."
    order = Order(Form.XLSX, day="2026-06-01", with_internal=True)
    with_them = b"".join(write_sealed(empty_story, Filter(), order))
    assert [row["note"] for row in sheets_of(with_them)["notes"]] == ["secret"]


def test_the_summary_says_what_was_set_and_its_counts_add_up(empty_story: Database) -> None:
    """A line a filter; the relations add up to the pairs that were considered."""
    narrow = Filter(outlet="The Independent", since="2021-04")
    told = _summary(_data(empty_story, narrow))
    assert (told["filter: outlet"], told["filter: since"]) == ("The Independent", "2021-04")
    assert (told["title"], told["made on"]) == ("Troops", datetime(2026, 6, 1))  # noqa: DTZ001
    parts = [value for what, value in told.items() if what.startswith("pairs: ")]
    assert sum(parts) == told["pairs of answers considered"] == 8
    assert _summary(_data(empty_story))["filters"] == "none"


def test_a_filter_leaves_out_what_it_hides(empty_story: Database) -> None:
    """Nothing found leaves the heads."""
    sheets = sheets_of(_data(empty_story, Filter(outlet="Nobody")))
    assert [len(sheets[name]) for name in SHEETS[1:-1]] == [0, 0, 0, 0]


def test_no_cell_is_a_formula(database: Database) -> None:
    """Nor becomes one when it is edited; terminal codes and bidi marks are gone."""
    with database.write() as session:
        store_hostile(session)
    data = _data(database)
    parts = parts_of(data)
    assert not [name for name, part in parts.items() if "<f>" in part or "<f " in part]
    assert not set("".join(parts.values())) & set("\x1b\x07\u202e\u2066")
    assert not [name for name, part in parts.items() if "javascript:" in part and "rels" in name]
    rows = sheets_of(data)["answers"]
    at = next(n for n, row in enumerate(rows) if row["authors"].startswith(FORMULA))
    cell = cell_at(data, "answers", "authors", at)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    (note, *_) = (row for row in sheets_of(data)["notes"] if row["by"] == FORMULA)
    assert note["note"].startswith(f"{FORMULA} <script>")


def test_what_no_cell_takes_is_cut_and_says_so(empty_story: Database) -> None:
    """A note of a million letters does not break the file."""
    _say(empty_story, note="😀" * 1_000_000)
    (note,) = sheets_of(_data(empty_story))["notes"]
    assert note["note"].startswith("😀" * LONGEST)
    assert note["note"].endswith("… (984,000 more characters are left out here)")
    assert len(note["note"].encode("utf-16-le")) // 2 < 32_767
    assert short("x" * LONGEST) == "x" * LONGEST


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("2021-04-05", date(2021, 4, 5)),
        ("2021-04", "2021-04"),
        ("1899-12-31", "1899-12-31"),
        ("1900-02-28", "1900-02-28"),
        ("1900-03-01", date(1900, 3, 1)),
        (None, None),
    ],
)
def test_only_a_day_that_sheets_know_is_a_day(words: str | None, cell: object) -> None:
    """Before March 1900 they count one that never was."""
    assert day_cell(words) == cell


def test_an_instant_is_told_in_utc() -> None:
    """Whatever its zone; sheets know none."""
    east = datetime.fromisoformat("2026-05-01T14:30:15.5+02:00")
    assert instant_cell(east) == datetime(2026, 5, 1, 12, 30, 15)  # noqa: DTZ001
    assert instant_cell(None) is None


def test_only_an_address_of_the_web_can_be_followed() -> None:
    """And none that is longer than sheets take."""
    page = "https://example.org/a"
    assert address_cell(page) == Link(page, page)
    assert address_cell("javascript:1") == "javascript:1"
    long = f"https://example.org/{'a' * 3000}"
    assert address_cell(long) == long


def test_more_rows_than_a_sheet_takes_are_refused(
    empty_story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to do instead, rather than cut without a word."""
    monkeypatch.setattr(sheet_table, "MOST_ROWS", 3)
    with pytest.raises(InputError, match=r"the sheet summary would have .* as \.csv"):
        _data(empty_story)


def test_links_that_a_sheet_does_not_take_are_text(
    empty_story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those behind the last one keep their words."""
    monkeypatch.setattr(sheet_table, "MOST_LINKS", 1)
    data = _data(empty_story)
    assert cell_at(data, "conflicts", "left_address", 0).hyperlink is not None
    later = cell_at(data, "conflicts", "right_address", 0)
    assert (later.value, later.hyperlink) == (OPINION.address, None)


def test_a_workbook_is_no_text(empty_story: Database) -> None:
    """Whoever asks for its text is told."""
    with pytest.raises(InputError, match="a workbook is no text"):
        "".join(write_report(empty_story, Filter(), XLSX))


def test_its_library_is_loaded_only_when_one_is_written() -> None:
    """Every other command starts without it."""
    code = "import claims.cli.report, claims.report.form, claims.report.xlsx.cell, sys;"
    code += "print([name for name in sys.modules if name.startswith('xlsxwriter')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
