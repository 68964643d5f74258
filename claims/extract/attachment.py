"""Hangs on its verb what the parser hung on the object: "accused the rebels of breaking the truce".

Only where the verb asks for the preposition (claims/data/attachment.toml) and it follows at once.
What stands behind a person or name with "for" belongs to the verb; behind a thing it may be the
thing's own ("blamed the plan for Lima") and stays. Behind a weekday or month it is the verb's:
"convicted in January of fraud", "met on Monday in Quito"; "in January of 2020" stays.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.syntax import is_time, is_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWN: Final = frozenset({"for"})
"""Prepositions that things have of their own as well."""


@cache
def _asked_for(verb: str) -> frozenset[str]:
    table = load_toml("attachment.toml")["complements"]
    return frozenset(preposition for preposition, verbs in table.items() if verb in verbs)


def mended(doc: Doc) -> Doc:
    """Hang each preposition that a verb asks for on that verb.

    Args:
        doc: A parsed paragraph; it is changed.
    """
    for token in doc:
        if token.dep_ != "prep":
            continue
        if _belongs_to_verb(token):
            token.head = token.head.head
        elif (verb := _verb_over_day(token)) is not None:
            token.head = verb
    return doc


def _verb_over_day(preposition: Token) -> Token | None:
    """Give the verb of a weekday or month that a preposition hangs on."""
    day = preposition.head
    if day.pos_ != "PROPN" or not is_time(day) or preposition.i != day.i + 1:
        return None
    verb = day.head.head if day.dep_ == "pobj" else day.head
    led = next(iter(preposition.children), None)
    known = led is not None and led.dep_ == "pobj" and not is_time(led) and not led.like_num
    return verb if known and is_verb(verb) and verb.i < day.i else None


def _belongs_to_verb(preposition: Token) -> bool:
    noun = preposition.head
    verb = noun.head
    if noun.dep_ != "dobj" or not is_verb(verb) or preposition.i != noun.i + 1:
        return False
    if preposition.lower_ not in _asked_for(lemma(verb)) or _counts(noun, preposition):
        return False
    return preposition.lower_ not in _OWN or _is_somebody(noun)


def _counts(noun: Token, preposition: Token) -> bool:
    """Whether a noun only counts what follows: "thousands of people"."""
    return preposition.lower_ == "of" and lemma(noun) in load_toml("nouns.toml")["counts"]


def _is_somebody(noun: Token) -> bool:
    return noun.pos_ in ("PROPN", "PRON") or lemma(noun) in load_toml("nouns.toml")["persons"]
