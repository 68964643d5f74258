"""The pairs of claims that are considered, story by story.

Texts are chained into stories by links between two of them. Only the claims of one story are
held against each other, but for those that share a key which needs no story. So no more than the
claims of one story, and those that wait for such a key, need to be at hand at once.
"""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.model import Claim
from claims.questions.block import FULL
from claims.questions.key import ANYWHERE, keys_of
from claims.questions.numbered import Context, Held, Numbered, Pairs, Sides, Story
from claims.questions.story import NOTHING_KNOWN, TextFacts, linked
from claims.questions.tie import RUNG


class Pairing:
    """The claims that have keys, numbered in order of id, and the pairs that are considered.

    Args:
        context: The claims, their events and texts.
    """

    numbered: Numbered
    """The claims, by number."""
    stories: list[Story]
    waiting: set[int]
    """Those that share a key which needs no story with claims of another story."""

    def __init__(self, context: Context) -> None:
        """Number the claims and find the stories."""
        claims, self._held = _numbered(context)
        self.numbered = Numbered(len(claims), Sides(claims, context), self._held, context.ties)
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

    def pairs_between(self) -> Pairs:
        """Find the pairs of claims that share a key which needs no story, of several stories."""
        found = Pairs()
        for block in self._between:
            self.numbered.keep_block(block, found)
        return found

    def pairs_with(self, text_id: str) -> Pairs:
        """Find the pairs that hold a claim of one text, and links that stand for others.

        Of a full block that needs no story only links between its claims are given: they
        connect all of them as its pairs do.
        """
        found = Pairs()
        self.numbered.keep(self.numbered.within(self._held[text_id].values()), found)
        own = set(itertools.chain.from_iterable(self._held[text_id].values()))
        for story in self.stories:
            for left, right, alike in story.linked:
                if text_id in (left, right):
                    self.numbered.keep(self.numbered.between_texts(left, right), found, alike)
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
                self.numbered.keep_block(block, found)


def _numbered(context: Context) -> tuple[list[Claim], Held]:
    """Number the claims that have keys, and tell which number stands under which key."""
    held: Held = defaultdict(dict)
    claims: list[Claim] = []
    tied = _tied(context)
    for id_, claim in sorted(context.claims.items()):
        keys = keys_of(claim, context.events) | tied.get(id_, frozenset())
        for key in keys:
            held[claim.text_id].setdefault(sys.intern(key), []).append(len(claims))
        if keys:
            claims.append(claim)
    return claims, held


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
