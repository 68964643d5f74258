"""Claims parted into those that comparison connects: each part stands by itself.

Two claims are considered together where they share a key, stand in one article or in two of one
story, and are near enough in what they say; a few keys are sharp enough to need no story. Of a
block of many claims only the telling pairs are considered (`block`). Adding or removing an
article then touches no part that it does not reach.
"""

from __future__ import annotations

import itertools
import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.events import unite_events
from claims.model import Claim, Event
from claims.questions.block import FULL, is_crowded, pairs_among
from claims.questions.family import near
from claims.questions.key import ANYWHERE, keys_of
from claims.questions.likeness import scale
from claims.questions.side import Pair, Side
from claims.questions.story import NOTHING_KNOWN, TextFacts, linked


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
        odds: For each pair the log odds of one question, not a number where none were weighed.
        crowded: Ids of the claims of which not all pairs are considered: they share a key with
            claims that give too many answers.
    """

    sides: dict[str, Side] = field(default_factory=dict)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    odds: list[float] = field(default_factory=list)
    crowded: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The smallest id of its claims."""
        return min(self.sides)


def parts_of(context: Context) -> list[Part]:
    """Part the claims that have keys into those that belong together, by their smallest id."""
    return list(each_part(context))


def each_part(context: Context) -> Iterator[Part]:
    """Give the parts one after another, so that none needs to be kept, by their smallest id."""
    found = _Found(context)
    owner = list(range(len(found.ids)))
    for left, right in found.find():
        one, other = sorted((_root(owner, left), _root(owner, right)))
        owner[other] = one
    members: dict[int, array[int]] = defaultdict(lambda: array("l"))
    for number in range(len(owner)):
        members[_root(owner, number)].append(number)
    pairs: dict[int, array[int]] = defaultdict(lambda: array("l"))
    for place, code in enumerate(found.codes):
        pairs[_root(owner, code // len(owner))].append(place)
    for root, numbers in members.items():
        yield _with_events(found.take(numbers, pairs.pop(root, ())))


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
    found = _Found(context)
    own = {n for n, side in found.sides.items() if side.claim.text_id == text_id}
    return {found.ids[n] for pair in found.find(text_id) for n in pair} - {
        found.ids[n] for n in own
    }


def _root(owner: list[int], number: int) -> int:
    """Follow to the smallest number of a part, shortening the way."""
    while owner[number] != number:
        owner[number] = owner[owner[number]]
        number = owner[number]
    return number


def _side(claim: Claim, context: Context) -> Side:
    event = context.events.get(claim.scope.event or "")
    return Side(claim, event, facts=context.texts.get(claim.text_id, NOTHING_KNOWN))


_Block = Sequence[int]


class _Found:
    """The claims that have keys, numbered in order of id, and the pairs that are considered.

    A pair is kept as one number beside its odds, so that millions of them have room.
    """

    def __init__(self, context: Context) -> None:
        keys = {id_: keys_of(claim, context.events) for id_, claim in context.claims.items()}
        self.ids = sorted(id_ for id_ in keys if keys[id_])
        self.sides = {n: _side(context.claims[id_], context) for n, id_ in enumerate(self.ids)}
        self._texts = context.texts
        self._held: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, id_ in enumerate(self.ids):
            for key in keys[id_]:
                self._held[self.sides[number].claim.text_id][key].append(number)
        self.crowded: set[int] = set()
        self.codes = array("q")
        self._odds = array("d")
        self.full: list[tuple[int, int]] = []

    def find(self, text_id: str | None = None) -> Iterator[tuple[int, int]]:
        """Find the pairs that are considered, and then give them; some twice.

        After them come links between the claims of every full block that needs no story: which of
        its pairs are considered depends on all of them.

        Args:
            text_id: Where given, only pairs and full blocks that hold a claim of this text.
        """
        self._find(text_id)
        self._held.clear()
        many = len(self.ids)
        yield from (divmod(code, many) for code in self.codes)
        yield from self.full

    def take(self, numbers: Iterable[int], places: Iterable[int]) -> Part:
        """Make a part; its claims are no longer kept here.

        Args:
            numbers: Its claims.
            places: Where its pairs stand among those found.
        """
        many = len(self.ids)
        weighed = {self.codes[place]: self._odds[place] for place in places}
        ordered = sorted(weighed)
        named = [divmod(code, many) for code in ordered]
        return Part(
            {self.ids[number]: self.sides.pop(number) for number in numbers},
            [(self.ids[left], self.ids[right]) for left, right in named],
            [weighed[code] for code in ordered],
            {self.ids[number] for number in numbers if number in self.crowded},
        )

    def _find(self, text_id: str | None) -> None:
        held = self._held
        for own, blocks in held.items():
            if text_id in (None, own):
                self._keep(self._within(blocks.values()))
        for left, right in linked({id_: self._facts(id_) for id_ in held}):
            shared = held[left].keys() & held[right].keys()
            if shared and text_id in (None, left, right):
                self._keep(self._across([(held[left][key], held[right][key]) for key in shared]))
        for numbers in _anywhere(held):
            if text_id is None or any(self._text(number) == text_id for number in numbers):
                if len(numbers) > FULL:
                    self.full.extend(itertools.pairwise(numbers))
                for pair in set(self._within([numbers])):
                    self._keep((pair,))

    def _text(self, number: int) -> str:
        return self.sides[number].claim.text_id

    def _facts(self, text_id: str) -> TextFacts:
        return self._texts.get(text_id, NOTHING_KNOWN)

    def _keep(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep the pairs that are near enough; all are of the same one or two articles."""
        begun, sides, many = None, self.sides, len(self.ids)
        for left, right in pairs:
            pair = Pair(sides[left], sides[right])
            begun = scale().begin(pair) if begun is None else begun
            if near(pair, begun):
                self.codes.append(left * many + right)
                self._odds.append(math.nan if pair.odds is None else pair.odds)

    def _within(self, blocks: Iterable[_Block]) -> set[tuple[int, int]]:
        """Give the pairs inside of blocks of one article, or of a key that needs no story."""
        found: set[tuple[int, int]] = set()
        for numbers in blocks:
            if is_crowded(numbers, self.sides):
                self.crowded.update(numbers)
            found.update(pairs_among(numbers, self.sides))
        return found

    def _across(self, blocks: Iterable[tuple[_Block, _Block]]) -> set[tuple[int, int]]:
        """Give the pairs between the blocks of two articles."""
        found: set[tuple[int, int]] = set()
        for left, right in blocks:
            if len(left) == len(right) == 1:
                found.add((min(left[0], right[0]), max(left[0], right[0])))
                continue
            if len(left) + len(right) <= FULL:
                found.update(_sorted(pair) for pair in itertools.product(left, right))
                continue
            inside = {number: number in set(left) for number in (*left, *right)}
            whole = self._within([sorted(inside)])
            found.update(pair for pair in whole if inside[pair[0]] != inside[pair[1]])
        return found


def _sorted(pair: tuple[int, int]) -> tuple[int, int]:
    left, right = pair
    return (left, right) if left < right else (right, left)


def _anywhere(held: Mapping[str, Mapping[str, _Block]]) -> list[list[int]]:
    """Gather the claims of each key that needs no story, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for blocks in held.values():
        for key, numbers in blocks.items():
            if key.startswith(ANYWHERE):
                found[key].extend(numbers)
    return [sorted(numbers) for numbers in found.values()]


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
