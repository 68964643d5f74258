"""Which act a verb tells, with those it is about: active, passive, as a state, of a cause.

"Police arrested him", "he was taken into custody by police" and "was arrested" give one act with
the same actor and object; "was behind", "is responsible for" are told of the actor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.act import CAUSE, Act, owning, told_nouns
from claims.extract.light_act import light_act
from claims.extract.ownership import OWN, find_owned
from claims.extract.party import is_person, known_party
from claims.extract.predicate import GENERIC, Told, act_of_verb, predicate_named
from claims.extract.syntax import (
    OBJECT_CONTROL,
    grammatical_subjects,
    is_passive,
    lemma,
    logical_objects,
    logical_subjects,
    prepositional,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

    _Nouns = tuple[Token, ...]

_BEHIND: Final = frozenset({"behind", "responsible", "blame"})


def read_act(verb: Token, block: Block) -> Act:
    """Read the act a verb tells of.

    Args:
        verb: The predicate of a clause.
        block: Its paragraph.
    """
    light = light_act(verb, block)
    if light is not None:
        return light
    owned = find_owned(verb, block)
    if owned is not None:
        return owning(verb, owned)
    told = act_of_verb(verb, block)
    if told.role == OWN:
        told = Told(f"{GENERIC}{OWN}")  # a past one, or a share
    agents, patients = _actors(verb, told), _objects(verb, told)
    beside = told.lead.lower_ if told.lead is not None and told.beside else ""
    named = (told_nouns(agents), told_nouns(patients))
    if told.role == "result_from" or _is_behind(told, agents, block):
        return Act(CAUSE, verb, *_turned(told, named), predicate_named(CAUSE), told.words)
    return Act(told.role, verb, *named, told.predicate, told.words, beside)


def _actors(verb: Token, told: Told) -> list[Token]:
    """Give who does what a verb tells; who replaces somebody stands behind "with"."""
    if told.turned:
        return grammatical_subjects(verb)
    if told.role == "succeed" and not is_passive(verb) and lemma(verb) == "replace":
        return prepositional(verb, "with") or logical_subjects(verb)
    return logical_subjects(verb)


def _objects(verb: Token, told: Told) -> list[Token]:
    """Give what it is done to: beside the verb, or behind a preposition of the act's own."""
    own = {token.i for token in told.words}
    objects = [] if told.turned else logical_objects(verb)
    objects = [token for token in objects if token.i not in own] or _found_to_be(told.words)
    if told.lead is not None and not told.beside:
        return [t for t in told.lead.children if t.dep_ in ("pobj", "pcomp")] or objects
    if told.predicate is None:
        given = [token for token in objects if token.dep_ != "dative"]
        return given or objects or _let_do(verb)
    return objects


def _is_behind(told: Told, agents: list[Token], block: Block) -> bool:
    """Whether a thing is said to be behind something: "pilot error was behind the crash"."""
    words = {word.lower_ for word in (*told.words, told.lead) if word is not None}
    if told.role != "involve" or not agents or not words & _BEHIND:
        return False
    return known_party(agents[0], block) is None and not is_person(agents[0], block)


def _turned(told: Told, named: tuple[_Nouns, _Nouns]) -> tuple[_Nouns, _Nouns]:
    """Give cause and effect: what resulted from something is its effect."""
    return named if told.role == "involve" else (named[1], named[0])


def _found_to_be(words: tuple[Token, ...]) -> list[Token]:
    """Give whom a word of the act is said of: the mayor for "found the mayor guilty"."""
    return [c for word in words if word.dep_ == "ccomp" for c in word.lefts if c.dep_ == "nsubj"]


def _let_do(verb: Token) -> list[Token]:
    """Give who is let or made to do something: guards for "allowed the guards to leave"."""
    if lemma(verb) not in OBJECT_CONTROL:
        return []
    return [
        inner
        for child in verb.children
        if child.dep_ == "ccomp" and child.tag_ == "VB"
        for inner in child.lefts
        if inner.dep_ == "nsubj"
    ]
