"""Which act a noun tells, with those it names: "the arrest of two men", "Russia's attack on"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.act import Act, clause_list, owning, told_nouns
from claims.extract.light_act import INTO
from claims.extract.ownership import find_owned_beside
from claims.extract.party import known_party
from claims.extract.predicate import act_of_noun
from claims.extract.syntax import is_time, lemma, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block


def read_noun_act(noun: Token, block: Block) -> Act | None:
    """Read the act a noun tells of with those it names: "Russia's attack on", "the arrest of".

    Returns:
        None for a noun that names no act.
    """
    owned = find_owned_beside(noun, block)
    if owned is not None:
        return owning(noun, owned)
    predicate = act_of_noun(noun)
    if predicate is None or noun.dep_ in ("compound", "amod"):
        return None
    owners = [c for c in noun.lefts if c.dep_ == "poss" and not is_time(c)]
    agents = prepositional(noun, "by")
    of = prepositional(noun, "of")
    if owners and (agents or predicate.owner == "object") and not of:
        of, owners = owners, []
    if of and not predicate.transitive:
        of, owners = [], owners or of
    leads: tuple[str, ...] = INTO if predicate.name == "involve" else ("on", "against", "to")
    if predicate.name == "lose":
        leads = ()  # "a loss to the Hawks" is one they won
    patients = of or prepositional(noun, *leads)[:1]
    doers = agents or [t for t in owners if known_party(t, block) is not None]
    if predicate.sort == "disaster" and not predicate.transitive:
        doers = doers or _befallen([*owners, *noun.lefts])
    if predicate.sort in ("violence", "weapons") and predicate.owner != "object":
        doers = doers or _in_front(noun, block)
    return Act(predicate.name, noun, told_nouns(doers), told_nouns(patients), predicate)


def _befallen(nouns: list[Token]) -> list[Token]:
    """Give what an accident befell: the dam of "the collapse of the dam", "the dam collapse"."""
    kinds = ("poss", "pobj", "compound")
    return [t for t in nouns if t.dep_ in kinds and lemma(t) in clause_list("befallen")][-1:]


def _in_front(noun: Token, block: Block) -> list[Token]:
    """Give who a word before the noun says did it: "rebel rocket attacks", "Russian air strikes".

    The name of a country is where it was done: "the Kenya attacks".
    """
    found = []
    for child in noun.lefts:
        mention = block.mention(child)
        sort = mention.sort if mention is not None else ""
        known = sort == "demonym" or (sort in ("country", "body") and child.text.isupper())
        if child.dep_ in ("amod", "compound") and (known or child.lower_ in clause_list("armed")):
            found += [child, *child.conjuncts]
    return found
