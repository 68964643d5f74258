"""A stated amount with what it counts: how many of what, whose, where, doing what.

"2,500 US troops in Afghanistan" is 2,500 of the noun "troop", of the United States, there. This
module builds an amount once its noun is known; `figure` finds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.extract.attribute import attribute_of
from claims.extract.counted import nouns, same_noun
from claims.extract.syntax import clause_tokens, clause_verb, lemma, noun_phrase, prepositional
from claims.values.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block

_PLACE_WORDS: Final = ("in", "at", "inside", "near", "across", "around", "outside", "into")
_GROUP_WORDS: Final = ("from", "of", "by")
_GENERIC: Final = frozenset("such same total several many other least own very".split())
_UNIT_WORDS: Final = frozenset("old year month week day hour minute long decade".split())
_BEFORE: Final = ("amod", "compound", "nmod")
_PRONOUNS: Final = ("PRON", "DET")


@dataclass(frozen=True)
class Amount:
    """One stated amount, read in its sentence.

    Args:
        value: The interval, its unit "person" where persons are counted.
        figure: Tokens of the numeral.
        head: Lemma of what is counted or measured: "troop", "war".
        noun: The token of it.
        subject: Words a reader is told it by: "US troops".
        attribute: Class of what is said of it: "present", "killed", "last"; a lemma otherwise.
        group: Keys of the parties whose it is.
        place: Keys of the places where.
        modifiers: Lemmas that narrow it.
        about: Keys of the names in its clause.
        verb: The predicate; None in a heading without one.
        tokens: What the quote must hold.
        borrowed: The noun of the amount before, where this one leaves its noun out.
    """

    value: Quantity
    figure: Span
    head: str
    noun: Token
    subject: str
    attribute: str
    group: tuple[str, ...]
    place: tuple[str, ...]
    modifiers: tuple[str, ...]
    about: tuple[str, ...]
    verb: Token | None
    tokens: tuple[Token, ...]
    borrowed: Token | None = None


def amount_of(
    value: Quantity, figure: Span, noun: Token, block: Block, bound: range = range(0)
) -> Amount:
    """Build the amount of a noun.

    Args:
        value: How many or how much.
        figure: Tokens of the numeral.
        noun: What is counted or measured; a name or a pronoun where the sentence has no noun.
        block: The paragraph.
        bound: Indexes of the amount with its bound: the "more" of "more than" narrows nothing.
    """
    verb = _predicate(noun)
    words = [t for t in _words_of(noun) if _narrows(t, figure, bound)]
    kinds = _kinds(noun, block)
    named = {i for m in block.mentions for i in range(m.start, m.end)}
    modifiers = {lemma(t) for t in words if t.i != noun.i and t.i not in named}
    mention = block.mention(noun)
    name = mention.name if mention is not None and noun.pos_ == "PROPN" else None
    head = name.lower() if name else same_noun(lemma(noun))
    return Amount(
        value=value,
        figure=figure,
        head=noun.lower_ if noun.pos_ in _PRONOUNS else head,
        noun=noun,
        subject=_subject(noun, words, kinds) if name is None else name,
        attribute=attribute_of(noun, verb, value.unit),
        group=_group(noun, block),
        place=_places(noun, verb, block),
        modifiers=tuple(sorted(modifiers - _GENERIC | {lemma(t) for t in kinds})),
        about=about(clause_of(noun, verb, figure), block),
        verb=verb,
        tokens=clause_of(noun, verb, figure),
    )


def _predicate(noun: Token) -> Token | None:
    """Give the verb of the clause; "including" and "according" are prepositions."""
    verb = clause_verb(noun)
    while verb is not None and verb.dep_ == "prep":
        verb = clause_verb(verb.head) if verb.head.i != verb.i else None
    return verb


def _words_of(noun: Token) -> list[Token]:
    return [t for t in noun_phrase(noun) if t.dep_ in _BEFORE or t.i == noun.i]


def _narrows(token: Token, figure: Span, bound: range) -> bool:
    inside = figure.start <= token.i < figure.end or token.i in bound
    return not inside and not token.like_num and lemma(token) not in _UNIT_WORDS


def _kinds(noun: Token, block: Block) -> list[Token]:
    """Give the nouns that "of" narrows it by: "cases of cholera"; no names and no amounts."""
    found = prepositional(noun, "of")
    return [
        t
        for t in found
        if t.pos_ == "NOUN" and not t.like_num and block.mention(t) is None and _is_short(t)
    ]


def _is_short(noun: Token) -> bool:
    return not any(c.dep_ in ("nummod", "relcl", "acl") for c in noun.children)


def _subject(noun: Token, words: list[Token], kinds: list[Token]) -> str:
    told = " ".join(t.text for t in words) or str(noun.text)
    for kind in kinds[:1]:
        told = " ".join([told, "of", *(t.text for t in _words_of(kind))])
    return told


def about(tokens: tuple[Token, ...], block: Block) -> tuple[str, ...]:
    """Give the names in a clause, which tell one amount of dead or wives from another."""
    return tuple(sorted({m.key for token in tokens if (m := block.mention(token)) is not None}))


def clause_of(noun: Token, verb: Token | None, figure: Span) -> tuple[Token, ...]:
    """Give the tokens that the quote of an amount must hold."""
    if verb is None:
        return (*noun_phrase(noun), *figure)
    return (*clause_tokens(verb), *figure, noun)


def is_people(mention: Mention, noun: Token) -> bool:
    """Whether a name is that of a people, counted: "600,000 Syrians"."""
    return mention.sort == "demonym" and noun.tag_ in ("NNS", "NNPS")


def is_person(noun: Token) -> bool:
    """Whether one of what a noun names is one person."""
    return lemma(noun) in nouns("persons")


def _group(noun: Token, block: Block) -> tuple[str, ...]:
    """Give the parties whose the counted are: "US troops", "troops from NATO countries"."""
    found = {
        mention.key
        for child in noun.lefts
        if child.dep_ in (*_BEFORE, "poss") and (mention := block.mention(child))
    }
    own = block.mention(noun)
    if own is not None and is_people(own, noun):
        found.add(own.key)
    for inner in prepositional(noun, *_GROUP_WORDS):
        found |= {m.key for t in inner.subtree if (m := block.mention(t)) is not None}
    return tuple(sorted(found))


def _places(noun: Token, verb: Token | None, block: Block) -> tuple[str, ...]:
    """Give the places that stand with the noun, its participles or the verb."""
    spots = [noun, *(c for c in noun.children if c.dep_ in ("acl", "relcl"))]
    if verb is not None:
        spots.append(verb)
    found = {
        mention.place
        for spot in spots
        for inner in prepositional(spot, *_PLACE_WORDS)
        if (mention := block.mention(inner)) and mention.place
    }
    return tuple(sorted(found))
