"""An act: who acts on whom, whatever the grammar of the sentence that tells it.

Acts are read from verbs in `verb_act`, from nouns in `noun_act`, from words beside a verb that says
little by itself in `light_act`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.contrast import is_put_against
from claims.extract.ownership import OWN, Owned
from claims.extract.predicate import Predicate, predicate_named
from claims.extract.syntax import is_time

if TYPE_CHECKING:
    from spacy.tokens import Token

CAUSE: Final = "cause"
"""The act by which something brings about something else, whoever says so."""
_UNKNOWN: Final = frozenset("which that who whom what there this these those".split())


@dataclass(frozen=True)
class Act:
    """One act as a clause or a noun tells it.

    Args:
        role: Its name.
        head: The verb or noun.
        agents: Who acts, head nouns.
        patients: Who or what is acted upon.
        predicate: Its entry in the table; None for a generic act.
        words: Other words that belong to it, so that no argument is read from them.
        lead: The preposition of what is told beside its object: "on" of "blamed it on".
        held: Whether somebody is held to be behind one act: "blamed the rebels for the attack".
    """

    role: str
    head: Token
    agents: tuple[Token, ...]
    patients: tuple[Token, ...]
    predicate: Predicate | None = None
    words: tuple[Token, ...] = ()
    lead: str = ""
    held: bool = False

    @property
    def generic(self) -> bool:
        """Whether no entry of the table names it."""
        return self.predicate is None


@cache
def clause_list(name: str) -> frozenset[str]:
    """Give one list of clauses.toml."""
    return frozenset(load_toml("clauses.toml")[name])


def told_nouns(nouns: list[Token]) -> tuple[Token, ...]:
    """Leave out times, bare figures, and pronouns whose noun the grammar does not tell."""
    told = (_meant(noun) for noun in nouns)
    return tuple(
        noun
        for noun in told
        if noun is not None
        and noun.lower_ not in _UNKNOWN
        and noun.pos_ != "NUM"
        and not is_time(noun)
    )


def _meant(noun: Token) -> Token | None:
    """Give Lind for the Ruiz of "Lind, not Ruiz, who signed"; nobody for "not by the firm"."""
    if not is_put_against(noun.left_edge):
        return noun
    return noun.head if noun.dep_ == "appos" else None


def owning(head: Token, told: Owned) -> Act:
    """Give what a clause or a noun tells of who owns a thing."""
    owners, thing = told_nouns(list(told.owners)), (told.thing,)
    return Act(OWN, head, owners, thing, predicate_named(OWN), told.words)
