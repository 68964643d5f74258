"""Cases as JSON Lines, one a line, that a journalist can read and add to.

`scope.jsonl`: one rung of the ladder. `left` and `right` are claims that are alike but for what is
written: an `amount`, fields of the claim, the `names` of its article, the `day` it is about
because it was published then, or the day that the words `said`.

`stories.jsonl`: short articles, and all the conflicts and look-alikes between their amounts and
meetings: the relation and the two values as printed, in the order of the alphabet. `says` lists
words that the reason must hold.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from claims.model import UNDATED
from claims.questions import TextFacts
from claims.questions.side import Side
from tests.questions.sample import NAMES, days, figure

FOLDER: Final = Path(__file__).resolve().parent / "cases"

Case = dict[str, Any]


def read_cases(name: str) -> list[Any]:
    """Read one file of cases; each is called by its own words."""
    cases = [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]
    return [pytest.param(case, id=_label(case)) for case in cases]


def _label(case: Case) -> str:
    if "case" in case:
        return str(case["case"])
    return f"{case['step']} {case['verdict']}: {case['left']} / {case['right']}"


def side_of(text: str, case: Case) -> Side:
    """Make one side of a rung; the two stand in two articles of one day and one story."""
    fields = dict(case)
    names = frozenset(fields.pop("names", NAMES))
    published = fields.pop("day", "2021-04-05")
    told = days(published, "published") if published is not None else UNDATED
    said = fields.pop("said", None)
    claim = figure(text, as_of=told if said is None else days(said), **fields)
    return Side(claim, facts=TextFacts(published=published, names=names))
