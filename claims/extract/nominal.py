"""Acts that a noun tells: "the arrest of two men by police", "denied any involvement in".

A noun counts only with those it names, and only where the sentence takes the act for a fact:
not "calls for the release of", "the threat of an attack". What is denied or rejected is denied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.extract.act import Act
from claims.extract.argument import arguments
from claims.extract.assertion import Clause, Statement
from claims.extract.circumstance import find_circumstances, find_days
from claims.extract.day import PlacedDays
from claims.extract.governor import clause_words, is_negated_noun
from claims.extract.location import find_places
from claims.extract.noun_act import read_noun_act
from claims.extract.party import is_person, known_party
from claims.extract.referent import acting
from claims.extract.roster import parties_of
from claims.extract.stance import Stance, stance_of
from claims.extract.syntax import clause_verb, is_verb, lemma, logical_subjects, prepositional
from claims.extract.wording import named_phrase, whole_phrase
from claims.extract.worth import is_worth
from claims.model import Certainty, Kind, Polarity
from claims.values.party import Party
from claims.values.words import Words
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

_BEFALLS: Final = ("violence", "disaster")
"""Sorts of acts that are told with their place alone: "a blast at a market in Lima"."""
_FACT: Final = frozenset("after since following before during over amid by in of from".split())


def find_nominals(
    block: Block, days: list[PlacedDays], earlier: list[Party]
) -> Iterator[Statement]:
    """Find what the nouns of a paragraph tell of acts.

    Args:
        block: The paragraph.
        days: Those of the paragraph.
        earlier: Subjects of the article before the paragraph, for pronouns.
    """
    for noun in block.doc:
        act = read_noun_act(noun, block) if noun.pos_ in ("NOUN", "PROPN") else None
        stance = _stance(noun, act) if act is not None else None
        if act is None or stance is None:
            continue
        if stance.polarity is Polarity.DENIED:
            act = replace(act, agents=act.agents or _denier(noun))
        about = (*act.patients, *(act.agents if _befell(act) else ()), noun)
        topic = named_phrase(about[0], noun, block, earlier)
        said = arguments(act, block, earlier)
        clause = Clause(act, stance, said, topic, block, days, earlier)
        yield from (found for found in _read(clause) if is_worth(found, clause))


def _denier(noun: Token) -> tuple[Token, ...]:
    """Give who denies an act of their own: Peru for "Peru denied involvement"."""
    return tuple(logical_subjects(noun.head)) if is_verb(noun.head) else ()


def _stance(noun: Token, act: Act) -> Stance | None:
    """Say whether an act told by a noun is a fact or denied; None where it is neither."""
    if noun.dep_ in ("dobj", "nsubjpass") and is_verb(noun.head):
        word = lemma(noun.head)
        refused = word in clause_words("noun_denial") and act.role == "involve"
        if word in clause_words("denial") or refused:
            turned = stance_of(noun.head)
            denied = (turned.polarity is Polarity.AFFIRMED) != is_negated_noun(noun)
            own = is_negated_noun(noun) and turned.polarity is Polarity.AFFIRMED
            polarity = Polarity.DENIED if denied or own else Polarity.AFFIRMED
            return Stance(polarity, turned.certainty) if polarity is Polarity.DENIED else None
    if is_negated_noun(noun) or not _is_fact(noun):
        return None
    verb = clause_verb(noun)
    if verb is not None and stance_of(verb) != Stance(Polarity.AFFIRMED, Certainty.ASSERTED):
        return None
    return Stance(Polarity.AFFIRMED, Certainty.ASSERTED)


def _is_fact(noun: Token) -> bool:
    """Whether the place of a noun in the sentence takes its act for done."""
    if noun.dep_ in ("nsubj", "nsubjpass") or lemma(noun) == "owner":
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ in _FACT and _is_told_of(noun.head.head)


def _is_told_of(above: Token) -> bool:
    if is_verb(above):
        return True
    return not any(
        lemma(above) in clause_words(name)
        for name in ("plan_nouns", "doubtful_nouns", "negative_nouns")
    )


def _read(clause: Clause) -> Iterator[Statement]:
    act, block = clause.act, clause.block
    anchor = (act.head,)
    actors = acting(list(act.agents), block, clause.earlier)
    if clause.denied:
        value = actors[0] if actors else YesNo(yes=False, text=act.head.text)
        yield clause.state(Kind.POLARITY, "", value, clause.topic, anchor)
        return
    if act.predicate is not None and act.predicate.sort in _BEFALLS and not actors:
        yield from find_places(clause)
    if _befell(act) and act.agents:
        yield from find_days(clause)
        return
    if not act.agents and not act.patients:
        return
    listed = parties_of(list(act.agents), block) if act.agents else None
    told = bool(act.patients or prepositional(act.head, "by") or _is_struck(act))
    if listed is not None and len(listed.members) > 1:
        yield clause.state(Kind.ACTOR, "", listed, clause.topic, anchor)
    elif actors and told:
        yield clause.state(Kind.ACTOR, "", actors[0], clause.topic, anchor)
    elif act.agents and told:
        words = Words(whole_phrase(act.agents[0]), lemma(act.agents[0]))
        yield clause.state(Kind.ACTOR, "", words, clause.topic, anchor)
    yield from _whom(clause)
    if actors or any(is_person(noun, block) for noun in act.patients):
        yield from find_circumstances(clause)


def _befell(act: Act) -> bool:
    """Whether an act befell a thing by itself: the dam of "the dam collapse on Monday"."""
    return act.predicate is not None and act.predicate.sort == "disaster" and not act.patients


def _is_struck(act: Act) -> bool:
    """Whether a noun tells enough by who did it alone: "Russian air strikes"."""
    return act.predicate is not None and act.predicate.sort == "violence"


def _whom(clause: Clause) -> Iterator[Statement]:
    for noun in clause.act.patients[:1]:
        party = known_party(noun, clause.block)
        if party is not None:
            topic = whole_phrase(clause.act.agents[0]) if clause.act.agents else ""
            yield clause.state(Kind.PARTICIPANTS, "object", party, topic, (clause.act.head,))
