"""The paragraph of a quote, taken apart and put together again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
from claims.report.passage import bare_passage, differing_names, passage_in, pieces_of
from tests.report.story import CLAIMS, INVITED, NOT_INVITED, OPINION_TEXT, OWN


def test_pieces_are_the_quote_its_anchor_and_the_rest() -> None:
    """The paragraph around, the quote, and in it the amount."""
    pieces = list(pieces_of(passage_in(OPINION_TEXT.body, OWN.span), OWN))
    assert "".join(one.words for one in pieces if one.is_quoted) == OWN.quote
    assert [one.words for one in pieces if one.is_marked] == ["2,500"]
    assert pieces[0].words.startswith("Trump withdrew")
    assert not pieces[0].is_quoted


def test_names_that_the_other_side_lacks_are_marked() -> None:
    """India is named by both; Russia and China by one."""
    names = differing_names(INVITED, NOT_INVITED)
    assert names == ["Russia", "China"]
    marked = [
        one.words for one in pieces_of(bare_passage(INVITED), INVITED, names) if one.is_marked
    ]
    assert marked == ["Russia", "China", "invited"]


@given(st.sampled_from(CLAIMS), st.text(max_size=900), st.text(max_size=900))
def test_no_character_is_lost_or_added(claim: object, before: str, after: str) -> None:
    """Whatever stands around the quote, and however long."""
    one = next(known for known in CLAIMS if known is claim)
    body = before + one.quote + after
    span = Span(len(before), len(before) + len(one.quote))
    shift = span.start - one.span.start
    anchor = Span(one.anchor.start + shift, one.anchor.end + shift)
    moved = replace(one, span=span, anchor=anchor)
    passage = passage_in(body, span)
    pieces = list(pieces_of(passage, moved))
    assert "".join(piece.words for piece in pieces) == passage.words
    assert "".join(piece.words for piece in pieces if piece.is_quoted) == one.quote
    assert body[passage.start :].startswith(passage.words)
