"""Quotes: whose words, where the anchor stands, and the paragraph around them."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Rendition, Span, Text
from claims.report.quote import paragraph_lines, quote_lines, quote_words
from claims.report.view import Entry, Publication
from tests.report.story import CITED, DIGEST_TEXT, NOT_INVITED, OPINION_TEXT, OWN, make_claim

ARTICLE = Publication("a" * 64, OPINION_TEXT.id, file="002.txt")


def test_an_outlets_own_words_stand_in_quotation_marks() -> None:
    """Dots show that the sentence began before."""
    assert quote_words(Entry(OWN, (ARTICLE,))) == (
        "“… there are still 2,500 US troops in Afghanistan.”"
    )


def test_words_of_a_digest_or_translation_bear_none() -> None:
    """They are labelled instead."""
    for rendition in (Rendition.DIGEST, Rendition.TRANSLATION):
        words = quote_words(Entry(NOT_INVITED, (replace(ARTICLE, rendition=rendition),)))
        assert words.startswith(f"[{rendition.value}] India was not invited")
        assert "“" not in words


def test_the_anchor_is_underlined_on_the_next_line() -> None:
    """Also when the quote wraps."""
    assert quote_lines(Entry(OWN, (ARTICLE,)), 40, "  ") == [
        "  “… there are still 2,500 US troops in",
        "                     ~~~~~",
        "  Afghanistan.”",
    ]


def test_a_quote_with_line_breaks_and_tabs_keeps_its_anchor() -> None:
    """White space is folded on the screen, never in the claim."""
    text = Text("There  are\n\tstill 2,500\ntroops.")
    claim = make_claim(
        text,
        text.body,
        "2,500",
        **{name: getattr(OWN, name) for name in ("kind", "role", "subject", "attribute", "value")},
    )
    assert quote_lines(Entry(claim, (ARTICLE,)), 80, "") == [
        "“There are still 2,500 troops.”",
        "                 ~~~~~",
    ]


def test_the_paragraph_shows_quote_and_anchor() -> None:
    """The quote is underlined by -, the anchor within it by ~."""
    lines = paragraph_lines(Entry(CITED, (ARTICLE,)), OPINION_TEXT.body, 60, "")
    assert lines[0].startswith("Trump withdrew")
    assert "~~~~~" in "".join(lines)
    assert (
        sum(line.count("-") for line in lines if set(line) <= set(" -~"))
        == len(CITED.quote) - len("3,500") - 1
    )


def test_a_long_paragraph_is_cut_with_dots() -> None:
    """Some hundred characters either side are enough to judge a quote by."""
    body = "word " * 400 + OWN.quote + " more" * 400
    start = body.index(OWN.quote)
    claim = replace(
        OWN,
        span=Span(start, start + len(OWN.quote)),
        anchor=Span(start + 16, start + 21),
    )
    text = "\n".join(paragraph_lines(Entry(claim, (ARTICLE,)), body, 80, ""))
    assert text.startswith("… word")
    assert text.rstrip().endswith("…")
    assert len(text) < 1500


def test_a_paragraph_in_a_text_without_blank_lines_is_a_line() -> None:
    """Many pages print a paragraph a line."""
    lines = paragraph_lines(Entry(NOT_INVITED, (ARTICLE,)), DIGEST_TEXT.body, 120, "")
    assert lines[0] == DIGEST_TEXT.body.strip()
