"""Whose a claim, a report or a count is: its noun names who made it, or the verb above does.

"the mayor's claim", "the claim by the mayor", "the mayor repeated his claim", "she pointed to
reports", "the ministry put the toll at 36". Who these nouns are is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.extract.reporting import is_document, is_reporting, looks_reporting
from claims.extract.syntax import (
    SUBJECTS,
    direct_objects,
    is_passive,
    is_verb,
    lemma,
    logical_subjects,
    prepositional,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTERS: Final = frozenset({"cite", "quote", "point", "refer"})
_TOLLS: Final = frozenset("toll count number figure tally estimate total".split())
_GIVERS: Final = frozenset("give put place set raise lower revise".split())
_CARRIERS: Final = frozenset(
    "make issue give voice express raise repeat publish persist offer air have share hold push "
    "promote spread release reiterate level lodge file announce".split()
)


def noun_makers(noun: Token) -> Iterator[Token]:
    """Give whose claim, statement or fear a noun is; the noun itself where nobody is named.

    "the mayor's claim", "the claim by the mayor", "the mayor repeated his claim".
    """
    owners = [child for child in noun.lefts if child.dep_ == "poss" or _is_name_before(child)]
    named = owners or prepositional(noun, "by", "from") or carried_by(noun)
    if named and named[0].lower_ in ("his", "her", "its", "their"):
        named = carried_by(noun) or named
    if not named and looks_reporting(noun) and noun.i and noun.doc[noun.i - 1].pos_ == "PROPN":
        named = [noun.doc[noun.i - 1]]
    pointing = [] if owners else _pointed_to_by(noun)
    if pointing:
        yield from (*pointing, noun)
    elif named:
        yield named[0]
    elif is_document(noun) or noun.tag_ == "NNS":
        yield noun


def _is_name_before(token: Token) -> bool:
    """Whether a name stands before a noun as if part of it: "a Times report"."""
    return token.dep_ in ("compound", "nmod") and token.pos_ == "PROPN"


def carried_by(noun: Token) -> list[Token]:
    """Give who makes, issues or repeats what a noun names."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in ("dobj", "pobj") or not is_verb(verb):
        return []
    return logical_subjects(verb) if lemma(verb) in _CARRIERS or is_reporting(verb) else []


def _pointed_to_by(noun: Token) -> list[Token]:
    """Give who cites a report: "she pointed to reports that"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return logical_subjects(verb)[:1] if lemma(verb) in _POINTERS else []


def gives_toll(verb: Token) -> bool:
    """Whether a verb states a count that somebody made: "put the toll at", "gave a toll of"."""
    objects = direct_objects(verb) if lemma(verb) in _GIVERS else []
    return any(lemma(noun) in _TOLLS for noun in objects)


def quoted_as(saying: Token) -> Iterator[Token]:
    """Give who quotes and who is quoted where a sentence ends in "Orbit quoted Ruiz as saying"."""
    behind = saying.doc[saying.i + 1 : saying.sent.end]
    if any(token.is_alpha for token in behind):
        return
    before = saying.doc[saying.sent.start : saying.i]
    quoting = next(
        (t for t in reversed(list(before)) if lemma(t) in ("cite", "quote") and is_verb(t)), None
    )
    if quoting is not None and not is_passive(quoting):
        own = [t for t in quoting.lefts if t.dep_ in SUBJECTS and t.tag_ not in ("WDT", "WP")]
        yield from (*own[:1], *direct_objects(quoting)[:1])
