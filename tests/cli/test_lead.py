"""What would settle the conflicts, run as a command."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.report.story import CITED, CONTRADICTION

pytestmark = pytest.mark.usefixtures("story")

CONFLICT = f"k{CONTRADICTION.id[:8]}"


def test_a_conflict_has_its_questions(run: Run) -> None:
    """To the author who names no source, to the absent paper, and about whom it cites."""
    out = " ".join(run("leads").out.split())
    assert f"{CONFLICT} 2,500 / 3,500" in out
    assert "where is “2,500” from? No source is named." in out
    assert "ask The New York Times (not in this database): - what exactly does it say" in out
    assert "who are “US officials”, who give “3,500”?" in out


def test_an_absent_source_is_listed_with_what_rests_on_it(run: Run) -> None:
    """Its claims, the articles that cite it, the conflicts it would settle."""
    out = " ".join(run("leads").out.split())
    assert "CITED, NOT IN THIS DATABASE (1) The New York Times (outlet), cited in 002.txt" in out
    assert f"{CONFLICT} rests on it" in out


def test_a_settled_conflict_has_no_leads(run: Run) -> None:
    """Unless it is asked for by its status; sources stay absent."""
    run("annotate", CONFLICT, "--verdict", "explained", "--by", "Ana")
    out = run("leads").out
    assert "No open conflict." in out
    assert "The New York Times (outlet)" in out
    assert CONFLICT in run("leads", "--status", "explained").out
    run("annotate", CONFLICT, "--verdict", "needs-source", "--by", "Ana")
    assert CONFLICT in run("leads").out


def test_the_filters_hold(run: Run) -> None:
    """The example of the help, and one without a find."""
    assert CONFLICT in run("leads", "--about", "troops").out
    none = run("leads", "--outlet", "None Such").out
    assert none == "No open conflict.\n\n0 open conflicts, 0 questions, 0 absent sources\n"


def test_the_document_is_as_promised(run: Run) -> None:
    """Whom to ask what, by claim."""
    document = run("leads", "--json").document
    assert document["schema"] == "claims/leads/1"
    (lead,) = document["leads"]
    assert lead["conflicts"] == [CONTRADICTION.id]
    to = {ask["to"]: ask["claim"] for ask in lead["ask"]}
    assert to["The New York Times (not in this database)"] == CITED.id
    (absent,) = document["absent"]
    assert (absent["name"], absent["sort"]) == ("The New York Times", "outlet")
    assert CITED.id in absent["claims"]
    assert absent["conflicts"] == [CONFLICT]
