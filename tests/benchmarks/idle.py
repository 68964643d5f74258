"""What leaving sentences unparsed could save: the share of words that no claim comes from.

A trigger that told such sentences apart without a parse, and missed none, would save that much at
most. Quotes never leave their sentence, so a sentence no quote stands in yields no claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.extract import extract
from claims.extract.parser import load_parser
from claims.model import Paragraph, Text
from claims.read import make_view
from tests.benchmarks.corpus import Piece

if TYPE_CHECKING:
    from spacy.language import Language


def share_without_claims(pieces: Sequence[Piece]) -> float:
    """Give the share of the words of articles that stand in sentences without a claim."""
    parser = load_parser()
    counts = [count for piece in pieces for count in _count(piece, parser)]
    return sum(words for words, claimed in counts if not claimed) / sum(w for w, _ in counts)


def _count(piece: Piece, parser: Language) -> Iterator[tuple[int, bool]]:
    """Count the words of each sentence, and say whether a claim is quoted from it."""
    view = make_view(Text(piece.body))
    claims = extract(view, published=piece.published, parser=parser).claims
    starts = {claim.span.start for claim in claims}
    for paragraph in view.paragraphs:
        for start, end, words in _sentences(paragraph, parser):
            yield words, not starts.isdisjoint(range(start, end))


def _sentences(paragraph: Paragraph, parser: Language) -> Iterator[tuple[int, int, int]]:
    """Give where each sentence begins and ends in the text, and the number of its words."""
    for sentence in parser(paragraph.words).sents:
        first, last = sentence.start_char, sentence.end_char
        start, end = paragraph.offsets[first], paragraph.offsets[last]
        yield start, end, len(sentence.text.split())
