"""Claims by number, and the pairs of them that are considered: near enough, under one key."""

from __future__ import annotations

import itertools
import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.model import Claim, Event
from claims.questions.block import FULL, is_crowded, pairs_among
from claims.questions.family import near
from claims.questions.likeness import scale
from claims.questions.side import Pair, Side
from claims.questions.story import NOTHING_KNOWN, TextFacts
from claims.questions.story import Story as Alike
from claims.questions.tie import Ids, Tie, ids_of


@dataclass(frozen=True)
class Context:
    """All that a comparison looks at, by id.

    `ties` holds what people said of two claims, by their ids; some of the claims may be absent.
    """

    claims: Mapping[str, Claim]
    events: Mapping[str, Event]
    texts: Mapping[str, TextFacts]
    ties: Mapping[Ids, Tie] = field(default_factory=dict)


@dataclass(slots=True)
class Story:
    """Texts that links chain together.

    Args:
        texts: Their ids.
        linked: The links: two texts that tell one story, and how far.
        numbers: Their claims, by number.
        blocks: Claims that share a key which needs no story, where no other story has it.
    """

    texts: list[str] = field(default_factory=list)
    linked: list[tuple[str, str, Alike]] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    blocks: list[Sequence[int]] = field(default_factory=list)


@dataclass(slots=True)
class Pairs:
    """Pairs of numbered claims, each as one number beside its odds, so that millions have room.

    Args:
        codes: The smaller number times how many claims there are, plus the larger; some twice.
        odds: Log odds that both answer one question, not a number where they were not weighed.
        full: Links between the claims of every full block that needs no story: which of its
            pairs are considered depends on all of them.
    """

    codes: array[int] = field(default_factory=lambda: array("q"))
    odds: array[float] = field(default_factory=lambda: array("d"))
    full: list[tuple[int, int]] = field(default_factory=list)

    def add(self, code: int, odds: float) -> None:
        """Add a pair."""
        self.codes.append(code)
        self.odds.append(odds)

    def extend(self, others: Pairs) -> None:
        """Add pairs; what they are linked by is left out."""
        self.codes += others.codes
        self.odds += others.odds

    def links(self, many: int) -> Iterator[tuple[int, int]]:
        """Give the pairs of numbers that are connected."""
        yield from (divmod(code, many) for code in self.codes)
        yield from self.full


def side_of(claim: Claim, context: Context) -> Side:
    """Give a claim with its event and its text."""
    event = context.events.get(claim.scope.event or "")
    return Side(claim, event, facts=context.texts.get(claim.text_id, NOTHING_KNOWN))


class Sides(dict[int, Side]):
    """The claims by number, each made ready when first asked for."""

    def __init__(self, claims: Sequence[Claim] | Mapping[int, Claim], context: Context) -> None:
        """Make none ready yet."""
        super().__init__()
        self._claims = claims
        self._context = context

    def __missing__(self, number: int) -> Side:
        """Make a claim ready."""
        side = self[number] = side_of(self._claims[number], self._context)
        return side

    def only(self, numbers: Iterable[int]) -> Sides:
        """Give some of the claims, with no more of the context than they need."""
        context = self._context
        claims = {number: self._claims[number] for number in numbers}
        told = {claim.scope.event or "" for claim in claims.values()}
        events = {id_: context.events[id_] for id_ in told & context.events.keys()}
        texts = {claim.text_id for claim in claims.values()}
        facts = {id_: context.texts[id_] for id_ in texts & context.texts.keys()}
        return Sides(claims, Context({}, events, facts))

    @property
    def numbers(self) -> Iterable[int]:
        """The numbers of the claims."""
        return self._claims if isinstance(self._claims, Mapping) else range(len(self._claims))

    def tied(self, ties: Mapping[Ids, Tie]) -> Mapping[Ids, Tie]:
        """Give those ties of which both claims are there."""
        if not ties or not isinstance(self._claims, Mapping):
            return ties
        ids = {claim.id for claim in self._claims.values()}
        return {both: tie for both, tie in ties.items() if ids.issuperset(both)}

    def take(self, number: int) -> Side:
        """Give a claim and keep it no longer."""
        side = self[number]
        del self[number]
        return side


