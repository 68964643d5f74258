"""Who acts on whom, whatever the grammar of the sentence: active, passive, by a noun, as a state.

"Police arrested him", "he was taken into custody by police", "police made an arrest" and "the
arrest of" give one act with the same actor and object. Light verbs leave the act to their object
("carried out an attack on"); "was behind", "is responsible for" are told of the actor.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.contrast import is_put_against
from claims.extract.ownership import OWN, Owned, find_owned, find_owned_beside
from claims.extract.party import is_person, known_party
from claims.extract.predicate import (
    GENERIC,
    Predicate,
    Told,
    act_of_noun,
    act_of_verb,
    predicate_named,
    predicate_of_outcome,
)
from claims.extract.syntax import (
    OBJECT_CONTROL,
    grammatical_subjects,
    is_passive,
    is_time,
    lemma,
    logical_objects,
    logical_subjects,
    prepositional,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

    _Nouns = tuple[Token, ...]

_ON: Final = ("of", "on", "against", "to", "for", "with")
_INTO: Final = ("in", "of", "for", "behind")
CAUSE: Final = "cause"
"""The act by which something brings about something else, whoever says so."""
_CAUSES: Final = {"cause": "of", "reason": "for"}
_BEHIND: Final = frozenset({"behind", "responsible", "blame"})
_RECEIVED: Final = ("business", "law", "post", "violence")
"""Sorts of acts of which "have" may say that they were done to the subject: "has an offer"."""
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


def read_act(verb: Token, block: Block) -> Act:
    """Read the act a verb tells of.

    Args:
        verb: The predicate of a clause.
        block: Its paragraph.
    """
    light = _light(verb) or _faced(verb) or _cause_of(verb) or _to_blame(verb)
    light = light or _among(verb, block)
    if light is not None:
        return light
    owned = find_owned(verb, block)
    if owned is not None:
        return _owning(verb, owned)
    told = act_of_verb(verb, block)
    if told.role == OWN:
        told = Told(f"{GENERIC}{OWN}")  # a past one, or a share
    agents, patients = logical_subjects(verb), logical_objects(verb)
    if told.role == "succeed" and not is_passive(verb):
        agents = prepositional(verb, "with") if lemma(verb) == "replace" else []
        agents = agents or logical_subjects(verb)
    if told.turned:
        agents, patients = grammatical_subjects(verb), []
    own = {token.i for token in told.words}
    patients = [token for token in patients if token.i not in own] or _found_to_be(told.words)
    if told.lead is not None and not told.beside:
        patients = [t for t in told.lead.children if t.dep_ in ("pobj", "pcomp")] or patients
    if told.predicate is None:
        given = [token for token in patients if token.dep_ != "dative"]
        patients = given or patients or _let_do(verb)
    beside = told.lead.lower_ if told.lead is not None and told.beside else ""
    named = (_named(agents), _named(patients))
    if told.role == "result_from" or _is_behind(told, agents, block):
        return Act(CAUSE, verb, *_turned(told, named), predicate_named(CAUSE), told.words)
    return Act(told.role, verb, *named, told.predicate, told.words, beside)


def _is_behind(told: Told, agents: list[Token], block: Block) -> bool:
    """Whether a thing is said to be behind something: "pilot error was behind the crash"."""
    words = {word.lower_ for word in (*told.words, told.lead) if word is not None}
    if told.role != "involve" or not agents or not words & _BEHIND:
        return False
    return known_party(agents[0], block) is None and not is_person(agents[0], block)


def _turned(told: Told, named: tuple[_Nouns, _Nouns]) -> tuple[_Nouns, _Nouns]:
    """Give cause and effect: what resulted from something is its effect."""
    return named if told.role == "involve" else (named[1], named[0])


def _owning(head: Token, told: Owned) -> Act:
    """Give what a clause or a noun tells of who owns a thing."""
    owners, thing = _named(list(told.owners)), (told.thing,)
    return Act(OWN, head, owners, thing, predicate_named(OWN), told.words)


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


def _named(nouns: list[Token]) -> tuple[Token, ...]:
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


def _light(verb: Token) -> Act | None:
    """Read "carried out an attack on", "an offer was made to": the object names the act."""
    if lemma(verb) not in clause_list("light_verbs"):
        return None
    for noun in logical_objects(verb)[:1]:
        predicate = act_of_noun(noun)
        if predicate is not None and not _says_other(verb, predicate):
            patients, lead = _told_of(noun, verb, predicate)
            agents = _named(logical_subjects(verb))
            return Act(predicate.name, verb, agents, patients, predicate, (noun, *lead))
    return None


def _faced(verb: Token) -> Act | None:
    """Read "faces charges of fraud" as a charge against its subject."""
    if lemma(verb) != "face" or is_passive(verb):
        return None
    charges = [noun for noun in logical_objects(verb) if lemma(noun) in ("charge", "count")]
    accused = _named(grammatical_subjects(verb))
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
        if caused and _named(other[:1]):
            found = (verb, _named(other[:1]), tuple(caused[:1]), predicate_named(CAUSE))
            return Act(CAUSE, *found, (cause[0],))
    return None


def _to_blame(verb: Token) -> Act | None:
    """Read "heavy rain was to blame for the collapse"."""
    blamed = [c for c in verb.children if c.dep_ == "xcomp" and c.lower_ == "blame"]
    if lemma(verb) != "be" or not blamed:
        return None
    causes, effects = _named(grammatical_subjects(verb)), _named(prepositional(blamed[0], "for"))
    if not causes or not effects:
        return None
    return Act(CAUSE, verb, causes, effects, predicate_named(CAUSE), (blamed[0],))


def _among(verb: Token, block: Block) -> Act | None:
    """Read "was among the dead", "was among those arrested" as what was done to its subject."""
    group = prepositional(verb, "among") if lemma(verb) == "be" else []
    if not group:
        return None
    done = [c for c in group[0].children if c.dep_ == "acl" and c.tag_ == "VBN"]
    told = act_of_verb(done[0], block).predicate if done and not _named(group[:1]) else None
    predicate = told or predicate_of_outcome(group[0].lower_)
    subjects = _named(grammatical_subjects(verb))
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
    leads = _INTO if predicate.name == "involve" else _ON
    for holder in (noun, verb):
        for child in holder.children:
            below = [t for t in child.children if t.dep_ == "pobj"]
            if child.dep_ in ("prep", "dative") and child.lower_ in leads and below:
                return tuple(below), (child,)
    return (), ()


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


def read_noun_act(noun: Token, block: Block) -> Act | None:
    """Read the act a noun tells of with those it names: "Russia's attack on", "the arrest of".

    Returns:
        None for a noun that names no act.
    """
    owned = find_owned_beside(noun, block)
    if owned is not None:
        return _owning(noun, owned)
    predicate = act_of_noun(noun)
    if predicate is None or noun.dep_ in ("compound", "amod"):
        return None
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    agents = prepositional(noun, "by")
    of = prepositional(noun, "of")
    if owners and (agents or predicate.owner == "object") and not of:
        of, owners = owners, []
    if of and not predicate.transitive:
        of, owners = [], owners or of
    leads: tuple[str, ...] = _INTO if predicate.name == "involve" else ("on", "against", "to")
    if predicate.name == "lose":
        leads = ()  # "a loss to the Hawks" is one they won
    patients = of or prepositional(noun, *leads)[:1]
    doers = agents or [t for t in owners if known_party(t, block) is not None]
    if predicate.sort in ("violence", "weapons") and predicate.owner != "object":
        doers = doers or _in_front(noun, block)
    return Act(predicate.name, noun, _named(doers), _named(patients), predicate)
