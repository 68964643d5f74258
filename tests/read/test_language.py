"""The language of a text, told by its script and its commonest words."""

import pytest

from claims.read.language import is_read, tell_language
from tests.read.cases import read_cases


@pytest.mark.parametrize("case", read_cases("language.jsonl", "language"))
def test_a_language_is_told_by_its_words(case: dict[str, str]) -> None:
    """By the script where one language alone has it."""
    assert tell_language(case["text"]) == case["language"]


@pytest.mark.parametrize(
    "words", ["", "Zoë Ärger", "Kabul Moscow Doha Istanbul " * 30, "1 2 3 " * 90]
)
def test_what_tells_nothing_is_not_guessed(words: str) -> None:
    """A few words, a list of names, figures."""
    assert tell_language(words) is None


@pytest.mark.parametrize(
    ("language", "read"),
    [(None, True), ("en", True), ("en-GB", True), ("EN_us", True), ("English", True), ("fr", False),
     ("enm", False)],
)  # fmt: skip
def test_english_is_read_and_what_nobody_told_is_tried(language: str | None, read: bool) -> None:
    """Whatever form its name has."""
    assert is_read(language) is read
