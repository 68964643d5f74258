"""The words that surround a claim: by them two figures of one thing are told from two things.

Every claim keeps the content words of its quote and of the rest of its sentence, as lemmas, figures
and the claim's own answer left out, and the places at which its sentence plays; an article keeps
the words that tell most of what it is about. Nothing is judged here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claims.extract.reading import Block, Reading
from claims.extract.setting import named_places, scenes, settings_of
from claims.extract.syntax import lemma
from claims.model import Claim, Gist
from claims.values.rarity import rarity

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch

_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_LIGHT: Final = frozenset("have do say tell make take get go come be mr mrs ms dr".split())
_KEPT: Final = 60
"""Words that an article keeps of what it is about."""
_WEEKDAYS: Final = {
    day: number
    for number, day in enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
}


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its content words: lemma, and first and last character in the text."""

    start: int
    end: int
    words: tuple[tuple[str, int, int], ...]
    places: tuple[str, ...]
    scenes: tuple[str, ...]


def _content(stretch: Stretch, block: Block) -> Iterator[tuple[str, int, int]]:
    for token in stretch:
        if token.pos_ not in _CONTENT or token.is_stop or token.like_num:
            continue
        word = lemma(token)
        if len(word) > 1 and word not in _LIGHT and any(map(str.isalpha, word)):
            span = block.span(token.i, token.i + 1)
            yield word, span.start, span.end


def _sentence(stretch: Stretch, block: Block) -> _Sentence:
    span = block.span(stretch.start, stretch.end)
    return _Sentence(
        span.start,
        span.end,
        tuple(_content(stretch, block)),
        named_places(stretch, block),
        scenes(stretch),
    )


def with_context(claims: Iterable[Claim], reading: Reading) -> tuple[list[Claim], Gist]:
    """Give the claims of an article with their surroundings, and what the article is about.

    Args:
        claims: Claims of the article, in any order.
        reading: The article.

    Returns:
        The claims in the same order, and the gist of the whole.
    """
    stretches = ((s, block) for block in reading.blocks for s in block.doc.sents)
    sentences = [_sentence(stretch, block) for stretch, block in stretches]
    starts = [sentence.start for sentence in sentences]
    places = settings_of([sentence.places for sentence in sentences])
    targets = settings_of([sentence.scenes for sentence in sentences])
    settings = [(*one, *other) for one, other in zip(places, targets, strict=True)]
    told = [_told(claim, sentences, starts, settings) for claim in claims]
    words = _telling(word for sentence in sentences for word, _, _ in sentence.words)
    return told, Gist(words, _weekdays(reading))


def _weekdays(reading: Reading) -> tuple[int, ...]:
    """Give the weekdays that an article names by name: "on Friday", "Friday's vote"."""
    words = (
        token.text for block in reading.blocks for token in block.doc if token.text[0] in "MTWFS"
    )
    return tuple(sorted({_WEEKDAYS[word] for word in words if word in _WEEKDAYS}))


def _told(
    claim: Claim,
    sentences: list[_Sentence],
    starts: list[int],
    settings: list[tuple[str, ...]],
) -> Claim:
    """Give a claim with the words of its quote and of its sentence, and where it plays."""
    at = bisect_right(starts, claim.anchor.start) - 1
    if at < 0 or sentences[at].end <= claim.anchor.start:
        return claim
    anchor, span = claim.anchor, claim.span
    inside: set[str] = set()
    around: set[str] = set()
    for word, start, end in sentences[at].words:
        if end <= anchor.start or start >= anchor.end:
            (inside if start < span.end and span.start < end else around).add(word)
    words, beside = tuple(sorted(inside)), tuple(sorted(around - inside))
    scope = replace(claim.scope, words=words, around=beside, setting=settings[at])
    return replace(claim, scope=scope)


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    weights = {word: count * rarity(word) for word, count in Counter(words).items()}
    return tuple(sorted(weights, key=lambda word: (-weights[word], word))[:_KEPT])
