"""Authors and days are read only from lines that present them."""

from typing import Any

import pytest

from claims.read.byline import (
    DateLine,
    is_lone_name,
    read_byline,
    read_date_line,
    read_dateline,
    read_published_prefix,
)
from tests.read.cases import read_cases


@pytest.mark.parametrize("case", read_cases("bylines.jsonl", "line"))
def test_a_byline_gives_its_names(case: dict[str, Any]) -> None:
    """Persons only, in order; offices and places are left out."""
    assert list(read_byline(case["line"])) == case["names"]


@pytest.mark.parametrize("case", read_cases("datelines.jsonl", "words"))
def test_a_dateline_gives_day_and_agency(case: dict[str, Any]) -> None:
    """A day without a year is not completed."""
    found = read_dateline(case["words"])
    assert (found is not None) == case["found"]
    if found:
        assert (found.published, found.agency) == (case.get("published"), case.get("agency"))


@pytest.mark.parametrize("case", read_cases("date_lines.jsonl", "line"))
def test_a_date_line_says_whose_it_is(case: dict[str, Any]) -> None:
    """A time of day or "Published" makes a date the article's own."""
    wanted = None
    if case["published"]:
        wanted = DateLine(case["published"], case["own"], case.get("updated", False))
    assert read_date_line(case["line"]) == wanted


@pytest.mark.parametrize("line", ["Md. Bo Sample", "ANN EXAMPLE", "Seán O'Sample", "Ann Al-Sample"])
def test_a_lone_name_may_be_an_author(line: str) -> None:
    """Two to five words with capitals that are no words of the trade."""
    assert is_lone_name(line)


@pytest.mark.parametrize(
    "line",
    ["Hong Kong", "Saudi Arabia", "World News", "Peace Process Stalls", "Foreign Affairs", "Ann"],
)
def test_places_and_plain_words_are_no_authors(line: str) -> None:
    """Unknown stays unknown."""
    assert not is_lone_name(line)


def test_a_day_before_the_first_sentence_is_read() -> None:
    """Flattened pages begin with it; "Updated" is not the published day."""
    words = "Date of publication 19 September 2016 Jets hit the valley"
    assert read_published_prefix(words) == "2016-09-19"
    assert read_published_prefix("Updated 19 September 2016 Jets hit the valley") is None
    assert read_published_prefix("Published reports of 19 September 2016 say so") is None
