"""What comparison sees of a claim: the claim, its event, its text; and two of them as a pair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from claims.model import Claim, Event
from claims.questions.story import NOTHING_KNOWN, Story, TextFacts, story_of
from claims.values.party import Parties
from claims.values.rarity import rarity

_COMMON = 6.0
"""The rarity up to which a word tells nothing: one in 400."""


def weight_of(words: Iterable[str]) -> float:
    """Give how much some words tell together: the rarer, the more."""
    return sum(max(0.0, rarity(word) - _COMMON) for word in words)


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
    def sentence(self) -> frozenset[str]:
        """The content words of its sentence."""
        return self.words | frozenset(self.claim.scope.around)

    @cached_property
    def before(self) -> frozenset[str]:
        """The content words of the sentence before."""
        return frozenset(self.claim.scope.before)

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


@dataclass(frozen=True)
class Pair:
    """Two claims held against each other; which stands on the left makes no difference."""

    left: Side
    right: Side

    @property
    def one_text(self) -> bool:
        """Whether both stand in one text."""
        return self.left.claim.text_id == self.right.claim.text_id

    @cached_property
    def story(self) -> Story:
        """How far their articles tell one story."""
        return story_of(self.left.facts, self.right.facts)

    @property
    def distance(self) -> int:
        """How many characters lie between two claims of one text."""
        return abs(self.left.claim.anchor.start - self.right.claim.anchor.start)

    @cached_property
    def alike(self) -> float:
        """How far the words of their sentences agree, from 0 to 1, rare words counting more."""
        left, right = self.left, self.right
        shared = left.sentence & right.sentence
        if not shared:
            return 0.0
        whole = left.sentence_weight * right.sentence_weight
        return weight_of(shared) / whole**0.5 if whole else 0.0
