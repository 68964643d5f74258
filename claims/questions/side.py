"""What comparison sees of a claim: the claim, its event, its text; and two of them as a pair."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from claims.model import Claim, Event
from claims.questions.story import NOTHING_KNOWN, Story, TextFacts, story_of, telling
from claims.values.party import Parties


def weight_of(words: Iterable[str]) -> float:
    """Give how much some words tell together: the rarer, the more."""
    return sum(map(telling, words))


_Told = TypeVar("_Told")


@dataclass(frozen=True)
class Side:
    """A claim with all that comparison looks at.

    Args:
        claim: The claim.
        event: Its event as its own text tells it, None where it has none.
        group: The united event, across texts.
        facts: Its text.
        told: Keys of everybody its text names for the united event.
    """

    claim: Claim
    event: Event | None = None
    group: str | None = None
    facts: TextFacts = NOTHING_KNOWN
    told: frozenset[str] = field(default_factory=frozenset)

    @property
    def universal(self) -> bool:
        """Whether it speaks of everybody."""
        return isinstance(self.claim.value, Parties) and self.claim.value.universal

    @cached_property
    def words(self) -> frozenset[str]:
        """The content words of its quote."""
        return frozenset(self.claim.scope.words)

    @cached_property
    def words_weight(self) -> float:
        """How much the words of its quote tell."""
        return weight_of(self.words)

    @cached_property
    def sentence(self) -> frozenset[str]:
        """The content words of its sentence."""
        return self.words | frozenset(self.claim.scope.around)

    @cached_property
    def sentence_weight(self) -> float:
        """How much the words of its sentence tell."""
        return weight_of(self.sentence)

    @cached_property
    def about(self) -> frozenset[str]:
        """The keys named in its clause."""
        return frozenset(self.claim.scope.about)

    @cached_property
    def chain(self) -> tuple[str, ...]:
        """The keys of those who say so, outermost first."""
        return tuple(speaker.key for speaker in self.claim.speakers)


    def once(self, told: Callable[[Side], _Told]) -> _Told:
        """Give what a function tells of this side, asking it once however many pairs it is in."""
        known: dict[Any, Any] = self.__dict__
        found = known.get(told, known)
        if found is known:
            found = known[told] = told(self)
        return found  # type: ignore[no-any-return]  # what the function gave


class Pair:
    """Two claims held against each other; which stands on the left makes no difference."""

    __slots__ = ("_alike", "_story", "left", "right")

    def __init__(self, left: Side, right: Side) -> None:
        """Hold two claims against each other."""
        self.left = left
        self.right = right
        self._story: Story | None = None
        self._alike: float | None = None

    @property
    def one_text(self) -> bool:
        """Whether both stand in one text."""
        return self.left.claim.text_id == self.right.claim.text_id

    @property
    def story(self) -> Story:
        """How far their articles tell one story."""
        if self._story is None:
            self._story = story_of(self.left.facts, self.right.facts)
        return self._story

    @property
    def distance(self) -> int:
        """How many characters lie between two claims of one text."""
        return abs(self.left.claim.anchor.start - self.right.claim.anchor.start)

    @property
    def alike(self) -> float:
        """How far the words of their sentences agree, from 0 to 1, rare words counting more."""
        if self._alike is None:
            self._alike = _alike(self.left, self.right)
        return self._alike


def _alike(left: Side, right: Side) -> float:
    shared = left.sentence & right.sentence
    whole = left.sentence_weight * right.sentence_weight if shared else 0.0
    return weight_of(shared) / math.sqrt(whole) if whole else 0.0
