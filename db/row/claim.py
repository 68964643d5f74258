"""Claims and events as rows and back.

Values travel as documents with exact decimals as text; the numbers and days beside them are for
range search only and are never read back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from claims.model import (
    AsOf,
    Certainty,
    Claim,
    Event,
    Evidence,
    Kind,
    Polarity,
    Scope,
    Span,
    Speaker,
    Value,
)
from claims.values.days import Days
from claims.values.document import from_document, to_document
from claims.values.field import to_fields, with_fields
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from db.row.base import Record, Stored, as_of_to, fold

SEARCHED_ONLY: Final = frozenset("value_low value_high value_from value_to folded".split())
"""Columns of a claim that are for search and are never read back."""


def members_of(value: Value) -> tuple[Party, ...]:
    """Give the parties a value names, in order; none for amounts, days and words."""
    if isinstance(value, Party):
        return (value,)
    return value.members if isinstance(value, Parties) else ()


def _ends_of(value: Value) -> Record:
    """Give the ends of a value, roughly, for range search."""
    ends: Record = dict.fromkeys(("value_low", "value_high", "value_from", "value_to"))
    if isinstance(value, Quantity):
        ends["value_low"] = None if value.low is None else float(value.low)
        ends["value_high"] = None if value.high is None else float(value.high)
    if isinstance(value, Days):
        ends["value_from"] = value.earliest.isoformat() if value.earliest else None
        ends["value_to"] = value.latest.isoformat() if value.latest else None
    return ends


def claim_to(claim: Claim, run_id: int, names: Mapping[str, str]) -> Record:
    """Write a claim, what hangs on it apart; `names` are party names by key, to search by."""
    members = members_of(claim.value)
    searched = [claim.quote, claim.subject, *(member.name for member in members)]
    searched += [names[member.key] for member in members if member.key in names]
    scope = claim.scope
    return {
        "id": claim.id,
        "text_id": claim.text_id,
        "kind": claim.kind.value,
        "role": claim.role,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "quote": claim.quote,
        "anchor_start": claim.anchor.start,
        "anchor_end": claim.anchor.end,
        "subject": claim.subject,
        "attribute": claim.attribute,
        "value_type": claim.value.type,
        "value": to_document(claim.value),
        **_ends_of(claim.value),
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "party": claim.party,
        "event_id": scope.event,
        "head": scope.head,
        "scope": {
            "group": list(scope.group),
            "place": list(scope.place),
            "modifiers": list(scope.modifiers),
            "about": list(scope.about),
            "words": list(scope.words),
            "around": list(scope.around),
            "setting": list(scope.setting),
            "args": list(scope.args),
        },
        **as_of_to("as_of", scope.as_of),
        "weak": claim.weak,
        "evidence": [
            {"field": part.field, "start": part.span.start, "end": part.span.end, "rule": part.rule}
            for part in claim.evidence
        ],
        "extractor": claim.extractor,
        "folded": fold("\n".join(searched)),
        "run_id": run_id,
    }


def mark_to(claim: Claim) -> Record | None:
    """Write what people made of a claim; None where nobody spoke so of it."""
    if not claim.signed:
        return None
    read = None if claim.read is None else to_fields(claim.read)
    return {
        "claim_id": claim.id,
        "retracted": claim.retracted,
        "read": read,
        "signed": list(claim.signed),
    }


def with_mark(claim: Claim, row: Stored) -> Claim:
    """Read what people made of a claim."""
    read = None if row.read is None else with_fields(claim, row.read)
    return replace(claim, read=read, retracted=row.retracted, signed=tuple(row.signed))


def claim_from(row: Stored, speakers: Sequence[Speaker]) -> Claim:
    """Read a claim and its chain of speakers."""
    return Claim(
        text_id=row.text_id,
        kind=Kind(row.kind),
        role=row.role,
        span=Span(row.span_start, row.span_end),
        quote=row.quote,
        anchor=Span(row.anchor_start, row.anchor_end),
        subject=row.subject,
        attribute=row.attribute,
        value=from_document(row.value),
        scope=_scope_from(row),
        polarity=Polarity(row.polarity),
        certainty=Certainty(row.certainty),
        speakers=tuple(speakers),
        evidence=tuple(_evidence_from(part) for part in row.evidence),
        weak=row.weak,
        extractor=row.extractor,
        party=row.party,
    )


def _scope_from(row: Stored) -> Scope:
    return Scope(
        event=row.event_id,
        head=row.head,
        group=tuple(row.scope["group"]),
        place=tuple(row.scope["place"]),
        modifiers=tuple(row.scope["modifiers"]),
        about=tuple(row.scope["about"]),
        words=tuple(row.scope.get("words", ())),
        around=tuple(row.scope.get("around", ())),
        setting=tuple(row.scope.get("setting", ())),
        as_of=AsOf(row.as_of_from, row.as_of_to, row.as_of_known_by),
        args=tuple(row.scope.get("args", ())),
    )


def _evidence_from(part: Mapping[str, Any]) -> Evidence:
    return Evidence(part["field"], Span(part["start"], part["end"]), part["rule"])


def speaker_rows(claim: Claim) -> Iterable[Record]:
    """Write the chain of speakers of a claim."""
    for position, speaker in enumerate(claim.speakers):
        yield {
            "claim_id": claim.id,
            "position": position,
            "key": speaker.key,
            "name": speaker.name,
            "span_start": speaker.span.start if speaker.span else None,
            "span_end": speaker.span.end if speaker.span else None,
        }


def speaker_from(row: Stored) -> Speaker:
    """Read one link of a chain of speakers."""
    span = None if row.span_start is None else Span(row.span_start, row.span_end)
    return Speaker(row.key, row.name, span)


def participation_rows(claim: Claim) -> Iterable[Record]:
    """Write a row for each party that a claim names."""
    for position, member in enumerate(members_of(claim.value)):
        yield {
            "claim_id": claim.id,
            "position": position,
            "entity_key": member.key,
            "name": member.name,
            "polarity": claim.polarity.value,
        }


def event_to(event: Event, run_id: int) -> Record:
    """Write an event."""
    return {
        "id": event.id,
        "text_id": event.text_id,
        "anchor_start": event.anchor.start,
        "anchor_end": event.anchor.end,
        "kind": event.kind,
        "name": event.name,
        "place": event.place,
        "hosts": list(event.hosts),
        "proposers": list(event.proposers),
        "parties": list(event.parties),
        **as_of_to("on", event.on),
        "month_day": event.month_day,
        "ordinal": event.ordinal,
        "state": event.state,
        "mentions": [[span.start, span.end] for span in event.mentions],
        "run_id": run_id,
    }


def event_from(row: Stored) -> Event:
    """Read an event."""
    return Event(
        text_id=row.text_id,
        anchor=Span(row.anchor_start, row.anchor_end),
        kind=row.kind,
        name=row.name,
        place=row.place,
        hosts=tuple(row.hosts),
        proposers=tuple(row.proposers),
        parties=tuple(row.parties),
        on=AsOf(row.on_from, row.on_to, row.on_known_by),
        month_day=row.month_day,
        ordinal=row.ordinal,
        state=row.state,
        mentions=tuple(Span(start, end) for start, end in row.mentions),
    )
