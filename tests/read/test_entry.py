"""Entries of a live blog: which paragraphs stand under a time of their own.

`entry.jsonl`: lines of a text, and the day of the entry that each stands in; a time is no text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from claims.model import Text, Zone
from claims.read import make_view

CASES: Final[list[dict[str, Any]]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "entry.jsonl").read_text("utf-8").splitlines()
]
_CAPTIONS: Final = [
    ("Image: Rescuers carried 30 people out of the valley on Sunday.", Zone.CAPTION),
    ("Image: Rescuers carried 30 people out of the valley. Photo: Ann Example", Zone.CAPTION),
    ("Image: Ann Example / The Vale Post", Zone.BOILERPLATE),
    ("Image: Rescuers carry people out of the valley in a file photo of 2016.", Zone.BOILERPLATE),
    ("Photo: Rescuers carried 30 people out of the valley on Sunday.", Zone.BOILERPLATE),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["case"]))
def test_a_paragraph_is_of_the_entry_above_it(case: dict[str, Any]) -> None:
    """The line of the time is marked as what it is, and quoted as evidence."""
    text = Text("\n\n".join(case["lines"]))
    found = []
    for paragraph in make_view(text).paragraphs:
        entry = paragraph.entry
        is_time = entry is not None and paragraph.zone is Zone.BYLINE
        found.append(None if entry is None or is_time else entry.day)
        if entry is not None:
            assert text.body[entry.span.start : entry.span.end] in case["lines"]
    assert found == case["days"]


@pytest.mark.parametrize(("line", "zone"), _CAPTIONS)
def test_a_caption_is_told_from_a_credit(line: str, zone: Zone) -> None:
    """And the picture of the day from one out of an archive."""
    body = f"The dam broke in the night, and the valley was under water by noon.\n\n{line}\n\nMore."
    paragraphs = make_view(Text(body)).paragraphs
    assert next(one.zone for one in paragraphs if one.words == line) is zone
