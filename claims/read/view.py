"""A text as the program reads it: paragraphs in plain wording, zones marked, nothing lost.

Each line is a paragraph, as news files have it; lines that were wrapped at a width are joined.
Every character of the text that is neither white nor without width stands in one paragraph.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from claims.model import Entry, Paragraph, View, Zone
from claims.read.boilerplate import mark_zones
from claims.read.entry import find_entries
from claims.read.glue import find_joints, find_splits, plan_splits
from claims.read.wording import INVISIBLE, reword

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.model import Text

Extent: TypeAlias = tuple[int, int]
"""A stretch of the text, half-open."""

_NARROWEST: Final = 40
_WIDEST: Final = 100
_WHITE: Final = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_BLANK: Final = _WHITE + INVISIBLE
_STOPS: Final = ".!?:;\"'”’)"


def make_view(text: Text) -> View:
    """Part a text into paragraphs and mark what each is.

    Returns:
        The paragraphs in the order of the text; their stretches do not overlap.
    """
    plain = [_word(text.body, extent) for extent in _find_extents(text.body)]
    plan = plan_splits(words for words, _ in plain)
    worded = [_part(words, offsets, plan) for words, offsets in plain]
    lines = [words for words, _ in worded]
    zones = mark_zones(lines)
    paragraphs = tuple(
        Paragraph(words, offsets, zone)
        for (words, offsets), zone in zip(worded, zones, strict=True)
    )
    return View(text, _with_entries(paragraphs, find_entries(lines, zones)))


def _with_entries(
    paragraphs: tuple[Paragraph, ...], days: Mapping[int, str]
) -> tuple[Paragraph, ...]:
    """Tell the paragraphs of a live blog under which time they stand."""
    if not days:
        return paragraphs
    told: list[Paragraph] = []
    entry: Entry | None = None
    for place, paragraph in enumerate(paragraphs):
        if place in days:
            entry = Entry(days[place], paragraph.span(0, len(paragraph.words)))
            told.append(replace(paragraph, zone=Zone.BYLINE, entry=entry))
        else:
            told.append(replace(paragraph, entry=entry))
    return tuple(told)


def _word(body: str, extent: Extent) -> tuple[str, tuple[int, ...]]:
    """Give the words of a stretch and the way back, with the end of the stretch."""
    words, offsets = reword(body, *extent)
    if not words or words != words.strip():  # marks of Markdown stood at its edge: keep them
        words, offsets = body[slice(*extent)], list(range(*extent))
    return words, (*offsets, extent[1])


def _part(
    words: str, offsets: tuple[int, ...], plan: Mapping[str, int]
) -> tuple[str, tuple[int, ...]]:
    """Put the lost spaces in; each has the offset of the character after it."""
    places = sorted({*find_joints(words), *find_splits(words, plan)})
    if not places:
        return words, offsets
    parts = [words[start:end] for start, end in pairwise([0, *places, len(words)])]
    moved = list(offsets[: places[0]])
    for start, end in pairwise([*places, len(offsets)]):
        moved += [offsets[start], *offsets[start:end]]
    return " ".join(parts), tuple(moved)


def _find_extents(body: str) -> Iterator[Extent]:
    """Find the stretch of each paragraph, from its first character to its last."""
    for block in _find_blocks(body):
        if _is_wrapped([body[start:end] for start, end in block]):
            yield block[0][0], block[-1][1]
        else:
            yield from block


def _find_blocks(body: str) -> Iterator[list[Extent]]:
    """Find the lines between blank lines, each without the white space around it."""
    block: list[Extent] = []
    at = 0
    for line in body.splitlines(keepends=True):
        visible = line.strip(_BLANK)
        if visible:
            start = at + line.index(visible[0])
            block.append((start, start + len(visible)))
        elif block:
            yield block
            block = []
        at += len(line)
    if block:
        yield block


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines were broken at a width: no first word would have fitted on the line above.

    A sentence must run on across a break, so that a list of headlines is not joined.
    """
    width = max(map(len, lines))
    if len(lines) == 1 or not _NARROWEST <= width <= _WIDEST:
        return False
    runs_on = False
    for above, below in pairwise(lines):
        if len(above) + 1 + len(below.split(maxsplit=1)[0]) <= width:
            return False
        runs_on = runs_on or (below[0].islower() and above[-1] not in _STOPS)
    return runs_on
