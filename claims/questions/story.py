"""Whether two articles tell the same story: a function of the two alone.

Articles of one story share telling words and names; what they are about is kept with each as its
gist. Nothing here looks at what else is known.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from claims.model import Sketch
from claims.values.days import parse_iso
from claims.values.rarity import rarity

_COMMON: Final = 6.0
"""The rarity up to which a word tells nothing: one in 400."""
KEYS: Final = 15
"""By how many of its words an article is found."""
SHARED_KEYS: Final = 2
"""How many of those words two articles must share to be held against each other."""
FAR_DAYS: Final = 56
"""Days between two articles from which they must share more of those words even to be looked at.

From there on only half of all that they tell is enough for one story: see `Story.in_time`.
"""
FAR_KEYS: Final = 5
"""How many of those words such articles must share."""
_CROWDED: Final = 100
"""How many texts may be found by one word before they are looked up by two."""
_ALIKE: Final = 0.12
_LULL: Final = 14
"""Days between two articles from which they must share more to tell one story."""
_RETOLD: Final = 0.5
"""From how far words agree two articles are held against each other however many years apart."""
_NAMES: Final = 3
_NAMES_SHARE: Final = 0.25


@lru_cache(maxsize=1 << 16)
def telling(word: str) -> float:
    """Give how much a word tells: nothing where every article has it, the more the rarer."""
    return max(0.0, rarity(word) - _COMMON)


@dataclass(frozen=True, eq=False)
class TextFacts:
    """What comparison knows of a text beside its claims; one object a text, told by itself.

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
    def told(self) -> frozenset[str]:
        """Its words."""
        return frozenset(self.words)

    @cached_property
    def weight(self) -> float:
        """How much its words tell together."""
        return sum(map(telling, self.told))

    @cached_property
    def finders(self) -> frozenset[str]:
        """The words by which it is found."""
        return frozenset(self.found_by())

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
    def going_on(self) -> bool:
        """Whether nothing speaks against one going on from the one article to the other.

        Two attacks in one town a month apart are told in much the same words: the longer the
        time between two articles, the more they must share.
        """
        return self.words >= _ALIKE * (self.days or 0) / _LULL or (self.days or 0) <= _LULL

    @property
    def in_time(self) -> bool:
        """Whether their days let the claims of both be held against each other.

        Articles weeks apart that share too little to go on about one thing would only tell of
        look-alikes; those that could be taken for each other, as the reports on two floods in
        one town are, are told apart, with the reason.
        """
        return self.going_on or self.words >= _RETOLD

    @property
    def chained(self) -> bool:
        """Whether the claims of both are held against each other."""
        return self.same and self.in_time

    @property
    def other_weekdays(self) -> bool:
        """Whether two articles, not both dated, name other weekdays."""
        return self.weekdays < 0 and self.days is None


@lru_cache(maxsize=1 << 12)  # all pairs of a story of ninety articles
def story_of(left: TextFacts, right: TextFacts) -> Story:
    """Say how far two articles tell one story; the order does not matter."""
    whole = (left.weight * right.weight) ** 0.5
    words = sum(map(telling, left.told & right.told)) / whole if whole else 0.0
    names = left.names & right.names
    share = len(names) / (min(len(left.names), len(right.names)) or 1)
    same = words >= _ALIKE or (len(names) >= _NAMES and share >= _NAMES_SHARE)
    return Story(same, words, share, _weekdays(left, right), _days_apart(left, right))


def _days_apart(left: TextFacts, right: TextFacts) -> int | None:
    return abs(left.day - right.day) if left.day and right.day else None


def looked_at(left: TextFacts, right: TextFacts) -> bool:
    """Whether two texts share enough of the words they are found by to be looked at at all."""
    is_far = (_days_apart(left, right) or 0) > FAR_DAYS
    return len(left.finders & right.finders) >= (FAR_KEYS if is_far else SHARED_KEYS)


def _weekdays(left: TextFacts, right: TextFacts) -> int:
    if not left.weekdays or not right.weekdays:
        return 0
    return 1 if left.weekdays & right.weekdays else -1


def linked(facts: Mapping[str, TextFacts]) -> Iterator[tuple[str, str, Story]]:
    """Give every two texts that are held against each other, each pair once, the smaller id first.

    They tell one story, or two in much the same words; see `looked_at` and `Story.chained`. Which
    are given depends on the two alone.
    """
    ids = sorted(facts)
    texts = [facts[id_] for id_ in ids]
    beside = _Beside([text.finders for text in texts])
    for number, text in enumerate(texts):
        for other in beside.before(number):
            if not looked_at(texts[other], text):
                continue
            story = story_of(texts[other], text)
            if story.chained:
                yield ids[other], ids[number], story


def chained_with(own: TextFacts, others: Mapping[str, TextFacts]) -> set[str]:
    """Give those of some texts whose claims may be held against those of one, by id."""
    return {
        id_
        for id_, facts in others.items()
        if looked_at(own, facts) and story_of(own, facts).chained
    }


def in_time_with(own: TextFacts, others: Mapping[str, TextFacts]) -> set[str]:
    """Give those of some texts that their days and words leave for that; names do not matter."""
    return {id_ for id_, facts in others.items() if story_of(own, facts).in_time}


def near_days(own: TextFacts) -> tuple[date, date] | None:
    """Give the first and last day of texts that are not far from one; None where any may be."""
    if own.day is None:
        return None
    return date.fromordinal(own.day - FAR_DAYS), date.fromordinal(own.day + FAR_DAYS)


class _Beside:
    """Texts found by their words: by each alone, or by two of those that many texts have."""

    def __init__(self, found_by: Sequence[frozenset[str]]) -> None:
        self._found_by = found_by
        self._holding: dict[str, list[int]] = {}
        for number, words in enumerate(found_by):
            for word in words:
                self._holding.setdefault(word, []).append(number)
        self._crowded = {word for word, some in self._holding.items() if len(some) > _CROWDED}
        self._sharing: dict[tuple[str, str], list[int]] = {}
        for number in range(len(found_by)):
            for both in self._crowded_of(number):
                self._sharing.setdefault(both, []).append(number)

    def _crowded_of(self, number: int) -> Iterator[tuple[str, str]]:
        return itertools.combinations(sorted(self._found_by[number] & self._crowded), 2)

    def before(self, number: int) -> list[int]:
        """Give the texts of a smaller number that may tell the story of one, in order."""
        found: set[int] = set()
        for word in self._found_by[number] - self._crowded:
            some = self._holding[word]
            found.update(some[: bisect_left(some, number)])
        for both in self._crowded_of(number):
            some = self._sharing[both]
            found.update(some[: bisect_left(some, number)])
        return sorted(found)
