"""One parsed article with the layers that every extractor shares, and what an extractor is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from claims.extract.event import Stage
from claims.extract.opening import opening_end
from claims.extract.participation import Participation
from claims.extract.reading import Reading
from claims.extract.speaker import Voices
from claims.model import NO_GIST, AsOf, Certainty, Claim, Event, Gist, Span
from claims.values.days import Days, parse_iso
from claims.values.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

EXTRACTOR: Final = "rules/1"
_LEADS: Final = frozenset({"that", "and", "but"})
"""What joins a clause to another and is no part of what it says."""
_NEAR: Final = 4
_PRESENT: Final = ("VBZ", "VBP")
_QUOTES: Final = frozenset({'"', "''", "``"})


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one text yields.

    Args:
        claims: In text order.
        events: The happenings the claims are about, in order of first mention.
        names: Key to printed name of every party and place named in the text.
        gist: What it is about.
    """

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    names: Mapping[str, str]
    gist: Gist = NO_GIST


class Extractor(Protocol):
    """Finds the claims of one kind in a parsed article."""

    @property
    def name(self) -> str:
        """Name and version, stored with every claim: "rules/1"."""

    def __call__(self, scene: Scene, /) -> Iterator[Claim]:
        """Find the claims of one article."""


@dataclass
class Scene:
    """One parsed article with the layers that extractors share."""

    reading: Reading
    published: str | None
    voices: Voices
    stage: Stage
    subjects: list[Party]
    participations: list[Participation]

    @property
    def text_id(self) -> str:
        """The id of the text."""
        return self.reading.text.id

    def quote(self, span: Span) -> str:
        """Give the verbatim words of a span."""
        return self.reading.text.body[span.start : span.end]

    def as_of(self, said: Days | None) -> AsOf:
        """Give the time a statement is about: the days it names, else the day it was printed."""
        if said is not None and said.resolved:
            first, last = (None if d is None else str(d) for d in (said.earliest, said.latest))
            return AsOf(first, last, "quote")
        if self.published is None:
            return AsOf()
        printed = parse_iso(self.published)
        return AsOf(str(printed.earliest), str(printed.latest), "published")

    def sure(self, certainty: Certainty, verb: Token | None, days: Days | None) -> Certainty:
        """Give how sure a clause is: what is told in the present of a day to come is a plan.

        Args:
            certainty: As the words of the clause have it.
            verb: Its predicate.
            days: Those it names.
        """
        present = verb is not None and verb.tag_ in _PRESENT and certainty is Certainty.ASSERTED
        return Certainty.PLANNED if present and self.is_to_come(days) else certainty

    def is_to_come(self, days: Days | None) -> bool:
        """Whether all of some days are later than the day the article was printed."""
        if days is None or days.earliest is None or self.published is None:
            return False
        printed = parse_iso(self.published).latest
        return printed is not None and days.earliest > printed


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Leave punctuation at the edges out of a quote, and keep it inside one sentence.

    A date that the page put before the sentence is no part of it.
    """
    sentence = tokens[0].sent
    start = opening_end(sentence)
    inside = [t for t in tokens if start <= t.i < sentence.end] or list(tokens)
    ordered = sorted(inside, key=lambda t: t.i)
    while len(ordered) > 1 and ordered[-1].is_punct and ordered[-1].text != "%":
        ordered.pop()
    while len(ordered) > 1 and ordered[0].dep_ in ("mark", "cc") and ordered[0].lower_ in _LEADS:
        ordered.pop(0)
    ordered = _without_next(ordered, sentence.end)
    return ordered + _closing(ordered[0], ordered[-1], sentence.end)


def _without_next(ordered: list[Token], end: int) -> list[Token]:
    """Leave out the subject of the next clause: "they left, and guards" before "fired"."""
    last = ordered[-1]
    following = last.doc[last.i + 1] if last.i + 1 < end else None
    if following is None or following.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return ordered
    joins = [t.i for t in ordered if t.dep_ == "cc" and last.i - t.i <= _NEAR]
    if not joins or joins[-1] - 1 <= ordered[0].i:
        return ordered
    joined, before = last.doc[joins[-1]], last.doc[joins[-1] - 1]
    parted = before.text == "," or joined.head.dep_ == "dobj"
    nouns = all(
        t.pos_ in ("NOUN", "PROPN", "DET", "ADJ") for t in last.doc[joined.i + 1 : last.i + 1]
    )
    kept = [t for t in ordered if (t.i < joined.i and t.text != ",") or t.i < before.i]
    return kept if parted and nouns else ordered


def _closing(first: Token, last: Token, end: int) -> list[Token]:
    """Give the mark that closes what a quote has opened: the bracket of "Red Cross (ICRC)"."""
    doc = last.doc
    opened = [t.text for t in doc[first.i : last.i + 1]]
    for token in doc[last.i + 1 : min(last.i + 3, end)]:
        if token.text == ")" and opened.count("(") > opened.count(")"):
            return [token]
        if token.text in _QUOTES and sum(text in _QUOTES for text in opened) % 2:
            return [token]
        if not token.is_punct:
            break
    return []
