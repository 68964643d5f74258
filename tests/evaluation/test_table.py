"""What the table says became of a labelled question."""

from collections import Counter
from pathlib import Path

import pytest

from tests.evaluation.conflicts import score
from tests.evaluation.stories import (
    COURIER_BOATS,
    GAZETTE_BOATS,
    TRIBUNE_BOATS,
    printed,
    question,
    report,
    story,
)
from tests.evaluation.table import outcome, reported_of


@pytest.mark.parametrize(
    ("relation", "reported", "became"),
    [
        ("contradiction", ["contradiction"], "found"),
        ("contradiction", ["update"], "missed"),
        ("contradiction", [], "missed"),
        ("different_scope", ["different_scope"], "found"),
        ("different_scope", ["different_scope", "contradiction"], "false alarm"),
        ("different_scope", [], "silent"),
        ("compatible", ["omission"], "false alarm"),
        ("compatible", ["agreement"], "silent"),
    ],
)
def test_what_became_of_a_question(relation: str, reported: list[str], became: str) -> None:
    """Differences are found or missed; the rest is found, left silent or a false alarm."""
    gold = question(relation, {GAZETTE_BOATS: "9", COURIER_BOATS: "14"})
    assert outcome(gold, Counter(reported)) == became


def test_each_pair_is_counted_where_its_label_stands(tmp_path: Path) -> None:
    """Equal answers of a contradiction are no report of that contradiction."""
    values = {GAZETTE_BOATS: "9", COURIER_BOATS: "14", TRIBUNE_BOATS: "14"}
    reports = [report(GAZETTE_BOATS, COURIER_BOATS), report(COURIER_BOATS, TRIBUNE_BOATS)]
    scored = score(printed(reports), story(tmp_path, question("contradiction", values)))
    assert reported_of(scored) == {"Q1": {"contradiction": 1}}
