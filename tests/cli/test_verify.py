"""`claims verify`: what is printed, and the exit codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.report.form import Form
from tests.cli.conftest import Run

BEARING = ("--date", "2026-06-01")


@pytest.fixture
def report(run: Run, story: Path, tmp_path: Path) -> Path:
    """Write a report of the story."""
    assert story.exists()
    assert run("report", "-o", "report.html", *BEARING).code == 0
    return tmp_path / "report.html"


def test_a_report_that_holds(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database that is named by CLAIMS_DB counts; without any the line says what is missing."""
    ran = run("verify", report.name)
    assert (ran.code, ran.err) == (0, "")
    checked, against, holds = ran.out.splitlines()
    assert re.fullmatch(
        r"checked: 4 articles, 2 conflicts, \d+ lines, 4 quotes, 1 seal, 3 texts", checked
    )
    assert against.startswith("against: ")
    assert holds == "report.html (html) holds"
    assert "not checked" not in ran.out
    monkeypatch.delenv("CLAIMS_DB")
    ran = run("verify", report.name)
    assert ran.code == 0
    assert "not checked: the quotes against the texts" in ran.out


@pytest.mark.parametrize("before", [True, False])
def test_the_database_is_named_before_or_after(
    run: Run, report: Path, story: Path, monkeypatch: pytest.MonkeyPatch, *, before: bool
) -> None:
    """As everywhere."""
    monkeypatch.delenv("CLAIMS_DB")
    named = ("--db", str(story))
    words = (*named, "verify", report.name) if before else ("verify", report.name, *named)
    ran = run(*words)
    assert ran.code == 0
    assert f"against: {story}" in ran.out


def test_a_changed_report_is_told_with_exit_code_one(run: Run, report: Path) -> None:
    """Each lapse a line; the words that are shown steer no terminal."""
    content = report.read_text("utf-8").replace(">2,500<", ">2,5\x1b[2J00<", 1)
    report.write_text(content, "utf-8", newline="")
    ran = run("verify", report.name)
    assert (ran.code, ran.err) == (1, "")
    assert "does not hold" in ran.out
    assert "file, seal: it was changed after it was written" in " ".join(ran.out.split())
    assert "\x1b" not in ran.out


def test_the_same_as_a_document(run: Run, report: Path) -> None:
    """With what was checked, what could not be, and each lapse with both values."""
    content = report.read_text("utf-8").replace('"low": 3500', '"low": 3600', 1)
    report.write_text(content, "utf-8", newline="")
    ran = run("verify", report.name, "--json")
    assert ran.code == 1
    document = ran.document
    assert (document["schema"], document["holds"]) == ("claims/verification/1", False)
    assert document["checked"]["quote"] == 4
    figure = next(one for one in document["lapses"] if one["field"] == "value.low")
    assert (figure["about"], figure["stated"], figure["found"]) == ("claim", 3600, 3500)


def test_a_database_that_is_no_more_than_a_file(run: Run, story: Path) -> None:
    """Given by its path; a URL does as well."""
    for name in (str(story), f"sqlite:///{story}"):
        ran = run("verify", name, "--json")
        assert ran.document["form"] == "database"
        assert ran.document["checked"]["text"] == 3


@pytest.mark.parametrize("form", Form)
def test_what_is_no_report_gets_one_line(run: Run, tmp_path: Path, form: Form) -> None:
    """On stderr, with exit code 1."""
    for name, content in (("empty", b""), ("foreign", b"MZ\x00"), ("text", b"# A list\n")):
        file = tmp_path / f"{name}.{form}"
        file.write_bytes(content)
        ran = run("verify", file.name)
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert run("verify", f"none.{form}").err == (
        f"claims: no report or database at none.{form}; give the file that claims report wrote\n"
    )
