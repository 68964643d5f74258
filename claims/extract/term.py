"""Terms that a court gives, however told: "jailed for 12 years", "a 12-year prison sentence".

All of them are of one noun and one class, so that they can meet. Refuses what somebody only asks
for, may be given, or faces: "faces up to 20 years", "prosecutors sought a 15-year sentence".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.extract.act import clause_list
from claims.extract.amount import Amount
from claims.extract.predicate import act_of_verb
from claims.extract.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

SENTENCED: Final = "sentenced"
"""What is said of a term that a court gave."""
_ACT: Final = "sentence"
_TIMES: Final = ("year", "month", "day")
_LEADS: Final = ("to", "for")
_GIVEN: Final = frozenset("give get receive hand serve be impose draw earn".split())
_OPEN: Final = frozenset({"may", "might", "can", "could"})


def as_term(amount: Amount, unit: Token, block: Block) -> Amount:
    """Give a time that a court sentenced somebody to the noun and class of such times.

    Args:
        amount: A time with what it is said of.
        unit: The last token of it.
        block: Its paragraph.

    Returns:
        The amount as it was where it is no such time.
    """
    verb = amount.verb
    if amount.value.unit not in _TIMES or verb is None or _is_open(verb):
        return amount
    if not (_is_sentenced_to(unit, verb, block) or _is_of_sentence(amount, verb)):
        return amount
    kept = tuple(word for word in amount.modifiers if word not in clause_list("cells"))
    return replace(
        amount, head=_ACT, subject="prison sentence", attribute=SENTENCED, modifiers=kept
    )


def _is_open(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _OPEN for child in verb.children)


def _is_sentenced_to(unit: Token, verb: Token, block: Block) -> bool:
    """Whether the time stands behind the verb of sentencing: "sentenced to 12 years in prison"."""
    lead = unit.head
    if unit.dep_ != "pobj" or lead.lower_ not in _LEADS or lead.head.i != verb.i:
        return False
    return act_of_verb(verb, block).role == _ACT


def _is_of_sentence(amount: Amount, verb: Token) -> bool:
    """Whether the time is that of a sentence, or of a stay in a cell that somebody was given."""
    noun = lemma(amount.noun)
    celled = noun in clause_list("cells")
    if noun not in clause_list("terms") and not celled:
        return False
    if noun != _ACT and not celled and not set(amount.modifiers) & clause_list("cells"):
        return False
    return lemma(verb) in _GIVEN
