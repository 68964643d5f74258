"""`claims review`, tried as a person does: in a terminal, key by key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims.service.library import add_articles
from db import list_conflicts, open_database
from tests.cli.conftest import Run
from tests.cli.terminal import terminal
from tests.service.story import write_story

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture(scope="module")
def desk_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one SQLite file with several conflicts, to be copied."""
    folder = tmp_path_factory.mktemp("desk")
    file = folder / "desk.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    database = open_database(str(file))
    add_articles(database, write_story(folder))
    database.close()
    return file


@pytest.fixture
def desk(desk_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make CLAIMS_DB a database of its own with several conflicts, and Ana who signs."""
    file = tmp_path / "desk.sqlite"
    file.write_bytes(desk_template.read_bytes())
    monkeypatch.setenv("CLAIMS_DB", str(file))
    monkeypatch.setenv("CLAIMS_BY", "Ana")
    return file


def listed(run: Run, *arguments: str) -> list[dict[str, Any]]:
    """Give the conflicts of the listing, in its order."""
    found: list[dict[str, Any]] = run("conflicts", "--json", *arguments).document["conflicts"]
    return found


def short(conflict: dict[str, Any]) -> str:
    """Give the id that people see."""
    return f"k{conflict['id'][:8]}"


def queue(run: Run) -> list[str]:
    """Give the ids of the open conflicts as the listing shows them, top to bottom."""
    text = run("conflicts", "--status", "open", "--pairs").out
    return [word for word in text.split() if len(word) == 9 and word[0] == "k"]


def test_a_key_is_a_verdict_and_the_next_one_comes(run: Run) -> None:
    """Both answers in their paragraphs, with author, outlet, date, speaker and reason."""
    before = listed(run)
    assert len(before) >= 3
    with terminal("review") as seat:
        page = seat.see("q quit >")
        assert f"1 of {len(before)}" in page
        for words in (
            "2,500 author unknown (Gamma Wire), 2 Apr 2021 (file header), ",
            "citing The Pentagon (not in this database), troops-reprinted.txt, c",
            "also author unknown (Alpha Post), 5 Apr 2021",
            "3,500 author unknown (Beta Times), 6 Apr 2021",
        ):
            assert words in page
        assert "There are 2,500 US troops in Afghanistan, the Pentagon said. Pakistan" in page
        assert "~~~~~" in page
        assert "why Same group" in page
        seat.press("c")
        assert f"2 of {len(before)}" in seat.see("q quit >")
        seat.press("q")
        assert seat.end() == 0
        assert f"1 judged, 0 passed over, {len(before) - 1} left" in seat.shown
    judged = listed(run, "--status", "confirmed")
    assert [short(one) for one in judged] == [short(before[0])]
    assert judged[0]["annotations"][0]["by"] == "Ana"


def test_reasons_sides_sources_and_notes_are_asked_for(run: Run) -> None:
    """What a verdict needs beside its key; what cannot be recorded is said and asked again."""
    with terminal("review") as seat:
        seat.see("q quit >")
        seat.press("w")
        seat.see("note:")
        seat.press("asked both desks\r")
        seat.see("asked both desks >")
        seat.press("e")
        seat.see("2 other day")
        seat.press("2")
        seat.see("q quit >")
        seat.press("t")
        seat.see("n neither:")
        seat.press("r")
        seat.see("its address:")
        seat.press("\r")
        seat.see("nothing is settled without a source")
        seat.press("tl")
        seat.see("its address:")
        seat.press("https://example.org/count\r")
        seat.see("recorded")
        seat.press("q")
        assert seat.end() == 0
    words = [word for one in listed(run) for word in one["annotations"]]
    assert sorted((word["verdict"] or "", word["reason"], word["note"]) for word in words) == [
        ("", "", "asked both desks"),
        ("explained", "other day", ""),
        ("settled", "", ""),
    ]
    (settled,) = (word for word in words if word["verdict"] == "settled")
    assert (settled["favour"], settled["source"]) == ("left", "https://example.org/count")


def test_it_goes_on_where_it_stopped(run: Run) -> None:
    """What was passed over comes again in the next round only, in the order of the listing."""
    first, second, *rest = queue(run)
    with terminal("review") as seat:
        assert first in seat.see("q quit >")
        seat.press("s")
        assert second in seat.see("q quit >")
        seat.press("q")
        seat.end()
    with terminal("review") as seat:
        assert second in seat.see("q quit >")
        seat.press("c")
        for id_ in rest:
            assert id_ in seat.see("q quit >")
            seat.press("d\r")
            seat.see("recorded")
        assert seat.end() == 0
    with terminal("review") as seat:
        assert first in seat.see("q quit >")
        seat.press("\x04")
        assert seat.end() == 0
    assert queue(run) == [first]


def test_one_goes_back_and_corrects_a_verdict(run: Run) -> None:
    """The new word takes the place of the old one, which is not lost."""
    (first, *_) = queue(run)
    with terminal("review") as seat:
        seat.see("q quit >")
        seat.press("c")
        seat.see("q quit >")
        seat.press("b")
        assert "said Ana" in seat.see("q quit >")
        seat.press("n")
        seat.see("q quit >")
        seat.press("x")
        seat.see("q quit >")
        seat.press("q")
        seat.end()
        assert "1 judged, 0 passed over, 3 left" in seat.shown
    (one,) = (one for one in listed(run) if short(one) == first)
    assert one["status"] == "needs-source"
    assert one["annotations"][1]["supersedes"] == one["annotations"][0]["id"]


def test_a_second_reading_hides_what_others_said(run: Run) -> None:
    """It shows what others judged and oneself did not, and nothing else."""
    (first, *_) = queue(run)
    said = ("--verdict", "dismissed", "--reason", "other", "--note", "no dispute at all")
    assert run("annotate", first, *said, "--by", "Bo").code == 0
    with terminal("review", "--second") as seat:
        page = seat.see("q quit >")
        assert first in page
        assert "1 of 1" in page
        assert "Bo" not in page.split()
        assert "dispute" not in page
        seat.press("c")
        assert seat.end() == 0
    assert "kappa" in run("checkers").out
    (one,) = (one for one in listed(run) if short(one) == first)
    assert one["status"] == "disputed"
    with terminal("review", "--second") as seat:
        seat.see("Nothing waits for you.")


def test_a_filter_says_what_to_go_through(run: Run) -> None:
    """As in the listings."""
    floods = listed(run, "--about", "flood")
    assert 0 < len(floods) < len(listed(run))
    with terminal("review", "--about", "flood") as seat:
        assert f"1 of {len(floods)}" in seat.see("q quit >")
    with terminal("review", "--about", "no such words") as seat:
        seat.see("No open conflict waits.")


def test_a_verdict_is_given_on_what_was_shown(run: Run, desk: Path) -> None:
    """What changed while one was reading comes again, marked."""
    from sqlalchemy import update

    from db.table import CONFLICT

    (first, *_) = queue(run)
    with terminal("review") as seat:
        seat.see("q quit >")
        database = open_database(str(desk))
        with database.write() as session:
            session.execute(
                update(CONFLICT)
                .where(CONFLICT.c.id.startswith(first[1:]))
                .values(relation="update")
            )
        seat.press("c")
        seat.see("recorded")
    with database.read() as session:
        assert len(list_conflicts(session)) >= 3
    database.close()
    assert first in queue(run)
    assert "given on other facts" in " ".join(run("conflicts").out.split())


def test_without_a_terminal_or_a_name_it_is_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says what to do instead."""
    ran = run("review")
    assert (ran.code, ran.err) == (
        1,
        "claims: review needs a terminal; list the queue with: claims conflicts --status open\n",
    )
    monkeypatch.delenv("CLAIMS_BY")
    assert run("review").err.startswith("claims: who says so?")


def test_an_editor_opens_for_a_note_on_a_terminal(run: Run, tmp_path: Path) -> None:
    """Where nothing else is said; a wrong id opens nothing, an empty note records nothing."""
    from tests.cli.test_editor import make_editor

    (first, *_) = queue(run)
    editor = make_editor(tmp_path, "file.write_text('From the editor.', 'utf-8')")
    with terminal("annotate", first, env={"VISUAL": editor}) as seat:
        seat.see(f"recorded on {first}")
        assert seat.end() == 0
    with terminal("annotate", "kffffffff", env={"VISUAL": editor}) as seat:
        seat.see("claims: nothing has the id kffffffff")
        assert seat.end() == 1
    with terminal("annotate", first, env={"VISUAL": make_editor(tmp_path, "")}) as seat:
        seat.see("claims: nothing to record")
        assert seat.end() == 1
    with terminal("annotate", first, env={"VISUAL": "no-such-editor"}) as seat:
        seat.see("claims: cannot start the editor no-such-editor")
        assert seat.end() == 1
    notes = [word["note"] for one in listed(run) for word in one["annotations"]]
    assert notes == ["From the editor."], json.dumps(notes)
