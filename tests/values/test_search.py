"""The words of search: folded in one way, for texts and for queries."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.search import count_words, find_words, name_words, query_words
from tests.values.cases import read_cases


@pytest.mark.parametrize("case", read_cases("search.jsonl", "text"))
def test_words_of_texts_and_queries(case: dict[str, Any]) -> None:
    """Each case by hand."""
    assert [found.word for found in find_words(case["text"])] == case["words"]
    asked = [found.word + "*" * found.begins for found in query_words(case["text"])]
    assert asked == case["query"]


@given(st.text(max_size=40))
def test_a_text_is_found_by_itself(text: str) -> None:
    """Whatever it is made of, and however it is capitalised."""
    held = set(count_words(text))
    for asked in query_words(text):
        assert (
            any(word.startswith(asked.word) for word in held)
            if asked.begins
            else (asked.word in held)
        )


@given(st.text(max_size=40))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    """Spans are of the text as it was, and never empty."""
    for found in find_words(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.word
        assert len(found.word) <= 60


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    """The words of a name are the words of its words."""
    assert name_words(name_words(text)) == name_words(text)


def test_a_long_run_takes_no_time() -> None:
    """The number of words grows with the text."""
    assert len(find_words("a-" * 50_000)) < 250_000
