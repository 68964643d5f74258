"""The days of a clause that names none: those of the clause it goes on from, or none.

"A shell hit the market on Monday and killed two" tells of Monday with both. "Was built in 1978 and
was 42 metres high" does not: when something was made says nothing of what it is like, and what is
told in the present is told of the day of printing. A date before both verbs is that of both. What
goes on from a beginning lasted longer than its day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.act import clause_list
from claims.extract.attribute import harm_class
from claims.extract.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.day import PlacedDays
    from claims.extract.event import Stage
    from claims.extract.reading import Block
    from claims.values.days import Days

_PRESENT: Final = ("VBZ", "VBP")


def days_of(verb: Token | None, block: Block, stage: Stage) -> Days | None:
    """Give the days of a clause, else those of the one it goes on from.

    Args:
        verb: The predicate of the clause; None where there is none.
        block: Its paragraph.
        stage: What knows the days of each clause.

    Returns:
        None where no days are known to be those of the clause.
    """
    passed: list[Token] = []
    while verb is not None:
        found = stage.placed_days(verb, block) or _beside(verb, block, stage)
        if found is not None:
            return found.value if all(_shares(below, found) for below in passed) else None
        if not _goes_on(verb):
            return None
        passed.append(verb)
        verb = verb.head
    return None


def _goes_on(verb: Token) -> bool:
    """Whether a verb goes on from the one above it: "and killed two", "killing two"."""
    return verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")


def _beside(verb: Token, block: Block, stage: Stage) -> PlacedDays | None:
    """Give the days of "when the bridge fell in May", and of "the fire, which broke out in May"."""
    clauses = [c for c in verb.children if c.dep_ == "advcl" and _is_at_once(c)]
    for subject in verb.lefts:
        if subject.dep_ == "nsubj" and subject.pos_ == "NOUN" and harm_class(verb):
            clauses += [c for c in subject.rights if c.dep_ == "relcl" and c.tag_ == verb.tag_]
    told = (stage.placed_days(clause, block) for clause in clauses)
    return next((days for days in told if days is not None), None)


def _is_at_once(clause: Token) -> bool:
    """Whether a clause tells of what happened at the same time: "when it fell"."""
    lead = next(iter(clause.lefts), None)
    return lead is not None and lead.lower_ == "when" and clause.tag_ in ("VBD", "VBN")


def _shares(verb: Token, days: PlacedDays) -> bool:
    """Whether the days in the clause above a verb are those of the verb too."""
    if lemma(verb.head) in clause_list("beginnings") and days.tokens[0].i > verb.head.i:
        return False
    if lemma(verb) not in clause_list("states") or days.tokens[0].i < verb.head.i:
        return True
    made = lemma(verb.head) in clause_list("makings")
    return not (made or verb.tag_ in _PRESENT)
