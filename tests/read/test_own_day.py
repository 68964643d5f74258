"""Days that an article gives for its own publication, and whether they contradict each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from claims.read import read_file
from claims.read.own_day import OwnDay, clash_words
from tests.read.page.sample import LINES, data, html, paragraphs, read

CASES: Final[list[dict[str, Any]]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "own_day.jsonl").read_text("utf-8").splitlines()
]
HEAD: Final = "---\ntitle: Gates shut at Osk\npublished: 2021-04-05\n{}---\n"
PLACED: Final = f"OSK, {{}}, 2021 (AP) — {LINES[0]}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["days"]))
def test_days_that_contradict_each_other_are_all_told(case: dict[str, Any]) -> None:
    """Those that may be one are not."""
    assert clash_words(OwnDay(*day) for day in case["days"]) == case["says"]


def test_greenwich_may_have_another_day() -> None:
    """A moment in UTC is no contradiction to the day before."""
    days = [OwnDay("2021-04-06", "JSON-LD", in_utc=True), OwnDay("2021-04-05", "on the page")]
    assert clash_words(days) is None


@pytest.mark.parametrize(
    ("top", "address", "says"),
    [
        ("<p>By Ann Example | 2 March 2021</p>", "https://vale.example/a/gates", "byline"),
        (f"<p>{PLACED.format('March 2')}</p>", "https://vale.example/a/gates", "dateline"),
        ("", "https://vale.example/2021/03/02/gates", "address"),
    ],
)
def test_a_page_is_held_against_its_lines_and_its_address(
    top: str, address: str, says: str
) -> None:
    """What its data tells comes first."""
    link = f'<link rel="canonical" href="{address}">'
    page = read(html(data(datePublished="2021-04-05") + link, body=top + paragraphs()))
    assert page.facts["published"][0] == "2021-04-05"
    assert page.remarks["dates"] == f"2021-04-05 (JSON-LD), 2021-03-02 ({says})"


@pytest.mark.parametrize(
    ("more", "first", "says"),
    [
        ("", "By Ann Example | 2 March 2021", "2021-04-05 (file header), 2021-03-02 (byline)"),
        ("", PLACED.format("April 4"), None),
        ("", "Updated: 9 April 2021", None),
        (
            "url: https://vale.example/2021/03/02/gates\n",
            "By Ann Example",
            "2021-04-05 (file header), 2021-03-02 (address)",
        ),
    ],
)
def test_a_file_is_held_against_its_lines_and_its_address(
    tmp_path: Path, more: str, first: str, says: str | None
) -> None:
    """An update and the day before a dateline's are no contradiction."""
    path = tmp_path / "gates.md"
    path.write_text("\n\n".join([HEAD.format(more) + first, *LINES]), "utf-8")
    article = read_file(path)
    assert article.source is not None
    assert article.source.remarks.get("dates") == says
    assert article.published == "2021-04-05"
