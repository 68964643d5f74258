"""Whether two articles tell the same story: a function of the two alone.

Articles of one story share telling words and names; what they are about is kept with each as its
gist. Nothing here looks at what else is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from claims.model import Sketch
from claims.values.days import parse_iso
from claims.values.rarity import rarity

_COMMON: Final = 6.0
KEYS: Final = 15
"""By how many of its words an article is found."""
SHARED_KEYS: Final = 2
"""How many of those words two articles must share to be held against each other."""
_ALIKE: Final = 0.12
_NAMES: Final = 3
_NAMES_SHARE: Final = 0.25


@dataclass(frozen=True)
class TextFacts:
    """What comparison knows of a text beside its claims.

    Args:
        published: Earliest day of publication, partial ISO; None where not known.
        articles: How many articles publish it.
        names: Keys of the parties and places it names.
        words: The lemmas that tell most of what it is about, the most telling first.
        weekdays: The weekdays it names, 0 (Monday) to 6.
        sketch: Its wording; None for a text that was read before sketches were kept.
        agencies: News agencies that it, or an article on it, credits.
        outlets: Keys of the outlets that published it.
    """

    published: str | None = None
    articles: int = 1
    names: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    weekdays: frozenset[int] = frozenset()
    sketch: Sketch | None = None
    agencies: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much each of its words tells."""
        return {word: max(0.0, rarity(word) - _COMMON) for word in self.words}

    @cached_property
    def weight(self) -> float:
        """How much its words tell together."""
        return sum(self.weights.values())

    def found_by(self) -> tuple[str, ...]:
        """Give the words by which it is found; the names it drops where it has no gist."""
        return self.words[:KEYS] or tuple(sorted(self.names)[:KEYS])

    @cached_property
    def day(self) -> int | None:
        """The day of publication as a number, None where it is not known to the day."""
        found = parse_iso(self.published).single if self.published else None
        return found.toordinal() if found is not None else None


NOTHING_KNOWN: Final = TextFacts()
"""Of a text of which only the claims are known."""


@dataclass(frozen=True, slots=True)
class Story:
    """How far two articles tell one story.

    Args:
        same: Whether they do, as far as words and names show.
        words: How far their telling words agree, from 0 to 1.
        names: The share of the names of the shorter article that both drop, from 0 to 1.
        weekdays: 1 where they name a weekday both, -1 where each names others, 0 where not known.
        days: How many days lie between their publication; None where not known.
    """

    same: bool
    words: float
    names: float
    weekdays: int
    days: int | None

    @property
    def other_weekdays(self) -> bool:
        """Whether two articles, not both dated, name other weekdays."""
        return self.weekdays < 0 and self.days is None


@lru_cache(maxsize=1 << 16)
def story_of(left: TextFacts, right: TextFacts) -> Story:
    """Say how far two articles tell one story; the order does not matter."""
    shared = left.weights.keys() & right.weights.keys()
    whole = (left.weight * right.weight) ** 0.5
    words = sum(left.weights[word] for word in shared) / whole if whole else 0.0
    names = left.names & right.names
    share = len(names) / (min(len(left.names), len(right.names)) or 1)
    same = words >= _ALIKE or (len(names) >= _NAMES and share >= _NAMES_SHARE)
    days = abs(left.day - right.day) if left.day and right.day else None
    return Story(same, words, share, _weekdays(left, right), days)


def _weekdays(left: TextFacts, right: TextFacts) -> int:
    if not left.weekdays or not right.weekdays:
        return 0
    return 1 if left.weekdays & right.weekdays else -1


def linked(facts: Mapping[str, TextFacts]) -> Iterator[tuple[str, str]]:
    """Give every two texts that tell one story, by id, each pair once, the smaller id first.

    Only texts that share two of the words they are found by are held against each other.
    """
    found_by: dict[str, list[str]] = {}
    for text_id in sorted(facts):
        own = facts[text_id]
        earlier: Counter[str] = Counter()
        for key in own.found_by():
            earlier.update(found_by.get(key, ()))
            found_by.setdefault(key, []).append(text_id)
        for other, shared in earlier.items():
            if shared >= SHARED_KEYS and story_of(facts[other], own).same:
                yield other, text_id
