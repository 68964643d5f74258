"""Plain wording keeps the way back to the text."""

from typing import Any

import pytest

from claims.read.wording import reword
from tests.read.cases import read_cases


@pytest.mark.parametrize("case", read_cases("wording.jsonl", "why"))
def test_a_stretch_reads_plainly(case: dict[str, Any]) -> None:
    """Each oddity of printed text has its plain form."""
    words, offsets = reword(case["text"], 0, len(case["text"]))
    assert words == case["words"]
    assert len(offsets) == len(words)


@pytest.mark.parametrize("case", read_cases("wording.jsonl", "why"))
def test_plain_wording_is_left_alone(case: dict[str, Any]) -> None:
    """Wording twice is wording once, and every character then stands for itself."""
    words = case["words"]
    assert reword(words, 0, len(words)) == (words, list(range(len(words))))


def test_each_character_points_to_the_one_it_stands_for() -> None:
    """A ligature's letters share its place; what was taken out has none."""
    words, offsets = reword("xx of­ ﬁre", 3, 10)
    assert words == "of fire"
    assert offsets == [3, 4, 6, 7, 7, 8, 9]
