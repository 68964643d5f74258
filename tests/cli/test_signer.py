"""Who made a claim what it is: named in every report, but where the word is internal."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from claims.report.disclosure import SOMEBODY
from claims.report.form import SEALED, Form
from tests.cli.conftest import Run
from tests.report.story import CITED, OPINION, OWN
from tests.report.workbook import as_lines

CLAIM: Final = f"c{OWN.id[:8]}"
OTHER: Final = f"c{CITED.id[:8]}"

pytestmark = pytest.mark.usefixtures("story")


def say(run: Run, *words: str) -> None:
    """Run a command that must succeed."""
    ran = run(*words)
    assert ran.code == 0, ran.err


def report(run: Run, form: Form, *also: str) -> str:
    """Write a report, check that it holds, and give it as text."""
    name = f"out.{form}"
    say(run, "report", "-o", name, "--format", form, *also)
    if form in SEALED:
        assert run("verify", name).out.endswith("holds\n")
    if form is Form.XLSX:
        return as_lines(Path(name).read_bytes())
    return run("report", "--format", form, *also).out


@pytest.mark.parametrize("form", SEALED)
def test_the_signer_of_a_correction_is_named(run: Run, form: Form) -> None:
    """Everybody whose word counts, in the order in which they spoke."""
    say(run, "amend", CLAIM, "--value", "2,600", "--by", "Ana")
    say(run, "amend", CLAIM, "--value", "2,700", "--by", "Zoe")
    told = report(run, form)
    if form is Form.JSON:
        assert '"Ana",\n          "Zoe"' in told
    else:
        assert "corrected by Ana and Zoe (the program read: value 2,500)" in told


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("narrow", [(), ("--speaker", "New York Times"), ("--about", "troops")])
def test_the_signer_of_an_internal_correction_is_not_named(
    run: Run, form: Form, narrow: tuple[str, ...]
) -> None:
    """That it was corrected stays told, and by whom else; whatever the report is narrowed to."""
    say(run, "amend", CLAIM, "--value", "2,600", "--by", "Ana")
    say(run, "amend", CLAIM, "--value", "2,700", "--note", "smudge", "--by", "Zoe", "--internal")
    told = report(run, form, *narrow)
    assert "Zoe" not in told
    assert "smudge" not in told
    if form in SEALED:
        assert SOMEBODY in told
        assert "2,700" in told
    if form in SEALED and form is not Form.JSON:
        assert f"corrected by Ana and {SOMEBODY} (the program read: value 2,500)" in told
    desk = report(run, form, *narrow, "--with-internal")
    if form in SEALED:
        assert "Zoe" in desk
    assert SOMEBODY not in desk


@pytest.mark.parametrize("form", Form)
def test_so_are_those_who_record_and_retract(run: Run, form: Form) -> None:
    """A claim by hand, and one that is compared no more."""
    article = f"a{OPINION.id[:8]}"
    quote = "Trump withdrew several troops"
    say(
        run, "record", article, "--quote", quote, "--value", "900", "--subject", "US troops",
        "--by", "Zoe", "--internal",
    )  # fmt: skip
    say(run, "retract", OTHER, "--why", "irony", "--by", "Zoe", "--internal")
    told = report(run, form)
    assert "Zoe" not in told
    assert "irony" not in told


@pytest.mark.parametrize("form", [Form.HTML, Form.MARKDOWN])
def test_words_that_made_a_claim_are_counted_among_those_left_out(run: Run, form: Form) -> None:
    """Once each, however often the claim is shown."""
    say(run, "amend", CLAIM, "--value", "2,700", "--by", "Zoe", "--internal")
    assert "1 word of people marked internal is left out." in report(run, form)


def test_an_internal_verdict_on_a_claim_that_the_filter_leaves_out(run: Run) -> None:
    """Its side is shown because the other one is asked for; the verdict is not."""
    judged = ("--verdict", "dismissed", "--reason", "other", "--internal", "--by", "Zoe")
    say(run, "annotate", CLAIM, *judged)
    narrow = ("report", "--format", "json", "--speaker", "New York Times")
    found = run(*narrow).document
    left = found["conflicts"][0]["left"]
    assert (left["id"], left["status"], left["notes"]) == (OWN.id, "open", 0)
    assert found["report"]["internal_words_left_out"] == 1
    told = run(*narrow, "--with-internal").document["conflicts"][0]["left"]
    assert (told["status"], told["notes"]) == ("dismissed", 1)
