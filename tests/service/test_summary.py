"""What became of many articles, grouped by why, in little memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from claims.errors import InputError
from claims.model import Address
from claims.service.added import Added
from claims.service.summary import Summary

_CASES: Final = Path(__file__).resolve().parent / "cases" / "reasons.jsonl"


def _failed(place: str, message: str) -> Added:
    path = Address(place) if "://" in place else Path(place)
    return Added(path, None, "failed", InputError(message))


@pytest.mark.parametrize(
    "case", [json.loads(line) for line in _CASES.read_text("utf-8").splitlines()], ids=str
)
def test_a_reason_leaves_out_what_is_of_one_file_alone(case: dict[str, Any]) -> None:
    """The file, the part, asides, the remedy, and the name of the site."""
    summary = Summary()
    summary.add(_failed(case["place"], case["message"]))
    (group,) = summary.groups()
    assert (group.why, group.places) == (case["why"], [case["named"]])


def test_reasons_that_differ_in_a_number_are_one() -> None:
    """Files are named in their order, the first three, each once."""
    summary = Summary()
    for n in range(10):
        for size in (2, 3):
            summary.add(_failed(f"{n}.txt", f"{n}.txt: {size}{n:02} parts failed; see above"))
    (group,) = summary.groups()
    assert group.why == "… parts failed"
    assert (group.count, group.places_in_all, group.places) == (20, 10, ["0.txt", "1.txt", "2.txt"])


def test_reasons_without_number_take_no_more_room() -> None:
    """What is beyond any table is counted together, and the counts add up."""
    summary = Summary()
    for n in range(5_000):
        word = "".join(chr(97 + int(digit)) for digit in str(n))
        summary.add(_failed("a.txt", f"a.txt: {word} is wrong"))
    groups = summary.groups()
    assert len(groups) < 50
    assert groups[0].why == "for other reasons"
    assert sum(group.count for group in groups) == summary.counts["failed"] == 5_000
