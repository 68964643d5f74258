"""Saved questions, run as commands."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.report.story import TROOPS

pytestmark = pytest.mark.usefixtures("story")


def test_the_exit_code_says_if_something_moved(run: Run) -> None:
    """3 for cron and CI, 0 when all is quiet."""
    assert run("watches").out == 'Nothing is watched yet; begin with: claims watch "…"\n'
    saved = run("watch", "US troops in Afghanistan", "--by", "Ana")
    assert saved.out.endswith("  US troops in Afghanistan (1 question)\n")
    quiet = run("watches")
    assert quiet.code == 0
    assert "nothing new since " in quiet.out
    moved = run("watches", "--since", "2021-04-05")
    assert moved.code == 3
    assert f"q{TROOPS.id[:8]}  How many US troops are in Afghanistan?" in moved.out
    assert "  new     3,500" in moved.out
    assert run("watches", "--since", "2021-04-05", "--json").code == 3


def test_the_document_is_as_promised(run: Run) -> None:
    """Each new answer with its claim, low and high before and now."""
    run("watch", f"q{TROOPS.id[:8]}", "--by", "Ana")
    document = run("watches", "--since", "2020", "--json").document
    assert document["schema"] == "claims/watches/1"
    (watch,) = document["watches"]
    assert (watch["by"], watch["moved"]) == ("Ana", True)
    assert watch["words"] == "How many US troops are in Afghanistan?"
    (question,) = watch["questions"]
    assert {one["answer"] for one in question["new"]} >= {"2,500", "3,500"}
    assert question["low"] == {"before": None, "now": "more than 1,000"}


def test_a_watch_ends(run: Run) -> None:
    """By its id, or its beginning; an id that is none is one line."""
    id_ = run("watch", "US troops").out.split()[0]
    assert run("unwatch", id_[:5]).out == f"{id_}  no longer watched: US troops\n"
    assert "Nothing is watched" in run("watches").out
    ran = run("unwatch", "w00000000")
    assert (ran.code, ran.err.count("\n")) == (1, 1)


def test_words_with_escapes_are_harmless(run: Run) -> None:
    """What was saved comes back without them."""
    run("watch", "troops \x1b[31m red")
    assert "\x1b" not in run("watches").out
