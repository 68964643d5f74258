"""Claims parted into those that comparison connects: each part stands by itself.

Two claims are considered together where they share a key, stand in one article or in two of one
story, and are near enough in what they say; a few keys are sharp enough to need no story. Of a
block of many claims only the telling pairs are considered (`block`). Adding or removing an
article then touches no part that it does not reach.
"""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.events import unite_events
from claims.questions.numbered import Context, Numbered, Pairs, Story, side_of
from claims.questions.pairing import Pairing
from claims.questions.side import Side
from claims.questions.tie import Ties


@dataclass
class Part:
    """Claims that belong together, and the pairs of them that are considered.

    Args:
        sides: The claims, by id, in order of id.
        pairs: Pairs of ids, in order.
        odds: For each pair the log odds of one question, not a number where none were weighed.
        crowded: Ids of the claims of which not all pairs are considered: they share a key with
            claims that give too many answers.
        ties: What people said of any two of the claims.
    """

    sides: dict[str, Side] = field(default_factory=dict)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    odds: list[float] = field(default_factory=list)
    crowded: set[str] = field(default_factory=set)
    ties: Ties = field(default_factory=lambda: Ties({}, {}))

    @property
    def name(self) -> str:
        """The smallest id of its claims."""
        return min(self.sides)


def parts_of(context: Context) -> list[Part]:
    """Part the claims that have keys into those that belong together, by their smallest id."""
    return sorted(each_part(context), key=lambda part: part.name)


def each_part(context: Context) -> Iterator[Part]:
    """Give the parts one after another, so that none needs to be kept, story by story.

    What is connected across stories comes last.
    """
    pairing = Pairing(context)
    joined = Joined(pairing.numbered)
    for story in pairing.stories:
        yield from map(joined.part, joined.take(story, pairing.waiting))
    yield from map(joined.part, joined.rest(pairing.pairs_between()))


def whole_of(context: Context) -> Part:
    """Put all claims of a context into one part, whether or not they are considered together."""
    part = Part({id_: side_of(claim, context) for id_, claim in sorted(context.claims.items())})
    part.ties = Ties(context.ties, part.sides)
    return _with_events(part)


def near_claims(text_id: str, context: Context) -> set[str]:
    """Give the claims of other texts that are considered together with one of a text.

    Args:
        text_id: The text.
        context: Its claims, and those of other texts that may belong to them.
    """
    pairing = Pairing(context)
    numbered = pairing.numbered
    links = pairing.pairs_with(text_id).links(numbered.many)
    near = {numbered.sides[number].claim for pair in links for number in pair}
    return {claim.id for claim in near if claim.text_id != text_id}


@dataclass(frozen=True, slots=True)
class Cut:
    """A part by the numbers of its claims, in order, and the pairs of them."""

    numbers: Sequence[int]
    pairs: Pairs


@dataclass(slots=True)
class Rest:
    """What stories leave: claims that claims of other stories may reach.

    Args:
        groups: Their numbers, those together that are connected inside of their story.
        pairs: The pairs of them.
        crowded: Those of which not all pairs were considered.
    """

    groups: list[Sequence[int]] = field(default_factory=list)
    pairs: Pairs = field(default_factory=Pairs)
    crowded: set[int] = field(default_factory=set)


class Joined:
    """Claims joined into parts as their pairs are found.

    Args:
        numbered: The claims; each is kept until its part is given.
    """

    left: Rest
    """What the stories taken so far leave."""

    def __init__(self, numbered: Numbered) -> None:
        """Begin with every claim on its own."""
        self._numbered = numbered
        self._owner = array("l", range(numbered.many))
        self.left = Rest(crowded=numbered.crowded)

    def take(self, story: Story, waiting: set[int]) -> Iterator[Cut]:
        """Give the parts of a story that nothing outside of it can reach, and leave the others."""
        found = self._numbered.pairs_in(story)
        self._join(found.links(self._numbered.many))
        members = self._by_root(story.numbers)
        story.numbers.clear()
        places = self._places(found)
        for root, numbers in members.items():
            if waiting.isdisjoint(numbers):
                yield _cut(numbers, found, places.get(root, ()))
                continue
            self.left.groups.append(array("l", numbers))
            for place in places.get(root, ()):
                self.left.pairs.add(found.codes[place], found.odds[place])

    def take_rest(self, left: Rest) -> None:
        """Add what stories left that were taken elsewhere."""
        for numbers in left.groups:
            self._join(itertools.pairwise(numbers))
        self.left.groups += left.groups
        self.left.pairs.extend(left.pairs)
        self.left.crowded |= left.crowded

    def rest(self, between: Pairs) -> Iterator[Cut]:
        """Give the parts that are left, joined by pairs of claims of several stories."""
        self._join(between.links(self._numbered.many))
        pairs = self.left.pairs
        pairs.extend(between)
        places = self._places(pairs)
        for root, numbers in self._by_root(itertools.chain(*self.left.groups)).items():
            yield _cut(numbers, pairs, places.get(root, ()))

    def _join(self, links: Iterable[tuple[int, int]]) -> None:
        owner = self._owner
        for left, right in links:
            one, other = self._root(left), self._root(right)
            owner[max(one, other)] = min(one, other)

    def _root(self, number: int) -> int:
        """Follow to the smallest number of a part, shortening the way."""
        owner = self._owner
        while owner[number] != number:
            owner[number] = owner[owner[number]]
            number = owner[number]
        return number

    def _by_root(self, numbers: Iterable[int]) -> Mapping[int, list[int]]:
        members: dict[int, list[int]] = defaultdict(list)
        for number in sorted(numbers):
            members[self._root(number)].append(number)
        return members

    def _places(self, pairs: Pairs) -> Mapping[int, Sequence[int]]:
        """Give for each part where its pairs stand among some pairs."""
        many = len(self._owner)
        places: dict[int, array[int]] = defaultdict(lambda: array("l"))
        for place, code in enumerate(pairs.codes):
            places[self._root(code // many)].append(place)
        return places

    def part(self, cut: Cut) -> Part:
        """Make a part; its claims are no longer kept."""
        return part_of(cut, self._numbered)


def part_of(cut: Cut, numbered: Numbered) -> Part:
    """Make a part of some numbered claims, which are no longer kept."""
    sides = {number: numbered.sides.take(number) for number in cut.numbers}
    named = (divmod(code, numbered.many) for code in cut.pairs.codes)
    part = Part(
        {side.claim.id: side for side in sides.values()},
        [(sides[left].claim.id, sides[right].claim.id) for left, right in named],
        cut.pairs.odds.tolist(),
        {sides[number].claim.id for number in cut.numbers if number in numbered.crowded},
    )
    part.ties = Ties(numbered.ties, part.sides)
    return _with_events(part)


def _cut(numbers: Sequence[int], pairs: Pairs, places: Iterable[int]) -> Cut:
    """Cut out a part: its pairs in order, each once."""
    weighed = {pairs.codes[place]: pairs.odds[place] for place in places}
    ordered = sorted(weighed)
    found = Pairs(array("q", ordered), array("d", [weighed[code] for code in ordered]))
    return Cut(array("l", numbers), found)


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
