"""The claims that keys connect: the parts that a comparison looks at, each by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.compare.participation import MAKERS
from claims.model import Certainty, Claim, Event, Kind
from claims.questions.scope import TextFacts
from claims.values.party import Parties, Party


def keys_of(claim: Claim, events: Mapping[str, Event]) -> frozenset[str]:
    """Give the keys by which a claim is found beside others: claims without one never meet.

    An amount is found by what it counts and what is said of it, a participation by its known
    parties and by who held or invited; plans never meet statements. Other claims are kept and
    listed, and compared with nothing so far.
    """
    stated = "planned" if claim.certainty is Certainty.PLANNED else "stated"
    if claim.kind is Kind.QUANTITY:
        return frozenset({f"quantity:{claim.scope.head}:{claim.attribute}:{stated}"})
    if claim.scope.head != "participation":
        return frozenset()
    sort = f"{'made' if claim.role in MAKERS else 'joined'}:{stated}"
    members = claim.value.members if isinstance(claim.value, Parties) else (claim.value,)
    named = {m.key for m in members if isinstance(m, Party) and not m.key.startswith("words:")}
    event = events.get(claim.scope.event or "")
    told = (event.hosts or event.proposers) if event is not None else ()
    makers = {*claim.scope.group, *told}
    return frozenset(
        {f"party:{key}:{sort}" for key in named} | {f"maker:{key}:{sort}" for key in makers}
    )


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
