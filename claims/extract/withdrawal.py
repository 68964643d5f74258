"""Claims of corrections notes: what an earlier version said, and what the article says instead.

What was taken back is no statement of the article: "an earlier version of this article" says it,
and it is marked as withdrawn. Where the note or the article gives what is so, both are marked, each
with the place of the other. "14, not 15" gives both figures of one thing. What a note rejects
without a figure, a day or a name ("misspelled her name") is not a claim.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from claims.data import load_toml
from claims.extract.note import Note, find_notes, names_itself
from claims.extract.replacement import EARLIER, linked
from claims.extract.scene import trimmed
from claims.extract.syntax import lemma
from claims.model import (
    Evidence,
    Kind,
    Span,
    Speaker,
)
from claims.values.days import Days
from claims.values.party import Party
from claims.values.quantity import Quantity, find_quantities

if TYPE_CHECKING:
    from claims.extract.reading import Reading
    from claims.model import AsOf, Claim

_FROM_BODY: Final = "the article's own figure"
_FIGURE: Final = "subject"
Timed: TypeAlias = Callable[[Days | None], "AsOf"]
"""Gives the time of a statement that names some days."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure, day or name that a note gives, with its place in the words of the paragraph."""

    start: int
    end: int
    value: Quantity | Days | Party


def with_corrections(claims: Iterable[Claim], reading: Reading, timed: Timed) -> list[Claim]:
    """Give the claims of an article, those of its corrections notes marked as such.

    Args:
        claims: As they were read, notes and all.
        reading: The article.
        timed: Gives the time of a statement that names days.

    Returns:
        The claims in no particular order.
    """
    told = list(claims)
    for note in find_notes(reading):
        own = [claim for claim in told if _stands_in(claim, note)]
        others = [claim for claim in told if not _stands_in(claim, note)]
        told = linked(_noted(note, own, others, reading, timed), others)
    return told


def _stands_in(claim: Claim, note: Note) -> bool:
    """Whether a claim is anchored in a note, its cues included."""
    paragraph = note.block.paragraph
    return paragraph.offsets[note.start] <= claim.anchor.start < paragraph.offsets[-1]


def _place(claim: Claim, note: Note) -> int:
    """Give the place of a claim's anchor in the words of the paragraph."""
    return bisect_left(note.block.paragraph.offsets, claim.anchor.start)


def _noted(
    note: Note, own: Sequence[Claim], others: Sequence[Claim], reading: Reading, timed: Timed
) -> list[Claim]:
    """Give the claims of a note: those that were read, and those of what it rejects."""
    given = list(_given(note, reading))
    turned = [one for one in given if any(a <= one.start <= b for a, b in note.turned)]
    rejected = [note.block.paragraph.span(one.start, one.end) for one in turned]
    read = [
        claim
        for claim in own
        if not _of_cue(claim, note) and not any(claim.anchor.overlaps(span) for span in rejected)
    ]
    made = [twin for one in turned if (twin := _rejected(one, note, read, timed)) is not None]
    held = [claim.anchor for claim in (*read, *made) if claim.kind is Kind.QUANTITY]
    for one in given:
        span = note.block.paragraph.span(one.start, one.end)
        if not any(span.overlaps(anchor) for anchor in held):
            made += _from_body(one, given, note, others)
    rejected = [claim.anchor for claim in made]
    kept = [claim for claim in read if not any(map(claim.anchor.overlaps, rejected))]
    return [_voiced(claim, note) for claim in (*kept, *made)]


def _of_cue(claim: Claim, note: Note) -> bool:
    """Whether a claim tells of the note itself: that a story was corrected, and when."""
    paragraph = note.block.paragraph
    told = note.is_withdrawn(_place(claim, note))
    about = any(claim.span.covers(paragraph.span(*cue)) for cue in note.cues)
    return told is None or (about and claim.kind is not Kind.QUANTITY)


def _given(note: Note, reading: Reading) -> Iterator[_Given]:
    """Find the figures, days and names in the parts of a note, in order."""
    block = note.block
    found: list[_Given] = [
        _Given(one.start, one.end, one.value)
        for one in find_quantities(block.paragraph.words, reading.taken(block))
    ]
    found += [_Given(day.start, day.end, day.value) for day in reading.days(block)]
    for mention in block.mentions:
        words = block.doc[mention.start : mention.end]
        party = Party(mention.key, mention.name)
        found.append(_Given(words.start_char, words.end_char, party))
    inside = (one for one in found if note.is_withdrawn(one.start) is not None)
    yield from sorted(inside, key=lambda one: (one.start, one.end))


