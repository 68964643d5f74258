"""What a page prints around an article is told from the article; what it says of itself is read."""

from typing import Any

import pytest

from claims.model import KnownBy, Text
from claims.read import make_view
from claims.read.metadata import read_metadata
from tests.read.cases import read_cases

PAGES = read_cases("pages.jsonl", "why")


def _text(case: dict[str, Any]) -> Text:
    return Text("\n\n".join(line for _, line in case["page"]))


@pytest.mark.parametrize("case", PAGES)
def test_each_paragraph_of_a_page_has_its_zone(case: dict[str, Any]) -> None:
    """Body, heading, byline and boilerplate are told apart, line by line."""
    found = [[p.zone.value, p.words] for p in make_view(_text(case)).paragraphs]
    assert found == case["page"]


@pytest.mark.parametrize("case", PAGES)
def test_a_page_says_of_itself_what_stands_in_it(case: dict[str, Any]) -> None:
    """Only what the page presents as its own headline, author, day or outlet is taken."""
    found = read_metadata(make_view(_text(case)))
    values = {name: found[name][0] if name in found else None for name in case["metadata"]}
    plain = {k: list(v) if isinstance(v, tuple) else v for k, v in values.items()}
    assert plain == case["metadata"]


def test_what_is_read_from_a_text_is_known_by_the_text_or_inferred() -> None:
    """A genre told by a note on the author is weaker than a byline."""
    page = next(case.values[0] for case in PAGES if "banner's date" in str(case.id))
    found = read_metadata(make_view(_text(page)))
    assert found["title"][1] is KnownBy.TEXT
    assert found["genre"][1] is KnownBy.INFERRED


def test_single_newlines_part_paragraphs_as_blank_lines_do() -> None:
    """News files have one paragraph a line."""
    page = PAGES[0].values[0]["page"]
    view = make_view(Text("\n".join(line for _, line in page)))
    assert [[p.zone.value, p.words] for p in view.paragraphs] == page


def test_one_long_paragraph_with_tweets_and_menus_in_it_stays_body() -> None:
    """Flattened pages cannot be parted, and must not be lost."""
    line = "Date of publication 27 October 2016 Jets hit the town Read more: Tags Norland war "
    view = make_view(Text(line * 30 + "Read Also"))
    assert [p.zone.value for p in view.paragraphs] == ["body"]
