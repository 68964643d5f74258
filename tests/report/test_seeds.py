"""The report on the shipped articles, in each form, looked at by a person and kept."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from claims.model import Filter
from claims.report.form import Form
from claims.service.library import add_articles
from claims.service.opening import opened
from claims.service.report import Order, write_report
from db import Database

SEEDS: Final = Path(__file__).resolve().parents[2] / "seeds"
DAY: Final = "2026-06-01"
_INSTANT: Final = re.compile(r"T\d\d:\d\d:\d\d(\.\d+)?\+00:00")
_RUN: Final = re.compile(r"claimledger:run:[0-9a-f]{64}")


@pytest.fixture(scope="module")
def seeded(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Read the articles into a database of their own."""
    file = shutil.copy(sqlite_template, tmp_path_factory.mktemp("seeds") / "seeds.sqlite")
    with opened(f"sqlite:///{file}") as database:
        assert len(add_articles(database, [SEEDS])) == 5
        yield database


@pytest.mark.parametrize("form", Form)
def test_the_report_on_the_seeds(
    seeded: Database, matches_golden: Callable[[str, str], None], form: Form
) -> None:
    """What `make report` shows, but for the time at which the articles were added."""
    text = "".join(write_report(seeded, Filter(), Order(form, day=DAY)))
    text = _INSTANT.sub("T12:00:00+00:00", text.replace(str(datetime.now(UTC).date()), DAY))
    text = _RUN.sub("claimledger:run:0", text)
    matches_golden(f"seeds.{form}", text)
