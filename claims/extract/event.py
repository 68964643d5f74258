"""Happenings an article tells of, and which of its mentions are one and the same.

"a peace conference in Moscow on March 18", "the meeting", "the Moscow conference" are one event;
"another meeting", a meeting with another host, place, day or number is a different one. A mention
that fits nothing stays open: no event is made up for it. Across articles `claims.events` decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claims.extract.mention import MentionReader, Seen, event_kind
from claims.model import UNDATED, AsOf, Event, Span
from claims.values.days import Days, days_apart
from claims.values.gazetteer import display_name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.day import PlacedDays
    from claims.extract.reading import Block

_REACH: Final = 3


@dataclass
class Draft:
    """An event while its article is being read."""

    kind: str
    noun: str
    name: str
    first: Span
    place: str | None = None
    hosts: list[str] = field(default_factory=list)
    proposers: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    days: Days | None = None
    ordinal: int | None = None
    state: str = "held"
    series: bool = False
    mentions: list[Span] = field(default_factory=list)
    seen_at: int = 0

    def freeze(self, text_id: str) -> Event:
        """Give the event as the rest of the program knows it."""
        days = self.days
        on = UNDATED
        month_day = None
        if days is not None and days.resolved:
            on = AsOf(_iso(days.earliest), _iso(days.latest), "quote")
        elif days is not None and days.month is not None:
            month_day = f"--{days.month:02}" + (f"-{days.day:02}" if days.day else "")
        return Event(
            text_id=text_id,
            anchor=self.first,
            kind=self.kind,
            name=self.title(),
            place=self.place,
            hosts=tuple(sorted(set(self.hosts))),
            proposers=tuple(sorted(set(self.proposers))),
            parties=tuple(sorted({*self.parties, *self.hosts})),
            on=on,
            month_day=month_day,
            ordinal=self.ordinal,
            state="series" if self.series else self.state,
            mentions=tuple(sorted(set(self.mentions))),
        )

    def title(self) -> str:
        """Name the event for a reader: its noun with place, day and whose it is."""
        parts = [self.name]
        if self.place and display_name(self.place).lower() not in self.name.lower():
            parts.append(f"in {display_name(self.place)}")
        if self.days is not None and self.days.text and self.days.text not in self.name:
            parts.append(self.days.text)
        makers = self.hosts or self.proposers
        if makers:
            verb = "hosted" if self.hosts and self.state == "held" else "offered"
            names = " and ".join(display_name(key) for key in dict.fromkeys(makers))
            parts.append(f"{verb} by {names}")
        return ", ".join(parts)


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


class Stage:
    """The events of one article, united mention by mention as the article is read."""

    def __init__(self, reader: MentionReader) -> None:
        """Begin with no events."""
        self.drafts: list[Draft] = []
        self.sentence = 0
        self._reader = reader
        self._entered: dict[tuple[int, int], Draft | None] = {}

    def enter(self, noun: Token, block: Block) -> Draft | None:
        """Take in one mention and give the event it belongs to; None where that stays open."""
        kind = event_kind(noun)
        if kind is None:
            return None
        place = (id(block), noun.i)
        if place not in self._entered:
            seen = self._reader.read(noun, block, kind)
            draft = self._entered[place] = self._link(seen)
            if draft is not None:
                _absorb(draft, seen)
        draft = self._entered[place]
        if draft is not None:
            draft.seen_at = self.sentence
        return draft

    def nearest(self, hosts: list[str], days: Days | None, *, held: bool = False) -> Draft | None:
        """Give the event last spoken of that nothing speaks against.

        It must be near, unless the article has told of no other.

        Args:
            hosts: Keys of the host, where it is known; an event of others does not fit.
            days: Days that the event must not exclude.
            held: Whether only what has taken place fits.
        """
        open_to = [d for d in self.drafts if not (held and d.state == "planned")]
        only = len([d for d in open_to if not d.series]) == 1
        for draft in sorted(open_to, key=lambda d: -d.seen_at):
            if self.sentence - draft.seen_at > _REACH and not (only and not draft.series):
                continue
            other_host = hosts and draft.hosts and not set(hosts) & set(draft.hosts)
            other_day = not draft.series and days and draft.days and days_apart(days, draft.days)
            if not other_host and not other_day:
                return draft
        return None

    def imply(self, verb: Token, block: Block, hosts: tuple[str, ...]) -> Draft:
        """Open the event that "Russia hosted Chinese diplomats" speaks of without a noun."""
        seen = self._reader.implied(verb, block, hosts)
        draft = self._link(seen) or self._open(seen)
        _absorb(draft, seen)
        draft.seen_at = self.sentence
        return draft

    def clause_days(self, verb: Token, block: Block) -> Days | None:
        """Give the days that stand in the clause of a verb."""
        return self._reader.clause_days(verb, block)

    def placed_days(self, verb: Token, block: Block) -> PlacedDays | None:
        """Give them with their words."""
        return self._reader.placed_days(verb, block)

    def _link(self, seen: Seen) -> Draft | None:
        """Find the event a mention belongs to, or open a new one."""
        fitting = [draft for draft in self.drafts if not _clash(draft, seen)]
        fitting.sort(key=lambda draft: -draft.seen_at)
        if seen.new:
            return self._open(seen)
        if seen.series and seen.name[:1].isupper():
            named = [draft for draft in fitting if draft.seen_at == self.sentence]
            return named[0] if named else self._open(seen)
        if seen.specific:
            shared = [draft for draft in fitting if _shares(draft, seen)]
            if shared:
                return shared[0]
            near = [d for d in fitting if self.sentence - d.seen_at <= 1 and d.noun == seen.noun]
            bare = [draft for draft in near if seen.definite and not _telling(draft)]
            return bare[0] if bare else self._open(seen)
        if not seen.definite:
            return self._open(seen) if seen.proposers or seen.series else None
        same = [draft for draft in fitting if draft.noun == seen.noun]
        return next(iter(same or fitting), None)

    def _open(self, seen: Seen) -> Draft:
        draft = Draft(seen.kind, seen.noun, seen.name, seen.span, state=seen.state)
        draft.series = seen.series
        if seen.ordinal is not None:
            self._inherit(draft, seen)
        self.drafts.append(draft)
        return draft

    def _inherit(self, draft: Draft, seen: Seen) -> None:
        """Give the numbered meeting of a series what is known of the series."""
        for series in reversed(self.drafts):
            if series.series and not (seen.hosts and set(seen.hosts) != set(series.hosts)):
                draft.hosts = list(series.hosts)
                draft.place = series.place
                draft.days = series.days if seen.ordinal == 1 else None
                return


def _telling(draft: Draft) -> bool:
    return bool(draft.place or draft.days)


def _clash(draft: Draft, seen: Seen) -> bool:
    """Whether a mention cannot be of an event: another sort, place, host, day or number."""
    if draft.kind != seen.kind or draft.series != seen.series:
        return True
    if draft.place and seen.place and draft.place != seen.place:
        return True
    if draft.hosts and seen.hosts and not set(draft.hosts) & set(seen.hosts):
        return True
    if draft.ordinal and seen.ordinal and draft.ordinal != seen.ordinal:
        return True
    if seen.state != draft.state and (seen.days or seen.ordinal or seen.state == "planned"):
        return True
    return bool(draft.days and seen.days and days_apart(draft.days, seen.days))


def _shares(draft: Draft, seen: Seen) -> bool:
    """Whether a mention and an event have something in common that tells them from others."""
    place = seen.place is not None and draft.place == seen.place
    day = seen.days is not None and draft.days is not None and _same_time(draft.days, seen.days)
    host = bool(set(seen.hosts) & set(draft.hosts)) and (seen.definite or place)
    number = seen.ordinal is not None and draft.ordinal == seen.ordinal
    return place or day or number or host


def _same_time(left: Days, right: Days) -> bool:
    """Whether two statements of the day agree on at least the month."""
    if left.text == right.text:
        return True
    if not (left.resolved and right.resolved):
        return left.month is not None and left.month == right.month and not days_apart(left, right)
    return bool(left.earliest and right.earliest and left.latest and right.latest) and not (
        days_apart(left, right)
    )


def _absorb(draft: Draft, seen: Seen) -> None:
    """Add to an event what a mention says of it; what is known already stays."""
    draft.mentions.append(seen.span)
    draft.place = draft.place or seen.place
    draft.days = _sharper(draft.days, seen.days)
    draft.ordinal = draft.ordinal or seen.ordinal
    draft.hosts.extend(key for key in seen.hosts if key not in draft.hosts)
    draft.proposers.extend(key for key in seen.proposers if key not in draft.proposers)
    if len(seen.name) > len(draft.name) and seen.specific:
        draft.name = seen.name


def _sharper(held: Days | None, said: Days | None) -> Days | None:
    """Keep the more telling of two statements of the day."""
    if held is None or said is None:
        return held or said
    return max((held, said), key=_detail)


def _detail(days: Days) -> tuple[bool, bool, bool]:
    return days.single is not None, days.resolved, days.month is not None
