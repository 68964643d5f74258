"""The page as a browser lays it out: on a phone, on a desk, in the dark, with hostile words."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from claims.model import Annotation, Filter, Target
from claims.report.form import Form
from claims.service.opening import opened
from claims.service.report import Order, write_report
from db import add_annotation
from tests.report.browser import find_browser, measure
from tests.report.hostile import ALL, store_hostile
from tests.report.story import CONTRADICTION, store_story

if TYPE_CHECKING:
    from db import Session


@pytest.fixture
def browser() -> str:
    """Find a browser."""
    return find_browser()


def _store_long_note(session: Session) -> None:
    """Store the story, and a note of a million hostile characters without a space."""
    store_story(session)
    note = (ALL.replace(" ", "") * 10_000)[:1_000_000]
    at = datetime(2026, 5, 3, tzinfo=UTC)
    add_annotation(session, Annotation(Target.CONFLICT, CONTRADICTION.id, "Ana", at, note=note))


_STORIES: Final = {"story": store_story, "hostile": store_hostile, "long": _store_long_note}


@pytest.fixture
def pages(sqlite_template: Path, tmp_path: Path) -> Path:
    """Write a page of each story, and give their folder."""
    for name, store in _STORIES.items():
        file = tmp_path / f"{name}.db"
        file.write_bytes(sqlite_template.read_bytes())
        with opened(f"sqlite:///{file}") as database:
            with database.write() as session:
                store(session)
            pieces = write_report(database, Filter(), Order(Form.HTML, day="2026-06-01"))
        (tmp_path / f"{name}.html").write_text("".join(pieces), "utf-8")
    return tmp_path


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", _STORIES)
def test_the_page_fits_runs_nothing_and_fetches_nothing(
    browser: str, pages: Path, name: str, width: int
) -> None:
    """Nothing sticks out, nothing is complained of; hostile words change no title."""
    found = measure(browser, pages / f"{name}.html", width)
    assert found["width"] <= width
    assert found["wide"] == []
    assert found["console"] == []
    assert found["fetched"] == 0
    assert found["title"] == "Discrepancy report"
    assert found["marks"] >= 2
    assert "▸" in found["sign"]


def test_headings_landmarks_and_tables_tell_a_screen_reader_the_way(
    browser: str, pages: Path
) -> None:
    """No level is left out, each landmark is there once, and nothing is without a name."""
    found = measure(browser, pages / "story.html", 1280)
    levels = found["levels"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert found["landmarks"] == [1, 1, 1]
    assert (found["unnamed"], found["unscoped"]) == ([], 0)


@pytest.mark.parametrize("scheme", [0, 1])
def test_words_stand_out_from_their_paper(browser: str, pages: Path, scheme: int) -> None:
    """In the dark (0) and in the light (1): 4.5 to 1, as WCAG asks."""
    option = f"--blink-settings=preferredColorScheme={scheme}"
    assert measure(browser, pages / "story.html", 390, option)["faint"] == []


def test_a_quote_runs_in_its_own_direction(browser: str, pages: Path) -> None:
    """Whatever the direction of the label above it."""
    html = (pages / "story.html").read_text("utf-8")
    turned = html.replace("Trump withdrew", "\N{ARABIC LETTER QAF}\N{ARABIC LETTER TEH}")
    (pages / "turned.html").write_text(turned, "utf-8")
    found = measure(browser, pages / "turned.html", 390)["directions"]
    assert set(found) == {"rtl", "ltr"}
    assert set(measure(browser, pages / "story.html", 390)["directions"]) == {"ltr"}


def test_the_dark_page_is_dark(browser: str, pages: Path) -> None:
    """By the reader's setting alone."""
    light = measure(browser, pages / "story.html", 390)
    dark = measure(browser, pages / "story.html", 390, "--blink-settings=preferredColorScheme=0")
    assert (light["paper"], dark["paper"]) == ("rgb(255, 255, 255)", "rgb(23, 24, 27)")