Held = dict[str, dict[str, list[int]]]
"""The numbers of claims by text and key."""


class Numbered:
    """Claims that have keys, by number, and what finds the pairs of them.

    Args:
        many: How many claims are numbered, here or elsewhere.
        sides: The claims.
        held: Their numbers by text and key; those of a story go when its pairs were found.
        ties: What people said of two claims.
    """

    crowded: set[int]
    """Those of which not all pairs were considered, as far as pairs were found."""

    def __init__(self, many: int, sides: Sides, held: Held, ties: Mapping[Ids, Tie]) -> None:
        """Find no pairs yet."""
        self.many = many
        self.sides = sides
        self.held = held
        self.ties = ties
        self.crowded = set()

    def part_with(self, stories: Iterable[Story]) -> Numbered:
        """Give the claims of some stories and keep their keys no longer."""
        told = list(stories)
        found = self.only(number for story in told for number in story.numbers)
        found.held = {id_: self.held.pop(id_) for story in told for id_ in story.texts}
        return found

    def only(self, numbers: Iterable[int]) -> Numbered:
        """Give some of the claims without their keys."""
        sides = self.sides.only(numbers)
        found = Numbered(self.many, sides, {}, sides.tied(self.ties))
        found.crowded = self.crowded.intersection(sides.numbers)
        return found

    def pairs_in(self, story: Story) -> Pairs:
        """Find the pairs inside of one story; its links and blocks are no longer kept."""
        found = Pairs()
        for text_id in story.texts:
            self.keep(self.within(self.held[text_id].values()), found)
        for left, right, alike in story.linked:
            self.keep(self.between_texts(left, right), found, alike)
        for block in story.blocks:
            self.keep_block(block, found)
        for text_id in story.texts:
            del self.held[text_id]
        story.linked.clear()
        story.blocks.clear()
        return found

    def keep(
        self, pairs: Iterable[tuple[int, int]], found: Pairs, alike: Alike | None = None
    ) -> None:
        """Keep the pairs that are near enough; all are of the same one or two articles."""
        begun, sides, many = None, self.sides, self.many
        for left, right in pairs:
            pair = Pair(sides[left], sides[right], None, alike)
            begun = scale().begin(pair) if begun is None else begun
            if near(pair, begun) or self._is_tied(pair):
                found.codes.append(left * many + right)
                found.odds.append(math.nan if pair.odds is None else pair.odds)

    def _is_tied(self, pair: Pair) -> bool:
        return bool(self.ties) and ids_of(pair.left.claim.id, pair.right.claim.id) in self.ties

    def keep_block(self, numbers: Sequence[int], found: Pairs) -> None:
        """Keep the pairs of a block that needs no story."""
        if len(numbers) > FULL:
            found.full.extend(itertools.pairwise(numbers))
        of_texts: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for left, right in sorted(self.within([numbers])):
            texts = self.sides[left].claim.text_id, self.sides[right].claim.text_id
            of_texts[texts].append((left, right))
        for pairs in of_texts.values():
            self.keep(pairs, found)

    def within(self, blocks: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
        """Give the pairs inside of blocks of one article, or of a key that needs no story."""
        found: set[tuple[int, int]] = set()
        for numbers in blocks:
            if is_crowded(numbers, self.sides):
                self.crowded.update(numbers)
            found.update(pairs_among(numbers, self.sides))
        return found

    def between_texts(self, left: str, right: str) -> set[tuple[int, int]]:
        """Give the pairs between the blocks of two articles."""
        one, other = self.held[left], self.held[right]
        found: set[tuple[int, int]] = set()
        for key in one.keys() & other.keys():
            self._add_across(one[key], other[key], found)
        return found

    def _add_across(
        self, left: Sequence[int], right: Sequence[int], found: set[tuple[int, int]]
    ) -> None:
        if len(left) + len(right) <= FULL:
            found.update([(a, b) if a < b else (b, a) for a in left for b in right])
            return
        own = frozenset(left)
        inside = {number: number in own for number in (*left, *right)}
        whole = self.within([sorted(inside)])
        found.update(pair for pair in whole if inside[pair[0]] != inside[pair[1]])
