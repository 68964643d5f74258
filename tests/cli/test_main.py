"""Exit codes, errors, help, and how quickly a command comes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import typer

from claims import __version__
from claims.cli import main, output
from claims.cli.app import build
from tests.cli.conftest import Run
from tests.report.story import WIRE

ROOT: Final = Path(__file__).resolve().parents[2]


def _commands(command: Any, name: str = "claims") -> Iterator[tuple[str, Any]]:
    yield name, command
    for child, inner in getattr(command, "commands", {}).items():
        yield from _commands(inner, f"{name} {child}")


COMMANDS: Final = dict(_commands(typer.main.get_command(build())))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    """A command that nobody explains is not finished."""
    command = COMMANDS[name]
    assert command.help
    assert [param.name for param in command.params if not getattr(param, "help", "")] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_shown_and_fits_a_terminal(run: Run, name: str) -> None:
    """In 80 columns, no summary cut off."""
    ran = run(*name.split()[1:], "--help")
    assert ran.code == 0
    assert ran.out.startswith("Usage: claims")
    assert max(map(len, ran.out.splitlines())) <= 80
    summaries = ran.out.split("Commands:")[-1] if "Commands:" in ran.out else ""
    assert "..." not in summaries


def test_the_version_is_told(run: Run) -> None:
    """One line."""
    assert run("--version").out == f"claims {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("conflicts", "--nonsense"),
        ("conflicts", "--kind", "nonsense"),
        ("conflicts", "--relation", "nonsense"),
        ("conflicts", "--flag", "nonsense"),
        ("conflicts", "--status", "nonsense"),
        ("annotate", "k1234", "--verdict", "nonsense"),
        ("add", "x.txt", "--genre", "nonsense"),
        ("add",),
        ("show",),
    ],
)
def test_wrong_usage_is_2(run: Run, arguments: tuple[str, ...]) -> None:
    """With the usage and the words that are allowed."""
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Usage: claims" in ran.err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("show", "zzz"), "nothing has the id zzz"),
        (("show", "c00000000000"), "nothing has the id c00000000000"),
        (("question", "who ate the cake"), "no question about 'who ate the cake'"),
        (("conflicts", "--since", "soon"), "not a day: 'soon'"),
        (("report", "-o", "x.pdf"), "cannot tell the form of x.pdf: end its name in .html, .md"),
        (("report", "-o", "no/such/x.md"), "cannot write no/such/x.md: No such file"),
        (("report", "--date", "2021-04"), "not a day: '2021-04'"),
        (("remove", "a00000000"), "no article a00000000"),
        (("why", "c00000000", "c00000001"), "no claim c00000000"),
        (("annotate", "kffffffff", "--note", "x", "--by", "Ana"), "nothing has the id kffffffff"),
        (("conflicts", "--db", "mysql://x"), "cannot use the database 'mysql://x'"),
        (("conflicts", "--db", "absent.db"), "no database at absent.db"),
    ],
)
@pytest.mark.usefixtures("story")
def test_a_known_error_is_one_line_and_1(run: Run, arguments: tuple[str, ...], line: str) -> None:
    """What happened, to which thing, and the remedy; no traceback."""
    ran = run(*arguments)
    assert ran.code == 1
    assert ran.err.startswith(f"claims: {line}")
    assert ran.err.count("\n") == 1


@pytest.mark.usefixtures("story")
def test_an_error_tells_no_escape_to_the_terminal(run: Run) -> None:
    """What was typed comes back harmless."""
    assert "\x1b" not in run("show", "\x1b[31mx").err


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the program foresaw is one line."""

    def fail() -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(output, "width", fail)
    monkeypatch.setattr("claims.cli._run", lambda _: output.width())
    with pytest.raises(ZeroDivisionError):
        main(["articles"])


def test_an_interrupt_is_one_line_and_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As after Ctrl-C."""

    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("claims.cli._run", interrupt)
    assert main([]) == 130
    assert capsys.readouterr().err == "claims: interrupted\n"


def _start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claims", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        encoding="utf-8",
    )


def test_a_reader_that_goes_away_is_no_error(story: Path) -> None:
    """`claims list | head -1` prints no traceback."""
    command = f"{sys.executable} -m claims list --json | head -c 1; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(
        ["bash", "-c", command],  # noqa: S607  # found on the PATH
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CLAIMS_DB": str(story)},
    )
    assert ran.stderr == ""
    assert ran.stdout[1:].strip() in {"0", "141"}


def test_a_terminal_without_unicode_gets_question_marks(story: Path) -> None:
    """Nothing fails because a character cannot be printed."""
    ran = _start("conflicts", CLAIMS_DB=str(story), PYTHONIOENCODING="ascii", COLUMNS="80")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "2,500" in ran.stdout
    document = _start("list", "--json", CLAIMS_DB=str(story), PYTHONIOENCODING="ascii").stdout
    assert WIRE.quote in {claim["quote"] for claim in json.loads(document)["claims"]}


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (("--help",), ("rich", "sqlalchemy", "sqlmodel", "spacy", "alembic", "yaml")),
        (("conflicts",), ("rich", "spacy", "alembic", "claims.extract", "claims.read")),
        (("list",), ("spacy", "alembic", "claims.extract", "claims.read")),
        (("question", "who invited India"), ("spacy", "alembic", "claims.extract")),
        (("report",), ("rich", "spacy", "alembic", "claims.extract")),
        (("search", "troops"), ("rich", "spacy", "alembic", "claims.extract", "claims.read")),
        (("leads",), ("rich", "spacy", "alembic", "claims.extract", "claims.read")),
        (("watches",), ("rich", "spacy", "alembic", "claims.extract", "claims.read")),
        (("export", "--everything"), ("rich", "spacy", "alembic", "claims.extract")),
    ],
)
def test_a_command_loads_only_what_it_needs(
    story: Path, arguments: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    """The parser takes seconds to load, alembic a tenth of one."""
    code = (
        "import sys; from claims.cli import main; main(sys.argv[2:]); "
        "print([m for m in sys.argv[1].split() if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, " ".join(absent), *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CLAIMS_DB": str(story)},
    )
    assert ran.stderr == "[]\n"
