"""Sentences that look checkable and gave no claim."""

from __future__ import annotations

import pytest

from claims.model import Span, Text
from claims.read import find_unread, make_view
from claims.read.unread import checkable_in

BODY = "The mayor spoke. He paid 40 euros. She did not pay. Nobody was hurt on 5 May 2021."


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("He paid 40 euros.", ("figure",)),
        ("She didn’t pay in May 2021.", ("date", "negation")),
        ("No one came.", ("negation",)),
        ("The government wants what it cannot have.", ("negation",)),
        ("The government wants peace.", ()),
    ],
)
def test_what_is_checkable(words: str, holds: tuple[str, ...]) -> None:
    """A figure, a date, a negation; "want" and "government" hold none."""
    assert checkable_in(words) == holds


def test_sentences_that_gave_no_claim() -> None:
    """In order, as they stand in the text; a quote that reaches into one is a claim of it."""
    text = Text(BODY)
    start = BODY.index("did not")
    found = list(find_unread(make_view(text), [Span(start, start + 3)]))
    assert [(one.words, one.holds) for one in found] == [
        ("He paid 40 euros.", ("figure",)),
        ("Nobody was hurt on 5 May 2021.", ("date", "negation")),
    ]
    assert all(BODY[one.span.start : one.span.end] == one.words for one in found)


def test_a_long_quote_before_a_short_one_is_seen() -> None:
    """A quote that begins long before still covers what another one after it does not."""
    quotes = [Span(0, len(BODY)), Span(20, 22)]
    assert list(find_unread(make_view(Text(BODY)), quotes)) == []
