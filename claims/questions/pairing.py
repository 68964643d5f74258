"""The pairs of claims that are considered, story by story.

Texts are chained into stories by links between two of them. Only the claims of one story are
held against each other, but for those that share a key which needs no story. So no more than the
claims of one story, and those that wait for such a key, need to be at hand at once.
"""

from __future__ import annotations

import itertools
import math
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.model import Claim, Event
from claims.questions.block import FULL, is_crowded, pairs_among
from claims.questions.family import near
from claims.questions.key import ANYWHERE, keys_of
from claims.questions.likeness import scale
from claims.questions.side import Pair, Side
from claims.questions.story import NOTHING_KNOWN, TextFacts, linked
from claims.questions.story import Story as Alike
from claims.questions.tie import RUNG, Ids, Tie, ids_of


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

    def links(self, many: int) -> Iterator[tuple[int, int]]:
        """Give the pairs of numbers that are connected."""
        yield from (divmod(code, many) for code in self.codes)
        yield from self.full


def side_of(claim: Claim, context: Context) -> Side:
    """Give a claim with its event and its text."""
    event = context.events.get(claim.scope.event or "")
    return Side(claim, event, facts=context.texts.get(claim.text_id, NOTHING_KNOWN))


class _Sides(dict[int, Side]):
    """The claims by number, each made ready when first asked for."""

    def __init__(self, ids: Sequence[str], context: Context) -> None:
        super().__init__()
        self._ids = ids
        self._context = context

    def __missing__(self, number: int) -> Side:
        side = self[number] = side_of(self._context.claims[self._ids[number]], self._context)
        return side

    def take(self, number: int) -> Side:
        """Give a claim and keep it no longer."""
        side = self[number]
        del self[number]
        return side


