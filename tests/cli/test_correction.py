"""`claims record`, `amend` and `retract`: said on the command line, seen in every listing."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from claims.service.library import add_articles
from db import list_articles, list_claims, open_database
from tests.cli.conftest import Run
from tests.cli.terminal import terminal
from tests.service.story import write_file, write_story

TWICE = """---
outlet: "Delta Herald"
published: 2021-04-07
---
The envoy counted troops. Nobody else counted troops, NATO said.
"""


@pytest.fixture(scope="module")
def stories(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one SQLite file with two articles that contradict each other, and a third."""
    folder = tmp_path_factory.mktemp("stories")
    file = folder / "stories.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    database = open_database(str(file))
    add_articles(database, write_story(folder, ("troops", "troops-more")))
    add_articles(database, [write_file(folder / "twice.txt", TWICE)])
    database.close()
    return file


@pytest.fixture
def ids(stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Make CLAIMS_DB a copy that Ana works on; give claims by amount and articles by file."""
    file = tmp_path / "stories.sqlite"
    file.write_bytes(stories.read_bytes())
    monkeypatch.setenv("CLAIMS_DB", str(file))
    monkeypatch.setenv("CLAIMS_BY", "Ana")
    database = open_database(str(file))
    with database.read() as session:
        found = {one.claim.value.text: f"c{one.claim.id[:8]}" for one in list_claims(session)}
        articles = {one.article.file: f"a{one.article.id[:8]}" for one in list_articles(session)}
    database.close()
    return found | {str(file): id_ for file, id_ in articles.items()}


def relations(run: Run) -> list[str]:
    """Give the relations of the conflicts."""
    return [one["relation"] for one in run("conflicts", "--json").document["conflicts"]]


def claim(run: Run, id_: str) -> Any:
    """Give a claim as its listing prints it for programs."""
    listed = run("list", "--json").document["claims"]
    return next(one for one in listed if one["id"].startswith(id_[1:]))


def test_a_corrected_claim_is_compared_and_shown_as_corrected(
    run: Run, ids: dict[str, str]
) -> None:
    """The mark names who corrected it and what the program had read, wherever it is shown."""
    assert relations(run) == ["contradiction"]
    wrong, right = ids["3,500"], ids["2,500"]
    said = run("amend", wrong, "--value", "2,900", "--note", "smudged", "--speaker", "NATO")
    mark = "corrected by Ana (the program read: value 3,500)"
    assert said.code == 0
    assert mark in said.out
    for listing in (("conflicts",), ("list",), ("show", wrong), ("search", "troops"), ("report",)):
        assert "2,900" in (told := " ".join(run(*listing).out.split())), listing
        assert "the program read: value 3,500" in told.replace("│ ", ""), listing
    told = claim(run, wrong)
    assert (told["value"]["low"], told["read"]["value"]["low"]) == (2900, 3500)
    assert (told["signed"], told["by_hand"], told["retracted"]) == (["Ana"], False, False)
    assert run("amend", wrong, "--value", "2,500").code == 0
    assert relations(run) == []
    history = " ".join(run("history", wrong).out.split())
    assert "corrected: value 2,900, said by NATO; smudged" in history
    assert run("amend", wrong, "--undo").code == 0
    assert relations(run) == ["contradiction"]
    assert claim(run, right)["read"] is None


def test_a_retracted_claim_is_listed_but_not_compared(run: Run, ids: dict[str, str]) -> None:
    """Until a later word puts it back; every word of it stays."""
    id_ = ids["3,500"]
    said = run("retract", id_, "--why", "quoted from memory")
    assert said.out.endswith("retracted by Ana\n")
    assert relations(run) == []
    (listed,) = run("list", "--mark", "retracted", "--json").document["claims"]
    assert (listed["retracted"], listed["flags"]) == (True, [])
    assert "retracted by Ana" in run("show", id_).out
    refused = run("why", id_, ids["2,500"])
    assert refused.err == (
        f"claims: {id_} is retracted and compared with nothing; "
        f"put it back: claims retract {id_} --undo\n"
    )
    assert run("retract", id_, "--undo").code == 0
    assert relations(run) == ["contradiction"]
    words = run("history", id_, "--json").document["words"]
    assert [word["act"] for word in words] == ["retract", "restore"]


def test_a_recorded_claim_contradicts_like_any_other(run: Run, ids: dict[str, str]) -> None:
    """What is not said is read in the quote; the rest is as the person says."""
    before = len(run("conflicts", "--json").document["conflicts"])
    said = run(
        *("record", ids["twice.txt"], "--quote", "The envoy  counted troops"),
        *("--value", "about 9,000", "--subject", "US troops in Afghanistan"),
        *("--speaker", "the Pentagon", "--certainty", "asserted", "--as-of", "2021-04-05"),
    )
    assert "US troops in Afghanistan: about 9,000; recorded by hand by Ana" in said.out
    assert len(run("conflicts", "--json").document["conflicts"]) > before
    (listed,) = run("list", "--mark", "by-hand", "--json").document["claims"]
    assert listed["quote"] == "The envoy counted troops"
    assert listed["speakers"][0]["key"] == "party:pentagon"
    assert listed["as_of"] == {"from": "2021-04-05", "to": "2021-04-05", "known_by": "person"}
    assert run("search", "envoy counted").out.count("recorded by hand by Ana") == 1
    assert run("list", "--mark", "corrected", "--json").document["claims"] == []


def test_a_quote_that_stands_twice_asks_which(run: Run, ids: dict[str, str]) -> None:
    """A terminal is asked; else both places are named, with the option that picks one."""
    asked = ("record", ids["twice.txt"], "--quote", "counted troops")
    said = (*asked, "--value", "40", "--subject", "US troops")
    refused = run(*said)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "stands 2 times" in refused.err
    assert "pick one with --which N: 1: …The envoy [counted troops]" in refused.err
    with terminal(*said) as seat:
        seat.see("Which place")
        seat.press("2\r")
        assert seat.end() == 0
    listed = run("list", "--mark", "by-hand", "--json").document["claims"]
    assert [one["start"] > TWICE.index("Nobody") - TWICE.index("The") for one in listed] == [True]
    assert run(*said, "--which", "1").code == 0


def test_own_words_and_a_speaker_do_not_go_together(run: Run, ids: dict[str, str]) -> None:
    """That is wrong usage."""
    both = run("amend", ids["3,500"], "--own-words", "--speaker", "NATO")
    assert both.code == 2
    assert run("amend", ids["3,500"], "--own-words").code == 0
    assert claim(run, ids["3,500"])["speakers"] == []


def test_a_database_that_cannot_be_written_to_is_one_line(
    run: Run, ids: dict[str, str], tmp_path: Path
) -> None:
    """Somebody else holds it; nothing is half said."""
    holder = sqlite3.connect(tmp_path / "stories.sqlite", isolation_level=None)
    holder.execute("PRAGMA query_only = OFF")
    holder.execute("UPDATE alembic_version SET version_num = '0004'")
    refused = run("retract", ids["3,500"], "--why", "x")
    holder.close()
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "upgrade" in refused.err


def test_orphans_are_listed(run: Run, ids: dict[str, str]) -> None:
    """What was said of a claim stays when its article goes."""
    assert run("history", "--orphans").out.startswith("No word of anybody has lost")
    run("amend", ids["3,500"], "--value", "2,500")
    assert run("remove", ids["troops-more.txt"], "--yes").code == 0
    told = run("history", "--orphans").out
    assert told.startswith("1 word on articles and claims that are no longer there")
    assert "There are 3,500 US troops in Afghanistan" in " ".join(told.split())
    (word,) = run("history", "--orphans", "--json").document["words"]
    assert word["fields"]["value"]["low"] == 2500
    assert "which is no longer there" in run("history", ids["3,500"]).out
