"""A lost space is put in where the letters prove it, and nowhere else."""

from typing import Any

import pytest

from claims.model import Text
from claims.read import make_view
from claims.read.glue import find_joints, plan_splits, split_word
from tests.read.cases import read_cases


@pytest.mark.parametrize("case", read_cases("joints.jsonl", "words"))
def test_glued_sentences_are_parted(case: dict[str, Any]) -> None:
    """Abbreviations, numbers and addresses are not sentences."""
    words, places = case["words"], list(find_joints(case["words"]))
    ends = zip([0, *places], [*places, len(words)], strict=True)
    assert " ".join(words[start:end] for start, end in ends) == case["spaced"]


@pytest.mark.parametrize("case", read_cases("splits.jsonl", "token"))
def test_glued_words_are_parted_only_where_proved(case: dict[str, Any]) -> None:
    """Two known words, or a name of the text and a small word; never a known word."""
    token = case["token"]
    cut = split_word(token, set(case.get("seen", ())))
    parts = None if cut is None else f"{token[:cut]} {token[cut:]}"
    assert parts == case["parts"]


def test_a_put_in_space_points_to_the_character_after_it() -> None:
    """The quote in the text is then glued, as it was printed."""
    body = "The minister said that Russiahas left the talks.The others of them stayed there."
    paragraph = make_view(Text(body)).paragraphs[0]
    assert "Russia has left the talks. The others" in paragraph.words
    start = paragraph.words.index("Russia has")
    span = paragraph.span(start, start + len("Russia has"))
    assert body[span.start : span.end] == "Russiahas"
    space = paragraph.words.index(" has")
    assert paragraph.offsets[space] == paragraph.offsets[space + 1]


def test_web_words_are_never_parted() -> None:
    """Hashtags, addresses, mail and hyphenated words keep their letters."""
    line = "They wrote of #andthe and andthe@example.org and x-andthe and example.org/andthe there."
    assert make_view(Text(line)).paragraphs[0].words == line


def test_a_word_that_recurs_is_taken_for_a_name() -> None:
    """Glue is an accident; what a text uses three times it means."""
    body = "The people of the town met the others. " * 3
    assert "promisedsupport" in plan_splits([body, "promisedsupport " * 2])
    assert "promisedsupport" not in plan_splits([body, "promisedsupport " * 3])


def test_a_text_that_is_not_english_is_left_alone() -> None:
    """The list proves nothing about other languages."""
    body = "Der Minister sagte am Freitag, dass Russlandthe andthe Verhandlungen beendet seien."
    assert plan_splits([body]) == {}
