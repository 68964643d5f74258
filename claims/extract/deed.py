"""Who did what, and to whom or what it was done: the two halves of an act, each stated as a claim.

Where the act has no object and nobody known acts, whether it happened is stated instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.assertion import Clause, Statement
from claims.extract.character import named_parties
from claims.extract.circumstance import is_counted
from claims.extract.ownership import OWN
from claims.extract.party import is_person
from claims.extract.post import is_post
from claims.extract.referent import acting
from claims.extract.roster import excepted_of, parties_of
from claims.extract.stance import Stance
from claims.extract.syntax import lemma, noun_phrase
from claims.extract.wording import named_phrase, whole_phrase
from claims.model import Certainty, Kind, Polarity
from claims.values.party import Parties
from claims.values.words import Words
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.act import Act


def find_who(clause: Clause) -> Iterator[Statement]:
    """State who or what did it; where nothing was done to anything, whether it happened."""
    act, anchor = clause.act, (clause.act.head,)
    agents, topic = list(act.agents), _topic(act.patients, clause)
    if act.role == OWN:
        topic = topic or clause.topic
        if not topic:
            return  # "it is owned by X", where what is owned is not known
    if _is_course(act) and agents and agents[0].lower_ == "it":
        return
    listed = parties_of(agents, clause.block) if agents else None
    actors = acting(agents, clause.block, clause.earlier)
    kind = Kind.POLARITY if clause.denied else Kind.ACTOR
    if listed is not None and len(listed.members) > 1:
        yield clause.state(kind, "", listed, topic, anchor)
    elif actors:
        yield clause.state(kind, "", actors[0], topic, anchor)
        yield from _excepted(clause, agents, topic)
    elif agents and act.patients and _is_named(agents[0]):
        yield clause.state(
            kind, "", Words(whole_phrase(agents[0]), lemma(agents[0])), topic, anchor
        )
    elif clause.denied or (agents and not act.patients and _happens(clause)):
        value = YesNo(yes=not clause.denied, text=act.head.text)
        yield clause.state(Kind.POLARITY, "", value, clause.topic, anchor)


def _is_course(act: Act) -> bool:
    """Whether the act is of things and happenings, so that "it" is no party."""
    return act.predicate is not None and act.predicate.sort == "course"


def _excepted(clause: Clause, agents: list[Token], topic: str) -> Iterator[Statement]:
    """State of those a phrase leaves out that they did the opposite: "all but Peru signed"."""
    left_out = excepted_of(agents, clause.block)
    if left_out is not None:
        turned = Polarity.AFFIRMED if clause.denied else Polarity.DENIED
        others = [told for told in clause.arguments if not told.startswith("agent:")]
        others += [f"agent:{member.key}" for member in left_out.members]
        stance = Stance(turned, clause.stance.certainty)
        other = replace(clause, stance=stance, arguments=tuple(sorted(others)))
        value = left_out if len(left_out.members) > 1 else left_out.members[0]
        yield other.state(Kind.POLARITY, "", value, topic, (clause.act.head,))


def _happens(clause: Clause) -> bool:
    """Whether a clause without an object says enough: by its act, or by what it is about."""
    sure = clause.stance.certainty is Certainty.ASSERTED
    return (sure and _is_named(clause.act.agents[0])) or not clause.act.generic


def _is_named(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN")


def _topic(nouns: tuple[Token, ...], clause: Clause) -> str:
    return named_phrase(nouns[0], clause.act.head, clause.block, clause.earlier) if nouns else ""


def find_whom(clause: Clause) -> Iterator[Statement]:
    """State to whom or what it was done."""
    patients = list(clause.act.patients)
    if not patients or not _is_named(patients[0]):
        return
    topic, anchor = _topic(clause.act.agents, clause), (patients[0],)
    value = named_parties(patients, clause.block)
    if value is not None:
        yield clause.state(Kind.PARTICIPANTS, "object", value, topic, anchor)
    elif (told := _spelled_out(patients[0], clause)) is not None:
        yield clause.state(Kind.PARTICIPANTS, "object", told, topic, anchor)
    elif _is_group(patients[0]) and not clause.act.generic:
        yield clause.state(Kind.PARTICIPANTS, "object", _group(patients[0]), topic, anchor)
    elif not is_counted(patients[0]) and (not clause.act.generic or _knows_actor(clause)):
        words = Words(whole_phrase(patients[0]), lemma(patients[0]))
        yield clause.state(Kind.ATTRIBUTION, "object", words, topic, anchor)


def _spelled_out(noun: Token, clause: Clause) -> Parties | None:
    """Give who a counted group is, told beside it: "three people, a man and two women,"."""
    beside = [c for c in noun.rights if c.dep_ == "appos" and is_person(c, clause.block)]
    if not beside or not is_counted(noun) or clause.act.generic:
        return None
    listed = parties_of(beside, clause.block)
    return listed if listed is not None and len(listed.members) > 1 else None


_BOUNDS: Final = frozenset("more fewer less other some additional further".split())
_ANYBODY: Final = frozenset("person people other one individual dead wounded injured".split())


def _is_group(noun: Token) -> bool:
    """Whether a noun tells who was counted beside how many: "three bank workers"."""
    human = lemma(noun) in load_toml("nouns.toml")["persons"] or is_post(noun)
    return is_counted(noun) and human and lemma(noun) not in _ANYBODY


def _group(noun: Token) -> Words:
    """Give a group without its number: "bank workers", "leaders of the sect"."""
    words = [
        t for t in noun_phrase(noun) if t.dep_ in ("compound", "amod", "nmod") or t.i == noun.i
    ]
    kept = [t for t in words if not t.like_num and t.lower_ not in _BOUNDS]
    behind = whole_phrase(noun).rpartition(noun.text)[2] if _is_of(noun) else ""
    return Words(" ".join(t.text for t in kept) + behind, lemma(noun))


def _is_of(noun: Token) -> bool:
    return any(c.lower_ == "of" and c.i == noun.i + 1 for c in noun.rights)


def _knows_actor(clause: Clause) -> bool:
    """Whether the actor is told, or nobody is: not for "they have the right"."""
    agents = clause.act.agents
    if not agents:
        return True
    named = any(told.partition(":")[2][:5] != "noun:" for told in clause.arguments)
    told = agents[0].pos_ != "PRON" or any(t.startswith("agent:") for t in clause.arguments)
    sure = clause.stance.certainty is Certainty.ASSERTED
    return told and (named or sure)
