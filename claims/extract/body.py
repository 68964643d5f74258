"""Which body "the group", "the watchdog" or "the Observatory" takes up.

It is the one that the article called so before: "the Northport Observatory, an activist group".
Where nobody was called so it is who spoke last. Two bodies of one sort leave it open, and so does
"the aid group" where the article speaks of no aid group: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from claims.extract.reported import find_source_phrases
from claims.extract.reporting import is_sort_of_body, takes_up_any
from claims.extract.syntax import SUBJECTS, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block, Reading

BODIES: Final = ("party", "outlet", "agency", "organisation", "company")
"""Sorts of names that are a body's."""
_MAY_BE_CALLED: Final = (*BODIES, "name", "person")
_ANY: Final = frozenset("group organisation organization".split())
_PERSONS_TOO: Final = frozenset("monitor watchdog".split())
"""Nouns that a person may be called by as well."""


@dataclass(frozen=True, slots=True)
class _Called:
    """A body that the article calls by a noun: what it is, in which words, and where."""

    noun: str
    words: frozenset[str]
    mention: Mention
    block: Block
    place: tuple[int, int]


class Bodies:
    """Knows what the bodies of one article are called."""

    def __init__(self, reading: Reading) -> None:
        """Remember the article; it is looked through when first asked."""
        self._reading = reading

    def called(self, noun: Token, block: Block) -> list[tuple[Token, Block]]:
        """Give the bodies called so before a noun, which is no name: one place each, the first."""
        found: dict[str, tuple[Token, Block]] = {}
        for one in self._called if block.mention(noun) is None else ():
            if one.place < self._place(noun, block) and _takes_up(noun, one):
                token = one.block.doc[one.mention.end - 1]
                found.setdefault(one.mention.key, (token, one.block))
        return list(found.values())

    def cited(self, noun: Token, block: Block) -> list[tuple[Token, Block]]:
        """Give the bodies that "according to" names before a noun that takes up any body."""
        found: dict[str, tuple[Token, Block]] = {}
        for maker, place in self._cited if takes_up_any(noun) else ():
            mention = place.mention(maker)
            if mention is not None and self._place(maker, place) < self._place(noun, block):
                found.setdefault(mention.key, (maker, place))
        return list(found.values())

    def _place(self, token: Token, block: Block) -> tuple[int, int]:
        number = next(n for n, one in enumerate(self._reading.blocks) if one is block)
        return number, token.i

    @cached_property
    def _cited(self) -> list[tuple[Token, Block]]:
        return [
            (maker, block)
            for block in self._reading.blocks
            for phrase in find_source_phrases(block.doc)
            for first in phrase.makers
            for maker in (first, *first.conjuncts)
            if (mention := block.mention(maker)) is not None and mention.sort in BODIES
        ]

    @cached_property
    def _called(self) -> list[_Called]:
        return [
            _Called(noun.lower_, _words_with(noun), mention, block, (number, noun.i))
            for number, block in enumerate(self._reading.blocks)
            for noun in block.doc
            if noun.tag_ == "NN" and block.mention(noun) is None
            for mention in called_by(noun, block)
        ]


def called_by(noun: Token, block: Block) -> Iterator[Mention]:
    """Give the body of which a noun says what it is.

    "the Observatory, an activist group", "an activist group, the Observatory", "the aid agency
    Oxfam", "Oxfam is an aid agency".
    """
    for token in _beside(noun) if is_sort_of_body(noun) else ():
        mention = block.mention(token)
        if mention is not None and mention.sort in _MAY_BE_CALLED and _fits(noun, mention):
            yield mention
            return


def _beside(noun: Token) -> Iterator[Token]:
    if noun.dep_ == "appos":
        yield noun.head
    if noun.dep_ == "attr" and lemma(noun.head) == "be":
        negated = any(child.dep_ == "neg" for child in noun.head.children)
        yield from (c for c in noun.head.lefts if c.dep_ in SUBJECTS and not negated)
    yield from (child for child in noun.rights if child.dep_ == "appos")
    if noun.i + 1 < noun.sent.end and noun.nbor().pos_ == "PROPN":
        yield noun.nbor()


def _fits(noun: Token, mention: Mention) -> bool:
    return mention.sort != "person" or noun.lower_ not in _PERSONS_TOO


def _words_with(noun: Token) -> frozenset[str]:
    """Give the words before a noun that say which it is; where it has its seat is none of them."""
    inner = (
        token
        for child in noun.lefts
        if child.dep_ not in ("det", "punct") and child.lower_ != "based"
        for token in child.subtree
    )
    return frozenset(token.lower_ for token in inner if token.pos_ not in ("PUNCT", "PART", "DET"))


def _takes_up(noun: Token, called: _Called) -> bool:
    """Whether a noun with its words may stand for a body that was called so."""
    words = _words_with(noun)
    named = frozenset(called.mention.name.lower().split())
    if not words <= called.words | named:
        return False
    if noun.lower_ == called.noun or {noun.lower_, called.noun} <= _ANY:
        return True
    return takes_up_any(noun) and noun.lower_ in _ANY and not words
