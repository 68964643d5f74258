"""Where an article quotes: the stretches inside quotation marks, and which run on from which.

What follows a speaker's name and a colon at the head of a paragraph is a quotation too, with marks
or without ("Police: 12 held", "OKAFOR: We left."). Marks are read with the direction they were
printed in where they have one ("“", "”"), by the spaces around them where they have none. A
quotation left open at the end of a paragraph runs on where the next paragraph opens with a mark, or
where the next mark of all closes one. Who is quoted is not decided here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block, Reading

_DOUBLE: Final = re.compile('"')
_OPENING: Final = frozenset("“„«‟")
_CLOSING: Final = frozenset("”»")
_SINGLE: Final = re.compile(r"(?<!\w)'(?=\w)(?P<inside>[^\"]*?[.,!?…])'(?!\w)")
_LABEL: Final = re.compile(
    r"""["']?(?P<label>[A-Z][\w.'-]+(?:[ ][\w.'-]+){0,4})(?P<colon>[ ]?:)(?=\s+\S)""", re.VERBOSE
)
_ASTRAY: Final = re.compile(r'(?<=[,.!?]) "(?=(?:said|says|added|told|asked|wrote|explained)\b)')
"""A mark that closes a quotation but was printed on the wrong side of the space."""
_LONGEST_RUN: Final = 8
"""Paragraphs without a mark that a quotation left open is followed over."""
_BEFORE_OPENING: Final = " ([-–—:/"
_SENTENCE_ENDS: Final = ".!?…"
_SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of a paragraph's words, marks included; `closed` where the last mark is there."""

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True)
class Quotation:
    """One stretch of tokens inside quotation marks.

    Args:
        block: Its paragraph.
        number: The paragraph's place in the article.
        start: Index of its first token.
        end: One past its last token.
        whole: Whether it is told as sentences of its own, not as a few words inside another's.
        runs_on: Whether it carries on the quotation that the paragraph before left open.
    """

    block: Block
    number: int
    start: int
    end: int
    whole: bool
    runs_on: bool

    def holds(self, token: Token) -> bool:
        """Whether a token of the same paragraph stands inside the marks."""
        return self.start <= token.i < self.end


def find_extents(words: str, printed: str) -> list[Extent]:
    """Find the stretches inside quotation marks.

    Args:
        words: A paragraph in plain wording, where every double mark is '"'.
        printed: The same, character by character, as the text has it.
    """
    found: list[Extent] = []
    opened: int | None = None
    nested = printed.count("“") == printed.count("”")
    inner = 0
    for mark in _DOUBLE.finditer(words):
        at = mark.start()
        if opened is None:
            opened = at if _may_open(words, printed, at) else None
        elif printed[at] in _OPENING and (nested or printed[opened] not in _OPENING):
            inner += 1
        elif _may_close(words, printed, at) and inner:
            inner -= 1
        elif _may_close(words, printed, at):
            found.append(Extent(opened, at + 1))
            opened = None
    if opened is not None:
        found.append(Extent(opened, len(words), closed=False))
    return found or _single(words)


def _single(words: str) -> list[Extent]:
    """Find what stands in single marks: whole statements only, since "'" has other uses."""
    return [Extent(*found.span()) for found in _SINGLE.finditer(words) if " " in found["inside"]]


def _may_open(words: str, printed: str, at: int) -> bool:
    if printed[at] in _OPENING or at == 0:
        return True
    followed = at + 1 < len(words) and not words[at + 1].isspace()
    return printed[at] not in _CLOSING and followed and words[at - 1] in _BEFORE_OPENING


def _may_close(words: str, printed: str, at: int) -> bool:
    if printed[at] in _CLOSING:
        return True
    followed = at + 1 < len(words) and words[at + 1].isalnum()
    if printed[at] in _OPENING:
        return False
    return (not words[at - 1].isspace() and not followed) or _is_astray(words, at)


def _is_astray(words: str, at: int) -> bool:
    """Whether a mark closes what stands before the space before it: '"We left, "said Okafor'."""
    return _ASTRAY.match(words, at - 1) is not None


def _closing_first(words: str, printed: str) -> int | None:
    """Give the place of the first mark of a paragraph if it closes a quotation; None if it opens.

    Raises:
        LookupError: There is no mark.
    """
    found = _DOUBLE.search(words)
    if found is None:
        raise LookupError
    at = found.start()
    opens = at == 0 or words[at - 1].isspace()
    return at if _may_close(words, printed, at) and not opens else None


