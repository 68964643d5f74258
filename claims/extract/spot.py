"""Where what is counted is: at the places that stand with its noun or its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.attribute import nouns
from claims.extract.syntax import lemma, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

_PLACE_WORDS: Final = ("in", "at", "inside", "near", "across", "around", "outside", "into")


def places_of(noun: Token, verb: Token | None, block: Block) -> tuple[str, ...]:
    """Give the places that stand with the noun, its participles or the verb."""
    spots = [noun, *(c for c in noun.children if c.dep_ in ("acl", "relcl"))]
    if verb is not None:
        spots.append(verb)
    named = (
        _named_place(inner, block) for spot in spots for inner in prepositional(spot, *_PLACE_WORDS)
    )
    return tuple(sorted({place for place in named if place is not None}))


def _named_place(noun: Token, block: Block) -> str | None:
    """Give the key of the place a noun names, by itself or beside it: "Lund", "Lund province"."""
    beside = []
    if noun.pos_ == "NOUN" and lemma(noun) in nouns("territories"):
        beside = [t for t in noun.lefts if t.dep_ == "compound" and t.i == noun.i - 1]
        beside = beside or prepositional(noun, "of")
    for token in (noun, *beside):
        mention = block.mention(token)
        if mention is not None and mention.place:
            return mention.place
    return None
