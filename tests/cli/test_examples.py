"""The example that the help of a command gives is run as it stands, on ids that are there."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest
import typer

from claims.cli.app import build
from tests.cli.conftest import Run
from tests.cli.terminal import terminal
from tests.report.story import CITED, CONTRADICTION, OPINION, OWN

IDS: Final = {
    "k1f00d5ca": f"k{CONTRADICTION.id[:8]}",
    "a1f00d5c": f"a{OPINION.id[:8]}",
    "c0ffee01": f"c{OWN.id[:8]}",
    "a0ddba11": f"a{OPINION.id[:8]}",
    "c0ffee02": f"c{CITED.id[:8]}",
}
COMMANDS: Final[dict[str, Any]] = typer.main.get_command(build()).commands  # type: ignore[attr-defined]
DESK: Final = {
    *("amend", "annotate", "apart", "changes", "checkers", "config", "contradict", "extract"),
    *("history", "outlets", "record", "remove", "retract", "review", "same"),
}
"""Commands whose help must give an example."""


def example_of(name: str) -> list[str]:
    """Give the arguments of the example in the help of a command; none where it gives none."""
    found = re.search(r"Example: claims (.*)", " ".join((COMMANDS[name].help or "").split()))
    line = found[1] if found else ""
    for placeholder, id_ in IDS.items():
        line = line.replace(placeholder, id_)
    return shlex.split(line)


def test_the_commands_of_the_desk_give_an_example() -> None:
    """The test below would pass on none."""
    assert {name for name in COMMANDS if example_of(name)} >= DESK


@pytest.mark.parametrize("name", sorted(name for name in COMMANDS if example_of(name)))
@pytest.mark.usefixtures("story")
def test_an_example_runs(run: Run, name: str, tmp_path: Path) -> None:
    """With exit code 0 and something to read."""
    arguments = example_of(name)
    assert arguments[0] == name
    if name == "review":
        with terminal(*arguments, env={"XDG_CONFIG_HOME": str(tmp_path)}) as seat:
            seat.see("q quit >")
            seat.press("q")
            assert seat.end() == 0
        return
    ran = run(*arguments)
    assert (ran.code, bool(ran.out or ran.err)) == (0, True), ran.err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("same", "c0ffee01", "c0ffee01"), "are the same claim; give two"),
        (("same", "c0ffee01", "cffffffff"), "no claim cffffffff"),
        (("apart", "c0ffee01", "k1f00d5ca"), "no claim k"),
        (("contradict", "c0ffee01", "c0ffee02"), "what contradicts what? say it"),
        (("contradict", "c0ffee01", "c0ffee02", "--note", " "), "what contradicts what?"),
        (("apart", "c0ffee01", "c0ffee02", "--undo"), "there is nothing to take back"),
        (("same", "c0ffee01", "c0ffee02", "--source", "him"), "'him' is no address"),
        (("same", "c0ffee01", "c0ffee02", "--by", " "), "who says so? give a name"),
        (("changes", "--since", "soon"), "not a day: 'soon'"),
        (("history", "zzz"), "nothing has the id zzz"),
        (("history",), "give the id of a thing, or --orphans"),
        (("amend", "c0ffee01"), "nothing to correct; give --value"),
        (("amend", "cffffffff", "--value", "3"), "no claim cffffffff"),
        (
            ("amend", "a0ddba11", "--value", "3"),
            "this is an article, and some of it is said of a claim",
        ),
        (
            ("amend", "c0ffee01", "--outlet", "x"),
            "this is a claim, and some of it is said of an article",
        ),
        (("amend", "a0ddba11", "--undo"), "--undo is of claims"),
        (("amend", "c0ffee01", "--value", "many"), "no amounts in 'many'"),
        (("amend", "c0ffee01", "--polarity", "affirmed"), "says so already; nothing was recorded"),
        (("amend", "c0ffee01", "--as-of", "soon"), "not a day, month or year: 'soon'"),
        (("amend", "c0ffee01", "--speaker", " "), "a speaker has no name"),
        (("amend", "c0ffee01", "--subject", " "), "the subject is empty"),
        (("amend", "c0ffee01", "--value", "3", "--by", " "), "who says so? give a name"),
        (("amend", "c0ffee01", "--undo"), "there is nothing to take back"),
        (("retract", "c0ffee01"), "why is it retracted?"),
        (("retract", "c0ffee01", "--why", "x", "--source", "him"), "'him' is no address"),
        (("retract", "c0ffee01", "--undo"), "is not retracted; there is nothing to take back"),
        (("record", "affffffff", "--quote", "x"), "no article affffffff"),
        (("record", "a0ddba11", "--quote", " "), "the quote is empty"),
        (("record", "a0ddba11", "--quote", "no such words"), "does not stand in a"),
        (("record", "a0ddba11", "--quote", "the"), "pick one with --which N: 1: …"),
        (("record", "a0ddba11", "--quote", "the", "--which", "99"), "there is no place 99"),
        (("record", "a0ddba11", "--quote", "several"), "nothing could be read in the quote"),
        (("record", "a0ddba11", "--quote", "several", "--value", "900"), "give --subject"),
        (("record", "a0ddba11", "--quote", "1,000. Citing US officials"), "than one sentence"),
        (("history", "c0ffee01", "--orphans"), "give the id of a thing, or --orphans"),
        (("amend", "a1f00d5c"), "nothing to correct; give --outlet"),
        (("amend", "a1f00d5c", "--title", "x", "--by", " "), "who says so? give a name"),
        (("amend", "a1f00d5c", "--published", "soon"), "published 'soon' is no date"),
        (("amend", "affffffff", "--title", "x"), "no article affffffff; list them with"),
        (("extract",), "to read them once more: claims extract --again"),
        (("extract", "affffffff", "--again"), "no article affffffff; list them with"),
        (("remove", "affffffff", "--yes"), "no article affffffff; list them with"),
        (("remove", "a1f00d5c"), "nobody is here to be asked: give --yes"),
    ],
)
@pytest.mark.usefixtures("story")
def test_what_the_desk_refuses_is_one_line(
    run: Run, arguments: tuple[str, ...], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What happened, to which thing, and the remedy."""
    monkeypatch.setenv("CLAIMS_BY", "Ana")
    ran = run(*(IDS.get(word, word) for word in arguments))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert line in ran.err


@pytest.mark.usefixtures("story")
def test_an_ambiguous_id_is_one_line(run: Run) -> None:
    """Of seventeen words two begin with one digit."""
    conflict = IDS["k1f00d5ca"]
    said = [run("annotate", conflict, "--note", f"{at}", "--by", "Ana") for at in range(17)]
    (digit, many), *_ = Counter(ran.out[1] for ran in said).most_common()
    ran = run("annotate", conflict, "--note", "x", "--supersedes", f"n{digit}", "--by", "Ana")
    assert ran.err == f"claims: {many} annotations begin with n{digit}; give more of the id\n"
