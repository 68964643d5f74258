"""Short ids, as people type them: a letter for the type and eight hexadecimal digits."""

from __future__ import annotations

from typing import Final

from claims.model import CONFLICTS, Relation, Target

DIGITS: Final = 8
_LETTERS: Final = {
    Target.ARTICLE: "a",
    Target.CLAIM: "c",
    Target.QUESTION: "q",
    Target.CONFLICT: "k",
    Target.PAIR: "p",
}


def short_id(target: Target, id_: str) -> str:
    """Shorten an id: the claim f00d5ca7… is cf00d5ca7."""
    return _LETTERS[target] + id_[:DIGITS]


def short_claim(id_: str) -> str:
    """Shorten the id of a claim."""
    return short_id(Target.CLAIM, id_)


def short_conflict(id_: str, relation: Relation) -> str:
    """Shorten the id of a conflict; a pair that is none has the letter l, for look-alike."""
    return ("k" if relation in CONFLICTS else "l") + id_[:DIGITS]


def short_annotation(id_: str) -> str:
    """Shorten the id of a person's word."""
    return "n" + id_[:DIGITS]


def short_watch(id_: str) -> str:
    """Shorten the id of a saved question."""
    return "w" + id_[:DIGITS]
