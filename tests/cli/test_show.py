"""`claims show` and `claims why`."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.report.story import CITED, CONTRADICTION, LOOK_ALIKE, NOT_INVITED, OPINION, OWN

pytestmark = pytest.mark.usefixtures("story")


def test_a_conflict_shows_both_quotes_in_their_paragraphs(run: Run) -> None:
    """With rule, reason, support, rank and status."""
    out = run("show", f"k{CONTRADICTION.id[:8]}").out
    assert out.startswith(f"CONTRADICTION  k{CONTRADICTION.id[:8]}  How many US troops")
    for words in ("quantity.disjoint", "one article", "at most 2 origins", "0.92 of 1"):
        assert words in " ".join(out.split())


def test_a_claim_shows_every_field_with_its_evidence(run: Run) -> None:
    """What was taken from elsewhere names the place and the rule."""
    flat = " ".join(run("show", f"c{CITED.id[:8]}").out.split())
    assert "speakers from “The New York Times”" in flat
    assert "by rule: document" in flat
    assert "certainty stated" in flat


def test_an_article_shows_how_each_field_is_known(run: Run) -> None:
    """And what it claims."""
    out = run("show", f"a{OPINION.id[:8]}").out
    assert "2021-04-05 (page data)" in out
    assert f"c{OWN.id[:8]}" in out
    assert OPINION.text.id in out


def test_an_id_needs_no_letter(run: Run) -> None:
    """Its beginning will do, where it is the only one."""
    assert run("show", CITED.id).out == run("show", f"c{CITED.id[:8]}").out
    assert run("show", LOOK_ALIKE.id[:10]).out.startswith("NOT THE SAME THING")


def test_why_explains_a_pair_step_by_step(run: Run) -> None:
    """The last step is the comparison."""
    out = run("why", f"c{OWN.id[:8]}", f"c{CITED.id[:8]}").out
    assert "comparison" in out.splitlines()[-2] + out.splitlines()[-1]
    assert "contradiction" in out


def test_why_explains_what_was_never_compared(run: Run) -> None:
    """Any pair can be asked about."""
    out = run("why", f"c{OWN.id[:8]}", f"c{NOT_INVITED.id[:8]}").out
    assert "not comparable" in out


def test_why_takes_a_conflict_alone(run: Run) -> None:
    """Its two sides are meant."""
    alone = run("why", f"k{CONTRADICTION.id[:8]}").out
    assert alone == run("why", f"c{OWN.id[:8]}", f"c{CITED.id[:8]}").out


@pytest.mark.parametrize(
    ("ids", "line"),
    [
        ((f"c{OWN.id[:8]}",), "is one claim; give a second one"),
        ((f"c{OWN.id[:8]}", f"c{OWN.id[:9]}"), "are the same claim; give two"),
    ],
)
def test_why_needs_two_claims(run: Run, ids: tuple[str, ...], line: str) -> None:
    """One line says so."""
    ran = run("why", *ids)
    assert ran.code == 1
    assert line in ran.err
