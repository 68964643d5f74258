"""Who owns a thing: "is owned by X", "belongs to X", "X, the owner of the dam", "its owner is X".

Only what is told as it is now: "belonged to X until 2021", "once owned by X", "the former owner"
tell of another time. A share of a thing, and what belongs to nobody in this sense (the credit, the
future), are no ownership; neither are persons, who belong to parties and clubs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from claims.data import load_toml
from claims.extract.party import is_person
from claims.extract.syntax import (
    SUBJECTS,
    direct_objects,
    grammatical_subjects,
    lemma,
    logical_objects,
    logical_subjects,
    prepositional,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

OWN: Final = "own"
_NOUNS: Final = ("NOUN", "PROPN", "PRON")


class Owned(NamedTuple):
    """A thing and those who own it, as head nouns, with other words that belong to the act."""

    owners: tuple[Token, ...]
    thing: Token
    words: tuple[Token, ...] = ()


def find_owned(verb: Token, block: Block) -> Owned | None:
    """Read who owns what from a clause; None where it tells of no ownership, or of a past one."""
    told = _of_verb(verb) or _of_copula(verb)
    if told is None or not told.owners or _is_past(verb) or not _can_be_owned(told.thing, block):
        return None
    return told._replace(owners=tuple(_by_name(owner) for owner in told.owners))


def find_owned_beside(noun: Token, block: Block) -> Owned | None:
    """Read "X, the owner of the dam," and "the dam's owner, X,"; None for any other noun."""
    if lemma(noun) != "owner" or _is_past(noun):
        return None
    thing = _thing_of(noun)
    named = [c for c in noun.children if c.dep_ == "appos"]
    owners = [noun.head] if noun.dep_ == "appos" else named
    owners = [owner for owner in owners if owner.pos_ == "PROPN"]
    if thing is None or len(owners) != 1 or not _can_be_owned(thing, block):
        return None
    return Owned((owners[0],), thing)


def _of_verb(verb: Token) -> Owned | None:
    if lemma(verb) == "own":
        things, owners = logical_objects(verb), logical_subjects(verb)
        return Owned(tuple(owners), things[0]) if things else None
    things, owners = grammatical_subjects(verb), prepositional(verb, "to")
    if lemma(verb) == "belong" and things and owners:
        return Owned((owners[0],), things[0], (owners[0].head,))
    return None


def _of_copula(verb: Token) -> Owned | None:
    """Read "the owner of the dam is X" and "X is the owner of the dam"."""
    if lemma(verb) != "be":
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    told = [c for c in verb.children if c.dep_ == "attr"]
    for owner, other in ((subjects, told), (told, subjects)):
        thing = _thing_of(owner[0]) if owner and lemma(owner[0]) == "owner" else None
        if thing is not None and other and other[0].pos_ in ("NOUN", "PROPN"):
            return None if _is_past(owner[0]) else Owned((other[0],), thing, (owner[0],))
    return None


def _thing_of(owner: Token) -> Token | None:
    """Give what an owner owns: the dam in "owner of the dam", "the dam's owner"."""
    of = prepositional(owner, "of") or [c for c in owner.lefts if c.dep_ == "poss"]
    return of[0] if of else None


def _is_past(word: Token) -> bool:
    """Whether a verb or noun is told of another time: "once owned", "the former owner"."""
    beside = [c for c in word.children if c.dep_ in ("advmod", "amod", "prep", "mark")]
    had = any(child.dep_ == "aux" and child.lower_ in ("had", "used") for child in word.children)
    return had or any(t.lower_ in _listed("formerly") for t in beside)


def _can_be_owned(thing: Token, block: Block) -> bool:
    """Whether somebody may own a thing: no person, no share of it, none of what only belongs."""
    if thing.pos_ not in _NOUNS or is_person(thing, block) or thing.like_num:
        return False
    if thing.pos_ == "PRON":
        return thing.lower_ == "it"
    return lemma(thing) not in _listed("never_owned")


def _by_name(owner: Token) -> Token:
    """Give the name behind a noun that says what bears it: Minerva for "the firm Minerva"."""
    behind = owner.doc[owner.i + 1 : owner.i + 2]
    named = [c for c in owner.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    near = [c for c in named if behind and c.left_edge.i == behind[0].i]
    return near[0] if near and owner.pos_ == "NOUN" else owner


def thing_meant(thing: Token, before: Token | None) -> Token | None:
    """Give what "it" stands for: the subject of the sentence before it, where that has no object.

    Args:
        thing: What is owned, as the sentence tells it.
        before: The main verb of the last sentence before the paragraph; None where there is none.
    """
    if thing.lower_ != "it":
        return None
    start = thing.sent.start
    main = thing.doc[start - 1].sent.root if start else before
    if main is None or direct_objects(main):
        return None
    told = [c for c in main.children if c.dep_ in SUBJECTS]
    barred = _listed("never_owned") | frozenset(load_toml("nouns.toml")["persons"])
    things = [c for c in told if c.tag_ == "NN" and lemma(c) not in barred]
    return things[0] if len(told) == 1 and things else None


def _listed(name: str) -> frozenset[str]:
    return frozenset(load_toml("clauses.toml")[name])
