"""Lines of text: never wider than asked, never losing a word, harmless to a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.report.layout import break_lines, clean, columns, underline, wrap

WORDS = st.text(alphabet="ab é国 \u0301\u00a0", max_size=120)


@given(WORDS, st.integers(12, 60))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    """Whatever the script, wide characters count two columns."""
    assert all(columns(line) <= width for line in wrap(text, width))


@given(WORDS, st.integers(12, 60))
def test_wrapping_keeps_every_letter(text: str, width: int) -> None:
    """Only plain spaces may go, at the breaks."""
    shown = clean(text)
    kept = "".join(shown[start:end] for start, end in break_lines(shown, width))
    assert kept.replace(" ", "") == shown.replace(" ", "")


def test_the_first_line_may_have_another_indent() -> None:
    """The label stands before the first line, the rest hangs below it."""
    assert wrap("one two three", 14, "label  ", "  ") == ["label  one two", "  three"]


def test_text_without_words_leaves_the_label() -> None:
    """Nothing to say is no reason to fail."""
    assert wrap("", 40, "label  ") == ["label"]


@pytest.mark.parametrize(
    "text", ["\x1b[31mred", "a\x07b", "\u202eevil", "\x9b2J", "\u2066x\u2069", "a\rb\x00"]
)
def test_nothing_in_text_steers_a_terminal(text: str) -> None:
    """Escapes, bells and marks that turn the direction of writing are replaced."""
    assert not set(clean(text)) & set("\x1b\x07\x9b\r\x00\u202e\u2066\u2069")


def test_marks_stand_under_their_words_across_lines() -> None:
    """The anchor is underlined where it stands, also when the line breaks within it."""
    text = "there are still 2,500 US troops"
    assert underline(text, [("~", (16, 24))], 23, "") == [
        "there are still 2,500",
        "                ~~~~~",
        "US troops",
        "~~",
    ]


def test_marks_under_wide_characters_are_wide() -> None:
    """A wide character is underlined in both its columns."""
    assert underline("国 ab", [("~", (0, 1))], 20, "> ") == ["> 国 ab", "> ~~"]
