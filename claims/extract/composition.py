"""Of whom a body of people is made up: "a jury of seven women and five men".

"The jury, seven women and five men, took two days" tells how many women are in the jury, and
nothing that they did by themselves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.extract.amount import Amount
from claims.extract.attribute import PRESENT, nouns
from claims.extract.syntax import lemma
from claims.values.harm import HARM

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINED: Final = ("conj", "appos")


def composed(amount: Amount) -> Amount:
    """Give an amount of the members of a body as one of the body; any other as it is."""
    body = _body_of(amount.noun) if amount.value.unit == "person" else None
    if body is None or amount.attribute in HARM:
        return amount
    return replace(
        amount,
        head=f"{lemma(amount.noun)} of {lemma(body)}",
        subject=f"{amount.noun.text} in the {body.text}",
        attribute=PRESENT,
    )


def _body_of(noun: Token) -> Token | None:
    """Give the body that a noun for persons is said to make up."""
    top = noun
    while top.dep_ in _JOINED and not _is_body(top) and top.head.i < top.i:
        top = top.head
    if top.dep_ == "pobj" and top.head.lower_ == "of" and _is_body(top.head.head):
        return top.head.head if _counts(noun) else None
    listed = top.i != noun.i and _is_body(top) and top.nbor().text == ","
    return top if listed and _counts(noun) else None


def _is_body(noun: Token) -> bool:
    return lemma(noun) in nouns("bodies") and noun.tag_ == "NN"


def _counts(noun: Token) -> bool:
    return lemma(noun) in nouns("parts_of_bodies")
