"""Golden texts: what a rendering gave when somebody last looked at it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

GOLDEN: Final = Path(__file__).parent / "golden"
_OPTION: Final = "--update-golden"


@pytest.fixture
def matches_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Give a check of a text against its golden file."""
    update = bool(request.config.getoption(_OPTION, default=False))
    if update and os.environ.get("CI") == "true":
        pytest.fail("golden texts are never written in CI")

    def check(name: str, text: str) -> None:
        file = GOLDEN / name
        if update:
            file.write_text(text, "utf-8", newline="\n")
        assert text == file.read_text("utf-8")

    return check
