"""The report as a page: complete, well formed, harmless, and readable without colour or script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pytest

from claims.model import Filter, Relation
from claims.report.form import Form
from claims.report.html.panel import letters
from claims.service.report import Order, write_report
from db import Database
from tests.report.document_tree import Page, read_page
from tests.report.hostile import CLOSING, FORMULA, IMAGE, SCRIPT, store_hostile

Check = Callable[[str, str], None]
HTML: Final = Order(Form.HTML, day="2026-06-01")


def _html(database: Database, narrow: Filter | None = None) -> str:
    return "".join(write_report(database, narrow or Filter(), HTML))


@pytest.fixture
def story_html(empty_story: Database) -> str:
    """Render the story."""
    return _html(empty_story)


@pytest.fixture
def page(story_html: str) -> Page:
    """Read the page of the story."""
    return read_page(story_html)


def test_page(empty_story: Database, matches_golden: Check) -> None:
    """The whole page, byte for byte, the same twice."""
    html = _html(empty_story)
    assert html == _html(empty_story)
    matches_golden("report.html", html)


def test_elements_close_in_order(page: Page) -> None:
    """Nothing is left open and nothing crosses."""
    assert (page.crossed, page.unclosed) == ([], [])


def test_links_and_labels_lead_somewhere(page: Page) -> None:
    """Every id is there once; what points inside the page finds its place."""
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    pointed = [href[1:] for href in page.values("href") if href.startswith("#")]
    named = [id_ for value in page.values("aria-labelledby") for id_ in value.split()]
    assert len(pointed) > 5
    assert set(pointed) | set(named) <= set(ids)


def test_nothing_is_fetched_or_run(page: Page, story_html: str) -> None:
    """No script, no picture, font or style from elsewhere."""
    assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in page.elements}
    assert not page.values("src")
    assert "url(" not in story_html
    assert "@import" not in story_html


def test_summary_adds_up(page: Page) -> None:
    """Contradictions between articles and inside one are told apart, and zero is said."""
    assert "1 contradiction (0 between articles, 1 inside one)" in page.text
    assert "Conflicts between articles 0 contradictions, 0 pairs of lists" in page.text
    counts = re.search(r"considered: (.*) These add up to (\d+)\.", page.text)
    assert counts is not None
    parts = re.sub(r"\([^)]*\)", "", counts[1])
    assert sum(map(int, re.findall(r"\d+", parts))) == int(counts[2]) > 0


def test_both_answers_stand_with_all_that_is_known_of_them(page: Page) -> None:
    """Author, outlet, genre, date and how it is known, speakers, origins, reason, rule."""
    for words in (
        "Md. Tareq Hasan",
        "The Independent (opinion)",
        "5 Apr 2021 (page data)",
        "citing The New York Times (not in this database), citing US officials",
        "3 articles, at most 2 origins",
        "the amounts exclude each other. Two speakers inside one article.",
        "quantity.disjoint",
        "A disagreement that is not listed may still exist",
    ):
        assert words in page.text


def test_pictures_have_their_numbers_beside_them(page: Page) -> None:
    """Each picture has a name, a text, and a table with the same figures."""
    pictures = [found for tag, found in page.elements if tag == "svg"]
    assert len(pictures) == 2
    assert all(found["role"] == "img" for found in pictures)
    assert "The same in words" in page.text
    for source in (
        "2,500 2,500 2,500 Md. Tareq Hasan, in The Independent, 5 Apr 2021 (page data)",
        "Ana Ek and Bo Li, in Kabul Daily, April 2021 (inferred)",
        "Evening Post, 7 Apr 2021 (unknown how)",
    ):
        assert source in page.text
    assert "more than 1,000 1,000 open The New York Times" in page.text


def test_words_of_a_digest_bear_no_quotation_marks(story_html: str) -> None:
    """They are labelled; the outlet's own stand in quotation marks, in their language."""
    quotes = re.findall(r"<blockquote.*?</blockquote>", story_html, re.DOTALL)
    retold = [quote for quote in quotes if 'class="retold"' in quote]
    verbatim = [quote for quote in quotes if 'class="outlet"' in quote]
    assert retold
    assert verbatim
    assert not any("“" in quote for quote in retold)
    assert all("Not the outlet’s words: digest" in quote for quote in retold)
    assert all(quote.count("“") == 1 and 'lang="en"' in quote for quote in verbatim)


def test_the_figure_is_marked_within_its_paragraph(story_html: str) -> None:
    """With a sign that needs no colour."""
    assert "<mark>2,500</mark>" in story_html
    assert "Trump withdrew several troops, but" in story_html
    assert "mark::before { content:" in story_html


def test_a_filter_is_told_in_the_heading(empty_story: Database) -> None:
    """With the words that the sums are of everything."""
    text = read_page(_html(empty_story, Filter(relations=(Relation.UPDATE,)))).text
    assert "Narrowed to: relation update. The sums count the whole database." in text
    assert "Nobody: no conflict was found among what is told here." in text


def test_hostile_words_neither_run_nor_break_out(database: Database) -> None:
    """Markup, closing tags, template marks, terminal codes and bidi marks are only words."""
    with database.write() as session:
        store_hostile(session)
    html = _html(database)
    page = read_page(html)
    assert (page.crossed, page.unclosed) == ([], [])
    assert not {"script", "img"} & {tag for tag, _ in page.elements}
    assert not [name for _, found in page.elements for name in found if name.startswith("on")]
    assert not [href for href in page.values("href") if not href.startswith("#")]
    for words in (SCRIPT, IMAGE, FORMULA, CLOSING):
        assert words in page.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", html)


def test_letters_go_on_after_z() -> None:
    """As columns of a spreadsheet do."""
    assert [letters(at) for at in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
