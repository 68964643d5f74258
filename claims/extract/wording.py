"""How what a clause is about, and what it answers, is told in the words printed.

A noun alone names little: "size of the crowd" needs its last part, "26 Oct 2016 Air strikes" has
too much in front. Nothing is put into other words; only a pronoun gives way to the name it stands
for.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claims.extract.governor import is_infinitive
from claims.extract.referent import resolve_person, resolve_pronoun
from claims.extract.syntax import is_time, is_verb, noun_phrase, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.extract.reading import Block
    from claims.values.party import Party

_INSIDE: Final = frozenset("- – ' ’ . / & , '' `` \" “ ” $ % #".split())
_QUOTES: Final = frozenset("\" “ ” '' `` ' ‘ ’".split())
_LONGEST: Final = 14
"""Tokens that what follows a noun may have, before it tells more than the noun's name."""
_DIGITS_OF_A_YEAR: Final = 4
_TELL_MORE: Final = frozenset("after before since until including but amid as during".split())


def phrase(noun: Token) -> str:
    """Give a noun with what stands before it, articles left out."""
    words = _before(noun)
    return str(noun.doc[words[0].i : words[-1].i + 1].text)


def whole_phrase(noun: Token, verb: Token | None = None) -> str:
    """Give a noun with what its name needs: "last district of Lima", "mayor and the guards".

    What follows a comma only tells more of it and is left out.

    Args:
        noun: The noun.
        verb: What is told of it, which is no part of its name.
    """
    first, end, whole = _before(noun)[0].i, noun.i + 1, noun.i + 1
    for child in noun.rights:
        if child.left_edge.i != end or not _belongs(child, noun):
            break
        if verb is not None and child.left_edge.i <= verb.i <= child.right_edge.i:
            break
        end = _end_of(child)
        whole = whole if child.dep_ == "cc" else end
    end = whole
    return str(noun.doc[first:end].text)


def named_phrase(noun: Token, verb: Token, block: Block, earlier: list[Party]) -> str:
    """Give what a noun is told by beside its verb; nothing for a pronoun that is left open.

    "He" and "she" give way to the person where one alone can be meant.
    """
    if noun.pos_ == "PRON" and not prepositional(noun, "of"):
        meant = resolve_person(noun, block, earlier) or resolve_pronoun(noun, block, earlier)
        return "" if meant is None else meant.name
    words, mention = whole_phrase(noun, verb), block.mention(noun)
    return words if mention is None or len(mention.name) <= len(words) else mention.name


def _before(noun: Token) -> list[Token]:
    """Give a noun with what stands before it, articles and stray marks left out.

    A heading that ends in a year is none of it: "26 Oct 2016 Air strikes" are air strikes.
    """
    words = [t for t in noun_phrase(noun) if t.dep_ not in ("det", "predet")] or [noun]
    for place, (token, following) in reversed(list(enumerate(pairwise(words)))):
        broken = token.is_punct and token.text not in _INSIDE
        if broken or (_is_year(token) and following.text[0].isupper()):
            words = words[place + 1 :]
            break
    marks = sum(token.text in _QUOTES for token in words)
    while len(words) > 1 and (words[0].is_punct and (marks == 1 or words[0].text not in _QUOTES)):
        words = words[1:]
    return words


def _is_year(token: Token) -> bool:
    return len(token.text) == _DIGITS_OF_A_YEAR and token.text.isdigit()


def _belongs(child: Token, noun: Token) -> bool:
    """Whether what follows a noun is a part of its name."""
    if child.right_edge.i - noun.i > _LONGEST:
        return child.dep_ == "prep" and child.lower_ == "of"
    if child.dep_ in ("prep", "cc"):
        timely = any(is_time(inner) for inner in child.children)
        return not timely and child.lower_ not in _TELL_MORE
    if child.dep_ == "conj":
        return child.pos_ in ("NOUN", "PROPN") and not is_verb(child)
    if child.dep_ == "acl":
        return child.tag_ == "VBN" or is_infinitive(child)
    return child.dep_ == "relcl"


def _end_of(child: Token) -> int:
    """Give the index after what follows a noun, cut at the first comma in it that lists nothing."""
    edge = child.right_edge.i + 1
    inside = child.doc[child.left_edge.i : edge]
    marks = (t.i for t in inside if _breaks(t, inside) or _runs_on(t, child))
    return next(marks, edge)


def _breaks(token: Token, inside: Span) -> bool:
    """Whether a mark ends the name: no hyphen, and no comma of a list that ends in "and"."""
    if not token.is_punct or token.text == "-":
        return False
    members = [t for t in (token.head, *token.head.conjuncts) if t.pos_ in ("NOUN", "PROPN")]
    behind = [t for t in members if token.i < t.i < inside[-1].i + 1]
    closed = any(c.dep_ == "cc" for t in members for c in t.rights)
    return not (token.text == "," and behind and closed and len(members) > 2)


def _runs_on(token: Token, child: Token) -> bool:
    """Whether a participle begins a clause of its own: "escorted by police killing nine"."""
    own = token.dep_ == "advcl" and token.tag_ == "VBG" and token.head.i == child.i
    return own and all(left.dep_ == "punct" for left in token.lefts)
