"""Cases as JSON Lines, one a line, that a journalist can read and add to.

A case has a `text`, where it matters the day it was `published` and its `authors`, and what is to
be found in it. Of each claim only what the case names is looked at:

    value       the amount as printed, with its bound: "more than 1,000"
    low, high   the ends of the interval; null for an open end
    who         keys of the parties; `closed` and `universal` for their list
    event       words in the name of the event it is about
    quote_has   words that must stand in the quote
    as_of       first day, last day, and how they are known
    args        who and what the act is about: "agent:country:PE"
    place_head  the key of a known place, or the noun for another

and otherwise the field of the claim by its own name. `none` lists words that no claim may be
anchored in. What the program cannot do yet stands in `open.jsonl`, which no test reads; there
`concern` names the file a case belongs to, and `note` says what comes out instead.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from claims.extract import Extraction, extract
from claims.model import Claim, Event, Kind, Span, Text
from claims.read import make_view
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity

if TYPE_CHECKING:
    from spacy.language import Language

FOLDER: Final = Path(__file__).resolve().parent / "cases"

Case = dict[str, Any]


def read_cases(name: str) -> list[Any]:
    """Read one file of cases; each is called by its text."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [pytest.param(json.loads(line), id=_label(json.loads(line))) for line in lines]


def _label(case: Case) -> str:
    return f"{case['text'][:60]} {case.get('value', case.get('verb', ''))}".strip()


def extracted(case: Case, parser: Language) -> Extraction:
    """Find the claims of the text of a case."""
    return extract(
        make_view(Text(case["text"])),
        published=case.get("published"),
        authors=tuple(case.get("authors", ())),
        parser=parser,
    )


def only(found: Extraction, keep: Callable[[Claim], bool]) -> Extraction:
    """Leave out what a file of cases does not speak of."""
    return replace(found, claims=tuple(claim for claim in found.claims if keep(claim)))


def is_amount(claim: Claim) -> bool:
    """Whether a claim states an amount."""
    return claim.kind is Kind.QUANTITY


def is_participation(claim: Claim) -> bool:
    """Whether a claim says who took part in a meeting, or who held it."""
    return claim.scope.head == "participation"


def is_statement(claim: Claim) -> bool:
    """Whether a claim states neither an amount nor who took part in a meeting."""
    return not is_amount(claim) and not is_participation(claim)


def _end(claim: Claim, name: str) -> float | None:
    end = getattr(claim.value, name) if isinstance(claim.value, Quantity) else None
    return None if end is None else float(end)


def _who(claim: Claim, _events: Mapping[str, Event]) -> list[str]:
    value = claim.value
    members = value.members if isinstance(value, Parties) else (value,)
    return [member.key for member in members if isinstance(member, Party)]


def _as_of(claim: Claim, _events: Mapping[str, Event]) -> list[str | None]:
    as_of = claim.scope.as_of
    return [as_of.earliest, as_of.latest, as_of.known_by]


def _event(claim: Claim, events: Mapping[str, Event]) -> str:
    event = events.get(claim.scope.event or "")
    return event.name if event is not None else ""


_READ: Final[Mapping[str, Callable[[Claim, Mapping[str, Event]], Any]]] = {
    "value": lambda claim, _: claim.value.text,
    "low": lambda claim, _: _end(claim, "low"),
    "high": lambda claim, _: _end(claim, "high"),
    "unit": lambda claim, _: getattr(claim.value, "unit", None),
    "head": lambda claim, _: claim.scope.head,
    "group": lambda claim, _: list(claim.scope.group),
    "place": lambda claim, _: list(claim.scope.place),
    "modifiers": lambda claim, _: list(claim.scope.modifiers),
    "speakers": lambda claim, _: [speaker.name for speaker in claim.speakers],
    "keys": lambda claim, _: [speaker.key for speaker in claim.speakers],
    "closed": lambda claim, _: getattr(claim.value, "closed", False),
    "universal": lambda claim, _: getattr(claim.value, "universal", False),
    "who": _who,
    "as_of": _as_of,
    "args": lambda claim, _: list(claim.scope.args),
    "place_head": lambda claim, _: getattr(claim.value, "head", ""),
}
"""How a field of a case is read from a claim; any other is the claim's own field."""


def _holds(claim: Claim, name: str, wanted: Any, events: Mapping[str, Event]) -> bool:
    if name == "quote_has":
        return wanted in claim.quote
    if name == "event":
        return wanted in _event(claim, events)
    read = _READ.get(name)
    return bool((read(claim, events) if read else getattr(claim, name)) == wanted)


def find_misses(case: Case, found: Extraction) -> Iterator[str]:
    """Say what a case asks for and the extraction has not, and what it has and must not have."""
    events = {event.id: event for event in found.events}
    for wanted in case.get("claims", ()):
        if not any(
            all(_holds(claim, name, value, events) for name, value in wanted.items())
            for claim in found.claims
        ):
            yield f"nothing found is {wanted}; found: {[told(c, events) for c in found.claims]}"
    for words in case.get("none", ()):
        for claim in found.claims:
            if any(span.overlaps(claim.anchor) for span in spans_of(case["text"], words)):
                yield f"{words!r} must not be a claim: {told(claim, events)}"


def told(claim: Claim, events: Mapping[str, Event] | None = None) -> Case:
    """Tell everything of a claim that a case can ask for."""
    names = ("kind", "role", "subject", "attribute", "polarity", "certainty", "quote")
    fields = {name: str(getattr(claim, name)) for name in names}
    return fields | {name: read(claim, events or {}) for name, read in _READ.items()}


def spans_of(text: str, words: str) -> Iterator[Span]:
    """Give every place where words stand in a text."""
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)
