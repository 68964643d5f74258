"""Where the days of a paragraph belong: to the clause of a verb, or to a noun they hang on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.extract.contrast import is_put_against
from claims.extract.syntax import clause_verb
from claims.values.days import Days, FoundDays

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

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


def place_days(block: Block, found: Iterable[FoundDays]) -> list[PlacedDays]:
    """Place the days of a paragraph, in order; those that no words of it hold are left out."""
    placed = []
    for each in found:
        span = block.doc.char_span(each.start, each.end, alignment_mode="expand")
        if span is None:
            continue
        root = span.root
        verb = None if _is_of_noun(root) else clause_verb(root)
        above = root.head if root.dep_ in _BEFORE_NOUN else root.head.head
        tokens = tuple(token for token in span if not token.is_punct) or tuple(span)
        of_verb = None if verb is None else verb.i
        placed.append(PlacedDays(each.value, tokens, of_verb, above.i, is_put_against(tokens[0])))
    return placed


def _is_of_noun(root: Token) -> bool:
    """Whether days only say which thing is meant: "the start to the 2008-09 season"."""
    at = root
    while at.dep_ in _BEFORE_NOUN or at.dep_ == "nummod":
        at = at.head
    leads = at.dep_ == "pobj" and at.head.lower_ in ("to", "for")
    if leads and at.i != root.i and at.head.head.pos_ == "NOUN":
        return True
    return _is_of_earlier(root)


def _is_of_earlier(root: Token) -> bool:
    """Whether days are of what came before or after: "fined after an inspection in November"."""
    noun = root.head.head if root.dep_ == "pobj" else root
    return (
        noun.i != root.i
        and noun.pos_ == "NOUN"
        and noun.dep_ == "pobj"
        and noun.head.lower_ in ("after", "before", "following", "since", "until")
    )
