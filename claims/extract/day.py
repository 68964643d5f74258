"""Where the days of a paragraph belong: to the clause of a verb, or to a noun they hang on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from claims.extract.contrast import is_put_against
from claims.extract.syntax import clause_verb, is_verb
from claims.values.days import Days
from claims.values.days.word import MONTH

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block, Reading

_WEEKS_AHEAD: Final = timedelta(days=60)
_MONTH_ALONE: Final = re.compile(MONTH, re.IGNORECASE)
_YEAR: Final = re.compile(r"\d{4}|year", re.IGNORECASE)
_RANKS: Final = frozenset({"first", "second", "third", "worst", "best", "most", "least"})
_BEFORE_NOUN: Final = ("npadvmod", "nmod", "compound", "poss")


@dataclass(frozen=True)
class PlacedDays:
    """Days with what they belong to.

    Args:
        value: The days.
        tokens: Their words, punctuation left out.
        verb: Index of the verb of their clause, None where there is none.
        above: Index of the word they hang on, through the preposition before them.
        against: Whether they are denied against other days: "not in March".
    """

    value: Days
    tokens: tuple[Token, ...]
    verb: int | None
    above: int
    against: bool = False


def place_days(block: Block, reading: Reading) -> list[PlacedDays]:
    """Place the days of a paragraph, in order; those that no words of it hold are left out."""
    placed = []
    printed = reading.anchor_of(block)
    for each in reading.days(block):
        span = block.doc.char_span(each.start, each.end, alignment_mode="expand")
        if span is None:
            continue
        root = span.root
        verb = None if _is_of_noun(root) else clause_verb(root)
        above = root.head if root.dep_ in _BEFORE_NOUN else root.head.head
        tokens = tuple(token for token in span if not token.is_punct) or tuple(span)
        of_verb = None if verb is None else verb.i
        days = _by_tense(each.value, verb, printed)
        placed.append(PlacedDays(days, tokens, of_verb, above.i, is_put_against(tokens[0])))
    return placed


def _by_tense(days: Days, verb: Token | None, printed: date | None) -> Days:
    """Move a month without a year back by one where its clause tells what is past.

    "Was searched in November", printed in June, tells of the November before. What is only a few
    weeks ahead may be the day of something to come: "announced a strike on 28 April".
    """
    first, last = days.earliest, days.latest
    if printed is None or first is None or last is None or not _is_past(verb):
        return days
    if first - printed < _WEEKS_AHEAD or not _MONTH_ALONE.search(days.text):
        return days
    if _YEAR.search(days.text):
        return days
    return replace(days, earliest=_year_before(first), latest=_year_before(last))


def _year_before(day: date) -> date:
    """Give the same day of the year before; the end of February for the 29th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _is_past(verb: Token | None) -> bool:
    if verb is None or any(child.tag_ == "MD" for child in verb.lefts):
        return False
    helping = [child.tag_ for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and "VBD" in helping)


def _is_of_noun(root: Token) -> bool:
    """Whether days only say which thing is meant: "the start to the 2008-09 season"."""
    at = root
    while at.dep_ in _BEFORE_NOUN or at.dep_ == "nummod":
        at = at.head
    leads = at.dep_ == "pobj" and at.head.lower_ in ("to", "for")
    if leads and at.i != root.i and at.head.head.pos_ == "NOUN":
        return True
    return _is_of_earlier(root) or _is_measure(root)


def _is_measure(root: Token) -> bool:
    """Whether days only say since when something is the highest, or the first: "since 1998"."""
    lead = root if root.lower_ == "since" else root.head
    if lead.lower_ != "since" or lead.i == 0:
        return False
    before = lead.nbor(-1)
    first = any(word.lower_ in _RANKS or word.tag_ == "JJS" for word in (before, *before.lefts))
    return first or not (is_verb(lead.head) or lead.head.pos_ == "AUX")


def _is_of_earlier(root: Token) -> bool:
    """Whether days are of what came before or after: "fined after an inspection in November"."""
    noun = root.head.head if root.dep_ == "pobj" else root
    return (
        noun.i != root.i
        and noun.pos_ == "NOUN"
        and noun.dep_ == "pobj"
        and noun.head.lower_ in ("after", "before", "following", "since", "until")
    )
