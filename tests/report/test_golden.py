"""What readers see of the story, looked at by a person and kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.model import Filter
from claims.report.docket import render_docket
from claims.report.form import Form
from claims.report.ledger import render_sheet
from claims.report.participation import render_happenings
from claims.service.listing import list_conflicts
from claims.service.question import ask
from claims.service.report import Order, write_report
from db.engine import Database

Check = Callable[[str, str], None]


@pytest.mark.parametrize("width", [60, 80])
def test_conflicts(empty_story: Database, matches_golden: Check, width: int) -> None:
    """A block a question, each answer once, look-alikes, counts."""
    text = render_docket(list_conflicts(empty_story, Filter()), width)
    matches_golden(f"conflicts-{width}.txt", text)


def test_everything(empty_story: Database, matches_golden: Check) -> None:
    """Also what agrees, what is compatible, and why pairs were not compared."""
    docket = list_conflicts(empty_story, Filter(), everything=True)
    matches_golden("conflicts-all.txt", render_docket(docket, 80, explained=True))


def test_who_invited_india(empty_story: Database, matches_golden: Check) -> None:
    """A row an event."""
    found = ask(empty_story, "who invited India", Filter())
    text = render_happenings("India", found.happenings, found.cases, 80)
    matches_golden("who-invited-india.txt", text)


def test_ledger(empty_story: Database, matches_golden: Check) -> None:
    """Every answer a row, low and high with their speakers."""
    best, *_ = ask(empty_story, "how many US troops", Filter()).sheets
    matches_golden("ledger.txt", render_sheet(best, 80))


def test_report(empty_story: Database, matches_golden: Check) -> None:
    """The same input gives the same bytes; only one line bears the date."""
    text, other = (
        "".join(write_report(empty_story, Filter(), Order(Form.MARKDOWN, day=f"2026-06-0{day}")))
        for day in (1, 2)
    )
    changed = [
        left
        for left, right in zip(text.splitlines(), other.splitlines(), strict=True)
        if left != right
    ]
    assert changed == ["Made on 1 Jun 2026 by claimledger 0.1.0."]
    matches_golden("report.md", text)
