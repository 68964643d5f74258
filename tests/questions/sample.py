"""Claims, events and texts made by hand, small enough to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from claims.model import (
    AsOf,
    Certainty,
    Claim,
    Event,
    Kind,
    Polarity,
    Scope,
    Span,
    Speaker,
    Text,
)
from claims.questions import Context, TextFacts
from claims.values.days import parse_iso
from claims.values.party import Parties, Party
from claims.values.quantity import parse_quantity

NAMES: Final = frozenset({"country:KE", "person:okafor", "place:KE/nairobi", "name:mara"})
"""What every text of the story names, unless a test says otherwise."""


def days(printed: str, known_by: str = "quote") -> AsOf:
    """Make the time of a statement from a partial day: "2021-04"."""
    found = parse_iso(printed)
    return AsOf(str(found.earliest), str(found.latest), known_by)


def text_id(name: str) -> str:
    """Give the id of a text that is called by a word."""
    return Text(name).id


def _speakers(names: Iterable[str]) -> tuple[Speaker, ...]:
    return tuple(Speaker(f"words:{name}", name) for name in names)


_SCOPE: Final[tuple[str, ...]] = (
    "event",
    "head",
    "group",
    "place",
    "modifiers",
    "about",
    "words",
    "around",
    "as_of",
    "args",
)
WORDS: Final = ("bridge", "flood", "mara", "village")
"""The content words of every sentence, unless a test says otherwise."""


def _parted(fields: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part the fields of a claim from those of its scope; lists become tuples."""
    frozen = {name: tuple(v) if isinstance(v, list) else v for name, v in fields.items()}
    scope: dict[str, Any] = {name: frozen.pop(name) for name in _SCOPE if name in frozen}
    return frozen, scope


def figure(text: str = "a", amount: str = "12", at: int = 0, **fields: Any) -> Claim:
    """Make a claim of an amount of people killed; `at` is where it stands in its text.

    Args:
        text: The word its text is called by.
        amount: As printed.
        at: First character of the figure.
        fields: Fields of the claim or its scope; `speakers` are names.
    """
    own, scope = _parted(fields)
    own["speakers"] = _speakers(own.get("speakers", ()))
    value = parse_quantity(amount)
    head = scope.setdefault("head", "person")
    if not value.unit and head in ("person", "troop"):
        value = replace(value, unit="person")
    scope.setdefault("as_of", days("2021-04-05", "published"))
    scope.setdefault("words", WORDS)
    defaults: dict[str, Any] = {
        "kind": Kind.QUANTITY,
        "role": own.get("attribute", "killed"),
        "subject": "people",
        "attribute": "killed",
        "extractor": "rules/1",
        "quote": "x" * 40,
    }
    return Claim(
        text_id=text_id(text),
        span=Span(at, at + 40),
        anchor=Span(at, at + 5),
        value=value,
        scope=Scope(**scope),
        **{**defaults, **own},
    )


def meeting(text: str = "a", at: int = 0, **fields: Any) -> Event:
    """Make an event: a conference in Moscow, unless the fields say otherwise."""
    defaults: dict[str, Any] = {
        "kind": "meeting",
        "name": "conference",
        "place": "place:RU/moscow",
        "hosts": ("country:RU",),
        "on": days("2021-03-18"),
    }
    anchor = Span(at, at + 5)
    made = Event(text_id=text_id(text), anchor=anchor, mentions=(anchor,), **{**defaults, **fields})
    return replace(made, parties=tuple(sorted({*made.parties, *made.hosts})))


def took_part(event: Event | None, *who: str, at: int = 50, **fields: Any) -> Claim:
    """Make a claim of who took part in an event; keys without a sort are countries."""
    own, scope = _parted(fields)
    own["speakers"] = _speakers(own.get("speakers", ()))
    members = tuple(Party(k if ":" in k else f"country:{k}", k, vague=":" in k) for k in who)
    listed = {name: own.pop(name, False) for name in ("closed", "universal")}
    single = len(members) == 1 and not any(listed.values())
    value = members[0] if single else Parties(members, " and ".join(who), **listed)
    role = own.pop("role", "attend")
    text = event.text_id if event is not None else text_id(own.pop("text", "a"))
    scope = {"head": "participation", "event": event.id if event else None, **scope}
    return Claim(
        text_id=text,
        kind=Kind.ACTOR if role in ("host", "propose") else Kind.PARTICIPANTS,
        role=role,
        span=Span(at, at + 40),
        quote="x" * 40,
        anchor=Span(at, at + 6),
        subject=event.name if event else "",
        attribute=role,
        value=value,
        scope=Scope(**scope),
        polarity=Polarity(own.pop("polarity", "affirmed")),
        certainty=Certainty(own.pop("certainty", "asserted")),
        party=members[0].key if single else "",
        **own,
    )


def context_of(
    claims: Iterable[Claim],
    events: Iterable[Event] = (),
    facts: Mapping[str, TextFacts] | None = None,
) -> Context:
    """Put claims and events together; texts are of 5 April 2021 and one story unless given."""
    by_id = {claim.id: claim for claim in claims}
    given = {text_id(name): fact for name, fact in (facts or {}).items()}
    usual = TextFacts(published="2021-04-05", names=NAMES)
    texts = {claim.text_id: given.get(claim.text_id, usual) for claim in by_id.values()}
    return Context(by_id, {event.id: event for event in events}, texts)
