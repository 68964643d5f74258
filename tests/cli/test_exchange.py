"""Exporting, importing and backing up, run as commands."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("story")


def test_the_example_of_the_help_moves_a_database(run: Run) -> None:
    """Export, import elsewhere, and the listings are the same."""
    assert run("export", "--everything", "-o", "desk.jsonl").out == "desk.jsonl\n"
    imported = run("--db", "new.db", "import", "desk.jsonl")
    assert imported.out == "4 articles, 6 claims, 0 human words imported into new.db\n"
    assert run("--db", "new.db", "conflicts").out == run("conflicts").out


def test_an_export_goes_to_standard_output(run: Run) -> None:
    """The same bytes as to a file."""
    printed = run("export", "--everything").out
    run("export", "--everything", "-o", "desk.jsonl")
    assert printed == Path("desk.jsonl").read_bytes().decode()


def test_a_backup_is_a_database(run: Run) -> None:
    """It tells how to use it."""
    ran = run("database", "backup", "desk-2021-04-05.db")
    assert ran.out.startswith("desk-2021-04-05.db: ")
    assert ran.out.endswith(" bytes; open it with --db desk-2021-04-05.db\n")
    assert run("--db", "desk-2021-04-05.db", "list").out == run("list").out
    with sqlite3.connect("desk-2021-04-05.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("import", "absent.jsonl"), "cannot read absent.jsonl: No such file"),
        (("import", "."), "cannot read .: Is a directory"),
        (("export", "--everything", "-o", "no/x.jsonl"), "cannot write no/x.jsonl: No such file"),
        (("database", "backup", "no/x.db"), "cannot write no/x.db"),
        (("database", "backup", "."), ". is there already and is kept"),
        (("--db", "absent.db", "export", "--everything"), "no database at absent.db"),
        (("--db", "absent.db", "database", "backup", "x.db"), "no database at absent.db"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, arguments: tuple[str, ...], line: str) -> None:
    """What, which, and the remedy."""
    ran = run(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"claims: {line}")
    assert ran.err.count("\n") == 1


def test_an_export_must_be_asked_for_as_a_whole(run: Run) -> None:
    """Without the option it is wrong usage."""
    ran = run("export")
    assert ran.code == 2
    assert "say --everything" in ran.err
