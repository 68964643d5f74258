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
from claims.report.form import TEXTS, Form
from claims.service.library import add_articles
from claims.service.opening import opened
from claims.service.report import Order, write_report
from claims.service.sealed import write_sealed
from db import Database
from tests.report.workbook import as_lines

SEEDS: Final = Path(__file__).resolve().parents[2] / "seeds"
DAY: Final = "2026-06-01"
_INSTANT: Final = re.compile(r"T\d\d:\d\d:\d\d(\.\d+)?\+00:00")
_CLOCK: Final = re.compile(r"(day 2026-06-01) \d\d:\d\d:\d\d")
_RUN: Final = re.compile(r"claimledger:run:[0-9a-f]{64}")


@pytest.fixture(scope="module")
def seeded(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Read the articles into a database of their own."""
    file = shutil.copy(sqlite_template, tmp_path_factory.mktemp("seeds") / "seeds.sqlite")
    with opened(f"sqlite:///{file}") as database:
        assert len(add_articles(database, [SEEDS])) == 5
        yield database


def _settled(text: str) -> str:
    """Take out of a report when its articles were added, which differs each time."""
    text = _INSTANT.sub("T12:00:00+00:00", text.replace(str(datetime.now(UTC).date()), DAY))
    return _RUN.sub("claimledger:run:0", text)


@pytest.mark.parametrize("form", TEXTS)
def test_the_report_on_the_seeds(
    seeded: Database, matches_golden: Callable[[str, str], None], form: Form
) -> None:
    """What `make report` shows, but for the time at which the articles were added."""
    text = "".join(write_report(seeded, Filter(), Order(form, day=DAY)))
    matches_golden(f"seeds.{form}", _settled(text))


def test_the_workbook_on_the_seeds(
    seeded: Database, matches_golden: Callable[[str, str], None]
) -> None:
    """Every cell of it, read by another library."""
    order = Order(Form.XLSX, day=DAY)
    text = as_lines(b"".join(write_sealed(seeded, Filter(), order)))
    text = _settled(text).replace(f"day {DAY} 00:00:00", f"day {DAY}")
    matches_golden("seeds.xlsx.txt", _CLOCK.sub(r"\1 12:00:00", text))
