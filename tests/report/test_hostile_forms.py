"""What a stranger's note can do to a report, in every form: nothing."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from typing import Final

import pytest

from claims.model import Annotation, Filter, Target
from claims.report.cell_text import LONGEST, is_formula, short
from claims.report.form import Form
from claims.service.report import Order, write_report
from claims.service.sealed import write_sealed
from db import Database, add_annotation
from tests.report.hostile import ALL, FORMULA
from tests.report.linked import items_of
from tests.report.story import CONTRADICTION
from tests.report.workbook import parts_of, sheets_of

_TABLES: Final = (Form.CSV, Form.UCDP)
_DATA: Final = (Form.JSON, Form.JSON_LD)
_MEGABYTE: Final = 1_000_000
LONG: Final = (ALL * (_MEGABYTE // len(ALL) + 1))[:_MEGABYTE]
"""A note of a megabyte that tries to break out at every place, also behind what a cell takes."""


@pytest.fixture
def noted(empty_story: Database) -> Database:
    """Let somebody say a megabyte of hostile words of the conflict."""
    at = datetime(2026, 5, 2, tzinfo=UTC)
    note = Annotation(Target.CONFLICT, CONTRADICTION.id, by=FORMULA, at=at, note=LONG)
    with empty_story.write() as session:
        add_annotation(session, note)
    return empty_story


def _text(database: Database, form: Form) -> str:
    return "".join(write_report(database, Filter(), Order(form, day="2026-06-01")))


@pytest.mark.parametrize("form", _TABLES)
def test_a_table_cuts_what_no_cell_takes(noted: Database, form: Form) -> None:
    """A spreadsheet would put the rest into a row of its own, and run it."""
    text = _text(noted, form).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    cells = [cell for row in rows for cell in row]
    assert max(map(len, cells)) < 32_767
    assert [cell for cell in cells if cell.endswith(" more characters are left out here)")]
    assert not [cell for cell in cells if is_formula(cell)]
    assert not set(text) & set("\x1b\x07\u202e\u2066")
    assert text.count("\n") == text.count("\r\n") == len(rows)


def test_a_workbook_cuts_it_too(noted: Database) -> None:
    """No part of it holds a formula or a code; the file opens."""
    data = b"".join(write_sealed(noted, Filter(), Order(Form.XLSX, day="2026-06-01")))
    (note,) = sheets_of(data)["notes"]
    assert note["note"] == short(LONG)
    assert note["note"].startswith(ALL[:40])
    parts = "".join(parts_of(data).values())
    assert "<f>" not in parts
    assert "<script" not in parts
    assert not set(parts) & set("\x1b\x07\u202e\u2066")


@pytest.mark.parametrize("form", _DATA)
def test_data_keeps_it_whole(noted: Database, form: Form) -> None:
    """As JSON it is the very words; as a file it holds no code and closes no element."""
    text = _text(noted, form)
    assert not set(text) & set("\x1b\x07\u202e\u2066\u202c")
    words = set(_strings(json.loads(text)))
    assert LONG in words
    if form is Form.JSON_LD:
        assert not set(text) & set("<>&")
        assert items_of(text)


def _strings(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [word for one in inner for word in _strings(one)]


@pytest.mark.parametrize("form", [Form.HTML, Form.MARKDOWN])
def test_a_page_shows_it_and_runs_nothing(noted: Database, form: Form) -> None:
    """No element opens, no code steers."""
    text = _text(noted, form)
    assert len(text) > _MEGABYTE
    assert "<script" not in text
    assert "<img" not in text
    assert not set(text) & set("\x1b\x07\u202e\u2066")


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("=1+1", True),
        (" =1", True),
        ("+1", True),
        ("-1", True),
        ("@SUM(A1)", True),
        ("＝1", True),
        ("\t=1", True),
        ("3,500", False),
        ("a=b", False),
        ("", False),
        ("“=1”", False),
    ],
)
def test_a_formula_is_known_by_how_it_begins(words: str, *, is_one: bool) -> None:
    """Also behind white space, and in the wide letters that some spreadsheets take."""
    assert is_formula(words) is is_one


def test_what_fits_is_left_as_it_is() -> None:
    """To the letter."""
    assert short("x" * LONGEST) == "x" * LONGEST
    assert short("x" * (LONGEST + 1)).endswith("x … (1 more characters are left out here)")
