"""Imports for tests: extraction remembered for the session, commands run as a terminal does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from claims.cli import main
from claims.extract import Extraction, extract
from claims.model import View
from db import open_database

if TYPE_CHECKING:
    from db import Database

Memory = dict[tuple[Any, ...], Extraction]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave back and printed."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def extractions() -> Memory:
    """Hold what was extracted in this session, by text and what else it rests on."""
    return {}


@pytest.fixture
def remembered(extractions: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse each text only once a session: it gives the same every time."""

    def recall(view: View, **basis: Any) -> Extraction:
        key = (view.text.id, *sorted(basis.items()))
        if key not in extractions:
            extractions[key] = extract(view, **basis)
        return extractions[key]

    monkeypatch.setattr("claims.service.basis.extract", recall)


@pytest.fixture
def empty(database_url: str) -> Iterator[Database]:
    """Open a database without a row; a second writer waits only a moment."""
    opened = open_database(database_url, busy_timeout_s=0.2)
    yield opened
    opened.close()


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Give what runs a command as the installed program does."""

    def execute(*arguments: str) -> Ran:
        capfd.readouterr()
        code = main(arguments)
        printed = capfd.readouterr()
        return Ran(code, printed.out, printed.err)

    return execute
