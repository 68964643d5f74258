"""`claims history`: every word ever said, on what is there and on what is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import clear_findings, open_database
from tests.cli.conftest import Run
from tests.report.story import CITED, CLAIMS, CONTRADICTION, OWN

CONFLICT = f"k{CONTRADICTION.id[:8]}"

pytestmark = pytest.mark.usefixtures("story")


def _say(run: Run, on: str, *said: str) -> str:
    ran = run("annotate", on, *said)
    assert ran.code == 0, ran.err
    return ran.out.split()[0]


def test_every_word_is_told_with_what_it_corrects(run: Run) -> None:
    """Who, when, what; the corrected one still in its place."""
    first = _say(run, CONFLICT, "--note", "tow counts", "--by", "Ana")
    second = _say(run, CONFLICT, "--note", "two counts", "--supersedes", first, "--by", "Ana")
    third = _say(run, CONFLICT, "--verdict", "confirmed", "--by", "Bo")
    lines = run("history", CONFLICT).out.splitlines()
    assert lines[0] == f"{CONFLICT}: 3 words"
    assert [line.split()[0] for line in lines if " UTC  " in line] == [first, second, third]
    assert f"    corrected by {second}" in lines
    assert f"    corrects {first}" in lines


def test_the_id_of_a_word_stands_for_what_it_is_about(run: Run) -> None:
    """As one copies it from a listing."""
    word = _say(run, f"c{OWN.id[:8]}", "--note", "seen", "--by", "Ana")
    assert run("history", word).out.splitlines()[0].endswith(": 1 word")


def test_words_on_what_is_gone_are_found(run: Run, story: Path) -> None:
    """By the id that the thing had; they can still be corrected there."""
    first = _say(run, CONFLICT, "--verdict", "dismissed", "--by", "Ana")
    database = open_database(str(story))
    with database.write() as session:
        clear_findings(session, [claim.id for claim in CLAIMS])
    database.close()
    assert f"{CONFLICT}, which is no longer there: 1 word" in run("history", CONFLICT).out
    assert "JUDGED, NO LONGER DETECTED (1)" in run("conflicts").out
    _say(run, CONFLICT, "--verdict", "open", "--supersedes", first, "--by", "Ana")
    assert run("history", CONFLICT, "--json").document["gone"] is True


def test_nobody_spoke_yet(run: Run) -> None:
    """A sentence, not an empty screen; an unknown id is an error."""
    claim = f"c{CITED.id[:8]}"
    assert run("history", claim).out == f"{claim}: nobody said anything of it yet.\n"
    unknown = run("history", "kffffffff")
    assert (unknown.code, unknown.err.count("\n")) == (1, 1)
    assert unknown.err.startswith("claims: nothing has the id kffffffff, and nobody spoke of it")
