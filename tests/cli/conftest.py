"""Running commands as a terminal does, on a database that holds the story."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claims.cli import main
from db.engine import open_database
from tests.report.story import store_story


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave back and printed."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def quiet_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the machine's own settings and databases out."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("CLAIMS_DB", raising=False)
    monkeypatch.delenv("CLAIMS_BY", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Give what runs a command through `claims.cli.main`."""

    def execute(*arguments: str) -> Ran:
        capsys.readouterr()
        code = main(arguments)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return execute


@pytest.fixture(scope="session")
def story_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one SQLite file that holds the story, to be copied."""
    file = tmp_path_factory.mktemp("story") / "story.sqlite"
    shutil.copy(sqlite_template, file)
    database = open_database(str(file))
    with database.write() as session:
        store_story(session)
    database.close()
    return file


@pytest.fixture
def story(story_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make CLAIMS_DB a database of its own that holds the story."""
    file = tmp_path / "story.sqlite"
    shutil.copy(story_template, file)
    monkeypatch.setenv("CLAIMS_DB", str(file))
    return file
