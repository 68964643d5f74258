"""The fields of a claim as plain documents and back: what a person may say of a claim.

A document holds some fields or all; those it does not name stay as they are. Fields that make
the identity of a claim (text, kind, role, anchor, party) are no part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, Final

from claims.model import AsOf, Certainty, Claim, Evidence, Kind, Polarity, Scope, Span, Speaker
from claims.values.document import from_document, to_document

Document = dict[str, Any]

_NAMES: Final = ("event", "head")
_LISTS: Final = tuple(part.name for part in fields(Scope) if part.name not in (*_NAMES, "as_of"))
_PLAIN: Final = ("subject", "attribute")


def to_fields(claim: Claim) -> Document:
    """Write every field of a claim that a person may say."""
    return {
        "subject": claim.subject,
        "attribute": claim.attribute,
        "value": to_document(claim.value),
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "speakers": [speaker_to(link) for link in claim.speakers],
        "as_of": as_of_to(claim.scope.as_of),
        "scope": scope_to(claim.scope),
    }


def with_fields(claim: Claim, said: Mapping[str, Any]) -> Claim:
    """Give a claim with what a document of fields says of it."""
    changed: dict[str, Any] = {name: said[name] for name in _PLAIN if name in said}
    for name, read in _READERS.items():
        if name in said:
            changed[name] = read(said[name])
    scope = claim.scope
    if "scope" in said:
        scope = _with_scope(scope, said["scope"])
    if "as_of" in said:
        scope = replace(scope, as_of=_as_of_from(said["as_of"]))
    return replace(claim, scope=scope, **changed)


def to_whole(claim: Claim) -> Document:
    """Write a whole claim, its identity included."""
    return {
        **to_fields(claim),
        "kind": claim.kind.value,
        "role": claim.role,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "anchor": [claim.anchor.start, claim.anchor.end],
        "party": claim.party,
        "evidence": [
            {"field": part.field, "start": part.span.start, "end": part.span.end, "rule": part.rule}
            for part in claim.evidence
        ],
        "extractor": claim.extractor,
    }


def from_whole(text_id: str, document: Mapping[str, Any]) -> Claim:
    """Read a whole claim of a text."""
    bare = Claim(
        text_id=text_id,
        kind=Kind(document["kind"]),
        role=document["role"],
        span=Span(document["start"], document["end"]),
        quote=document["quote"],
        anchor=Span(*document["anchor"]),
        subject="",
        attribute="",
        value=from_document(document["value"]),
        evidence=tuple(
            Evidence(part["field"], Span(part["start"], part["end"]), part["rule"])
            for part in document["evidence"]
        ),
        extractor=document["extractor"],
        party=document["party"],
    )
    return with_fields(bare, document)


def speaker_to(link: Speaker) -> Document:
    """Write one link of a chain of speakers."""
    span = None if link.span is None else [link.span.start, link.span.end]
    return {"key": link.key, "name": link.name, "span": span}


def _speakers_from(links: list[Document]) -> tuple[Speaker, ...]:
    return tuple(
        Speaker(link["key"], link["name"], Span(*link["span"]) if link["span"] else None)
        for link in links
    )


def as_of_to(as_of: AsOf) -> Document:
    """Write the time a statement is about."""
    return {"from": as_of.earliest, "to": as_of.latest, "known_by": as_of.known_by}


def _as_of_from(document: Mapping[str, Any]) -> AsOf:
    return AsOf(document["from"], document["to"], document["known_by"])


def scope_to(scope: Scope) -> Document:
    """Write a scope; its time is a field of its own."""
    lists = {name: list(getattr(scope, name)) for name in _LISTS}
    return {"event": scope.event, "head": scope.head, **lists}


def _with_scope(scope: Scope, document: Mapping[str, Any]) -> Scope:
    changed: dict[str, Any] = {name: document[name] for name in _NAMES if name in document}
    changed |= {name: tuple(document[name]) for name in _LISTS if name in document}
    return replace(scope, **changed)


_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "value": from_document,
    "polarity": Polarity,
    "certainty": Certainty,
    "speakers": _speakers_from,
}
