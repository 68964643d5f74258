"""The paragraph of a quote, taken apart: what is around the quote, and what in it is marked.

Nothing is added to the words of the text: a piece is a stretch of them with what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.report.quote import bounds_of_passage
from claims.values.party import Parties, Party

if TYPE_CHECKING:
    from claims.model import Claim, Span

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """The paragraph around a quote, cut where it is long.

    Args:
        words: A stretch of the text as it stands there.
        start: Where in the text it begins, in code points.
        is_cut_before: Whether the paragraph begins earlier.
        is_cut_after: Whether the paragraph goes on.
    """

    words: str
    start: int
    is_cut_before: bool = False
    is_cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a passage.

    Args:
        words: The words as they stand in the text.
        is_quoted: Whether they belong to the quote.
        is_marked: Whether the answer rests on them, or the other side lacks them.
    """

    words: str
    is_quoted: bool
    is_marked: bool


def passage_in(body: str, span: Span) -> Passage:
    """Take the paragraph of a quote out of its text."""
    start, end, before, after = bounds_of_passage(body, span)
    return Passage(body[start:end], start, bool(before), bool(after))


def bare_passage(claim: Claim) -> Passage:
    """Give the quote by itself, where its paragraph is not at hand."""
    return Passage(claim.quote, claim.span.start)


def pieces_of(passage: Passage, claim: Claim, names: Iterable[str] = ()) -> Iterator[Piece]:
    """Take a passage apart.

    Args:
        passage: The paragraph of the claim's quote.
        claim: The claim.
        names: Names in the quote that are marked beside the anchor, as they are printed.

    Yields:
        The pieces in order; their words, joined, are those of the passage.
    """
    words = passage.words
    quote = _within(claim.span, passage)
    marks = [_within(claim.anchor, passage), *_places(words, quote, names)]
    cuts = sorted({0, len(words), *(edge for stretch in (quote, *marks) for edge in stretch)})
    for start, end in pairwise(cuts):
        marked = any(first <= start and end <= last for first, last in marks)
        yield Piece(words[start:end], quote[0] <= start and end <= quote[1], marked)


def _within(span: Span, passage: Passage) -> Stretch:
    start, end = span.start - passage.start, span.end - passage.start
    longest = len(passage.words)
    return min(max(0, start), longest), min(max(0, end), longest)


def _places(words: str, inside: Stretch, names: Iterable[str]) -> Iterator[Stretch]:
    for name in names:
        at = words.find(name, *inside) if name else -1
        if at >= 0:
            yield at, at + len(name)


def differing_names(claim: Claim, other: Claim) -> list[str]:
    """Name the members of a list that the other side does not name, as they are printed."""
    value, against = claim.value, other.value
    if not isinstance(value, Parties) or not isinstance(against, Party | Parties):
        return []
    named = against.keys if isinstance(against, Parties) else {against.key}
    return [member.name for member in value.members if member.key not in named]
