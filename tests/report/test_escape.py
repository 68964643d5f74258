"""Words from outside in Markdown: shown as they are, never run, never breaking a table."""

from __future__ import annotations

import pytest

from claims.report.markdown.escape import code, md, table


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("2,500 US troops.", "2,500 US troops."),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a | b", r"a \| b"),
        ("*bold* _it_ `x`", r"\*bold\* \_it\_ \`x\`"),
        ("[a](http://x.example)", r"\[a\](http&#58;//x.example)"),
        ("javascript:alert(1)", "javascript&#58;alert(1)"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("two\n\nparagraphs", "two paragraphs"),
        ("&amp;", "&amp;amp;"),
        ("\x1b[2Jx", "\N{REPLACEMENT CHARACTER}\\[2Jx"),
    ],
)
def test_words_are_shown_as_they_are(words: str, shown: str) -> None:
    """Every character that Markdown or HTML reads is escaped."""
    assert md(words) == shown


def test_code_that_would_end_itself_is_escaped() -> None:
    """A backtick in a file name ends no code span."""
    assert code("002.txt") == "`002.txt`"
    assert "`" not in code("a`b").replace("\\`", "")


def test_a_table_without_rows_is_not_drawn() -> None:
    """Heads alone say nothing."""
    assert table(("a", "b"), []) == []
    assert table(("a", "b"), [("1", "")]) == ["| a | b |", "| --- | --- |", "| 1 |   |", ""]
