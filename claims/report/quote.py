"""Quotes as a reader sees them: in quotation marks with the anchor underlined, or labelled.

The words of a digest or a translation are not the outlet's own and bear no quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from claims.model import Rendition
from claims.report.byline import wording_label
from claims.report.layout import clean, underline

if TYPE_CHECKING:
    from claims.model import Claim, Span
    from claims.report.view import Entry

ANCHOR: Final = "~"
QUOTE: Final = "-"
DIFFERING: Final = "^"
_ENDS: Final = (".", "!", "?", "”", '"', ":", "…")
_BLANK_LINES: Final = re.compile(r"\n\s*\n")
_LINES: Final = re.compile(r"\n")
_LONGEST: Final = 700


def quote_words(entry: Entry) -> str:
    """Give a quote on one line: within quotation marks only where the words are the outlet's."""
    opening, closing = _marks(entry)
    return f"{opening}{clean(entry.claim.quote)}{closing}"


def _marks(entry: Entry) -> tuple[str, str]:
    """Give what stands before and after a quote; dots show that its sentence goes on."""
    quote = entry.claim.quote.strip()
    before = "… " if quote[:1].islower() else ""
    after = "" if quote.endswith(_ENDS) else "\N{NO-BREAK SPACE}…"
    if entry.article.rendition is Rendition.VERBATIM:
        return f"“{before}", f"{after}”"
    return f"{wording_label(entry.article)} {before}", after


def quote_lines(entry: Entry, width: int, indent: str) -> list[str]:
    """Give a quote in lines, the anchor underlined: the amount, date or verb it rests on."""
    opening, closing = _marks(entry)
    claim = entry.claim
    text = f"{opening}{clean(claim.quote)}{closing}"
    start, end = anchor_place(claim)
    marks = [(ANCHOR, (start + len(opening), end + len(opening)))]
    return underline(text, marks, width, indent)


def anchor_place(claim: Claim) -> tuple[int, int]:
    """Give where the anchor stands in the cleaned quote."""
    return _within(claim.quote, claim.anchor, claim.span.start)


def _within(text: str, span: Span, begins: int) -> tuple[int, int]:
    """Give where a span stands in the cleaned words of a stretch that begins at `begins`."""
    start, end = max(0, span.start - begins), max(0, span.end - begins)
    return len(clean(text[:start])), len(clean(text[:end]))


def paragraph_lines(
    entry: Entry, body: str, width: int, indent: str, differing: Iterable[str] = ()
) -> list[str]:
    """Give a quote in its paragraph: the quote underlined by -, its anchor by ~.

    Args:
        body: The text the claim was taken from.
        differing: Names in the quote that the other side of a conflict lacks, underlined by ^.
    """
    claim = entry.claim
    start, end, before, after = bounds_of_passage(body, claim.span)
    label = wording_label(entry.article)
    before = f"{label} {before}" if label else before
    quote = _within(body[start:end], claim.span, start)
    anchor = _within(body[start:end], claim.anchor, start)
    words = clean(body[start:end])
    names = [(DIFFERING, place) for place in _places(words, quote, differing)]
    marks = [
        (sign, (at + len(before), until + len(before)))
        for sign, (at, until) in ((QUOTE, quote), (ANCHOR, anchor), *names)
    ]
    return underline(before + words + after, marks, width, indent)


def _places(words: str, inside: tuple[int, int], names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Give where each of some names first stands within a stretch of cleaned words."""
    for name in map(clean, names):
        at = words.find(name, *inside) if name else -1
        if at >= 0:
            yield at, at + len(name)


def passage_of(entry: Entry, body: str) -> tuple[int, int]:
    """Give where the paragraph of a quote begins and ends in the text, cut where it is long."""
    start, end, _, _ = bounds_of_passage(body, entry.claim.span)
    return start, end


def passage_words(entry: Entry, body: str) -> str:
    """Give the paragraph of a quote on one line, cut where it is long, labelled if not verbatim."""
    start, end, before, after = bounds_of_passage(body, entry.claim.span)
    label = wording_label(entry.article)
    return f"{label} ".lstrip() + before + clean(body[start:end]) + after


def bounds_of_passage(body: str, span: Span) -> tuple[int, int, str, str]:
    """Find the paragraph around a span, and dots for either side that had to be cut."""
    first, last = _paragraph(body, span)
    room = max(0, _LONGEST - (span.end - span.start)) // 2
    start, end = first, last
    if span.start - first > room:
        start = min(span.start, body.find(" ", span.start - room) + 1)
    if last - span.end > room:
        end = max(span.end, body.rfind(" ", 0, span.end + room))
    return start, end, "… " if start > first else "", " …" if end < last else ""


def _paragraph(body: str, span: Span) -> tuple[int, int]:
    """Find the paragraph around a span: between blank lines, or lines where none is blank."""
    breaks = [match.span() for match in _BLANK_LINES.finditer(body)]
    breaks = breaks or [match.span() for match in _LINES.finditer(body)]
    starts = [end for _, end in breaks if end <= span.start]
    ends = [start for start, _ in breaks if start >= span.end]
    return max(starts, default=0), min(ends, default=len(body))
