"""Corrections notes: where an article says that an earlier version of it was wrong.

"An earlier version of this article said 15 people were killed. The toll is 14." has a stretch that
is taken back and one that stands in its place. The words are in claims/data/corrections.toml. A
report that somebody else corrected is none: the article must speak of itself, or the note must be
labelled "Correction". What only grew ("has been updated with comment") takes nothing back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.data import load_toml
from claims.values.note import is_label, label_end, note_terms

if TYPE_CHECKING:
    import re

    from claims.extract.reading import Block, Reading
    from claims.model import Text

Extent = tuple[int, int]
"""A half-open stretch of the words of a paragraph."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a note that says one thing throughout.

    Args:
        start: Its first character in the words of the paragraph.
        end: One past its last.
        withdrawn: Whether it is what the earlier version said; else what is so.
    """

    start: int
    end: int
    withdrawn: bool


@dataclass(frozen=True)
class Note:
    """A note on an earlier version of the article, in one paragraph.

    Args:
        block: The paragraph.
        text: The text it stands in.
        cues: The words that say so: "An earlier version of this article said"; a label last.
        parts: What was said and what is so, in order.
        turned: Stretches in which a figure or day begins that is of the other sort than its part:
            after "not", "rather than", "from".
    """

    block: Block
    text: Text
    cues: list[Extent] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    turned: list[Extent] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Its first character in the words of the paragraph; that of its label, if it has one."""
        return min(start for start, _ in (*self.cues, *((p.start, p.end) for p in self.parts)))

    def is_withdrawn(self, start: int) -> bool | None:
        """Whether a figure or day is what the earlier version said; None where it is in no part."""
        if any(a <= start < b for a, b in self.cues):
            return None
        part = next((p for p in self.parts if p.start <= start < p.end), None)
        if part is None:
            return None
        return part.withdrawn != any(a <= start <= b for a, b in self.turned)


def names_itself(speaker: str) -> bool:
    """Whether a speaker is the article itself or a version of it: "earlier version", "story"."""
    table = load_toml("corrections.toml")
    own = {*table["works"], "version", "edition", "we"}
    return speaker.casefold().split(" of ")[0].rpartition(" ")[2] in own


def find_notes(reading: Reading) -> Iterator[Note]:
    """Find the notes of an article, in order; a heading "Corrections" labels what follows it."""
    under = False
    for block in reading.blocks:
        words = block.paragraph.words
        if is_label(words):
            under = True
            continue
        label = label_end(words)
        note = _read(Note(block, reading.text), label, labelled=under or label > 0)
        under = False
        if note.parts:
            note.cues.extend([(0, label)] if label else [])
            yield note


def _read(note: Note, begin: int, *, labelled: bool) -> Note:
    """Read a paragraph as a note, from the first sentence that says that it is one."""
    block, words = note.block, note.block.paragraph.words
    begun = labelled
    for sentence in block.doc.sents:
        start, end = max(begin, sentence.start_char), sentence.end_char
        if end <= begin or not words[start:end].strip():
            continue
        begun = _sentence(note, words, (start, end), labelled=labelled, begun=begun) or begun
    return note


def _sentence(note: Note, words: str, extent: Extent, *, labelled: bool, begun: bool) -> bool:
    """Take in one sentence; say whether a note has begun with it."""
    terms, (start, end) = note_terms(), extent
    earlier = (terms.labelled if labelled else terms.earlier).search(words, start, end)
    if earlier is not None:
        note.cues.append(earlier.span())
        turn = terms.really.search(words, earlier.end(), end)
        stop = turn.start() if turn else end
        note.parts.append(Part(earlier.end(), stop, withdrawn=True))
        if turn is not None:
            note.parts.append(Part(stop, end, withdrawn=False))
    else:
        mended = terms.mended.search(words, start, end) or _may_mend(words, extent)
        if mended is not None:
            note.cues.append(mended.span())
        elif not begun:
            return False
        note.parts.append(Part(mended.end() if mended else start, end, withdrawn=False))
    note.turned.extend(_turned(words, extent))
    return True


def _may_mend(words: str, extent: Extent) -> re.Match[str] | None:
    """Find words that say that an article was changed, where the sentence rejects something."""
    found = note_terms().may_mend.search(words, *extent)
    if found is None or found[0].lower().endswith("correct"):
        return found
    rejects = note_terms().instead.search(words, found.end(), extent[1])
    return found if rejects else None


def _turned(words: str, extent: Extent) -> Iterator[Extent]:
    """Find what is rejected: "not 15", "rather than on Sunday"; and "15" of "from 15 to 14"."""
    for found in note_terms().instead.finditer(words, *extent):
        yield found.span("rejected")
    moved = note_terms().moved.search(words, *extent)
    if moved is not None:
        yield moved.span("old")
