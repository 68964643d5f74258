"""The claims that keys connect: the parts that a comparison looks at, each by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.model import Claim, Event
from claims.questions.key import keys_of
from claims.questions.scope import TextFacts


@dataclass(frozen=True)
class Context:
    """All that a comparison looks at, by id."""

    claims: Mapping[str, Claim]
    events: Mapping[str, Event]
    texts: Mapping[str, TextFacts]


def components(context: Context) -> list[Context]:
    """Part the claims that have keys into those that keys connect, each to stand by itself.

    Adding or removing an article can then touch no part that it does not reach.
    """
    found = {id_: keys_of(claim, context.events) for id_, claim in context.claims.items()}
    keys = {id_: some for id_, some in found.items() if some}
    part_of: dict[str, int] = {}
    parts: dict[int, list[str]] = {}
    held: dict[str, int] = {}
    for number, id_ in enumerate(sorted(keys)):
        parts[number], part_of[id_] = [id_], number
        for key in keys[id_]:
            other = held.setdefault(key, part_of[id_])
            if other != part_of[id_]:
                _merge(parts, part_of, held, other, part_of[id_])
    return [_part(context, ids) for ids in parts.values()]


def _merge(
    parts: dict[int, list[str]], part_of: dict[str, int], held: dict[str, int], one: int, other: int
) -> None:
    """Put the smaller of two parts into the larger."""
    small, large = sorted((one, other), key=lambda number: len(parts[number]))
    for id_ in parts[small]:
        part_of[id_] = large
    parts[large] += parts.pop(small)
    for key, number in held.items():
        if number == small:
            held[key] = large


def _part(context: Context, ids: Sequence[str]) -> Context:
    claims = {id_: context.claims[id_] for id_ in sorted(ids)}
    named = {claim.scope.event for claim in claims.values()} - {None}
    events = {id_: context.events[id_] for id_ in sorted(filter(None, named))}
    return Context(claims, events, context.texts)
