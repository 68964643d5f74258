"""Which tokens belong together: of a clause, of what it hangs on, of the name a run opens with.

What a quote must show is put together of these. Who acts on whom is asked in `syntax`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Final

from claims.extract.syntax import clause_verb, is_time, is_verb, lemma, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token


def stretch(tokens: Iterable[Token]) -> tuple[int, int]:
    """Give the first and one past the last index of tokens."""
    indexes = [token.i for token in tokens]
    return min(indexes), max(indexes) + 1


def clause_tokens(verb: Token) -> list[Token]:
    """Give the tokens of a clause without the clauses that hang below it.

    Relative clauses inside its noun phrases stay; complements, adverbial clauses, coordinated
    verbs and punctuation at the edges go.
    """
    kept = [verb]
    for child in verb.children:
        below = child.dep_ in ("ccomp", "advcl", "parataxis") or (
            child.dep_ == "conj" and is_verb(child)
        )
        if below or child.dep_ in ("cc", "punct", "mark"):
            continue
        kept.extend(child.subtree)
    return kept


def antecedent_tokens(verb: Token) -> list[Token]:
    """Give the noun that "which" or "that" stands for: the deal of "the deal that he got"."""
    named = verb.dep_ == "relcl" and not is_time(verb.head)
    return noun_phrase(verb.head) if named else []


def quoted_verb(verb: Token) -> Token:
    """Climb from an infinitive or participle to the verb a reader needs to understand it.

    "declined to attend" for `attend`, "those invited are" for `invited`.
    """
    at = verb
    while at.dep_ in ("xcomp", "pcomp") or (at.dep_ == "acl" and lemma(at.head.head) == "be"):
        above = clause_verb(at.head)
        if above is None or above.i == at.i:
            return at
        at = above
    return at


_NAMES: Final = ("NOUN", "PROPN", "PRON")
_BEFORE_A_NAME: Final = ("DET", "ADJ", "PART", "NUM")
_LONGEST_NAME: Final = 8


def name_at(words: Iterable[Token]) -> Token | None:
    """Give the head of the noun phrase that a run of words opens with, whatever the parse says.

    "Transport Minister" of "Transport Minister Lena Okafor said" is passed over: Okafor.
    """
    head = None
    for token in islice(words, _LONGEST_NAME):
        if token.pos_ in _NAMES:
            head = token
        elif token.pos_ not in _BEFORE_A_NAME or head is not None:
            break
    return head
