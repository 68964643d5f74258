"""Lists of parties: who stands in a coordination, whether it is closed, whether it is everybody.

"diplomats from China and Iran" are China and Iran, "only Peru" is closed, "all parties" universal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.extract.contrast import is_put_against
from claims.extract.party import SENT, party_of, stands_for_state
from claims.extract.syntax import SUBJECTS, lemma, noun_phrase, prepositional
from claims.values.party import Parties, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block

_JOINERS: Final = frozenset(
    {",", ":", "and", "&", "or", "nor", "the", ";", "as", "well", "also", "both"}
)
_EVERYBODY: Final = frozenset({"all", "every", "everyone", "everybody", "each"})
_EXCEPT: Final = frozenset({"except", "excepting", "excluding", "but", "save"})


def _from_mention(mention: Mention, via: str = "") -> Party:
    return Party(mention.key, mention.name, via)


def _list_tokens(head: Token) -> Iterator[Token]:
    """Walk a coordination from its first noun: dependency first, then the plain run of words.

    The parser often hangs the tail of a long list elsewhere; what stands between its members
    does not change, so the run is followed as long as only joining words stand between nouns.
    """
    yield head
    at = head.i
    doc = head.doc
    end = _noun_end(head)
    while end < head.sent.end:
        joined = False
        while end < head.sent.end and doc[end].lower_ in _JOINERS:
            joined = joined or doc[end].lower_ in (",", ":", "and", "&", "or", "nor", ";")
            end += 1
        noun = _next_noun(doc, end, head.sent.end) if joined else None
        if noun is None or noun.i <= at or (noun.dep_ in SUBJECTS and head.dep_ not in SUBJECTS):
            return
        if is_put_against(noun.left_edge) or (noun.dep_ == "appos" and _only_tells_more(noun)):
            return
        if head.dep_ == "dobj" and _opens_clause(noun):
            return
        yield noun
        at, end = noun.i, _noun_end(noun)


def _explains(noun: Token) -> bool:
    return any(child.dep_ in ("det", "poss") for child in noun.lefts)


def _opens_clause(noun: Token) -> bool:
    """Whether a noun is the subject of the next clause: Oler of "has 20 and Oler has two"."""
    following = noun.doc[noun.i + 1 : min(noun.i + 2, noun.sent.end)]
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in following)


def _only_tells_more(noun: Token) -> bool:
    """Whether a noun in apposition is no further member: "Ruiz, the mayor", "Lima, Peru"."""
    if is_listed(noun):
        return False
    told = _explains(noun) or _is_named_after(noun)
    return _is_place_of(noun) or (told and not _is_one_of_names(noun))


def is_listed(noun: Token) -> bool:
    """Whether the parser took a list for an apposition: no comma closes "Ruiz, her son and two"."""
    after = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 2]
    return _has_conjuncts(noun) and any(t.pos_ in ("VERB", "AUX") for t in after)


def _is_place_of(noun: Token) -> bool:
    """Whether a name only tells where the place before it is: "in Lakeside, Upper Province"."""
    held = noun.head.dep_ == "pobj" and noun.head.head.lower_ in ("in", "at", "near", "from")
    named = noun.pos_ == "PROPN" and noun.head.pos_ == "PROPN"
    return named and held and not _has_conjuncts(noun)


def _is_one_of_names(noun: Token) -> bool:
    """Whether names follow each other: "the Nile Union, the League for Peace and the Forum"."""
    names = (noun, noun.head, *(child for child in noun.children if child.dep_ == "conj"))
    return len(names) > 2 and all(name.pos_ == "PROPN" for name in names)


def _is_named_after(noun: Token) -> bool:
    """Whether a name only says who the noun before it is: "their director, Ana Ruiz, left"."""
    return noun.pos_ == "PROPN" and noun.head.pos_ == "NOUN" and not _has_conjuncts(noun)


def _noun_end(noun: Token) -> int:
    """Give the index after a noun with a short "of" or "from" phrase on it."""
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from") and child.i == end:
            inner = [token.i for token in child.children if token.dep_ == "pobj"]
            end = (inner[0] + 1) if inner else end
        elif child.dep_ == "prep" and child.lower_ == "for" and child.i == end:
            end = child.right_edge.i + 1 if _is_name(child) else end
    return _past_brackets(noun, _past_age(noun, end))


def _past_age(noun: Token, end: int) -> int:
    """Skip the age after a name: "Ruiz, 20, and Mann, 21"."""
    behind = noun.doc[end : min(end + 3, noun.sent.end)]
    if noun.pos_ != "PROPN" or len(behind) < len("a,b") or behind[0].text != ",":
        return end
    age, following = behind[1], behind[2]
    joined = following.lower_ in (",", "and") and age.is_digit and len(age.text) < len("100")
    return end + 2 if joined else end


def _is_name(preposition: Token) -> bool:
    """Whether what a preposition leads to is still the name: "League for Peace and Work"."""
    inner = [token for token in preposition.subtree if token.i != preposition.i]
    return all(t.pos_ in ("PROPN", "ADP", "CCONJ", "DET") for t in inner)


def _past_brackets(noun: Token, end: int) -> int:
    """Skip what stands in brackets after a member: "Kenya (12), Peru (9) and Chile"."""
    doc = noun.doc
    if end < noun.sent.end and doc[end].text == "(":
        closing = [i for i in range(end, noun.sent.end) if doc[i].text == ")"]
        return closing[0] + 1 if closing else end
    return end


def _next_noun(doc: object, start: int, end: int) -> Token | None:
    """Give the head of the noun phrase that begins at `start`, if one does."""
    at = start
    while at < end:
        token: Token = doc[at]  # type: ignore[index]
        if token.pos_ in ("NOUN", "PROPN", "PRON") and not _goes_on(token):
            return token
        if token.pos_ not in ("ADJ", "DET", "NOUN", "PROPN", "NUM", "PART") and token.text != "-":
            return None
        at += 1
    return None


def _goes_on(token: Token) -> bool:
    """Whether the noun is only the first part of a compound."""
    following = token.i + 1 < len(token.doc) and token.doc[token.i + 1]
    if not following:
        return False
    return (token.dep_ in ("compound", "nmod", "poss", "amod") and token.head.i > token.i) or bool(
        following.tag_ == "POS"
    )


def _expanded(noun: Token, block: Block) -> Iterator[Party]:
    """Give the members a phrase spells out: "diplomats from A and B", "stakeholders such as A"."""
    owners = _all_owners(noun, block)
    if len(owners) > 1 and stands_for_state(noun):
        yield from (_from_mention(owner, via=lemma(noun)) for owner in owners)
        return
    for inner in _spelled_out(noun):
        yield from _coordinated(inner, block, via=lemma(noun))


def _all_owners(noun: Token, block: Block) -> list[Mention]:
    """Give every name in front of a noun: "Chinese and Pakistani diplomats"."""
    found = []
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod"):
            found += [block.mention(token) for token in (child, *child.conjuncts)]
    unique = {mention.start: mention for mention in found if mention is not None}
    return [unique[start] for start in sorted(unique)]


def _spelled_out(noun: Token) -> list[Token]:
    listed = [
        inner
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in ("as", "including", "like")
        for inner in child.children
        if inner.dep_ == "pobj"
    ]
    if lemma(noun) in SENT or stands_for_state(noun):
        listed += prepositional(noun, "from")
        listed += [inner for inner in prepositional(noun, "of") if _has_conjuncts(inner)]
    return listed


def _has_conjuncts(noun: Token) -> bool:
    return any(child.dep_ == "conj" for child in noun.children)


def _coordinated(head: Token, block: Block, via: str = "") -> Iterator[Party]:
    for noun in _list_tokens(head):
        spelled = list(_expanded(noun, block)) if noun.i != head.i or not via else []
        if spelled:
            yield from spelled
            continue
        party = party_of(noun, block)
        if party is None:
            return
        if party.key.startswith("words:") and _introduces(noun):
            continue
        yield Party(party.key, party.name, party.via or via, party.vague)


def _introduces(noun: Token) -> bool:
    """Whether the phrase only leads to the names after a colon: "other parties: A and B"."""
    end = _noun_end(noun)
    return end < len(noun.doc) and noun.doc[end].text == ":"


def _unique(parties: Iterator[Party]) -> tuple[Party, ...]:
    return tuple({party.key: party for party in parties}.values())


def _universal(noun: Token) -> bool:
    if any(token.lower_ in _EXCEPT for token in noun.subtree):
        return False
    return any(child.lower_ in _EVERYBODY for child in noun.children if child.dep_ != "conj")


def _closed(noun: Token) -> bool:
    """Whether "only" or "just" stands before the list."""
    start = stretch_start(noun)
    back = 2 if start and noun.doc[start - 1].lower_ == "by" else 1
    before = noun.doc[max(0, start - back) : noun.i]
    return any(token.lower_ in ("only", "just", "solely", "exclusively") for token in before)


def excepted_of(nouns: list[Token], block: Block) -> Parties | None:
    """Read whom a phrase leaves out: Hungary for "all members except Hungary"."""
    listed = [
        inner
        for noun in nouns
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in _EXCEPT
        for inner in child.children
        if inner.dep_ == "pobj"
    ]
    return parties_of(listed, block) if listed else None


def stretch_start(noun: Token) -> int:
    """Give the index of the first token of a noun phrase."""
    return min(token.i for token in noun_phrase(noun))


def parties_of(nouns: list[Token], block: Block) -> Parties | None:
    """Read one or more coordinated noun phrases as a list of parties.

    Returns:
        The list in printed order; None where a phrase names nobody.
    """
    members = _unique(party for noun in nouns for party in _coordinated(noun, block))
    if not members:
        return None
    start = min(stretch_start(noun) for noun in nouns)
    last = max((token for noun in nouns for token in _list_tokens(noun)), key=lambda t: t.i)
    doc = nouns[0].doc
    return Parties(
        members,
        text=doc[start : _noun_end(last)].text,
        closed=any(_closed(noun) for noun in nouns),
        universal=any(_universal(noun) for noun in nouns),
    )
