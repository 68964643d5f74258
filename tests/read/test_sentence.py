"""Sentences end at their stops."""

from __future__ import annotations

import pytest

from claims.read.sentence import find_sentences


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("Dr. Ek and Mr. Li came.  They left!", ["Dr. Ek and Mr. Li came.", "They left!"]),
        ("The U.S. Army came. 40 men left?", ["The U.S. Army came.", "40 men left?"]),
        ("He said: “Go.” “Why?” she said.", ["He said: “Go.”", "“Why?” she said."]),
        ("It costs 1.5 million", ["It costs 1.5 million"]),
        ("   ", []),
    ],
)
def test_sentences(words: str, sentences: list[str]) -> None:
    """Titles, initials and decimal points end none; what has no stop is one too."""
    assert [words[start:end] for start, end in find_sentences(words)] == sentences
