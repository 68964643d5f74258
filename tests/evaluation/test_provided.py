"""Modules that measure labelled sentences and give their rows to the table."""

import sys
from pathlib import Path
from types import ModuleType

import pytest
from rich.console import Console

from tests.evaluation.errors import MeasuringDataMissing
from tests.evaluation.provided import (
    NAMES,
    Provided,
    print_provided,
    provide,
    provided_as_json,
    providers,
)


@pytest.fixture
def boats(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Put a module on boats beside the others."""
    module = ModuleType("tests.evaluation.boats")
    module.HEADINGS = ("boats", "found", "right", "kept", "right")  # type: ignore[attr-defined]
    module.rows = lambda shared: [("burned", 9, "90%", 1, shared.name)]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module


@pytest.mark.usefixtures("boats")
def test_rows_stand_under_their_headings(capsys: pytest.CaptureFixture[str]) -> None:
    """In the table and, told apart, in the file."""
    found = provide("boats", Path("shared"))
    print_provided(Console(width=80), [found])
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["boats", "found", "right", "kept", "right"] in lines
    assert ["burned", "9", "90%", "1", "shared"] in lines
    row = {"boats": "burned", "found": "9", "right": "90%", "kept": "1", "right 2": "shared"}
    assert provided_as_json([found]) == {"boats": [row]}


def test_missing_sentences_are_told(boats: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """The other figures are printed all the same."""

    def fail(shared: Path) -> list[tuple[str, ...]]:
        message = f"no boats in {shared}"
        raise MeasuringDataMissing(message)

    boats.rows = fail  # type: ignore[attr-defined]
    found = provide("boats", Path("shared"))
    assert found == Provided(
        "boats", ("boats", "found", "right", "kept", "right"), (), found.missing
    )
    print_provided(Console(width=80), [found])
    assert "no boats in shared" in capsys.readouterr().out


def test_a_module_without_rows_is_told(boats: ModuleType) -> None:
    """It may measure something that has no place in the table."""
    del boats.rows
    assert provide("boats", Path("shared")).missing == "boats.py has no HEADINGS and rows(shared)"


def test_only_modules_that_are_there_are_asked() -> None:
    """They come one after the other."""
    assert set(providers()) <= set(NAMES)
