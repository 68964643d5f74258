"""Claims parted into those that comparison connects: each part stands by itself.

Two claims are considered together where they share a key, stand in one article or in two of one
story, and are near enough in what they say. Adding or removing an article then touches no part
that it does not reach.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from claims.events import unite_events
from claims.model import Claim, Event
from claims.questions.family import near
from claims.questions.key import ANYWHERE, keys_of
from claims.questions.side import Pair, Side
from claims.questions.story import TextFacts, linked


@dataclass(frozen=True)
class Context:
    """All that a comparison looks at, by id."""

    claims: Mapping[str, Claim]
    events: Mapping[str, Event]
    texts: Mapping[str, TextFacts]


@dataclass
class Part:
    """Claims that belong together, and the pairs of them that are considered.

    Args:
        sides: The claims, by id, in order of id.
        pairs: Pairs of ids, in order.
    """

    sides: dict[str, Side] = field(default_factory=dict)
    pairs: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The smallest id of its claims."""
        return min(self.sides)


def parts_of(context: Context) -> list[Part]:
    """Part the claims that have keys into those that belong together, by their smallest id."""
    keys = {id_: keys_of(claim, context.events) for id_, claim in context.claims.items()}
    sides = {id_: _side(context.claims[id_], context) for id_ in sorted(keys) if keys[id_]}
    pairs = sorted(_near_pairs(sides, keys, context.texts))
    owner = {id_: id_ for id_ in sides}
    for left, right in pairs:
        one, other = sorted((_root(owner, left), _root(owner, right)))
        owner[other] = one
    parts: dict[str, Part] = {}
    for id_, side in sides.items():
        parts.setdefault(_root(owner, id_), Part()).sides[id_] = side
    for left, right in pairs:
        parts[_root(owner, left)].pairs.append((left, right))
    return [_with_events(part) for _, part in sorted(parts.items())]


def whole_of(context: Context) -> Part:
    """Put all claims of a context into one part, whether or not they are considered together."""
    part = Part({id_: _side(claim, context) for id_, claim in sorted(context.claims.items())})
    return _with_events(part)


def near_claims(text_id: str, context: Context) -> set[str]:
    """Give the claims of other texts that are considered together with one of a text.

    Args:
        text_id: The text.
        context: Its claims, and those of other texts that may belong to them.
    """
    keys = {id_: keys_of(claim, context.events) for id_, claim in context.claims.items()}
    sides = {id_: _side(context.claims[id_], context) for id_ in sorted(keys) if keys[id_]}
    own = {id_ for id_, side in sides.items() if side.claim.text_id == text_id}
    return {
        other
        for pair in _near_pairs(sides, keys, context.texts, own)
        for one, other in (pair, pair[::-1])
        if one in own and other not in own
    }


def _root(owner: dict[str, str], id_: str) -> str:
    """Follow to the smallest id of a part, shortening the way."""
    while owner[id_] != id_:
        owner[id_] = owner[owner[id_]]
        id_ = owner[id_]
    return id_


def _side(claim: Claim, context: Context) -> Side:
    event = context.events.get(claim.scope.event or "")
    return Side(claim, event, facts=context.texts.get(claim.text_id, TextFacts()))


def _near_pairs(
    sides: Mapping[str, Side],
    keys: Mapping[str, frozenset[str]],
    texts: Mapping[str, TextFacts],
    own: Collection[str] | None = None,
) -> Iterator[tuple[str, str]]:
    """Give every pair of claims that is considered, by id, each once.

    Args:
        own: Where given, only pairs that hold one of these claims.
    """
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for id_, side in sides.items():
        for key in keys[id_]:
            held[side.claim.text_id][key].append(id_)
    known = {text_id: texts.get(text_id, TextFacts()) for text_id in held}
    found: set[tuple[str, str]] = set()
    for blocks in held.values():
        for ids in blocks.values():
            found.update(itertools.combinations(ids, 2))
    for left, right in linked(known):
        for key in held[left].keys() & held[right].keys():
            found.update(_crossed(held[left][key], held[right][key]))
    anywhere = _anywhere(held)
    for ids in anywhere.values():
        found.update(itertools.combinations(sorted(ids), 2))
    if own is not None:
        found = {ids for ids in found if ids[0] in own or ids[1] in own}
    return (ids for ids in found if near(Pair(sides[ids[0]], sides[ids[1]])))


def _crossed(left: Iterable[str], right: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((min(pair), max(pair)) for pair in itertools.product(left, right))


def _anywhere(held: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, list[str]]:
    """Gather the claims of the keys that need no story."""
    found: dict[str, list[str]] = defaultdict(list)
    for blocks in held.values():
        for key, ids in blocks.items():
            if key.startswith(ANYWHERE):
                found[key].extend(ids)
    return found


def _with_events(part: Part) -> Part:
    """Tell every claim its event, united across the texts of the part."""
    told_of = {side.event.id: side.event for side in part.sides.values() if side.event is not None}
    own = [told_of[id_] for id_ in sorted(told_of)]
    if not own:
        return part
    group = unite_events(own)
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event in own:
        told[group[event.id], event.text_id] |= {*event.parties, *event.hosts, *event.proposers}
    part.sides = {id_: _united(side, group, told) for id_, side in part.sides.items()}
    return part


def _united(side: Side, group: Mapping[str, str], told: Mapping[tuple[str, str], set[str]]) -> Side:
    if side.event is None:
        return side
    united = group[side.event.id]
    names = frozenset(told[united, side.claim.text_id])
    return Side(side.claim, side.event, united, side.facts, names)
