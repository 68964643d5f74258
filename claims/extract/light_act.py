"""Acts that a verb leaves to the words beside it: "carried out an attack on", "faces charges of".

"The cause of the fire was a heater", "rain was to blame for the flood", "was among the dead" say
so too, with a form of "be".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.act import CAUSE, Act, clause_list, told_nouns
from claims.extract.predicate import (
    Predicate,
    act_of_noun,
    act_of_verb,
    predicate_named,
    predicate_of_outcome,
)
from claims.extract.syntax import (
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

INTO: Final = ("in", "of", "for", "behind")
"""What leads from having a part to what it is a part in."""
_ON: Final = ("of", "on", "against", "to", "for", "with")
_CAUSES: Final = {"cause": "of", "reason": "for"}
_RECEIVED: Final = ("business", "law", "post", "violence")
"""Sorts of acts of which "have" may say that they were done to the subject: "has an offer"."""


def light_act(verb: Token, block: Block) -> Act | None:
    """Read an act that the words beside a verb tell; None where the verb tells its own.

    Args:
        verb: The predicate of a clause.
        block: Its paragraph.
    """
    told = _light(verb) or _faced(verb) or _cause_of(verb) or _to_blame(verb)
    return told or _among(verb, block)


def _light(verb: Token) -> Act | None:
    """Read "carried out an attack on", "an offer was made to": the object names the act."""
    if lemma(verb) not in clause_list("light_verbs"):
        return None
    for noun in logical_objects(verb)[:1]:
        predicate = act_of_noun(noun)
        if predicate is not None and not _says_other(verb, predicate):
            patients, lead = _told_of(noun, verb, predicate)
            agents = told_nouns(logical_subjects(verb))
            return Act(predicate.name, verb, agents, patients, predicate, (noun, *lead))
    return None


def _faced(verb: Token) -> Act | None:
    """Read "faces charges of fraud" as a charge against its subject."""
    if lemma(verb) != "face" or is_passive(verb):
        return None
    charges = [noun for noun in logical_objects(verb) if lemma(noun) in ("charge", "count")]
    accused = told_nouns(grammatical_subjects(verb))
    if not charges or not accused:
        return None
    return Act("charge", verb, (), accused, predicate_named("charge"), (charges[0],))


def _cause_of(verb: Token) -> Act | None:
    """Read "the cause of the fire was a heater" and "a heater was the cause of the fire"."""
    if lemma(verb) != "be":
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    told = [c for c in verb.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN")]
    for cause, other in ((subjects, told), (told, subjects)):
        lead = _CAUSES.get(lemma(cause[0])) if cause else None
        caused = prepositional(cause[0], lead) if lead is not None else []
        if caused and told_nouns(other[:1]):
            found = (verb, told_nouns(other[:1]), tuple(caused[:1]), predicate_named(CAUSE))
            return Act(CAUSE, *found, (cause[0],))
    return None


def _to_blame(verb: Token) -> Act | None:
    """Read "heavy rain was to blame for the collapse"."""
    blamed = [c for c in verb.children if c.dep_ == "xcomp" and c.lower_ == "blame"]
    if lemma(verb) != "be" or not blamed:
        return None
    causes, effects = (
        told_nouns(grammatical_subjects(verb)),
        told_nouns(prepositional(blamed[0], "for")),
    )
    if not causes or not effects:
        return None
    return Act(CAUSE, verb, causes, effects, predicate_named(CAUSE), (blamed[0],))


def _among(verb: Token, block: Block) -> Act | None:
    """Read "was among the dead", "was among those arrested" as what was done to its subject."""
    group = prepositional(verb, "among") if lemma(verb) == "be" else []
    if not group:
        return None
    done = [c for c in group[0].children if c.dep_ == "acl" and c.tag_ == "VBN"]
    told = act_of_verb(done[0], block).predicate if done and not told_nouns(group[:1]) else None
    predicate = told or predicate_of_outcome(group[0].lower_)
    subjects = told_nouns(grammatical_subjects(verb))
    if predicate is None or not subjects or any(noun.like_num for noun in subjects):
        return None
    return Act(predicate.name, verb, (), subjects, predicate, (group[0],))


def _says_other(verb: Token, predicate: Predicate) -> bool:
    """Whether verb and noun together tell no act of the subject: "has an offer of $5m"."""
    if lemma(verb) == "have":
        return predicate.sort in _RECEIVED
    if lemma(verb) == "pay":
        return predicate.owner == "object" or predicate.name == "fine"
    return predicate.name == "involve" and lemma(verb) == "make"


def _told_of(
    noun: Token, verb: Token, predicate: Predicate
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Give what an act that a noun names is done to, and the preposition that leads there."""
    given = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    if given:
        return tuple(given), ()
    leads = INTO if predicate.name == "involve" else _ON
    for holder in (noun, verb):
        for child in holder.children:
            below = [t for t in child.children if t.dep_ == "pobj"]
            if child.dep_ in ("prep", "dative") and child.lower_ in leads and below:
                return tuple(below), (child,)
    return (), ()