def _rejected(one: _Given, note: Note, read: Sequence[Claim], timed: Timed) -> Claim | None:
    """Make the claim of what a note rejects from the one of what it puts beside it.

    "The ferry left on Saturday, not Sunday" says of the earlier version that it left on Sunday.
    """
    words = note.block.paragraph
    span = words.span(one.start, one.end)
    sentence = _sentence(one, note)
    beside = [
        claim
        for claim in read
        if sentence.covers(claim.anchor) and _is_beside(claim, one, span, note)
    ]
    if not beside:
        return None
    claim = max(beside, key=lambda claim: (claim.anchor, claim.id))
    whole = Span(min(claim.span.start, span.start), max(claim.span.end, span.end))
    scope = claim.scope
    if isinstance(one.value, Days):
        scope = replace(scope, as_of=timed(one.value))
    return _twin(replace(claim, scope=scope), one, note, whole)


def _is_beside(claim: Claim, one: _Given, span: Span, note: Note) -> bool:
    """Whether a claim gives a value of the sort before one that is rejected: "14, not 15"."""
    if not isinstance(one.value, Party):
        return isinstance(claim.value, type(one.value)) and claim.anchor.end <= span.start
    doc = note.block.doc
    before = [m.key for m in note.block.mentions if doc[m.end - 1].idx < one.start]
    return isinstance(claim.value, Party) and before[-1:] == [claim.value.key]


def _sentence(one: _Given, note: Note) -> Span:
    """Give the sentence in which something stands, as a quote shows it."""
    stretch = next(s for s in note.block.doc.sents if s.start_char <= one.start < s.end_char)
    return note.block.span_of(trimmed(list(stretch)))


def _twin(claim: Claim, one: _Given, note: Note, whole: Span) -> Claim:
    """Make the claim that says another value of the same thing."""
    value = one.value
    if isinstance(value, Quantity) and isinstance(claim.value, Quantity) and not value.unit:
        value = replace(value, unit=claim.value.unit)
    paragraph = note.block.paragraph
    words = paragraph.words[one.start : one.end]
    return replace(
        claim,
        span=whole,
        quote=_verbatim(whole, note),
        anchor=paragraph.span(one.start, one.end),
        value=value if isinstance(value, Party) else replace(value, text=words),
        party=value.key if isinstance(value, Party) else "",
    )


def _verbatim(span: Span, note: Note) -> str:
    return note.text.body[span.start : span.end]


def _from_body(
    one: _Given, given: Sequence[_Given], note: Note, others: Sequence[Claim]
) -> Iterator[Claim]:
    """Make the claim of a bare figure, "It was 14, not 15", as the article's own figure has it.

    Only where one figure of the article fits: it is the one that the note says is so, or the note
    names what it counts.
    """
    if not isinstance(one.value, Quantity):
        return
    so = [g.value for g in given if note.is_withdrawn(g.start) is False]
    topic = _topic(note)
    fitting = [
        claim
        for claim in others
        if claim.kind is Kind.QUANTITY
        and claim.correction is None
        and (not so or any(_same(value, claim.value) for value in so))
        and _is_about(claim, topic)
    ]
    if len({(claim.scope.head, claim.attribute) for claim in fitting}) != 1:
        return
    claim = min(fitting, key=lambda claim: (claim.anchor, claim.id))
    borrowed = Evidence(_FIGURE, claim.anchor, _FROM_BODY)
    bare = replace(claim, speakers=(), evidence=(borrowed,), weak=False)
    yield _twin(bare, one, note, _sentence(one, note))


def _topic(note: Note) -> frozenset[str]:
    return frozenset(lemma(token) for token in note.block.doc)


def _is_about(claim: Claim, topic: frozenset[str]) -> bool:
    """Whether the words of a note name what a figure counts: "the number of dead"."""
    befell = load_toml("corrections.toml")["topics"].get(claim.attribute)
    return not topic.isdisjoint(befell or {claim.scope.head})


def _same(value: object, other: object) -> bool:
    if not isinstance(value, Quantity) or not isinstance(other, Quantity):
        return False
    return (value.low, value.high) == (other.low, other.high)


def _voiced(claim: Claim, note: Note) -> Claim:
    """Tell who says it: the earlier version what was taken back, the article what is so."""
    cues = [note.block.paragraph.span(*cue) for cue in note.cues]
    itself = [speaker for speaker in claim.speakers if _is_itself(speaker, cues)]
    inner = tuple(speaker for speaker in claim.speakers if speaker not in itself)
    if not note.is_withdrawn(_place(claim, note)):
        return replace(claim, speakers=inner)
    span = itself[0].span if itself else next(iter(cues), None)
    earlier = Speaker(f"words:{EARLIER}", EARLIER, span)
    return replace(claim, speakers=(earlier, *inner))


def _is_itself(speaker: Speaker, cues: Iterable[Span]) -> bool:
    """Whether a speaker is the article, named in the words of the note; no study that it cites."""
    named = speaker.span is None or any(cue.overlaps(speaker.span) for cue in cues)
    return named and names_itself(speaker.name)
