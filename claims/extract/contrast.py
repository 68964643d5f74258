"""What "not" puts against the answer just given: "in November, not in March", "$3m, not $2m".

The clause stands; only that day, place or amount is denied, by whoever says the clause. Who is
told right behind to have said so ("not in March as the firm claimed") does not say the rest.
"Not long after", "not only" and "if not" put nothing against anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

_PASSED: Final = ("ADP", "DET", "SYM")
_NEAR: Final = frozenset(
    {"early", "late", "last", "this", "next", "about", "around", "some", "because", "due"}
)
_JOINS: Final = frozenset({",", "and", "but", "-", "--", "–", "—", "("})
_FARTHEST: Final = 6


def is_put_against(first: Token) -> bool:
    """Whether what begins with a token is denied against another answer of its clause.

    Args:
        first: The first word of a day, a place, an amount or a name.
    """
    at = _before(first)
    while at is not None and (at.pos_ in _PASSED or at.lower_ in _NEAR):
        if at.lower_ in ("than", "of") and _is_instead(at):
            return True
        at = _before(at)
    return at is not None and at.lower_ == "not" and _contrasts(at, first)


def is_said_against(clause: Token) -> bool:
    """Whether "as the firm claimed" tells who said what is denied right before it."""
    first = clause.left_edge
    at = _before(first)
    if at is not None and at.text == ",":
        had = any(child.dep_ == "aux" and child.lower_ == "had" for child in clause.children)
        at = _before(at) if had else None
    for _ in range(_FARTHEST):
        if at is None or at.is_punct or at.pos_ in ("VERB", "AUX"):
            return False
        if at.lower_ == "not":
            return _contrasts(at, first)
        at = _before(at)
    return False


def _before(token: Token) -> Token | None:
    return None if token.i == 0 or token.is_sent_start else token.doc[token.i - 1]


def _is_instead(word: Token) -> bool:
    """Whether "rather than" or "instead of" leads to what did not happen."""
    before = _before(word)
    leads = {"than": "rather", "of": "instead"}
    return before is not None and before.lower_ == leads[word.lower_]


def _contrasts(negation: Token, first: Token) -> bool:
    """Whether a "not" stands against an answer before it, or one that "but" brings after it."""
    before = _before(negation)
    if before is None or before.lower_ in _JOINS:
        return before is not None or _brings_other(first)
    verbal = before.pos_ == "VERB" and negation.head.i != before.i
    return verbal and _brings_other(first)


def _brings_other(first: Token) -> bool:
    """Whether "but" follows soon in the sentence: "not in March but in November"."""
    behind = first.doc[first.i + 1 : min(first.i + 1 + _FARTHEST, first.sent.end)]
    return any(token.lower_ == "but" for token in behind)
