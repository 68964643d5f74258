"""Tables of what was extracted: entities, events, claims and what hangs on a claim."""

from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from claims.model import Certainty, Kind, Polarity
from db.table.base import Row, document, is_hash, one_of, reference, runs_forwards, words


class EntityRow(Row, table=True):
    """One party, under the longest name that any text gave it."""

    __tablename__ = "entity"

    key: str = words(primary_key=True)
    name: str = words()
    kind: str = words()


class AliasRow(Row, table=True):
    """One name that one text uses for a party."""

    __tablename__ = "alias"

    entity_key: str = reference("entity.key", index=False, primary_key=True)
    name: str = words(primary_key=True)
    text_id: str = reference("text.id", primary_key=True)


class EventRow(Row, table=True):
    """One happening as one text tells it."""

    __tablename__ = "event"
    __table_args__ = (is_hash("id"), runs_forwards("anchor"))

    id: str = words(primary_key=True)
    text_id: str = reference("text.id")
    anchor_start: int
    anchor_end: int
    kind: str = words()
    name: str = words()
    place: str | None = words(default=None)
    hosts: list[str] = document()
    proposers: list[str] = document()
    parties: list[str] = document()
    on_from: str | None = words(default=None)
    on_to: str | None = words(default=None)
    on_known_by: str = words()
    month_day: str | None = words(default=None)
    ordinal: int | None = None
    state: str = words()
    mentions: list[list[int]] = document()
    run_id: int = Field(foreign_key="run.id", ondelete="RESTRICT")


class ClaimRow(Row, table=True):
    """One claim.

    `value` is the value's document, with exact decimals as text; `value_low` to `value_to` are
    its ends for range search only. `folded` holds quote, subject and party names case folded.
    """

    __tablename__ = "claim"
    __table_args__ = (
        is_hash("id"),
        one_of("kind", Kind),
        one_of("polarity", Polarity),
        one_of("certainty", Certainty),
        runs_forwards("span"),
        runs_forwards("anchor"),
        CheckConstraint("length(quote) = span_end - span_start", name="quote_length"),
        CheckConstraint("value_low <= value_high", name="amount"),
        CheckConstraint("value_from <= value_to", name="days"),
    )

    id: str = words(primary_key=True)
    text_id: str = reference("text.id")
    kind: str = words()
    role: str = words()
    span_start: int
    span_end: int
    quote: str = words()
    anchor_start: int
    anchor_end: int
    subject: str = words()
    attribute: str = words()
    value_type: str = words()
    value: dict[str, Any] = document()
    value_low: float | None = None
    value_high: float | None = None
    value_from: str | None = words(default=None)
    value_to: str | None = words(default=None)
    polarity: str = words()
    certainty: str = words()
    party: str = words()
    event_id: str | None = reference("event.id", default=None)
    head: str = words()
    scope: dict[str, list[str]] = document()
    as_of_from: str | None = words(default=None)
    as_of_to: str | None = words(default=None)
    as_of_known_by: str = words()
    weak: bool
    evidence: list[dict[str, Any]] = document()
    extractor: str = words()
    folded: str = words()
    run_id: int = Field(foreign_key="run.id", ondelete="RESTRICT")


class SpeakerRow(Row, table=True):
    """One link of the chain of those who say so, outermost first."""

    __tablename__ = "speaker"
    __table_args__ = (runs_forwards("span"), CheckConstraint("position >= 0", name="position"))

    claim_id: str = reference("claim.id", index=False, primary_key=True)
    position: int = Field(primary_key=True)
    key: str = words(index=True)
    name: str = words()
    span_start: int | None = None
    span_end: int | None = None


class ParticipationRow(Row, table=True):
    """One member of the party or list of parties that a claim names."""

    __tablename__ = "participation"
    __table_args__ = (
        one_of("polarity", Polarity),
        CheckConstraint("position >= 0", name="position"),
    )

    claim_id: str = reference("claim.id", index=False, primary_key=True)
    position: int = Field(primary_key=True)
    entity_key: str = reference("entity.key")
    name: str = words()
    polarity: str = words()


class ClaimMarkRow(Row, table=True):
    """What people made of a claim: one that nobody spoke so of has no row.

    `read` holds its fields as the program read them, where a person corrected some.
    """

    __tablename__ = "claim_mark"

    claim_id: str = reference("claim.id", index=False, primary_key=True)
    retracted: bool
    read: dict[str, Any] | None = document(default=None, nullable=True)
    signed: list[str] = document()


class ClaimKeyRow(Row, table=True):
    """One blocking key of a claim: only claims that share one are compared."""

    __tablename__ = "claim_key"

    claim_id: str = reference("claim.id", index=False, primary_key=True)
    key: str = words(primary_key=True, index=True)


class ClaimPartRow(Row, table=True):
    """The part of all claims that comparison connects a claim with, by its smallest id."""

    __tablename__ = "claim_part"

    claim_id: str = reference("claim.id", index=False, primary_key=True)
    part: str = words(index=True)
