"""A parsed article: sentences with their names, and the way back to the text.

Everything the extractors share about one article stands here: paragraphs that are body or
heading are parsed, boilerplate and bylines are not. Tokens map back to code points of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from claims.errors import InputError
from claims.extract.attachment import mended
from claims.extract.dateline import without_dateline
from claims.extract.name import Mention, Names
from claims.extract.parser import load_parser
from claims.extract.reach import stretch
from claims.model import Paragraph, Span, Text, View, Zone
from claims.values.days import FoundDays, find_clock_times, find_days, parse_iso

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from claims.values.party import Party


class Block:
    """One parsed paragraph.

    `bearers` holds who is meant by posts and ages that stand alone, by index (`bearer`).
    """

    def __init__(self, paragraph: Paragraph, doc: Doc, mentions: list[Mention]) -> None:
        """Keep the paragraph, its parse and its names together."""
        self.paragraph = paragraph
        self.doc = doc
        self.mentions = mentions
        self._mention_at = {i: m for m in mentions for i in range(m.start, m.end)}
        self.bearers: dict[int, Party] = {}

    @property
    def weak(self) -> bool:
        """Whether it is a heading, which says less surely than a sentence."""
        return self.paragraph.zone is Zone.HEADING

    def mention(self, token: Token) -> Mention | None:
        """Give the name a token belongs to."""
        return self._mention_at.get(token.i)

    def span(self, start: int, end: int) -> Span:
        """Map tokens from index `start` to `end` (half-open) back to the text."""
        doc = self.doc
        return self.paragraph.span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))

    def span_of(self, tokens: Iterable[Token]) -> Span:
        """Map the stretch that tokens cover back to the text."""
        return self.span(*stretch(tokens))


@dataclass(frozen=True)
class Reading:
    """One article, parsed.

    Args:
        text: What was parsed.
        anchor: The day of publication that relative days hang on; None where not known.
        blocks: Parsed paragraphs, in order.
    """

    text: Text
    anchor: date | None
    blocks: tuple[Block, ...]

    @cached_property
    def _days(self) -> dict[int, list[FoundDays]]:
        return {
            id(block): list(find_days(block.paragraph.words, anchor=self.anchor_of(block)))
            for block in self.blocks
        }

    def anchor_of(self, block: Block) -> date | None:
        """Give the day that relative days hang on: of an entry of a live blog, its own."""
        entry = block.paragraph.entry
        return self.anchor if entry is None else parse_iso(entry.day).single

    def days(self, block: Block) -> list[FoundDays]:
        """Give the days a paragraph states, with places in its words."""
        return self._days[id(block)]

    def taken(self, block: Block) -> list[tuple[int, int]]:
        """Give the stretches of a paragraph that are days or times, and so no amounts."""
        days = [(found.start, found.end) for found in self.days(block)]
        return days + find_clock_times(block.paragraph.words)


LONGEST_PARAGRAPH: Final = 50_000
"""Characters above which a paragraph is no prose; the parser takes a million at most."""

_PARSED = (Zone.BODY, Zone.HEADING, Zone.CAPTION)
_LABEL: Final = "Image: "


def read_view(view: View, *, anchor: date | None, parser: Language | None = None) -> Reading:
    """Parse what is to be mined of a text.

    Args:
        view: The normalised view.
        anchor: The day of publication, None where it is not known to the day.
        parser: The loaded parser; the checked one is loaded where None.

    Raises:
        InputError: A paragraph is too long for the parser.
    """
    nlp = parser or load_parser()
    kept = [one for one in view.paragraphs if one.zone in _PARSED]
    chosen = [without_dateline(_unlabelled(one)) for one in kept]
    longest = max((len(paragraph.words) for paragraph in chosen), default=0)
    if longest > LONGEST_PARAGRAPH:
        msg = f"a paragraph of {longest:,} characters is no article; part it with blank lines"
        raise InputError(msg)
    names = Names()
    blocks = [
        Block(paragraph, mended(doc), names.find(doc))
        for paragraph, doc in zip(chosen, nlp.pipe(p.words for p in chosen), strict=True)
    ]
    return Reading(view.text, anchor, tuple(blocks))


def _unlabelled(paragraph: Paragraph) -> Paragraph:
    """Leave out the label of a caption, which is no part of its sentence."""
    if paragraph.zone is not Zone.CAPTION:
        return paragraph
    cut = len(_LABEL)
    return replace(paragraph, words=paragraph.words[cut:], offsets=paragraph.offsets[cut:])
