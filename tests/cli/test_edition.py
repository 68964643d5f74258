"""Versions, corrections, reading again and removing, as they are typed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import terminal

FIRST: Final = """---
outlet: Alpha Post
published: 2021-04-05
address: https://alpha.example/troops
---
The ministry spoke on Monday. There are 2,500 US troops in Afghanistan, the Pentagon said.
"""
TITLE: Final = FIRST.replace("---\nThe", "title: Troops stay\n---\nThe")


@pytest.fixture
def first(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Add an article and give its short id."""
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "claims.sqlite"))
    monkeypatch.setenv("CLAIMS_BY", "Ana")
    (tmp_path / "first.txt").write_text(TITLE, "utf-8")
    return run("add", "first.txt").out.split()[1]


def test_an_update_is_told_with_what_changed(run: Run, first: str, tmp_path: Path) -> None:
    """By its address, in place of the version before, which is shown with it."""
    (tmp_path / "second.txt").write_text(TITLE.replace("2,500", "3,500"), "utf-8")
    told = run("add", "second.txt").out
    assert f"version    takes the place of {first}, which is kept: 1 changed value" in told
    changed = "2,500 → 3,500, sentence 2: There are 3,500 US troops in Afghanistan"
    assert changed in " ".join(told.split())
    shown = " ".join(run("show", first).out.split())
    assert f"2 versions {first} earlier, until" in shown
    assert "first.txt, shown here" in shown
    assert "1 article\n" in run("articles").out
    removed = run("remove", told.split()[1], "--yes")
    assert f"{first} becomes the present version" in removed.out
    assert "version" not in run("show", first).out


def test_a_pasted_update_names_what_it_replaces(run: Run, first: str, tmp_path: Path) -> None:
    """An id that nothing has, or too many files, are one line."""
    pasted = FIRST.rpartition("---\n")[2].replace("2,500", "3,500")
    (tmp_path / "pasted.txt").write_text(pasted, "utf-8")
    told = run("add", "pasted.txt", "--replaces", first)
    assert f"takes the place of {first}" in told.out
    assert "outlet     Alpha Post (file header)" in told.out
    for arguments, line in (
        (("pasted.txt", "--replaces", "affffffff"), "no article affffffff; list them with"),
        (("pasted.txt", "first.txt", "--replaces", first), "2 files cannot all replace"),
    ):
        ran = run("add", *arguments)
        assert (ran.code, ran.err.count("\n")) == (1, 1)
        assert line in ran.err


def test_a_day_that_is_corrected_anchors_the_days_of_the_article(run: Run, first: str) -> None:
    """What "Monday" means is told before and after."""
    ran = run("amend", first, "--published", "2021-04-13", "--note", "print edition")
    assert ran.code == 0
    assert "published  2021-04-05 → 2021-04-13" in ran.out
    assert run("amend", first, "--published", "2021-04-13").out.startswith("unchanged")
    said = " ".join(run("history", first).out.split())
    assert "published: 2021-04-05 → 2021-04-13. print edition" in said


def test_reading_again_tells_what_it_changed(run: Run, first: str) -> None:
    """With the same rules: nothing."""
    ran = run("extract", first, "--again")
    assert ran.out == (
        "1 text read again: claims: 0 changed value, 0 gained, 0 lost; no conflict changed\n"
    )


def test_removing_asks_and_keeps_words(run: Run, first: str) -> None:
    """No removes nothing; yes takes the claims, and the words are listed as orphans."""
    run("annotate", first, "--note", "called the desk")
    with terminal("remove", first) as seat:
        seat.see("1 word of people kept as orphans?")
        seat.press("n\n")
        assert seat.end() == 1
    assert "called the desk" in run("show", first).out
    with terminal("remove", first) as seat:
        seat.see("[y/N]:")
        seat.press("y\n")
        assert seat.end() == 0
    assert run("show", first).code == 1
    orphans = run("history", "--orphans")
    assert "called the desk" in orphans.out
    assert "“Troops stay”" in orphans.out
    (word,) = run("history", "--orphans", "--json").document["words"]
    assert word["note"] == "called the desk"


def test_a_database_that_cannot_be_written_to_is_one_line(
    run: Run, first: str, tmp_path: Path
) -> None:
    """Reading goes on; what changes something says what stands in the way."""
    if os.geteuid() == 0:
        pytest.skip("nothing is read-only for root")
    (tmp_path / "claims.sqlite").chmod(0o444)
    assert run("show", first).code == 0
    for arguments in (
        ("extract", "--again"),
        ("amend", first, "--title", "x"),
        ("remove", first),
        ("add", "first.txt", "--title", "x"),
    ):
        ran = run(*arguments)
        assert (ran.code, ran.err.count("\n")) == (1, 1), ran.err
        assert "cannot be written to; make the file" in ran.err
