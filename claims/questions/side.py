"""What comparison sees of a claim: the claim, its event, its text; and two of them as a pair."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from claims.compare import compare
from claims.model import Claim, Event, Outcome, Value
from claims.questions.story import NOTHING_KNOWN, Story, TextFacts, story_of, telling
from claims.values.party import Parties
from claims.values.quantity import Quantity


def weight_of(words: Iterable[str]) -> float:
    """Give how much some words tell together: the rarer, the more."""
    return sum(map(telling, words))


def _key_of(arg: str) -> str:
    """Give whom a slot of an act holds: "country:RU" of "agent:country:RU"."""
    return one_name(arg.partition(":")[2])


def one_name(key: str) -> str:
    """Give one key for a name that one article tells as a person's and another only as a name.

    "Peter Strand" is a person; of "Strand" alone an article does not tell what it is.
    """
    return f"name:{key.removeprefix(_PERSON)}" if key.startswith(_PERSON) else key


_PERSON: Final = "person:"


def _is_name(key: str) -> bool:
    return not key.startswith(("noun:", "words:"))


def _middle(value: Value) -> float:
    if not isinstance(value, Quantity):
        return 0.0
    ends = [float(end) for end in (value.low, value.high) if end is not None]
    return sum(ends) / len(ends)


_LEAST: Final = 0.01
"""What is added to an amount, so that nought has a magnitude too."""
_Told = TypeVar("_Told")


@dataclass(slots=True, eq=False)
class Side:
    """A claim with all that comparison looks at; what every pair asks for is made once.

    Args:
        claim: The claim.
        event: Its event as its own text tells it, None where it has none.
        group: The united event, across texts.
        facts: Its text.
        told: Keys of everybody its text names for the united event.
        words: The content words of its quote.
        sentence: Those of its sentence.
        placed: The named places at which it plays.
        scenes: What is struck or burns there: "noun:convoy".
        words_weight: How much the words of its quote tell; `sentence_weight` those of its sentence.
        about: The keys named in its clause.
        concerned: Those concerned in its act that are known by name.
        chain: The keys of those who say so, outermost first.
        middle: The middle of its amount, 0 where it gives none.
        magnitude: The logarithm of that; None where there is none.
        known: What was asked `once`.
    """

    claim: Claim
    event: Event | None = None
    group: str | None = None
    facts: TextFacts = NOTHING_KNOWN
    told: frozenset[str] = field(default_factory=frozenset)
    words: frozenset[str] = field(init=False)
    sentence: frozenset[str] = field(init=False)
    words_weight: float = field(init=False)
    sentence_weight: float = field(init=False)
    placed: frozenset[str] = field(init=False)
    scenes: frozenset[str] = field(init=False)
    about: frozenset[str] = field(init=False)
    concerned: frozenset[str] = field(init=False)
    chain: tuple[str, ...] = field(init=False)
    middle: float = field(init=False)
    magnitude: float | None = field(init=False)
    known: dict[Callable[[Side], Any], Any] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        scope = self.claim.scope
        self.words = frozenset(scope.words)
        self.sentence = self.words.union(scope.around) if scope.around else self.words
        self.words_weight = weight_of(self.words)
        self.sentence_weight = weight_of(self.sentence)
        self.scenes = frozenset(key for key in scope.setting if not _is_name(key))
        self.placed = frozenset(scope.setting) - self.scenes
        self.about = frozenset(map(one_name, scope.about))
        self.concerned = frozenset(key for key in map(_key_of, scope.args) if _is_name(key))
        keys = [key for speaker in self.claim.speakers for key in speaker.keys]
        self.chain = tuple(map(one_name, keys))
        self.middle = _middle(self.claim.value)
        least = self.middle + _LEAST
        self.magnitude = math.log(least) if least > 0 else None

    @property
    def universal(self) -> bool:
        """Whether it speaks of everybody."""
        return isinstance(self.claim.value, Parties) and self.claim.value.universal

    def once(self, told: Callable[[Side], _Told]) -> _Told:
        """Give what a function tells of this side, asking it once however many pairs it is in."""
        try:
            found: _Told = self.known[told]
        except KeyError:
            found = self.known[told] = told(self)
        return found


class Pair:
    """Two claims held against each other; which stands on the left makes no difference.

    `odds` are the log odds that both answer one question, where they were weighed before.
    """

    __slots__ = ("_alike", "_compared", "_story", "left", "odds", "right")

    def __init__(
        self, left: Side, right: Side, odds: float | None = None, story: Story | None = None
    ) -> None:
        """Hold two claims against each other."""
        self.left = left
        self.right = right
        self.odds = odds
        self._story = story
        self._alike: float | None = None
        self._compared: Outcome | None = None

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
    def compared(self) -> Outcome:
        """What their values come to, were their scope the same."""
        if self._compared is None:
            self._compared = compare(self.left.claim.value, self.right.claim.value)
        return self._compared

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


class BySorts(Generic[_Told]):
    """What depends on nothing but the sort of each of two claims, found once for every two sorts.

    Use: `told = BySorts(sort_of, tell)`, then `told(pair)`.
    """

    def __init__(self, sort: Callable[[Side], Hashable], tell: Callable[[Pair], _Told]) -> None:
        """Keep nothing yet.

        Args:
            sort: Gives all that `tell` looks at of a claim.
            tell: What is asked of two claims.
        """
        self._numbers = numbers = defaultdict[Hashable, int](itertools.count().__next__)
        self._number = lambda side: numbers[sort(side)]
        self._tell = tell
        self._known: dict[tuple[int, int], _Told] = {}

    def __call__(self, pair: Pair) -> _Told:
        """Give what is asked of two claims."""
        number = self._number
        try:
            return self._known[pair.left.known[number], pair.right.known[number]]
        except KeyError:
            return self._first(pair)

    def _first(self, pair: Pair) -> _Told:
        if len(self._known) >= _KNOWN_AT_MOST:
            self._known.clear()
            self._numbers.clear()
        key = pair.left.once(self._number), pair.right.once(self._number)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._tell(pair)
        return found


_KNOWN_AT_MOST: Final = 1 << 13
"""Of how many two sorts is kept what they tell; the claims of one story have far fewer."""


def _alike(left: Side, right: Side) -> float:
    shared = left.sentence & right.sentence
    whole = left.sentence_weight * right.sentence_weight if shared else 0.0
    return weight_of(shared) / math.sqrt(whole) if whole else 0.0
