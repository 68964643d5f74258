"""What differs between two texts: words, and sentences of one alone.

`variance.jsonl`: two texts, how many sentences stand in both, for each changed one its pairs of
words, and the sentences of one alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Text
from claims.read import make_view
from claims.read.variance import Change, Sentence, Variance, compare_wording

CASES: Final = [
    pytest.param(case, id=case["case"])
    for case in map(
        json.loads,
        (Path(__file__).parent / "cases" / "variance.jsonl").read_text("utf-8").splitlines(),
    )
]


def compared(left: str, right: str) -> Variance:
    """Compare two texts."""
    return compare_wording(make_view(Text(left)), make_view(Text(right)))


def _words(change: Change) -> list[list[str]]:
    return [[change.left.quote[a:b], change.right.quote[c:d]] for (a, b), (c, d) in change.turns]


def _quotes(sentences: tuple[Sentence, ...]) -> list[str]:
    return [sentence.quote for sentence in sentences]


@pytest.mark.parametrize("case", CASES)
def test_what_differs_is_told(case: dict[str, Any]) -> None:
    """And nothing that does not."""
    found = compared(case["left"], case["right"])
    assert found.same == case["same"]
    assert [_words(change) for change in found.changed] == case.get("changed", [])
    assert _quotes(found.left) == case.get("left_only", [])
    assert _quotes(found.right) == case.get("right_only", [])
    assert found.whole


@pytest.mark.parametrize("case", CASES)
def test_the_other_way_round_the_sides_change_places(case: dict[str, Any]) -> None:
    """Nothing is said about which came first."""
    found, turned = compared(case["left"], case["right"]), compared(case["right"], case["left"])
    assert (found.same, _quotes(found.left)) == (turned.same, _quotes(turned.right))
    assert {(c.left.quote, c.right.quote) for c in found.changed} == {
        (c.right.quote, c.left.quote) for c in turned.changed
    }


_texts: Final = st.lists(
    st.lists(st.sampled_from("gate dam rain nine ten shut river the".split()), min_size=1).map(
        lambda words: f"{' '.join(words).capitalize()}."
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


@given(left=_texts, right=_texts)
def test_every_sentence_is_told_once(left: str, right: str) -> None:
    """In both, in other words, or of one alone; each quote stands in its text."""
    found = compared(left, right)
    for body, changed, alone in (
        (left, [change.left for change in found.changed], found.left),
        (right, [change.right for change in found.changed], found.right),
    ):
        for sentence in (*changed, *alone):
            assert body[sentence.span.start : sentence.span.end] == sentence.quote
        told = found.same + len(changed) + len(alone)
        assert told == compared(body, body).same


def test_very_long_texts_are_compared_as_far_as_is_looked() -> None:
    """And that the rest was left out is said."""
    long = "\n\n".join(f"Gate {n} of the dam was shut by hand." for n in range(3_200))
    assert not compared(long, long).whole
