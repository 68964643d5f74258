"""Whom a pronoun stands for, where one candidate fits; nobody is guessed.

"It" is the state or body that was last the subject; "he" and "she" the one person the paragraph
has named before, else the one the last paragraph with persons was about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.party import known_party, party_of
from claims.extract.reporting import is_reporting
from claims.extract.syntax import SUBJECTS, grammatical_subjects, lemma
from claims.values.gazetteer import party_kind
from claims.values.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

_PRONOUNS: Final = frozenset({"it", "its"})
_PERSONAL: Final = frozenset({"he", "she", "him", "her", "his"})
_SPEAKS: Final = frozenset({"he", "she", "they", "it"})


def resolve_pronoun(token: Token, block: Block, earlier: list[Party]) -> Party | None:
    """Say whom "it" stands for: the nearest earlier subject of the paragraph, else the last one.

    Args:
        token: The pronoun.
        block: Its paragraph.
        earlier: Subjects of the article so far, oldest first.
    """
    if token.lower_ not in _PRONOUNS:
        return None
    for candidate in reversed(list(block.doc[: token.i])):
        if candidate.dep_ not in SUBJECTS:
            continue
        party = party_of(candidate, block)
        if party is not None and _singular_actor(party):
            return party
    return next((party for party in reversed(earlier) if _singular_actor(party)), None)


def _singular_actor(party: Party) -> bool:
    """Whether "it" may stand for the party: a state or body, not a band of people."""
    sort = party.key.split(":")[0]
    if sort == "party":
        return party_kind(party.key) != "armed_group"
    return sort in ("country", "organisation")


def acting(nouns: list[Token], block: Block, earlier: list[Party]) -> list[Party]:
    """Say who acts: each noun's party, pronouns resolved."""
    found = []
    for each in nouns:
        noun = speaking_noun(each) or each
        party = (
            resolve_pronoun(noun, block, earlier)
            or resolve_person(noun, block, earlier)
            or known_party(noun, block)
            or party_of(noun, block)
        )
        if party is not None:
            found.append(party)
    return found


def subjects_of(verb: Token, block: Block, earlier: list[Party]) -> list[Party]:
    """Say who the subject of a verb is."""
    return acting(grammatical_subjects(verb), block, earlier)


def subjects_in(block: Block) -> Iterator[Party]:
    """Give the parties that are subjects in a paragraph, in order."""
    for token in block.doc:
        if token.dep_ in ("nsubj", "nsubjpass"):
            party = party_of(token, block)
            if party is not None:
                yield party


def resolve_person(token: Token, block: Block, earlier: list[Party]) -> Party | None:
    """Say whom "he" or "she" stands for: the one person who was named before it.

    Args:
        token: The pronoun.
        block: Its paragraph; two persons in it before the pronoun leave it open.
        earlier: Subjects of the article before the paragraph, oldest first.
    """
    spoken = _who_says(token, block)
    if spoken is not None:
        return spoken
    if token.lower_ not in _PERSONAL:
        return None
    named = {
        mention.key: Party(mention.key, mention.name)
        for mention in block.mentions
        if mention.sort == "person" and mention.end <= token.i
    }
    if named:
        return next(iter(named.values())) if len(named) == 1 else None
    last = earlier[-1] if earlier else None
    return last if last is not None and last.key.startswith("person:") else None


def speaking_noun(token: Token) -> Token | None:
    """Give the body known by a noun that speaks of itself: the government for "it"."""
    verb = token.head
    if token.lower_ not in ("it", "they") or token.dep_ not in SUBJECTS or verb.dep_ != "ccomp":
        return None
    subjects = [c for c in verb.head.lefts if c.dep_ == "nsubj"] if is_reporting(verb.head) else []
    noun = subjects[0] if subjects else None
    return noun if noun is not None and lemma(noun) in _institutions() else None


@cache
def _institutions() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["institutions"])


def _who_says(token: Token, block: Block) -> Party | None:
    """Give who speaks of themselves: Okafor for "Okafor said he left", the club for "they".

    "It" is who speaks where it does something: "Norlink said it cut the cable".
    """
    verb = token.head
    if token.lower_ not in _SPEAKS or token.dep_ not in SUBJECTS or verb.dep_ != "ccomp":
        return None
    says = verb.head
    subjects = [c for c in says.lefts if c.dep_ == "nsubj"] if is_reporting(says) else []
    if not subjects or any(child.dep_ == "conj" for child in subjects[0].children):
        return None
    party = known_party(subjects[0], block)
    if party is None:
        return None
    if token.lower_ == "it" and (token.dep_ != "nsubj" or lemma(verb) == "be"):
        return None
    person = party.key.startswith("person:") and subjects[0].tag_ != "NNPS"
    return party if person != (token.lower_ in ("they", "it")) else None
