"""Where reported speech goes on without a new "said": after a semicolon, and in the next sentence.

"The ministry said 12 were hurt; nine were sent home." goes on. "The mayor said the port would
close. It would open again in May." goes on because "would" tells what the mayor then thought of
the future. Nothing else goes on: "It closed in May." are the author's own words.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claims.extract.reported import Report, report_by
from claims.extract.reporting import reporting_group
from claims.extract.syntax import SUBJECTS, clause_verb, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_LISTING: Final = frozenset({";", ":"})
_FINITE: Final = ("VBD", "VBZ", "VBP")
_LONGEST_RUN: Final = 3


@lru_cache(maxsize=256)
def may_carry(words: str) -> bool:
    """Whether a paragraph holds what this module looks at; most do not, and need no search."""
    return ";" in words or ":" in words or words.count("would") > 1


def carried_report(verb: Token) -> Report | None:
    """Give the report that a clause goes on with; None where it stands by itself."""
    return _listed(verb) or _told_on(verb)


def _listed(verb: Token) -> Report | None:
    """Give what reports the first of several clauses with semicolons between them."""
    words = verb.doc[verb.sent.start : verb.i]
    mark = next((token.i for token in words if token.text in _LISTING), None)
    if mark is None:
        return None
    first = next((token for token in words if is_verb(token) and token.tag_ in _FINITE), None)
    return report_by(first) if first is not None and _reports(first, before=mark) else None


def _reports(verb: Token, *, before: int) -> bool:
    """Whether a verb, standing first in its sentence, has what it reports before a place."""
    content = any(child.dep_ == "ccomp" and verb.i < child.i < before for child in verb.children)
    return verb.i < before and content and reporting_group(verb) == "say"


def _told_on(verb: Token) -> Report | None:
    """Give what reported the sentence before, where this one is told in the same "would"."""
    sentence = verb.sent
    for _ in range(_LONGEST_RUN):
        main = sentence.root
        if not (_has_would(main) and _is_below(verb, main)) or sentence.start == 0:
            return None
        sentence = verb.doc[sentence.start - 1].sent
        told = sentence.root
        if told.tag_ == "VBD" and reporting_group(told) == "say" and _tells_would(told):
            return report_by(told)
        verb = told
    return None


def _has_would(verb: Token) -> bool:
    own = any(child.dep_ in SUBJECTS for child in verb.lefts)
    perfect = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    would = any(child.dep_ == "aux" and child.lower_ == "would" for child in verb.children)
    return would and own and not perfect


def _tells_would(verb: Token) -> bool:
    return any(child.dep_ == "ccomp" and _has_would(child) for child in verb.children)


def _is_below(verb: Token, main: Token) -> bool:
    """Whether a token stands in the clause of the main verb, or in one below it."""
    at = clause_verb(verb)
    while at is not None and at.i != main.i:
        at = clause_verb(at.head) if at.head.i != at.i else None
    return at is not None
