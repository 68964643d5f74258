"""A text as the program reads it: paragraphs in normalised wording, with the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.model.text import Span, Text


class Zone(StrEnum):
    """What a paragraph of a text is."""

    BODY = "body"
    HEADING = "heading"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a live blog: its day, ISO, and the line that tells it."""

    day: str
    span: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a text in normalised wording, with the way back.

    `offsets[i]` is the place in the text of the i-th character of `words`; a character that
    normalisation put in (the space between glued words) has the place of the character after it,
    and `offsets[len(words)]` is the end. Nothing is ever taken out of the text itself. `entry` is
    the entry of a live blog that it stands in; None outside of one.
    """

    words: str
    offsets: Sequence[int]
    zone: Zone
    entry: Entry | None = None

    def span(self, start: int, end: int) -> Span:
        """Map a half-open run of `words` back to the text.

        The end is the end of the last character, so that a soft hyphen or a no-break space after
        it stays outside.
        """
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class View:
    """A text as the program reads it: paragraphs in order, boilerplate marked, nothing lost."""

    text: Text
    paragraphs: tuple[Paragraph, ...]
