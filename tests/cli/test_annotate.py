"""`claims annotate`: words that are signed, kept, and shown where they belong."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.report.story import AGENCY, CITED, CONTRADICTION, TROOPS

CONFLICT = f"k{CONTRADICTION.id[:8]}"

pytestmark = pytest.mark.usefixtures("story")


def test_a_verdict_is_shown_wherever_the_conflict_is(run: Run) -> None:
    """In the listing, by show, in the document and in the report, with name and day."""
    said = ("--verdict", "dismissed", "--reason", "misread", "--note", "Two counts", "--by", "Ana")
    recorded = run("annotate", CONFLICT, *said, "--tag", "#desk")
    assert recorded.code == 0
    assert recorded.out.endswith(f"recorded on {CONFLICT}\n")
    for shown in (run("conflicts"), run("show", CONFLICT), run("report")):
        flat = " ".join(shown.out.split())
        assert "Ana, " in flat
        assert "dismissed because misread; Two counts; #desk" in flat
    (word,) = run("conflicts", "--json").document["conflicts"][0]["annotations"]
    assert word["seen"]["left_quote"] == "there are still 2,500 US troops in Afghanistan."
    assert word["seen"]["relation"] == "contradiction"


def test_words_are_added_and_two_people_may_disagree(run: Run) -> None:
    """Both stand; the status says so."""
    run("annotate", CONFLICT, "--verdict", "confirmed", "--by", "Ana")
    run("annotate", CONFLICT, "--verdict", "explained", "--by", "Bo")
    out = run("show", CONFLICT).out
    assert out.index("Ana, ") < out.index("Bo, ")
    assert "disputed" in out
    assert run("conflicts", "--status", "disputed", "--json").document["conflicts"]
    assert not run("conflicts", "--status", "open", "--json").document["conflicts"]


@pytest.mark.parametrize("id_", [f"c{CITED.id[:8]}", f"q{TROOPS.id[:8]}", f"a{AGENCY.id[:8]}"])
def test_claims_questions_and_articles_take_words_too(run: Run, id_: str) -> None:
    """And show them."""
    assert run("annotate", id_, "--note", "asked the desk", "--by", "Ana").code == 0
    assert "asked the desk" in run("show", id_).out
    assert "asked the desk" in run("report").out


def test_a_word_can_be_shown_with_the_facts_it_was_given_on(run: Run) -> None:
    """They are kept with it."""
    id_ = run("annotate", f"c{CITED.id[:8]}", "--note", "x", "--by", "Ana").out.split()[0]
    assert f"seen       quote: {CITED.quote}" in run("show", id_).out


def test_tags_find_what_they_were_put_on(run: Run) -> None:
    """With or without their sign."""
    run("annotate", CONFLICT, "--tag", "urgent", "--by", "Ana")
    assert run("conflicts", "--tag", "#urgent", "--json").document["conflicts"]
    assert not run("conflicts", "--tag", "other", "--json").document["conflicts"]


def test_the_name_may_come_from_the_surroundings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """CLAIMS_BY signs what has no --by."""
    monkeypatch.setenv("CLAIMS_BY", "Desk")
    assert run("annotate", CONFLICT, "--note", "x").code == 0
    assert "Desk, " in run("show", CONFLICT).out


def test_a_note_may_be_piped_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing else is said."""
    monkeypatch.setattr("sys.stdin", io.StringIO("from a pipe\n"))
    assert run("annotate", CONFLICT, "--by", "Ana").code == 0
    assert "from a pipe" in run("show", CONFLICT).out


def test_a_pipe_is_read_beside_a_verdict(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe was meant for us."""
    reading, writing = os.pipe()
    os.write(writing, b"piped beside")
    os.close(writing)
    with os.fdopen(reading) as pipe:
        monkeypatch.setattr("sys.stdin", pipe)
        run("annotate", CONFLICT, "--verdict", "open", "--by", "Ana")
    assert "piped beside" in run("show", CONFLICT).out


def test_a_loop_over_a_file_keeps_its_lines(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`while read id; do claims annotate $id --verdict …; done < ids` has the ids as its input."""
    ids = tmp_path / "ids"
    ids.write_text("k1\nk2\n", "utf-8")
    with ids.open(encoding="utf-8") as lines:
        monkeypatch.setattr("sys.stdin", lines)
        run("annotate", CONFLICT, "--verdict", "open", "--by", "Ana")
        assert lines.read() == "k1\nk2\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--note", "x"), "who says so? give a name with --by, or set CLAIMS_BY"),
        (("--note", "x", "--by", "  "), "who says so?"),
        (("--by", "Ana"), "nothing to record"),
        (("--note", "  ", "--by", "Ana"), "nothing to record"),
        (("--note", "x", "--reason", "y", "--by", "Ana"), "a reason belongs to a verdict"),
        (("--tag", " ", "--by", "Ana"), "a tag is empty"),
        (("--note", "a\0b", "--by", "Ana"), "the note holds a character that cannot be stored"),
    ],
)
def test_what_cannot_be_recorded_is_one_line(
    run: Run, arguments: tuple[str, ...], line: str
) -> None:
    """And nothing is stored."""
    ran = run("annotate", CONFLICT, *arguments)
    assert ran.code == 1
    assert ran.err.startswith(f"claims: {line}")
    assert run("conflicts", "--json").document["conflicts"][0]["annotations"] == []
