"""What bare figures count: "2,500 US troops", "a 13-member delegation", "struck 12 times".

Persons carry their unit, also where only their harm is told ("12 dead"), and decimals before an
earthquake its magnitude. Refuses names that no plural shows to be counted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extract.amount import Amount, amount_of, bound_words, is_people, is_person, of_doing
from claims.extract.attribute import PRESENT, attribute_classes, counts_lives, nouns
from claims.extract.counted import behind_name, counted_noun, plural, sized
from claims.extract.elided import is_definite, people
from claims.extract.syntax import clause_verb, lemma
from claims.values.harm import HARM
from claims.values.quantity import FoundQuantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.extract.reading import Block


def find_counted(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read an amount of things: find the noun that is counted."""
    if figure.root.head.lower_ == "time":
        return _titled(found, figure, block)
    noun = _noun_of(figure, block)
    if noun is None:
        return None
    if sized(figure) is not None:
        return _sized(found, figure, block)
    if noun.lower_ == "times" and noun.dep_ in ("npadvmod", "dobj", "advmod"):
        verb = clause_verb(noun)
        value = replace(found.value, unit="time")
        return None if verb is None else of_doing(value, figure, verb, block)
    harmed = noun.i in range(figure.start, figure.end) or _is_harm(noun)
    value = replace(found.value, unit=_unit_of(found, noun, figure, block, harmed=harmed))
    amount = amount_of(value, figure, noun, block, bound_words(found, block))
    if value.unit == "magnitude":
        return replace(amount, attribute=PRESENT)
    if harmed:
        return people(amount, attribute_classes().get(lemma(noun), amount.attribute))
    mention = block.mention(noun)
    if mention is not None and is_people(mention, noun):
        return replace(amount, head="person")
    return people(amount, amount.attribute) if counts_lives(noun) else amount


def _titled(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read "a four-time champion": how often somebody won that title."""
    whole = figure.root.head.head
    if whole.pos_ not in ("NOUN", "PROPN") or whole.i <= figure.root.head.i:
        return None
    value = replace(found.value, unit="time")
    amount = amount_of(value, figure, whole, block)
    return replace(
        amount, attribute="title", modifiers=tuple(m for m in amount.modifiers if m != "time")
    )


def _noun_of(figure: Span, block: Block) -> Token | None:
    """Give what a bare figure counts; None where nothing that can be counted is told."""
    noun = counted_noun(figure)
    if noun is not None and block.mention(noun) is not None and noun.i >= figure.end:
        noun = behind_name(noun) or noun
    if noun is None or not _can_be_counted(noun, figure, block):
        return None
    alone = noun.i in range(figure.start, figure.end)
    return None if alone and is_definite(figure) else noun


def _unit_of(found: FoundQuantity, noun: Token, figure: Span, block: Block, *, harmed: bool) -> str:
    """Say what a figure without a printed unit is in: persons, a magnitude, or nothing."""
    if lemma(noun) in nouns("quakes") and _is_strength(found):
        return "magnitude"
    if not found.value.unit and (harmed or _are_persons(noun, figure, block)):
        return "person"
    return found.value.unit


def _is_strength(found: FoundQuantity) -> bool:
    """Whether a figure before an earthquake tells how strong it was: "a 2.9 aftershock"."""
    return found.value.low is not None and "." in found.value.text


def _can_be_counted(noun: Token, figure: Span, block: Block) -> bool:
    """Whether a noun can be counted: no label, no name but that of a people or of several."""
    named = noun.pos_ == "PROPN" and noun.i < figure.start and any(c.isalpha() for c in noun.text)
    if len(noun) < 2 or not (noun.is_alpha or named):
        return noun.tag_ == "CD"
    if lemma(noun) in nouns("not_counted") and (noun.i < figure.start or noun.tag_ == "NN"):
        return False
    return block.mention(noun) is None or noun.tag_ in ("NNS", "NNPS") or noun.i < figure.start


def _are_persons(noun: Token, figure: Span, block: Block) -> bool:
    mention = block.mention(noun)
    if mention is not None and is_people(mention, noun):
        return True
    body = lemma(noun) in nouns("bodies") and noun.i < figure.start
    return is_person(noun) or body or counts_lives(noun)


def _sized(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read "a 13-member delegation": 13 members in the delegation."""
    size = sized(figure)
    if size is None:
        return None
    member, whole = size
    amount = amount_of(found.value, figure, whole, block)
    return replace(
        amount,
        head=f"{lemma(member)} of {lemma(whole)}",
        subject=f"{plural(member.text)} in the {amount.subject.removeprefix(f'{member.text} ')}",
        attribute=PRESENT,
        modifiers=tuple(m for m in amount.modifiers if m != lemma(member)),
    )


def _is_harm(noun: Token) -> bool:
    """Whether what is counted is people without their noun: "four", "the toll", "12 deaths"."""
    return noun.tag_ == "CD" or (
        noun.pos_ in ("NOUN", "ADJ") and attribute_classes().get(lemma(noun)) in HARM
    )