class Quotations:
    """The quotations of one article."""

    def __init__(self, reading: Reading) -> None:
        """Find them paragraph by paragraph."""
        self.all: list[Quotation] = []
        self._in: dict[int, list[Quotation]] = {}
        self._numbers = {id(block): at for at, block in enumerate(reading.blocks)}
        names = frozenset(
            word
            for block in reading.blocks
            for mention in block.mentions
            if mention.sort != "name"
            for word in mention.name.lower().split()
        )
        open_before = False
        until = -1
        for number, block in enumerate(reading.blocks):
            words, printed = block.paragraph.words, _printed(block, reading.text.body)
            found = find_extents(words, printed)
            label = _label_end(block, names)
            if label is not None:
                found = [_labelled(found, label, len(words))]
            elif open_before and not words.startswith('"'):
                until = max(until, _closed_at(reading, number))
                if number <= until:
                    found = _carried_on(words, printed)
            runs_on = open_before and label is None and bool(found) and found[0].start == 0
            pieces = list(_pieces(found, block, number, runs_on=runs_on))
            self._in[number] = pieces
            self.all.extend(pieces)
            open_before = bool(found) and not found[-1].closed

    def number(self, block: Block) -> int:
        """Give the place of a paragraph in the article."""
        return self._numbers[id(block)]

    def beside(self, quotation: Quotation) -> list[Quotation]:
        """Give all quotations of the same paragraph, in order."""
        return self._in[quotation.number]

    def quoted(self, block: Block) -> frozenset[int]:
        """Give the indexes of all tokens of a paragraph that stand inside quotations."""
        return frozenset(i for q in self._in[self.number(block)] for i in range(q.start, q.end))

    def at(self, token: Token, block: Block) -> Quotation | None:
        """Give the quotation that a token stands in."""
        return next((q for q in self._in[self.number(block)] if q.holds(token)), None)


def _closed_at(reading: Reading, number: int) -> int:
    """Give the paragraph from `number` on whose first mark closes a quotation; -1 for none near."""
    for later in range(number, min(number + _LONGEST_RUN, len(reading.blocks))):
        block = reading.blocks[later]
        try:
            closes = _closing_first(block.paragraph.words, _printed(block, reading.text.body))
        except LookupError:
            continue
        return -1 if closes is None else later
    return -1


def _carried_on(words: str, printed: str) -> list[Extent]:
    """Find the stretches of a paragraph that begins inside a quotation."""
    try:
        end = _closing_first(words, printed)
    except LookupError:
        end = None
    if end is None:
        return [Extent(0, len(words), closed=False)]
    rest = find_extents(words[end + 1 :], printed[end + 1 :])
    shift = end + 1
    return [Extent(0, shift), *(Extent(e.start + shift, e.end + shift, e.closed) for e in rest)]


@cache
def _collective_speakers() -> frozenset[str]:
    table = load_toml("reporting.toml")
    return frozenset((*table["collective_speakers"], *table["document_nouns"]))


def _label_end(block: Block, names: frozenset[str]) -> int | None:
    """Find the end of a speaker's name and colon at the head of a paragraph.

    "OKAFOR: We left", "Police: 12 held"; not "The Latest: …" or "Update: …".

    Args:
        block: The paragraph.
        names: Words of the persons, papers and parties that the article names.
    """
    found = _LABEL.match(block.paragraph.words)
    if found is None:
        return None
    label = found["label"].lower()
    if found["label"].isupper() or label in _collective_speakers() or label.split()[-1] in names:
        return found.end("colon")
    return None


def _labelled(extents: list[Extent], start: int, end: int) -> Extent:
    """Give what stands after a speaker's name; it is left open where its marks are."""
    closed = not extents or extents[-1].closed
    return Extent(start, end, closed)


def _printed(block: Block, body: str) -> str:
    """Give the characters of a paragraph as the text has them, one for each of its words'."""
    return "".join(body[at : at + 1] for at in block.paragraph.offsets[:-1])


def _pieces(
    extents: list[Extent], block: Block, number: int, *, runs_on: bool
) -> Iterator[Quotation]:
    places = [token.idx for token in block.doc]
    for place, extent in enumerate(extents):
        start, end = bisect_left(places, extent.start), bisect_left(places, extent.end)
        if start < end:
            whole = _is_whole(block.paragraph.words, extent)
            yield Quotation(block, number, start, end, whole, runs_on and place == 0)


def _is_whole(words: str, extent: Extent) -> bool:
    """Whether a quotation begins as a sentence does, after the end of another."""
    inside = words[extent.start : extent.end].strip("\"' .…")
    before = words[: extent.start].rstrip(" '\"")
    if not inside[:1].isupper():
        return False
    if before == "" or before[-1] in _SENTENCE_ENDS:
        return True
    return before[-1] in ":," and inside.count(" ") >= _SHORT - 1
