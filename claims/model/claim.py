"""Claims with their evidence, and the events they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol, runtime_checkable

from claims.model.text import Span, fingerprint


class Kind(StrEnum):
    """What a claim is about: a label for people, never a wall between claims."""

    QUANTITY = "quantity"
    DATE = "date"
    PARTICIPANTS = "participants"
    ACTOR = "actor"
    PLACE = "place"
    POLARITY = "polarity"
    ATTRIBUTION = "attribution"


class Polarity(StrEnum):
    """Whether the statement says that something is so or that it is not."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Certainty(StrEnum):
    """How surely the statement is made."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    PLANNED = "planned"
    CONDITIONAL = "conditional"


@runtime_checkable
class Value(Protocol):
    """What an answer says: an amount, an interval of days, a party, a list of parties, words."""

    @property
    def type(self) -> str:
        """The name of the type of value: quantity, days, party, parties, words."""

    @property
    def text(self) -> str:
        """The words the value was read from, as printed."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field of a claim was taken from when it does not stand in the quote itself.

    `rule` names how: "document" (the report = The New York Times), "event", "published", …
    """

    field: str
    span: Span
    rule: str


CORRECTION: Final = "correction"
"""The field of the evidence of a claim of which a corrections note of its article speaks."""
WITHDRAWN: Final = "withdrawn"
"""The rule of that evidence where an earlier version of the article said so."""
IN_PLACE: Final = "in its place"
"""The rule of it where the article says so now, in place of what it took back."""
CAPTION: Final = "caption"
"""The field of the evidence of a claim that stands in the caption of a picture."""
ENTRY: Final = "entry of a live blog"
"""The rule of the evidence of a time that is the one at which an entry was printed."""


_TOGETHER: Final = re.compile(r" \+ (?=[a-z]+:)")


def joint_key(keys: Iterable[str]) -> str:
    """Give the key of several who speak with one voice: "party:oxfam + words:army"."""
    return " + ".join(sorted(set(keys)))


def keys_in(key: str) -> tuple[str, ...]:
    """Give the keys of all who speak with one voice: one key alone for one speaker."""
    return tuple(_TOGETHER.split(key))


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of the chain of those who say so.

    `key` identifies the party ("party:new-york-times", "country:US", "person:biden",
    "words:us officials"), or several who say it together ("party:oxfam + words:army"); `name` is
    how a reader is told; `span` where the name stands.
    """

    key: str
    name: str
    span: Span | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all who say it together."""
        return keys_in(self.key)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The time a statement is about: first and last day in ISO form, None where unknown."""

    earliest: str | None = None
    latest: str | None = None
    known_by: str = "unknown"


BY_HAND: Final = "hand/1"
"""The extractor of a claim that a person recorded."""

UNDATED = AsOf()
"""A time that is not known."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What must agree before two values may be compared.

    Args:
        event: Id of the event the statement is about, None where it is about none.
        head: Lemma of what is counted or done: "troop", "war", "meeting".
        group: Keys of the parties whose it is ("country:US"), sorted; empty where not said.
        place: Keys of the places it is in, sorted; empty where not said.
        modifiers: Other words that narrow the group ("more", "civilian"), sorted.
        about: Keys of the persons, parties and places named in the clause, sorted.
        words: Lemmas of the content words of the quote, the answer's own left out, sorted.
        around: Those of the rest of its sentence, sorted.
        setting: Keys of the places, smaller than a country, at which its sentence plays.
        as_of: The time the statement is about.
        args: Who and what the act is about, "slot:key", sorted: "agent:country:RU",
            "patient:noun:convoy"; empty where no act is told.
    """

    event: str | None = None
    head: str = ""
    group: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    as_of: AsOf = UNDATED
    args: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of a text, with its evidence.

    `quote` is `text[span.start:span.end]`, at most a sentence; `anchor` the characters of the
    amount, date or predicate itself. `speakers` is the chain from the outermost speaker inwards,
    empty for the author's own words. `read` is the claim as the program read it, where a person
    corrected it; `retracted` marks one that a person took out of comparison; `signed` names those
    whose words made it what it is, in the order in which they spoke.
    """

    text_id: str
    kind: Kind
    role: str
    span: Span
    quote: str
    anchor: Span
    subject: str
    attribute: str
    value: Value
    scope: Scope = Scope()
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.ASSERTED
    speakers: tuple[Speaker, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    weak: bool = False
    extractor: str = "rules/1"
    party: str = ""
    read: Claim | None = None
    retracted: bool = False
    signed: tuple[str, ...] = ()
    id: str = field(init=False)
    """The identity that outlives better rules: text, kind, role, anchor and party."""

    def __post_init__(self) -> None:
        anchor = f"{self.anchor.start}:{self.anchor.end}"
        parts = (self.text_id, self.kind, self.role, anchor, self.party)
        object.__setattr__(self, "id", fingerprint("claim", *parts))

    @property
    def by_hand(self) -> bool:
        """Whether a person recorded it."""
        return self.extractor == BY_HAND

    @property
    def correction(self) -> Evidence | None:
        """What a corrections note of the article has to do with it; None for nothing.

        The span is the anchor of the claim on the other side, or the words of the note where
        there is none.
        """
        return next((part for part in self.evidence if part.field == CORRECTION), None)

    @property
    def withdrawn(self) -> bool:
        """Whether only an earlier version of the article said so, and the article took it back."""
        noted = self.correction
        return noted is not None and noted.rule == WITHDRAWN

    @property
    def from_caption(self) -> bool:
        """Whether it stands in the caption of a picture."""
        return any(part.field == CAPTION for part in self.evidence)

    @property
    def of_entry(self) -> bool:
        """Whether its time is the one at which an entry of a live blog was printed."""
        return any(part.rule == ENTRY for part in self.evidence)

    @property
    def head_speaker(self) -> str:
        """The key of the outermost speaker; empty for the author's own words."""
        return self.speakers[0].key if self.speakers else ""


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as one text tells it, all its mentions united.

    Args:
        text_id: The text that tells of it.
        anchor: The span of the first mention.
        kind: Its sort: "meeting", "visit", "agreement", …
        name: Words a reader is told it by: "the Moscow conference of March 18".
        place: Key of the place, None where not said.
        hosts: Keys of who held it; `proposers` of who offered or proposed it.
        parties: Keys of everybody named as invited, present or sending somebody.
        on: Days it took place on, as far as said; ISO first and last day.
        month_day: "--03-18" or "--12" where the year is not known; None otherwise.
        ordinal: 1 for "the first meeting", None where not said.
        state: "held", "planned" or "series" (several meetings spoken of as one process).
        mentions: Spans of every mention, in order.
    """

    text_id: str
    anchor: Span
    kind: str
    name: str
    place: str | None = None
    hosts: tuple[str, ...] = ()
    proposers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    on: AsOf = UNDATED
    month_day: str | None = None
    ordinal: int | None = None
    state: str = "held"
    mentions: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """Text, kind and first mention."""
        return fingerprint("event", self.text_id, self.kind, str(self.anchor.start))


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the program that produced rows.

    Args:
        by: Who ran it; empty where nobody signed.
    """

    program: str
    extractor: str
    started_at: datetime
    by: str = ""
