"""A past time that opens a sentence is that of the sentences after it in its paragraph.

"In June 2012, a quake struck the town. Twelve people died." tells of June 2012 with both. Only a
month or year long before the day of printing carries on, and only to what is told in the past; a
sentence that names a time itself ends it. Nothing is carried into another paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from claims.model import AsOf, Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch

    from claims.extract.reading import Block, Reading
    from claims.model import Claim
    from claims.values.days import FoundDays

CARRIED: Final = "sentence before"
"""The rule of the evidence of a time that an earlier sentence of the paragraph names."""
_OPENERS: Final = frozenset({"in", "on", "during", "back in", "in early", "in late", "early in"})
_LONG_PAST: Final = timedelta(days=60)
_PAST: Final = frozenset({"VBD", "VBN"})
_PRESENT: Final = frozenset({"VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class _Carried:
    """A stretch of the text that is of a time named before it."""

    start: int
    end: int
    as_of: AsOf
    named: Span


def with_periods(claims: Iterable[Claim], reading: Reading) -> list[Claim]:
    """Give claims that name no time the one that opened a sentence before them.

    Args:
        claims: As they were read.
        reading: The article; nothing is carried where its day is not known.
    """
    printed = reading.anchor
    if printed is None:
        return list(claims)
    stretches = [one for block in reading.blocks for one in _carried(block, reading, printed)]
    return [_told(claim, stretches) for claim in claims] if stretches else list(claims)


def _told(claim: Claim, stretches: Iterable[_Carried]) -> Claim:
    if claim.scope.as_of.known_by != "published":
        return claim
    found = next((one for one in stretches if one.start <= claim.anchor.start < one.end), None)
    if found is None:
        return claim
    mark = Evidence("as_of", found.named, CARRIED)
    scope = replace(claim.scope, as_of=found.as_of)
    return replace(claim, scope=scope, evidence=(*claim.evidence, mark))


def _carried(block: Block, reading: Reading, printed: date) -> Iterator[_Carried]:
    """Find the sentences of a paragraph that go on with the time of one before them."""
    held: FoundDays | None = None
    for sentence in block.doc.sents:
        named = [
            one
            for one in reading.days(block)
            if sentence.start_char <= one.start < sentence.end_char
        ]
        if named:
            held = next((one for one in named if _opens(one, sentence, printed)), None)
        elif held is not None and _is_past(sentence):
            span = block.span(sentence.start, sentence.end)
            first, last = str(held.value.earliest), str(held.value.latest)
            place = block.paragraph.span(held.start, held.end)
            yield _Carried(span.start, span.end, AsOf(first, last, CARRIED), place)
        else:
            held = None


def _opens(found: FoundDays, sentence: Stretch, printed: date) -> bool:
    """Whether a time long past opens a sentence that is told in the past."""
    value = found.value
    if value.earliest is None or value.latest is None or printed - value.latest < _LONG_PAST:
        return False
    before = sentence.text[: found.start - sentence.start_char].strip().casefold()
    inside = found.opener in ("", "in", "on", "during") and not before
    return (before in _OPENERS or inside) and _is_past(sentence)


def _is_past(sentence: Stretch) -> bool:
    """Whether the main verb of a sentence is in the simple past, or said to have been so then."""
    root = sentence.root
    tags = {root.tag_, *(child.tag_ for child in root.children if child.dep_ in ("aux", "auxpass"))}
    return not tags.isdisjoint(_PAST) and tags.isdisjoint(_PRESENT)
