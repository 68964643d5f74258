"""The days of a clause that names none: those of the clause it goes on from, or none.

"A shell hit the market on Monday and killed two" tells of Monday with both. "Was built in 1978 and
was 42 metres high" does not: when something was made says nothing of what it is like, and what is
told in the present is told of the day of printing. A date before both verbs is that of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.act import clause_list
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
        found = stage.placed_days(verb, block)
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


def _shares(verb: Token, days: PlacedDays) -> bool:
    """Whether the days in the clause above a verb are those of the verb too."""
    if lemma(verb) not in clause_list("states") or days.tokens[0].i < verb.head.i:
        return True
    made = lemma(verb.head) in clause_list("makings")
    return not (made or verb.tag_ in _PRESENT)
