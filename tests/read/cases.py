"""Cases as JSON Lines, one a line, that a journalist can read and add to."""

import json
from pathlib import Path
from typing import Any

import pytest

_FOLDER = Path(__file__).resolve().parent / "cases"


def read_cases(name: str, label: str) -> list[Any]:
    """Read one file of cases; each is called by the value of its key `label`."""
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    return [pytest.param(case, id=str(case[label])) for case in cases]
