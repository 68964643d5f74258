"""What something is, and that it is there: "the vote was a sham", "there were no suspects".

Who holds a post is read in `post`, what was done in `clause`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.extract.assertion import Clause, Statement
from claims.extract.circumstance import is_counted
from claims.extract.party import acts_as_party
from claims.extract.post import is_post
from claims.extract.roster import parties_of
from claims.extract.syntax import grammatical_subjects, lemma
from claims.extract.wording import whole_phrase
from claims.model import Kind
from claims.values.party import Parties, Party
from claims.values.words import Words
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

_POINTING: Final = frozenset("it this that these those what which there who one".split())
_VAGUE: Final = frozenset("something nothing anything one thing way reason lot what".split())


def named_parties(nouns: list[Token], block: Block) -> Parties | Party | None:
    """Read nouns as a party or a list of which one at least is known by name."""
    listed = parties_of(nouns, block)
    if listed is None or all(member.key.startswith("words:") for member in listed.members):
        return None
    return listed if len(listed.members) > 1 else listed.members[0]


def find_existing(clause: Clause) -> Iterator[Statement]:
    """State that there is something, or none: "there were no suspects"."""
    verb = clause.act.head
    if any(child.dep_ == "expl" for child in verb.children):
        nouns = clause.act.agents
        if nouns and not is_counted(nouns[0]) and nouns[0].lower_ not in _VAGUE:
            value = YesNo(yes=not clause.denied, text=verb.text)
            yield clause.state(Kind.POLARITY, "", value, whole_phrase(nouns[0]), (verb,))


def find_characters(clause: Clause) -> Iterator[Statement]:
    """State what something is: "the vote was a sham", "the candidates are Peru and Chile"."""
    agents = grammatical_subjects(clause.act.head)
    said = [c for c in clause.act.head.children if c.dep_ in ("attr", "acomp")]
    if not agents or not said or _is_amount(said[0]) or said[0].lower_ in _VAGUE:
        return
    if (said[0].dep_ == "acomp" and _leans(said[0])) or _is_parted(said[0]):
        return
    if _stands_for_nothing(agents[0]) and said[0].pos_ != "NOUN":
        return
    if agents[0].lower_ == "it" and not acts_as_party(said[0]):
        return  # "it was the worst storm": of what, the sentence does not tell
    if is_post(said[0]) and _is_known_person(agents[0], clause.block):
        return  # told as a post
    value = named_parties(said, clause.block)
    topic = clause.topic
    if isinstance(value, Parties):
        yield clause.state(Kind.PARTICIPANTS, "", value, topic, (said[0],))
    elif value is not None and not value.vague and not value.via:
        yield clause.state(Kind.ACTOR, "", value, topic, (said[0],))
    else:
        words = Words(whole_phrase(said[0]), lemma(said[0]))
        yield clause.state(Kind.ATTRIBUTION, "", words, topic, (said[0],))


def _is_parted(noun: Token) -> bool:
    """Whether a comma opens what is said, so that it is of the next clause: "they are out, we"."""
    start = noun.left_edge.i
    return start > 0 and noun.doc[start - 1].text == "," and noun.head.i < start


def _is_amount(noun: Token) -> bool:
    """Whether an amount is all that is said: "turnout was 48 percent"."""
    measured = lemma(noun) in ("percent", "per cent", "%", "cent") or noun.text == "%"
    return bool(noun.like_num) or (measured and any(c.like_num for c in noun.children))


_ALONE: Final = frozenset({"eligible", "unable", "guilty", "responsible"})


def _leans(adjective: Token) -> bool:
    """Whether an adjective only leads to what somebody may or wants to do: "ready to sign"."""
    led = any(child.dep_ in ("xcomp", "ccomp") for child in adjective.children)
    return led and lemma(adjective) not in _ALONE


def _is_known_person(noun: Token, block: Block) -> bool:
    mention = block.mention(noun)
    return mention is not None and mention.sort == "person"


def _stands_for_nothing(noun: Token) -> bool:
    return noun.lower_ in _POINTING or noun.tag_ == "EX"
