"""The page as a browser lays it out: on a phone, on a desk, in the dark, with hostile words."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Filter
from claims.report.form import Form
from claims.service.opening import opened
from claims.service.report import Order, write_report
from tests.report.browser import find_browser, measure
from tests.report.hostile import store_hostile
from tests.report.story import store_story


@pytest.fixture
def browser() -> str:
    """Find a browser."""
    return find_browser()


@pytest.fixture
def pages(sqlite_template: Path, tmp_path: Path) -> Path:
    """Write a page of the story and one of hostile words, and give their folder."""
    for name, store in (("story", store_story), ("hostile", store_hostile)):
        file = tmp_path / f"{name}.db"
        file.write_bytes(sqlite_template.read_bytes())
        with opened(f"sqlite:///{file}") as database:
            with database.write() as session:
                store(session)
            pieces = write_report(database, Filter(), Order(Form.HTML, day="2026-06-01"))
        (tmp_path / f"{name}.html").write_text("".join(pieces), "utf-8")
    return tmp_path


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["story", "hostile"])
def test_the_page_fits_runs_nothing_and_fetches_nothing(
    browser: str, pages: Path, name: str, width: int
) -> None:
    """No sideways scrolling of the page itself; hostile words change no title."""
    found = measure(browser, pages / f"{name}.html", width)
    assert found["width"] <= width
    assert found["fetched"] == 0
    assert found["title"] == "Discrepancy report"
    assert found["marks"] >= 2
    assert "▸" in found["sign"]


def test_the_dark_page_is_dark(browser: str, pages: Path) -> None:
    """By the reader's setting alone."""
    light = measure(browser, pages / "story.html", 390)
    dark = measure(browser, pages / "story.html", 390, "--blink-settings=preferredColorScheme=0")
    assert (light["paper"], dark["paper"]) == ("rgb(255, 255, 255)", "rgb(23, 24, 27)")
