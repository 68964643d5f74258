"""`claims report`: the form by the name of the file, what it bears, and what it leaves out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claims.report.dismissal import NONE
from claims.report.form import TEXTS, Form
from tests.cli.conftest import Run
from tests.cli.terminal import terminal
from tests.report.story import CONTRADICTION, OPINION, OWN, TROOPS
from tests.report.workbook import sheets_of

CONFLICT = f"k{CONTRADICTION.id[:8]}"
CLAIM = f"c{OWN.id[:8]}"
QUESTION = f"q{TROOPS.id[:8]}"
ARTICLE = f"a{OPINION.id[:8]}"

pytestmark = pytest.mark.usefixtures("story")

OPENINGS = {
    ".html": "<!doctype html>",
    ".HTM": "<!doctype html>",
    ".md": "# Discrepancy report",
    ".markdown": "# Discrepancy report",
    ".csv": "\ufeffquestion,",
    ".json": '{\n  "schema": "claims/conflicts/1"',
    ".jsonld": '{\n  "@context": {',
}


@pytest.mark.parametrize("ending", OPENINGS)
def test_the_name_of_the_file_gives_the_form(run: Run, tmp_path: Path, ending: str) -> None:
    """In capitals too; its path is all that is printed."""
    ran = run("report", "-o", f"out{ending}")
    assert (ran.code, ran.out, ran.err) == (0, f"out{ending}\n", "")
    assert (tmp_path / f"out{ending}").read_text("utf-8").startswith(OPENINGS[ending])


def test_the_form_that_is_asked_for_counts_more_than_the_name(run: Run, tmp_path: Path) -> None:
    """So a file may be called anything."""
    assert run("report", "-o", "out.md", "--format", "html").code == 0
    assert (tmp_path / "out.md").read_text("utf-8").startswith("<!doctype html>")
    assert run("report", "-o", "report", "--format", "md").code == 0


def test_figures_have_a_form_and_no_ending(run: Run) -> None:
    """They are a table as any other; a wrong ending is told which there are."""
    assert run("report", "--format", "ucdp", "-o", "figures.csv").code == 0
    assert Path("figures.csv").read_text("utf-8").startswith("\ufeffid,question,unit,low,best,high")
    ran = run("report", "-o", "figures.ucdp")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "claims: cannot tell the form of figures.ucdp: end its name in .html, .md, .csv, "
        ".json, .jsonld, .xlsx, or give --format\n"
    )


def test_without_a_file_it_is_printed(run: Run) -> None:
    """Markdown, or the form that is asked for; the same bytes as in a file."""
    assert run("report").out.startswith("# Discrepancy report\n")
    printed = run("report", "--format", "html", "--date", "2026-06-01").out
    assert run("report", "-o", "x.html", "--date", "2026-06-01").code == 0
    assert Path("x.html").read_text("utf-8") == printed


def test_a_workbook_is_written_and_piped_and_not_shown(run: Run, story: Path) -> None:
    """Its bytes mean nothing on a terminal; the line says what to do."""
    assert run("report", "-o", "out.xlsx", "--date", "2026-06-01").code == 0
    data = Path("out.xlsx").read_bytes()
    assert next(iter(sheets_of(data))) == "summary"
    command = [sys.executable, "-P", "-m", "claims", "report", "--format", "xlsx"]
    piped = subprocess.run(
        [*command, "--date", "2026-06-01"],
        capture_output=True,
        check=True,
        env={**os.environ, "CLAIMS_DB": str(story)},
    )
    assert piped.stdout == data
    with terminal("report", "--format", "xlsx") as seat:
        assert seat.end() == 1
        assert "is no text to look at; name a file: -o report.xlsx" in seat.shown


def test_an_unknown_form_is_a_wrong_use(run: Run) -> None:
    """The forms there are stand in the line."""
    ran = run("report", "--format", "docx")
    assert ran.code == 2
    assert "html" in ran.err


@pytest.mark.parametrize("form", ["html", "md"])
def test_it_bears_the_title_and_day_it_is_given(run: Run, form: str) -> None:
    """The title is words: it runs nothing."""
    title = "Who <b>said</b> what"
    out = run("report", "--format", form, "--title", title, "--date", "2026-06-01").out
    assert out.count("Who &lt;b&gt;said&lt;/b&gt; what") == (2 if form == "html" else 1)
    assert "<b>said" not in out
    assert out.count("1 Jun 2026") == 1


def _say(run: Run, on: str, *said: str) -> None:
    ran = run("annotate", on, "--by", "Ana", *said)
    assert ran.code == 0, ran.err


@pytest.mark.parametrize("form", TEXTS)
def test_internal_words_stay_out(run: Run, form: Form) -> None:
    """On whatever they are; the status that rests on one goes with it."""
    for at, thing in enumerate((CONFLICT, CLAIM, QUESTION, ARTICLE)):
        _say(run, thing, "--note", f"secret {at}", "--internal")
    _say(run, CONFLICT, "--verdict", "dismissed", "--reason", "other", "--internal")
    _say(run, CONFLICT, "--note", "asked both desks")
    out = run("report", "--format", form).out
    assert "secret" not in out
    assert not re.search(r"Status: dismissed|: \"dismissed|,dismissed|Dismissed by", out)
    assert (NONE in out) == (form in {Form.HTML, Form.MARKDOWN})
    assert "asked both desks" in out
    told = run("report", "--format", form, "--with-internal").out
    assert "secret 0" in told
    assert "dismissed" in told


@pytest.mark.parametrize("form", ["html", "md"])
def test_words_that_are_left_out_are_counted(run: Run, form: str) -> None:
    """Where they are told the report warns of it."""
    things = (CONFLICT, CLAIM, QUESTION, ARTICLE)
    for at, thing in enumerate(things):
        _say(run, thing, "--note", f"secret {at}", "--internal")
    out = run("report", "--format", form).out
    assert "4 words of people marked internal are left out." in out
    told = run("report", "--format", form, "--with-internal").out
    assert [f"secret {at}" in told for at in range(4)] == [True] * 4
    assert "Words marked internal are in this report; do not hand it on unread." in told


def test_data_for_programs_counts_them_too(run: Run) -> None:
    """By a field of its own, which is empty where they are told."""
    _say(run, CLAIM, "--verdict", "confirmed", "--internal")
    report = run("report", "--format", "json").document
    assert report["report"]["internal_words_left_out"] == 1
    left = report["conflicts"][0]["left"]
    assert (left["status"], left["notes"]) == ("open", 0)
    told = run("report", "--format", "json", "--with-internal").document
    assert told["report"]["internal_words_left_out"] is None
    assert told["conflicts"][0]["left"]["status"] == "confirmed"


def test_what_an_internal_word_corrects_stays_out_too(run: Run) -> None:
    """Else a report would tell what its own author took back."""
    word = run("annotate", CONFLICT, "--by", "Ana", "--note", "a slip").out.split()[0]
    _say(run, CONFLICT, "--note", "put right", "--supersedes", word, "--internal")
    out = run("report").out
    assert "a slip" not in out
    assert "put right" not in out


def test_people_are_named_with_their_day_and_verdict(run: Run) -> None:
    """Their words stand apart from the program's."""
    _say(run, CONFLICT, "--verdict", "explained", "--reason", "quoted view", "--note", "cited")
    out = run("report", "--format", "html").out
    assert '<p class="whose">People say</p>' in out
    assert "<strong>Ana</strong>" in out
    assert "explained because quoted view" in out
    assert "Status: explained." in out


@pytest.mark.parametrize("form", ["html", "csv"])
def test_what_people_made_of_a_claim_is_told(run: Run, form: str) -> None:
    """By whom, and what the program had read."""
    assert run("amend", CLAIM, "--value", "2,600", "--by", "Ana").code == 0
    assert "corrected by Ana (the program read: value 2,500)" in run("report", "--format", form).out
