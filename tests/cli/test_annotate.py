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
    said = (
        "--verdict",
        "dismissed",
        "--reason",
        "misread amount",
        "--note",
        "Two counts",
        "--by",
        "Ana",
    )
    recorded = run("annotate", CONFLICT, *said, "--tag", "#desk")
    assert recorded.code == 0
    assert recorded.out.endswith(f"recorded on {CONFLICT}\n")
    for shown in (run("conflicts"), run("show", CONFLICT), run("report")):
        flat = " ".join(shown.out.split())
        assert "Ana, " in flat
        assert "dismissed because misread amount; Two counts; #desk" in flat
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
        (
            ("--note", "x"),
            "who says so? give a name with --by, set CLAIMS_BY, or keep it: claims config",
        ),
        (("--note", "x", "--by", "  "), "who says so?"),
        (("--by", "Ana"), "nothing to record"),
        (("--note", "  ", "--by", "Ana"), "nothing to record"),
        (("--note", "x", "--reason", "y", "--by", "Ana"), "a reason belongs to a verdict"),
        (("--tag", " ", "--by", "Ana"), "a tag is empty"),
        (
            ("--verdict", "explained", "--reason", "wrong", "--by", "Ana"),
            "'wrong' is no reason for explained: other event, other day",
        ),
        (
            ("--verdict", "dismissed", "--reason", "misread", "--by", "Ana"),
            "'misread' is no reason",
        ),
        (("--verdict", "settled", "--by", "Ana"), "settled for which answer? give --for left"),
        (
            ("--verdict", "settled", "--for", "left", "--by", "Ana"),
            "nothing is settled without a source; give its address: --source URL",
        ),
        (("--note", "x", "--for", "left", "--by", "Ana"), "--for belongs to --verdict settled"),
        (
            ("--note", "x", "--source", "the ministry", "--by", "Ana"),
            "'the ministry' is no address",
        ),
        (("--note", "x", "--supersedes", "n1234", "--by", "Ana"), "no annotation n1234"),
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


def _recorded(run: Run, *arguments: str) -> str:
    """Record a word on the conflict and give its id."""
    ran = run("annotate", CONFLICT, *arguments)
    assert ran.code == 0, ran.err
    return ran.out.split()[0]


def test_a_conflict_is_settled_for_a_side_with_its_source(run: Run) -> None:
    """The answer stands beside the side, so that nobody counts columns."""
    said = ("--verdict", "settled", "--for", "right", "--source", "https://example.org/count")
    _recorded(run, *said, "--by", "Ana")
    flat = " ".join(run("conflicts").out.split())
    assert "status settled. Ana, " in flat
    assert "settled for right (3,500); source: https://example.org/count" in flat
    conflict = run("conflicts", "--json", "--status", "settled").document["conflicts"][0]
    (word,) = conflict["annotations"]
    assert (conflict["status"], word["favour"], word["source"]) == (
        "settled",
        "right",
        "https://example.org/count",
    )


def test_only_a_conflict_is_settled(run: Run) -> None:
    """A claim has no sides."""
    said = ("--verdict", "settled", "--for", "left", "--source", "https://example.org")
    ran = run("annotate", f"c{CITED.id[:8]}", *said, "--by", "Ana")
    assert (ran.code, ran.err.startswith("claims: only a conflict is settled for a side")) == (
        1,
        True,
    )


@pytest.mark.parametrize("given", ["other day", "Other-Day", "day"])
def test_a_reason_is_one_of_the_list_of_its_verdict(run: Run, given: str) -> None:
    """However it is written; any words are a reason of a verdict that has no list."""
    _recorded(run, "--verdict", "explained", "--reason", given, "--by", "Ana")
    assert "explained because other day" in " ".join(run("conflicts").out.split())
    _recorded(run, "--verdict", "needs-source", "--reason", "No report yet", "--by", "Ana")
    assert "needs-source because No report yet" in " ".join(run("conflicts").out.split())


def test_an_internal_word_stays_out_of_the_report(run: Run) -> None:
    """The desk sees it, its readers do not."""
    _recorded(run, "--note", "the minister's cousin", "--internal", "--by", "Ana")
    assert "Ana, " in run("conflicts").out
    assert ", internal: the minister's cousin" in " ".join(run("conflicts").out.split())
    assert "cousin" not in run("report").out
    (word,) = run("conflicts", "--json").document["conflicts"][0]["annotations"]
    assert word["internal"] is True


def test_a_correction_takes_the_place_of_what_it_corrects(run: Run) -> None:
    """Listings tell the new word alone; the old one is not lost."""
    first = _recorded(run, "--note", "tow counts", "--verdict", "dismissed", "--by", "Ana")
    _recorded(run, "--note", "two counts", "--supersedes", first, "--by", "Ana")
    assert "tow counts" not in run("conflicts").out
    assert "tow counts" not in run("report").out
    assert "tow counts" not in run("show", CONFLICT).out
    assert "tow counts" in run("history", CONFLICT).out
    conflict = run("conflicts", "--json").document["conflicts"][0]
    assert (conflict["status"], len(conflict["annotations"])) == ("open", 2)


def test_a_word_is_corrected_by_who_said_it_and_once(run: Run) -> None:
    """Another's word is answered, never replaced."""
    first = _recorded(run, "--note", "one", "--by", "Ana")
    other = run("annotate", CONFLICT, "--note", "no", "--supersedes", first, "--by", "Bo")
    assert other.err.startswith(f"claims: {first} is the word of Ana, who alone corrects it")
    second = _recorded(run, "--note", "two", "--supersedes", first, "--by", "Ana")
    again = run("annotate", CONFLICT, "--note", "x", "--supersedes", first, "--by", "Ana")
    assert again.err == f"claims: {first} was corrected before; correct {second}\n"
    elsewhere = run(
        "annotate", f"c{CITED.id[:8]}", "--note", "x", "--supersedes", second, "--by", "Ana"
    )
    assert elsewhere.err.startswith(f"claims: {second} is about {CONFLICT}, not about c")


def test_the_name_that_is_kept_signs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable goes before it, the option before both."""
    assert run("config", "by", 'Ana "Ace" Özil').code == 0
    assert run("config", "by").out == 'Ana "Ace" Özil\n'
    _recorded(run, "--note", "kept name")
    monkeypatch.setenv("CLAIMS_BY", "Bo")
    _recorded(run, "--note", "name of the variable")
    _recorded(run, "--note", "name of the option", "--by", "Cy")
    words = run("conflicts", "--json").document["conflicts"][0]["annotations"]
    assert [word["by"] for word in words] == ['Ana "Ace" Özil', "Bo", "Cy"]


def test_settings_that_cannot_be_used_are_one_line(run: Run, tmp_path: Path) -> None:
    """An unknown setting, an empty name, a broken file."""
    assert (
        run("config", "colour", "red").err == "claims: there is no setting 'colour'; there is: by\n"
    )
    assert run("config", "by", " ").err.startswith("claims: a name has letters")
    file = tmp_path / "config" / "claimledger" / "settings.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("by = ", "utf-8")
    broken = run("annotate", CONFLICT, "--note", "x")
    assert broken.err.startswith(f"claims: cannot read {file}: ")
    assert broken.err.count("\n") == 1


def test_a_read_only_database_is_one_line(run: Run, story: Path) -> None:
    """And says what to do."""
    if os.geteuid() == 0:
        pytest.skip("nothing is read-only for root")
    story.chmod(0o444)
    ran = run("annotate", CONFLICT, "--note", "x", "--by", "Ana")
    assert (ran.code, "cannot be written to; make the file" in ran.err) == (1, True)
