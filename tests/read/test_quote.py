"""A quote is found where it stands, letter by letter, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError
from claims.read import find_quote

LETTERS = st.text(st.sampled_from("ab \n\t\u00a0'’“\"\u200b."), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("body", "quote", "found"),
    [
        ("He said:\n“No,  never” twice.", '"No, never"', ["“No,  never”"]),
        ("It’s the bridge’s end", "bridge's end", ["bridge’s end"]),
        ("seven or seven", "seven", ["seven", "seven"]),
        ("aaa", "aa", ["aa", "aa"]),
        ("sev\u00aden dead", "seven dead", ["sev\u00aden dead"]),
        ("Seven dead", "seven dead", []),
        ("seven - dead", "seven – dead", []),
    ],
)
def test_a_quote_is_found_at_every_place(body: str, quote: str, found: list[str]) -> None:
    """White space and quotation marks may differ; case and dashes may not."""
    assert [body[span.start : span.end] for span in find_quote(body, quote)] == found


@given(before=LETTERS, quote=LETTERS, after=LETTERS)
def test_what_stands_there_is_found(before: str, quote: str, after: str) -> None:
    """A piece of a text is found in it, and what is found folds to the same."""
    body = before + quote + after
    try:
        found = find_quote(body, quote)
    except InputError:
        assert not quote.strip(" \n\t\u00a0\u200b")
        return
    assert found
    for span in found:
        assert [
            again.end - again.start for again in find_quote(body[span.start : span.end], quote)
        ][:1] == [span.end - span.start]


def test_an_empty_quote_is_refused() -> None:
    """White space alone stands everywhere."""
    with pytest.raises(InputError, match="the quote is empty"):
        find_quote("any text", " \n")
