"""What was said later: told of questions with updates, and none is said too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Filter, Relation
from claims.report.form import Form
from claims.report.markdown.timeline import timeline_section
from claims.report.timeline import NONE
from claims.service.listing import list_conflicts
from claims.service.report import Order, write_report
from db import Database
from tests.report.document_tree import read_page


@pytest.mark.parametrize("form", [Form.HTML, Form.MARKDOWN])
def test_no_update_is_said(empty_story: Database, form: Form) -> None:
    """A contradiction is none."""
    text = "".join(write_report(empty_story, Filter(), Order(form, day="2026-06-01")))
    told = read_page(text).text if form is Form.HTML else " ".join(text.split())
    assert NONE in told


def test_statements_stand_in_the_order_of_their_days(empty_story: Database) -> None:
    """Each with its source, and the time it speaks of."""
    docket = list_conflicts(empty_story, Filter())
    (case,) = docket.cases
    update = replace(case, conflict=replace(case.conflict, relation=Relation.UPDATE))
    lines = list(timeline_section(replace(docket, cases=(update,))))
    told = [line for line in lines if line.startswith("| ") and ".txt" in line]
    assert [line.split("`")[1] for line in told] == ["005.txt", *["002.txt"] * 3, "006.txt"]
    assert told[0].startswith("| April 2021 (inferred) | 2,500 |")
    assert all("5 Apr 2021" in line for line in told)
