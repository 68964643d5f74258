"""Ages: "Ana Ruiz, 52, …", "the boy, 12", "she is 13", "who turns 29", "he was five years old".

An age is a bare figure that a person is or turns, or that stands behind a person between commas.
Refuses figures that count the persons instead ("the dead were 12").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.extract.amount import Amount, amount_of, is_person
from claims.extract.counted import climb_figure
from claims.extract.measured import measured_noun, stands_for, unit_token
from claims.extract.syntax import grammatical_subjects, is_verb, lemma
from claims.values.quantity import FoundQuantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.extract.reading import Block
    from claims.values.party import Party

_OLDEST: Final = 120
_PERSON: Final = "person"
"""What has an age where it is known by name."""
_SINGULAR: Final = ("NN", "NNP", "PRP", "WP")
_BETWEEN: Final = frozenset({"now", "then", "both", "aged", "also", "just", "about", "and"})
_CLOSING: Final = frozenset({",", ")", ".", ";", "and", "who"})
_LIMITS: Final = ("under", "over", "below", "above")


def find_age(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read a figure as an age, with whose it is; None where it is none."""
    if found.aged:
        return _told(found, figure, block)
    if found.measured or not _can_be_age(found):
        return None
    person = _before(figure, block) or _subject(figure)
    return _age(found, figure, person, block) if person is not None else None


def _can_be_age(found: FoundQuantity) -> bool:
    ends = [end for end in (found.value.low, found.value.high) if end is not None]
    return all(0 < end < _OLDEST for end in ends)


def _age(found: FoundQuantity, figure: Span, person: Token, block: Block) -> Amount:
    person = _by_name(person, block)
    amount = amount_of(replace(found.value, unit="year"), figure, person, block)
    mention = block.mention(person)
    name = mention.name if mention is not None else amount.subject
    unknown = person.pos_ == "PRON"
    head = amount.head if unknown else _PERSON
    verb, tokens = amount.verb, amount.tokens
    if verb is not None and figure.root.i not in {t.i for t in tokens}:
        tokens = (*tokens, *figure)
    return replace(
        amount, head=head, subject=name, attribute="age", group=(), modifiers=(), tokens=tokens
    )


def _by_name(person: Token, block: Block) -> Token:
    """Give the name that stands beside a person: Horvat of "a 23-year-old student, Emil Horvat"."""
    if person.pos_ != "NOUN":
        return person
    before = block.mention(person.head) if person.dep_ == "appos" else None
    if before is not None and before.sort == "person":
        return person.head
    for child in person.rights:
        mention = block.mention(child)
        if child.dep_ == "appos" and mention is not None and mention.sort == "person":
            return child
    return person


def _told(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read an age that says that it is one: "he was five years old", "a 400-year-old church"."""
    unit = unit_token(found, figure, block.doc)
    alone = block.bearers.get(unit.i)
    if alone is not None:
        return _of_bearer(found, figure, unit, alone, block)
    person = _before(figure, block) or measured_noun(unit, figure.root)
    if person is None:
        return None
    person = _by_name(person, block)
    if is_person(person) or person.pos_ in ("PROPN", "PRON"):
        amount = _age(found, figure, person, block)
        noun = person.pos_ == "NOUN"
        kept = amount_of(found.value, figure, person, block) if noun else amount
        return replace(kept, value=found.value, attribute="age")
    return replace(amount_of(found.value, figure, person, block), attribute="age")


def _of_bearer(found: FoundQuantity, figure: Span, unit: Token, who: Party, block: Block) -> Amount:
    """Read an age that stands for its person: "the 59-year-old was found guilty"."""
    amount = amount_of(found.value, figure, unit, block)
    named = tuple(sorted({*amount.about, who.key}))
    told = replace(amount, subject=who.name, head=_PERSON, attribute="age", about=named)
    return replace(told, group=(), modifiers=())


def _before(figure: Span, block: Block) -> Token | None:
    """Give the person that stands right before a figure, parted by a comma or a parenthesis."""
    doc = figure.doc
    at = figure.start - 1
    while at > 0 and doc[at].lower_ in _BETWEEN:
        at -= 1
    if at < 1 or doc[at].text not in (",", "("):
        return None
    closed = figure.end >= len(doc) or doc[figure.end].lower_ in _CLOSING
    before = doc[at - 1]
    mention = block.mention(before)
    named = mention is not None and mention.sort in ("person", "name")
    named = named or (mention is None and before.text[0].isupper() and bool(before.is_sent_start))
    return before if closed and (named or (before.pos_ == "NOUN" and is_person(before))) else None


def _subject(figure: Span) -> Token | None:
    """Give the person who is, was or turns a figure."""
    top = climb_figure(figure)
    verb = top.head
    if top.dep_ == "pobj" and verb.lower_ == "of" and verb.head.tag_ == "NN":
        return verb.head if is_person(verb.head) and not _is_counted(top) else None
    if top.dep_ == "pobj" and verb.lower_ in _LIMITS:
        verb = verb.head
    turns = lemma(verb) == "turn" and top.dep_ in ("dobj", "attr", "npadvmod", "oprd")
    is_one = lemma(verb) == "be" and top.dep_ in ("attr", "pobj", "acomp")
    if not is_verb(verb) or not (turns or is_one) or _is_counted(top):
        return None
    return next(_one_person(verb), None)


def _is_counted(top: Token) -> bool:
    """Whether the figure goes on, and so is no age: "is 12 of the"."""
    following = top.doc[top.i + 1] if top.i + 1 < len(top.doc) else None
    return following is not None and following.lower_ in ("of", "times", "percent", "out")


def _one_person(verb: Token) -> Iterator[Token]:
    for subject in grammatical_subjects(verb):
        if subject.lower_ == "who":
            yield from _antecedent(subject)
        elif subject.lower_ in ("he", "she", "i"):
            yield stands_for(subject) if subject.lower_ != "i" else subject
        elif subject.tag_ in _SINGULAR and subject.pos_ != "PRON":
            joined = any(child.dep_ == "conj" for child in subject.children)
            if not joined and (subject.pos_ == "PROPN" or is_person(subject)):
                yield subject


def _antecedent(who: Token) -> Iterator[Token]:
    """Give the person right before "who", whatever stands between: a comma, a dash."""
    for token in reversed(list(who.doc[max(0, who.i - 3) : who.i])):
        if token.pos_ == "PROPN" or is_person(token):
            yield token
            return