class Pairing:
    """The claims that have keys, numbered in order of id, and the pairs that are considered.

    Args:
        context: The claims, their events and texts.
    """

    ids: list[str]
    """The ids of the claims, by number."""
    sides: _Sides
    """The claims, by number."""
    crowded: set[int]
    """Those of which not all pairs were considered, as far as pairs were found."""
    stories: list[Story]
    waiting: set[int]
    """Those that share a key which needs no story with claims of another story."""
    ties: Mapping[Ids, Tie]
    """What people said of two claims."""

    def __init__(self, context: Context) -> None:
        """Number the claims and find the stories."""
        self._held: dict[str, dict[str, list[int]]] = defaultdict(dict)
        self.ids = []
        tied = _tied(context)
        for id_, claim in sorted(context.claims.items()):
            keys = keys_of(claim, context.events) | tied.get(id_, frozenset())
            for key in keys:
                self._held[claim.text_id].setdefault(sys.intern(key), []).append(len(self.ids))
            if keys:
                self.ids.append(id_)
        self.sides = _Sides(self.ids, context)
        self.ties = context.ties
        self.crowded = set()
        self.stories = _stories({id_: context.texts.get(id_, NOTHING_KNOWN) for id_ in self._held})
        self._between = self._blocks_between()
        self.waiting = set(itertools.chain.from_iterable(self._between))

    def _blocks_between(self) -> list[Sequence[int]]:
        """Give the blocks that need no story, of several stories; tell each story its own."""
        holders: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for place, story in enumerate(self.stories):
            for text_id in story.texts:
                for key, numbers in self._held[text_id].items():
                    story.numbers.update(numbers)
                    if key.startswith(ANYWHERE):
                        holders[key][place] += numbers
        between: list[Sequence[int]] = []
        for found in holders.values():
            block = sorted(itertools.chain.from_iterable(found.values()))
            blocks = between if len(found) > 1 else self.stories[next(iter(found))].blocks
            blocks.append(block)
        return between

    def pairs_in(self, story: Story) -> Pairs:
        """Find the pairs inside of one story; its links and blocks are no longer kept."""
        found = Pairs()
        for text_id in story.texts:
            self._keep(self._within(self._held[text_id].values()), found)
        for left, right, alike in story.linked:
            self._keep(self._between_texts(left, right), found, alike)
        for block in story.blocks:
            self._keep_block(block, found)
        for text_id in story.texts:
            del self._held[text_id]
        story.linked.clear()
        story.blocks.clear()
        return found

    def pairs_between(self) -> Pairs:
        """Find the pairs of claims that share a key which needs no story, of several stories."""
        found = Pairs()
        for block in self._between:
            self._keep_block(block, found)
        return found

    def pairs_with(self, text_id: str) -> Pairs:
        """Find the pairs that hold a claim of one text, and links that stand for others.

        Of a full block that needs no story only links between its claims are given: they
        connect all of them as its pairs do.
        """
        found = Pairs()
        self._keep(self._within(self._held[text_id].values()), found)
        own = set(itertools.chain.from_iterable(self._held[text_id].values()))
        for story in self.stories:
            for left, right, alike in story.linked:
                if text_id in (left, right):
                    self._keep(self._between_texts(left, right), found, alike)
            self._link_blocks(story.blocks, own, found)
        self._link_blocks(self._between, own, found)
        return found

    def _link_blocks(self, blocks: Iterable[Sequence[int]], own: set[int], found: Pairs) -> None:
        for block in blocks:
            if own.isdisjoint(block):
                continue
            if len(block) > FULL:
                found.full.extend(itertools.pairwise(block))
            else:
                self._keep_block(block, found)

    def _keep(
        self, pairs: Iterable[tuple[int, int]], found: Pairs, alike: Alike | None = None
    ) -> None:
        """Keep the pairs that are near enough; all are of the same one or two articles."""
        begun, sides, many = None, self.sides, len(self.ids)
        for left, right in pairs:
            pair = Pair(sides[left], sides[right], None, alike)
            begun = scale().begin(pair) if begun is None else begun
            if near(pair, begun) or self._is_tied(left, right):
                found.codes.append(left * many + right)
                found.odds.append(math.nan if pair.odds is None else pair.odds)

    def _is_tied(self, left: int, right: int) -> bool:
        return bool(self.ties) and ids_of(self.ids[left], self.ids[right]) in self.ties

    def _keep_block(self, numbers: Sequence[int], found: Pairs) -> None:
        """Keep the pairs of a block that needs no story."""
        if len(numbers) > FULL:
            found.full.extend(itertools.pairwise(numbers))
        for pair in sorted(self._within([numbers])):
            self._keep((pair,), found)

    def _within(self, blocks: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
        """Give the pairs inside of blocks of one article, or of a key that needs no story."""
        found: set[tuple[int, int]] = set()
        for numbers in blocks:
            if is_crowded(numbers, self.sides):
                self.crowded.update(numbers)
            found.update(pairs_among(numbers, self.sides))
        return found

    def _between_texts(self, left: str, right: str) -> set[tuple[int, int]]:
        """Give the pairs between the blocks of two articles."""
        one, other = self._held[left], self._held[right]
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
        inside = {number: number in set(left) for number in (*left, *right)}
        whole = self._within([sorted(inside)])
        found.update(pair for pair in whole if inside[pair[0]] != inside[pair[1]])


def _tied(context: Context) -> dict[str, frozenset[str]]:
    """Give a key of their own, which needs no story, to any two claims that somebody spoke of."""
    keys: dict[str, frozenset[str]] = defaultdict(frozenset)
    for ids in context.ties:
        if context.claims.keys() >= set(ids):
            for id_ in ids:
                keys[id_] |= {f"{ANYWHERE}{RUNG}:{'+'.join(ids)}"}
    return keys


def _stories(facts: Mapping[str, TextFacts]) -> list[Story]:
    """Chain texts into stories; one that is linked with none is a story of its own."""
    found = {id_: Story([id_]) for id_ in sorted(facts)}
    for left, right, alike in linked(facts):
        one, other = found[left], found[right]
        if one is not other:
            large, small = (one, other) if len(one.texts) >= len(other.texts) else (other, one)
            large.texts += small.texts
            large.linked += small.linked
            found.update(dict.fromkeys(small.texts, large))
            one = large
        one.linked.append((left, right, alike))
    return list({id(story): story for story in found.values()}.values())
