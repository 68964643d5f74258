"""What somebody says caused what: "the mayor blamed rain for the collapse", "ruled out a bomb".

Such a clause tells two acts. That somebody blamed is one, read like any other; the other is what
they say happened. That one is given here: `cause`, with what caused it and what was caused; or,
where a party is said to be behind an act of violence, that very act, with the party as its actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.extract.act import CAUSE, Act, clause_list
from claims.extract.noun_act import read_noun_act
from claims.extract.party import is_person, known_party
from claims.extract.predicate import predicate_named
from claims.extract.syntax import lemma, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

_CAUSES: Final = ("cause", "reason")


@dataclass(frozen=True)
class Held:
    """An act that somebody says happened.

    Args:
        act: The act, on the verb by which they say so.
        makers: Who says so; nobody where the clause does not tell.
        denied: Whether they say that it did not happen so.
    """

    act: Act
    makers: tuple[Token, ...]
    denied: bool = False


def held_by(act: Act, block: Block) -> Iterator[Held]:
    """Give what those who act in a clause say caused something.

    Args:
        act: The act that the clause tells.
        block: Its paragraph.
    """
    if act.role == "claim_responsibility":
        yield from _held(act, act.agents, act.patients, act.agents, block)
    elif act.role == "blame":
        yield from _held(act, act.patients, prepositional(act.head, "for"), act.agents, block)
    elif act.role == "attribute":
        yield from _held(act, _led(act), act.patients, act.agents, block)
    elif act.role == "begin" and any(lemma(noun) in clause_list("lit") for noun in act.patients):
        yield from _held(act, act.agents, act.patients, (), block)
    elif act.role == "reject":
        caused = [noun for each in _as_cause(act) for noun in prepositional(each, "of", "for")]
        for held in _held(act, act.patients, caused, act.agents, block):
            yield Held(held.act, held.makers, denied=True)


def as_violence(act: Act, block: Block) -> Act:
    """Give the act of violence that a party is said to have caused: "was blamed on the rebels"."""
    if act.role != CAUSE or not act.agents or not act.patients:
        return act
    effect = act.patients[0]
    doer = known_party(act.agents[0], block) is not None or is_person(act.agents[0], block)
    told = read_noun_act(effect, block) if doer else None
    if told is None or told.predicate is None or told.predicate.sort != "violence":
        return act
    return Act(told.role, act.head, act.agents, told.patients, told.predicate, (effect,), held=True)


def _held(
    act: Act,
    causes: Iterable[Token],
    effects: Iterable[Token],
    makers: tuple[Token, ...],
    block: Block,
) -> Iterator[Held]:
    causes, effects = tuple(causes), tuple(effects)[:1]
    if causes and effects:
        told = Act(CAUSE, act.head, causes, effects, predicate_named(CAUSE), act.words)
        yield Held(as_violence(told, block), makers)


def _led(act: Act) -> list[Token]:
    """Give what the preposition beside the object leads to: a leak for "put it down to a leak"."""
    return [
        noun
        for word in act.words
        if word.lower_ == act.lead
        for noun in word.children
        if noun.dep_ in ("pobj", "pcomp")
    ]


def _as_cause(act: Act) -> list[Token]:
    """Give the noun of "as the cause of the fire" beside a verb."""
    holders = (act.head, *act.patients)
    return [n for holder in holders for n in prepositional(holder, "as") if lemma(n) in _CAUSES]
