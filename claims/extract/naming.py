"""How a noun that speaks is named: its name, its words, and all who speak beside it.

Whom "the report" or "she" stands for is not decided here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.body import BODIES, called_by
from claims.extract.party import party_of
from claims.extract.syntax import lemma, noun_phrase, prepositional
from claims.model import Speaker, joint_key

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block

_ON_BEHALF: Final = ("for", "of", "from", "at", "with")
_SHARES: Final = frozenset("percent % cent half third quarter most many some".split())
_MOST_BESIDE: Final = 3


def _with_article(noun: Token, mention: Mention, *, own: bool) -> str:
    """Keep "The" before a group or paper, not before a person: "The mayor, Lena Okafor, said"."""
    name = mention.name
    if mention.sort == "person" or name.startswith("The "):
        return name
    if own:
        article = any(child.dep_ == "det" and child.lower_ == "the" for child in noun.children)
    else:
        article = noun.doc[mention.start - 1].lower_ == "the"
    return f"The {name}" if article else name


def mention_of(noun: Token, block: Block) -> Mention | None:
    """Give the name of a noun, or of the person or body that stands beside it."""
    mention = block.mention(noun)
    if mention is not None:
        return mention
    beside = [block.mention(child) for child in noun.children if child.dep_ == "appos"]
    person = next((m for m in beside if m is not None and m.sort == "person"), None)
    return next(called_by(noun, block), None) if person is None else person


def named(noun: Token, block: Block) -> Speaker:
    """Name the speaker that a noun stands for, with all who speak beside: "Okafor and aides".

    Its key holds those of all of them, so that each is found again.
    """
    first = alone(noun, block)
    return first if _shared_noun(noun, block) else together(first, noun, block)


def together(first: Speaker, noun: Token, block: Block) -> Speaker:
    """Name a speaker with all who speak beside the noun that stands for it."""
    beside = speakers_beside(noun)
    if not beside:
        return first
    all_ = [first, *(alone(other, block) for other in beside)]
    names = [one.name for one in all_]
    name = f"{', '.join(names[:-1])} and {names[-1]}"
    span = block.span_of([*noun_phrase(noun), *noun_phrase(beside[-1])])
    return Speaker(joint_key(one.key for one in all_), name, span)


def alone(noun: Token, block: Block) -> Speaker:
    """Name the speaker that one noun stands for."""
    shared = _shared_noun(noun, block)
    if shared is not None:
        name = noun.doc[noun.left_edge.i : shared.i + 1].text
        return Speaker(f"words:{name.lower()}", name, block.span(noun.left_edge.i, shared.i + 1))
    mention = mention_of(noun, block)
    span = block.span_of(noun_phrase(noun))
    if mention is not None:
        own = block.mention(noun) is not None
        return Speaker(mention.key, _with_article(noun, mention, own=own), span)
    phrase = [token for token in noun_phrase(noun) if token.dep_ not in ("det", "punct")]
    end = _end_of_share(noun)
    name = noun.doc[phrase[0].i : end].text
    if end > noun.i + 1:
        return Speaker(f"words:{name.lower()}", name, block.span(phrase[0].i, end))
    return Speaker(_key(noun, name, block), name, span)


def speakers_beside(noun: Token) -> list[Token]:
    """Give who speaks together with a noun, joined to it by "and"."""
    joined = any(child.dep_ == "cc" and child.lower_ == "and" for child in noun.subtree)
    nouns = [t for t in noun.conjuncts if t.i > noun.i and t.pos_ in ("NOUN", "PROPN")]
    return nouns[:_MOST_BESIDE] if joined else []


def _end_of_share(noun: Token) -> int:
    """Give where "68 percent of villagers" ends: without its "of" a share is nobody."""
    of = prepositional(noun, "of") if lemma(noun) in _SHARES else []
    return of[0].i + 1 if of else noun.i + 1


def _key(noun: Token, name: str, block: Block) -> str:
    """Tell apart two spokesmen by whom they speak for."""
    party = party_of(noun, block)
    if party is not None and not party.key.startswith("words:") and "," not in name:
        return f"{party.key}#{lemma(noun)}"
    for inner in prepositional(noun, *_ON_BEHALF)[:1]:
        mention = block.mention(inner)
        if mention is not None:
            return f"{mention.key}#{lemma(noun)}"
        return f"words:{name.lower()} {inner.head.lower_} {lemma(inner)}"
    return f"words:{name.lower()}"


def _shared_noun(noun: Token, block: Block) -> Token | None:
    """Give "officials" for the "US" of "US, European and Afghan officials"."""
    mention = block.mention(noun)
    if noun.pos_ != "PROPN" or (mention is not None and mention.sort == "person"):
        return None
    nouns = [token for token in noun.conjuncts if token.pos_ == "NOUN" and token.i > noun.i]
    if not nouns or (mention is not None and _stands_alone(nouns[-1], mention)):
        return None
    return nouns[-1]


def _stands_alone(noun: Token, mention: Mention) -> bool:
    """Whether a noun is no part of a name before it: "Oxfam and the ministry", "and residents"."""
    own = any(child.dep_ in ("det", "poss") for child in noun.lefts)
    named = any(child.pos_ == "PROPN" for child in noun.lefts)
    return own or (mention.sort in BODIES and not named)
