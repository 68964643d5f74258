"""Findings that people dismissed stand in an appendix, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.model import Annotation, Filter, Target, Verdict
from claims.report.dismissal import MEANING, NONE
from claims.report.form import Form
from claims.service.report import Order, write_report
from db import Database, add_annotation
from tests.report.document_tree import read_page
from tests.report.story import CONTRADICTION


def _dismiss(database: Database) -> None:
    with database.write() as session:
        word = Annotation(
            Target.CONFLICT,
            CONTRADICTION.id,
            by="Ana",
            at=datetime(2026, 5, 3, tzinfo=UTC),
            note="A misprint.",
            verdict=Verdict.DISMISSED,
            reason="misread amount",
        )
        add_annotation(session, word)


def _text(database: Database, form: Form) -> str:
    text = "".join(write_report(database, Filter(), Order(form, day="2026-06-01")))
    return read_page(text).text if form is Form.HTML else " ".join(text.split())


@pytest.mark.parametrize("form", [Form.HTML, Form.MARKDOWN])
def test_a_dismissed_finding_moves_to_the_appendix(empty_story: Database, form: Form) -> None:
    """With its quotes and the word that dismissed it; the summary still counts it."""
    _dismiss(empty_story)
    told, _, appendix = _text(empty_story, form).rpartition("Appendix: dismissed findings")
    assert "1 contradiction (0 between articles, 1 inside one)" in told
    assert "in the appendix: 1 contradiction" in told
    assert "quantity.disjoint" not in told
    assert "A misprint" not in told
    for words in (MEANING, "there are still", "quantity.disjoint", "A misprint", "Ana"):
        assert words in appendix


@pytest.mark.parametrize("form", [Form.HTML, Form.MARKDOWN])
def test_none_is_said_too(empty_story: Database, form: Form) -> None:
    """Where nobody dismissed anything the appendix says so."""
    assert _text(empty_story, form).endswith(NONE)


def test_no_picture_shows_a_dismissed_finding(empty_story: Database) -> None:
    """A reader who looks at the pictures alone is not misled."""
    _dismiss(empty_story)
    html = "".join(write_report(empty_story, Filter(), Order(Form.HTML, day="2026-06-01")))
    assert "<svg" not in html
    assert 'id="D1"' in html
