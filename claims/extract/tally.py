"""Scores, votes and records: two amounts that stand against each other, "51-49", "won 3-2".

Each side is an amount of its own: 51 votes for and 49 against, 56 games won and 26 lost, three
goals scored by whom the sentence speaks of and two conceded. Which figure is whose is taken as
printed: the first is that of the subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.amount import Amount, amount_of
from claims.extract.measured import in_parentheses, stands_for, subjects_of
from claims.extract.syntax import clause_verb, lemma
from claims.values.quantity import FoundScore, Quantity, find_scores

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.extract.reading import Block

_NOUNS: Final = ("NOUN", "PROPN")
_NEAR: Final = 24
"""How many words around a score may say what it counts."""

_HALF: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the sides of a pair count: the noun, and what is said of the first and the second."""

    head: str
    left: str
    right: str


@cache
def _kinds() -> dict[str, _Kind]:
    table = load_toml("numbers.toml")["scores"]["kinds"]
    return {
        word: _Kind(row["head"], row["left"], row["right"])
        for row in table
        for word in row["words"]
    }


_SCORE: Final = _Kind("score", "scored", "conceded")


def find_tallies(block: Block) -> Iterator[Amount]:
    """Find the scores, votes and records of a paragraph: two amounts each."""
    for found in find_scores(block.paragraph.words):
        span = block.doc.char_span(found.start, found.end, alignment_mode="expand")
        whose = _whose(span[0]) if span is not None else None
        if span is not None and whose is not None:
            yield from _sides(found, span, whose, block)


def _whose(first: Token) -> Token | None:
    """Give whom a score is told of: the subject of its clause, or the name before it."""
    verb = clause_verb(first)
    for subject in reversed(subjects_of(verb) if verb is not None else []):
        if subject.pos_ in _NOUNS:
            return subject
        if subject.pos_ == "PRON":
            return stands_for(subject)
    named = (t for t in first.doc[first.sent.start : first.i] if t.pos_ in _NOUNS)
    return in_parentheses(first) or next(named, None)


def _sides(found: FoundScore, span: Span, whose: Token, block: Block) -> Iterator[Amount]:
    kind = _kind(span)
    printed = block.paragraph.words[found.start : found.end]
    left, right = found.left, found.right
    if kind == _kinds().get("score") and left > right and _is_lost(span):
        left, right = right, left
    for count, said in ((left, kind.left), (right, kind.right)):
        number = Decimal(count)
        value = Quantity(number, number, text=printed, digits=_HALF)
        amount = amount_of(value, span, whose, block)
        head = f"{kind.head} of {amount.head}"
        tokens = tuple(t for t in (*amount.tokens, *span) if t.sent == span.root.sent)
        yield replace(amount, head=head, attribute=said, tokens=tokens, modifiers=_named(span))


def _is_lost(span: Span) -> bool:
    """Whether a game is told as lost by whom the score is told of: "lost 88-72"."""
    losing = load_toml("numbers.toml")["scores"]["losing"]
    verb = clause_verb(span[0])
    beside = [span.root.head, *([verb] if verb is not None else [])]
    return any(lemma(token) in losing for token in beside)


def _named(span: Span) -> tuple[str, ...]:
    """Give what the pair is called, which tells a start from a season: "an 18-30 start"."""
    above = span.root.head
    above = above.head if above.lower_ == "of" else above
    return (lemma(above),) if above.pos_ == "NOUN" and not span.start <= above.i < span.end else ()


def _kind(span: Span) -> _Kind:
    """Tell a vote and a record from the score of a game, by the words of the sentence."""
    near = sorted(span.sent, key=lambda t: abs(t.i - span.start))[:_NEAR]
    for token in near:
        kind = _kinds().get(lemma(token)) or _kinds().get(token.lower_)
        if kind is not None:
            return kind
    return _SCORE
