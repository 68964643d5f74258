"""Golden texts: what a rendering gave when somebody last looked at it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from claims.service.opening import opened
from db import Database
from tests.report.story import store_story

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
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode()

    return check


@pytest.fixture
def empty_story(database_url: str) -> Iterator[Database]:
    """Store the story in a database with nothing else in it."""
    with opened(database_url) as database:
        with database.write() as session:
            store_story(session)
        yield database
