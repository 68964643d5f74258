"""The README cannot go stale: its session is run, its commands and files exist."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Mapping
from pathlib import Path

import pytest

from claims.cli import main
from claims.model import REASONS, Verdict
from claims.read.format import SUFFIXES
from claims.report import ucdp_report
from claims.report.csv_report import GUIDE
from claims.report.seal.stamp import COLUMN
from tests.cli.terminal import terminal

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_SEAL = "What shows that the row is as it was written: see *Is it still true?*"
_SESSION = re.compile(r"<!-- session -->\n(.*?)<!-- /session -->", re.DOTALL)
_BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)


def run(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run one command line of the README and give what it prints."""
    capsys.readouterr()
    assert main(shlex.split(command)[1:]) == 0
    return capsys.readouterr().out


@pytest.fixture
def seeded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a database of the seeds that every command uses."""
    file = tmp_path / "claims.db"
    monkeypatch.setenv("CLAIMS_DB", f"sqlite:///{file}")
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["add", str(ROOT / "seeds")]) == 0
    return file


def test_the_session_of_the_readme_is_what_the_program_prints(
    seeded: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """Each command of the session, with its whole output at 80 columns."""
    assert seeded.exists()
    text = README.read_text("utf-8")
    session = _SESSION.search(text)
    assert session is not None
    blocks = list(_BLOCK.finditer(session[1]))
    assert len(blocks) >= 2
    fresh = "\n\n".join(
        f"```console\n$ {block['command']}\n{run(block['command'], capsys)}```" for block in blocks
    )
    update = bool(request.config.getoption("--update-golden"))
    if update and os.environ.get("CI") != "true":
        README.write_text(text.replace(session[1], f"{fresh}\n"), "utf-8")
        return
    assert session[1] == f"{fresh}\n"


def test_the_commands_of_the_desk_run_as_they_stand(
    seeded: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One after the other, on the seeds; those that need a terminal have one."""
    assert seeded.exists()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("CLAIMS_BY", raising=False)
    desk = re.search(r"<!-- desk -->\n(.*?)<!-- /desk -->", README.read_text("utf-8"), re.DOTALL)
    assert desk is not None
    lines = re.findall(r"^\$ claims (.*)$", desk[1], re.MULTILINE)
    assert len(lines) >= 10
    for line in lines:
        arguments = shlex.split(line, comments=True)
        if arguments[0] == "review":
            with terminal(*arguments) as seat:
                seat.press("q")
                assert seat.end() == 0
            continue
        capsys.readouterr()
        assert (main(arguments), capsys.readouterr().err.partition(": ")[0]) in (
            (0, ""),
            (0, f"kept in {tmp_path / 'config' / 'claimledger' / 'settings.toml'}\n"),
        ), line


def test_the_reports_of_the_readme_are_written(
    seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command of the section leaves the file that it names."""
    assert seeded.exists()
    monkeypatch.chdir(tmp_path)
    section = re.search(
        r"<!-- report -->\n(.*?)<!-- /report -->", README.read_text("utf-8"), re.DOTALL
    )
    assert section is not None
    lines = re.findall(r"^\$ claims (.*)$", section[1], re.MULTILINE)
    assert len(lines) >= 4
    for line in lines:
        arguments = shlex.split(line, comments=True)
        assert main(arguments) == 0
        assert (tmp_path / arguments[arguments.index("-o") + 1]).stat().st_size > 1000


@pytest.mark.parametrize(
    ("summary", "guide"),
    [
        ("The columns of the table", {**GUIDE, COLUMN: _SEAL}),
        ("The columns of the figures", ucdp_report.GUIDE),
    ],
)
def test_the_readme_tells_every_column_of_a_table(summary: str, guide: Mapping[str, str]) -> None:
    """In their order, word for word."""
    text = README.read_text("utf-8")
    part = text.partition(f"<summary>{summary}</summary>")[2].partition("</details>")[0]
    rows = re.findall(r"^\| `([a-z0-9_]+)` \| (.*) \|$", part, re.MULTILINE)
    assert rows == list(guide.items())


def test_the_commands_on_versions_run_as_they_stand(
    seeded: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One after the other, on the seeds, with an update of one of them."""
    assert seeded.exists()
    monkeypatch.setenv("CLAIMS_BY", "Ana")
    monkeypatch.chdir(tmp_path)
    (seed,) = (ROOT / "seeds").glob("002*.txt")
    update = seed.read_text("utf-8").rpartition("---\n")[2].replace("but 2,500", "but 3,500")
    (tmp_path / "update.txt").write_text(update, "utf-8")
    part = re.search(r"<!-- versions -->\n(.*?)<!--", README.read_text("utf-8"), re.DOTALL)
    assert part is not None
    lines = re.findall(r"^\$ claims (.*)$", part[1], re.MULTILINE)
    assert len(lines) >= 6
    for line in lines:
        capsys.readouterr()
        arguments = shlex.split(line, comments=True)
        assert (main(arguments), capsys.readouterr().err) == (0, ""), line


def test_the_readme_tells_every_verdict_and_reason() -> None:
    """The lists of the program, word for word."""
    text = README.read_text("utf-8")
    for verdict in Verdict:
        reasons = ", ".join(REASONS.get(verdict, ()))
        row = re.search(rf"^\| `{verdict.value}` \|(.*)\|$", text, re.MULTILINE)
        assert row is not None, verdict
        assert reasons in row[1]


def test_every_command_the_readme_names_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that was renamed or removed is found here."""
    named = set(re.findall(r"(?:\$ |`)claims ([a-z]+)", README.read_text("utf-8")))
    for command in sorted(named & set(_commands(capsys))):
        assert main([command, "--help"]) == 0
    unknown = named - set(_commands(capsys))
    assert not unknown, f"the README names commands that do not exist: {unknown}"


def _commands(capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["--help"])
    return re.findall(r"^[│ ]+([a-z]+)\s", capsys.readouterr().out, re.MULTILINE)


def test_every_file_the_readme_names_exists() -> None:
    """Paths in backticks that look like files or folders of the repository."""
    paths = re.findall(
        r"`((?:claims|db|tests|seeds|migrations)(?:/[\w.-]+)*/?)`", README.read_text("utf-8")
    )
    assert paths
    for path in paths:
        assert (ROOT / path).exists(), path


def test_the_readme_names_every_suffix_that_is_read() -> None:
    """A format is not there for people who cannot know of it."""
    named = set(re.findall(r"`[^`\n]*`", README.read_text("utf-8")))
    words = {word for code in named for word in code.strip("`").split()}
    assert words >= SUFFIXES
