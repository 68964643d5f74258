"""What a report says of how well the program finds things."""

from __future__ import annotations

import pytest

from claims.data import load_toml
from claims.model import Filter
from claims.report.form import Form
from claims.report.measured import measures
from claims.service.report import Order, write_report
from db import Database
from tests.report.document_tree import read_page


def test_every_shipped_figure_is_told_once() -> None:
    """With its share, and where nothing was measured that is said."""
    table = load_toml("measured.toml")
    assert len(measures()) == sum(len(part) for part in table.values())
    found = table["contradictions"]["found"]
    share = f"{found['found'] / found['of']:.0%}"
    first, *rest = measures()
    assert first.at_hand == f"{found['found']} of {found['of']} ({share})"
    assert [one.held_back for one in rest if "readers" in one.name] == ["not measured"]


@pytest.mark.parametrize("form", [Form.HTML, Form.MARKDOWN])
def test_reports_tell_recall_and_precision(empty_story: Database, form: Form) -> None:
    """In the part on method and limits."""
    text = "".join(write_report(empty_story, Filter(), Order(form, day="2026-06-01")))
    told = read_page(text).text if form is Form.HTML else text
    _, _, method = told.rpartition("Method and limits")
    for measure in measures():
        assert measure.name in method
        assert measure.held_back in method
