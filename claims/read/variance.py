"""What differs between the wording of two texts: sentences of one alone, and words changed.

Only prose counts, as for sketches: not what a page prints around it. Capitals, punctuation and
breaks between paragraphs do not count, and a sentence that only moved stands in both. Nothing is
said about which came first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from claims.model import Span, View, Zone
from claims.read.sentence import find_sentences

if TYPE_CHECKING:
    from claims.model import Paragraph

_PROSE: Final = (Zone.BODY, Zone.HEADING)
_WORD: Final = re.compile(r"\w+(?:[.,:'’-]\w+)*%?")
_ALIKE: Final = 0.5
"""The share of the words of two sentences that must be the same to take one for the other."""
_MOST: Final = 3_000
"""Sentences of a text that are looked at."""
_MOST_PAIRED: Final = 400
"""Sentences without their like among which changed ones are looked for."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text.

    Args:
        span: Where it stands in the text.
        quote: Its words, letter by letter.
        words: The places of its words in the quote, half-open.
    """

    span: Span
    quote: str
    words: tuple[tuple[int, int], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Its words as they are held against others."""
        return tuple(self.quote[start:end].casefold() for start, end in self.words)


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that both texts have, in other words.

    Args:
        left: As the one has it.
        right: As the other has it.
        turns: What differs, in order: places in the quote of either, half-open, empty where it
            has nothing there.
    """

    left: Sentence
    right: Sentence
    turns: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


@dataclass(frozen=True, slots=True)
class Variance:
    """How the wording of two texts differs.

    Args:
        same: How many sentences stand in both.
        changed: Those that stand in both in other words, in the order of the left text.
        left: Sentences of the left text alone, in order.
        right: Those of the right text alone.
        whole: Whether both texts were looked at to their end.
    """

    same: int
    changed: tuple[Change, ...]
    left: tuple[Sentence, ...]
    right: tuple[Sentence, ...]
    whole: bool = True


def compare_wording(left: View, right: View) -> Variance:
    """Say what differs between two texts.

    "Nine people died on Sunday." and "Nine people died Sunday." are one sentence, of which the
    right one lacks "on".

    Args:
        left: One text with its paragraphs marked.
        right: The other.
    """
    one, other = list(_sentences(left)), list(_sentences(right))
    alone, others, same = _without_shared(one[:_MOST], other[:_MOST])
    pairs = _paired(alone[:_MOST_PAIRED], others[:_MOST_PAIRED])
    changed = [_change(alone[a], others[b]) for a, b in sorted(pairs.items())]
    taken = set(pairs.values())
    return Variance(
        same,
        tuple(changed),
        tuple(sentence for place, sentence in enumerate(alone) if place not in pairs),
        tuple(sentence for place, sentence in enumerate(others) if place not in taken),
        max(len(one), len(other)) <= _MOST,
    )


def _sentences(view: View) -> Iterator[Sentence]:
    for paragraph in view.paragraphs:
        if paragraph.zone in _PROSE:
            yield from _sentences_in(paragraph, view.text.body)


def _sentences_in(paragraph: Paragraph, body: str) -> Iterator[Sentence]:
    for start, end in find_sentences(paragraph.words):
        span = paragraph.span(start, end)
        quote = body[span.start : span.end]
        words = tuple(found.span() for found in _WORD.finditer(quote))
        if words:
            yield Sentence(span, quote, words)


def _without_shared(
    left: Sequence[Sentence], right: Sequence[Sentence]
) -> tuple[list[Sentence], list[Sentence], int]:
    """Leave out the sentences that stand in both, as often as they do, wherever they stand."""
    shared = Counter(one.keys for one in left) & Counter(one.keys for one in right)
    return _rest(left, shared.copy()), _rest(right, shared.copy()), shared.total()


def _rest(sentences: Iterable[Sentence], shared: Counter[tuple[str, ...]]) -> list[Sentence]:
    rest = []
    for sentence in sentences:
        if shared[sentence.keys]:
            shared[sentence.keys] -= 1
        else:
            rest.append(sentence)
    return rest


def _paired(left: Sequence[Sentence], right: Sequence[Sentence]) -> dict[int, int]:
    """Pair sentences that are one in other words, those most alike first, each at most once."""
    counts = [Counter(sentence.keys) for sentence in right]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(counts):
        for word in words:
            holders[word].append(place)
    found = []
    for place, sentence in enumerate(left):
        words = Counter(sentence.keys)
        for other in sorted({one for word in words for one in holders.get(word, ())}):
            both = (words & counts[other]).total()
            alike = 2 * both / (words.total() + counts[other].total())
            if alike >= _ALIKE:
                found.append((-alike, abs(place - other), place, other))
    return _greedy(found)


def _greedy(found: Iterable[tuple[float, int, int, int]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, place, other in sorted(found):
        if place not in pairs and other not in taken:
            pairs[place] = other
            taken.add(other)
    return pairs


def _change(left: Sentence, right: Sentence) -> Change:
    """Say which words differ."""
    matcher = SequenceMatcher(None, left.keys, right.keys, autojunk=False)
    turns = tuple(
        (_stretch(left, a, b), _stretch(right, c, d))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )
    return Change(left, right, turns)


def _stretch(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Give the place of some words; where there are none, an empty one before the next."""
    if first < last:
        return sentence.words[first][0], sentence.words[last - 1][1]
    at = sentence.words[first][0] if first < len(sentence.words) else sentence.words[-1][1]
    return at, at
