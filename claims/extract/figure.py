"""Finds the stated amounts of a paragraph, each with what it counts.

An amount whose counted thing cannot be told is not a claim; years, days, times and names with
figures are no amounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.extract.age import find_age
from claims.extract.amount import Amount, amount_of, bound_words, is_person, of_doing
from claims.extract.attribute import (
    PRESENT,
    done_to,
    harm_class,
    nouns,
)
from claims.extract.composition import composed
from claims.extract.counted import (
    climb_figure,
    is_label,
    moves,
)
from claims.extract.elided import find_elided, find_harmed, find_part, joined
from claims.extract.measured import in_parentheses, is_length, measured_noun, unit_token
from claims.extract.reporting import is_reporting
from claims.extract.syntax import clause_verb, direct_objects, grammatical_subjects, lemma
from claims.extract.tally import find_tallies
from claims.extract.term import SENTENCED, as_term
from claims.extract.thing import find_counted
from claims.extract.wording import whole_phrase
from claims.values.harm import HARM
from claims.values.ordinal import find_ordinals
from claims.values.quantity import FoundQuantity, Quantity, find_multiples, find_quantities

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.extract.reading import Block, Reading

_TIMES: Final = ("year", "month", "day", "second")
_RANGES: Final = frozenset({"past", "last", "next", "coming", "recent"})
_RELATIVE: Final = frozenset({"ago", "later", "earlier", "before", "after", "into"})
_MODIFIERS: Final = ("nummod", "amod", "compound", "nmod", "det")
_NEAR: Final = 6
_IDLE_ORDINALS: Final = frozenset(
    "first last half quarter time place hand degree baseman base lady floor grader amendment "
    "nature language thought class".split()
)
_DEPICTIONS: Final = frozenset(
    "picture photo photograph image portrait video footage film drawing painting story tale memory "
    "story dream".split()
)
_ENDS: Final = {"to": PRESENT, "at": PRESENT, "from": "before"}
"""What is said of a figure that something moved to or from, or stood at."""


def find_amounts(block: Block, reading: Reading) -> Iterator[Amount]:
    """Find the stated amounts of a paragraph with what each counts; ordinals that count last."""
    last: Amount | None = None
    for found in find_quantities(block.paragraph.words, reading.taken(block)):
        figure = block.doc.char_span(*found.figure, alignment_mode="expand")
        if figure is None or is_label(found, figure):
            continue
        amount = _read(found, figure, block, last)
        if amount is not None and not _is_depicted(amount) and not _only_speaks(amount):
            amount = _moved(found, _behind_harm(amount, bound_words(found, block)))
            amount = composed(joined(amount, last) if last is not None else amount)
            last = amount
            yield amount
    yield from find_tallies(block)
    yield from _multiples(block)
    yield from _ordinals(block, reading)


def _is_depicted(amount: Amount) -> bool:
    """Whether what is counted stands only in a picture or a tale of it: "photos of four men"."""
    above = done_to(amount.noun, range(0))
    return above is not None and lemma(above) in _DEPICTIONS


def _only_speaks(amount: Amount) -> bool:
    """Whether one person is counted only as who speaks: "one activist said that"."""
    one, verb = amount.value.low == amount.value.high == 1, amount.verb
    speaks = verb is not None and amount.noun.head.i == verb.i and is_reporting(verb)
    return one and speaks and amount.noun.dep_ == "nsubj"


def _read(found: FoundQuantity, figure: Span, block: Block, last: Amount | None) -> Amount | None:
    """Read one figure by the first reader that can."""
    amount = find_age(found, figure, block)
    if amount is None and found.measured:
        same = _converted(found, figure, block, last) if last is not None else None
        same = same or (find_elided(found, figure, block, last) if last is not None else None)
        if same is not None:
            return same
        measured = _measured(found, figure, block)
        return measured and as_term(measured, unit_token(found, figure, block.doc), block)
    if amount is None and last is not None:
        amount = find_part(found, figure, block, last)
    bare = climb_figure(figure).dep_ not in _MODIFIERS
    amount = amount or (find_harmed(found, figure, block, gathering=False) if bare else None)
    amount = amount or find_counted(found, figure, block) or find_harmed(found, figure, block)
    if amount is None and last is not None:
        amount = find_elided(found, figure, block, last)
    return amount or _in_parentheses(found, figure, block)


def _in_parentheses(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read a figure behind a name: "Lakeside Index (16,369.03)", "Ana Ruiz (0.5 WAR)"."""
    whose = in_parentheses(figure[0])
    if whose is None:
        return None
    amount = amount_of(found.value, figure, whose, block)
    what = figure.doc[figure.end] if figure.end < len(figure.doc) else None
    if what is None or what.pos_ not in ("NOUN", "PROPN") or not what.is_alpha:
        return amount
    subject = f"{what.text} of {amount.subject}"
    return replace(amount, head=lemma(what), subject=subject, tokens=(*amount.tokens, what))


def _moved(found: FoundQuantity, amount: Amount) -> Amount:
    """Tell where something moved to, which is how much it is, from where it had been before."""
    preposition = climb_figure(amount.figure).head
    verb = clause_verb(amount.figure.root)
    moving = found.change == "to" or (verb is not None and moves(verb))
    change = found.change if found.change in _ENDS and moving else ""
    if amount.value.unit == "person" and amount.noun.head.lower_ == "from" and _has_object(verb):
        return amount  # "took bribes from two men"
    if not change and preposition.lower_ in _ENDS and moves(preposition.head):
        change = preposition.lower_
    stays = amount.attribute in HARM and change != "from"
    if not change or stays or amount.attribute == SENTENCED:
        return amount
    return replace(amount, attribute=_ENDS[change])


def _has_object(verb: Token | None) -> bool:
    """Whether a verb has an object that is no amount itself: not "went from 5 to 12"."""
    objects = direct_objects(verb) if verb is not None else []
    return any(noun.pos_ in ("NOUN", "PROPN") and not noun.like_num for noun in objects)


def _behind_harm(amount: Amount, bound: range) -> Amount:
    """Let a verb of harm right before an amount of people speak, whatever the parse says."""
    before = amount.figure.doc[bound.start - 1] if bound.start > 0 else None
    if before is None or amount.value.unit != "person" or amount.attribute in HARM:
        return amount
    harm = harm_class(before) if before.tag_ in ("VBG", "VBD", "VB", "VBZ", "VBP") else ""
    return replace(amount, attribute=harm) if harm else amount


def _multiples(block: Block) -> Iterator[Amount]:
    """Read verbs that multiply: "the price doubled", "has halved its staff"."""
    for found in find_multiples(block.paragraph.words):
        span = block.doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None or span.root.pos_ != "VERB":
            continue
        goals = [child for child in span.root.children if child.dep_ == "dobj"]
        noun = goals[0] if goals else measured_noun(span.root, span.root)
        if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        value = Quantity(found.times, found.times, unit="times", text=span.text)
        yield replace(amount_of(value, span, noun, block), attribute=lemma(span.root))


def _ordinals(block: Block, reading: Reading) -> Iterator[Amount]:
    """Read ordinals that count: "the fifth coach fired this season"."""
    taken = reading.taken(block)
    for found in find_ordinals(block.paragraph.words):
        span = block.doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None or any(a < found.end and found.start < b for a, b in taken):
            continue
        noun = span.root.head
        if span.root.dep_ != "amod" or noun.pos_ != "NOUN" or found.number < 2:
            continue
        joined_on = block.doc[span.end : span.end + 1].text == "-"
        if lemma(noun) in _IDLE_ORDINALS or block.mention(noun) is not None or joined_on:
            continue
        number = Decimal(found.number)
        value = Quantity(number, number, text=span.text, digits=Decimal("0.5"))
        amount = amount_of(value, span, noun, block)
        does = tuple(lemma(c) for c in noun.rights if c.dep_ in ("acl", "relcl"))
        modifiers = tuple(sorted({*amount.modifiers, *does}))
        subject = whole_phrase(noun).removeprefix(f"{span.text} ")
        yield replace(amount, attribute="ordinal", modifiers=modifiers, subject=subject)


def _measured(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read an amount with a unit: find what is measured."""
    unit = unit_token(found, figure, block.doc)
    bound = bound_words(found, block)
    noun = measured_noun(unit, block.doc[bound.start]) or in_parentheses(block.doc[bound.start])
    if noun is None:
        return _of_clause(found, figure, unit, block)
    says = unit if noun.i < unit.i else None
    if found.value.unit in _TIMES:
        if noun.i == unit.i or not is_length(unit, noun):
            return _of_clause(found, figure, unit, block)
        amount = amount_of(found.value, figure, noun, block, bound, predicate=says)
        return replace(amount, attribute=_time_attribute(amount, unit))
    amount = amount_of(found.value, figure, noun, block, bound, predicate=says)
    moving = amount.verb is not None and moves(amount.verb)
    level = lemma(noun) in nouns("dimensions") and not moving
    level = level or " per " in found.value.unit  # winds of 210 km an hour
    strength = found.value.unit == "magnitude"
    return replace(amount, attribute=PRESENT) if level or strength else amount


def _time_attribute(amount: Amount, unit: Token) -> str:
    """Say what a time tells of a noun: its age, how long it lasted, what a court gave."""
    noun, verb = amount.noun, amount.verb
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and verb is not None:
        return lemma(verb)
    return "age" if is_person(noun) and noun.i > unit.i else "last"


def _ended_after(unit: Token, verb: Token) -> Token | None:
    """Give what was over after a time: the siege for "the siege ended after 11 hours"."""
    after = unit.dep_ == "pobj" and unit.head.lower_ == "after" and unit.head.head.i == verb.i
    if not after or lemma(verb) not in nouns("ending"):
        return None
    return next((s for s in grammatical_subjects(verb) if s.pos_ in ("NOUN", "PROPN")), None)


def _of_clause(found: FoundQuantity, figure: Span, unit: Token, block: Block) -> Amount | None:
    """Read a measure that is said of the doing itself: "they deliberated for three hours"."""
    verb = clause_verb(unit)
    if verb is None or any(child.lower_ in (*_RANGES, "ago") for child in unit.children):
        return None
    over = _ended_after(unit, verb)
    if over is not None and found.value.unit in _TIMES:
        return replace(amount_of(found.value, figure, over, block), attribute="last")
    following = figure.doc[unit.i + 1].lower_ if unit.i + 1 < len(figure.doc) else ""
    if following in _RELATIVE or lemma(verb) == "be":
        return None
    return of_doing(found.value, figure, verb, block)


def _converted(found: FoundQuantity, figure: Span, block: Block, last: Amount) -> Amount | None:
    """Read the same amount in another unit behind it: "30bn euros ($40bn)"."""
    start = bound_words(found, block).start
    between = block.doc[last.figure.end : start]
    if not last.value.unit or len(between) > _NEAR or start < 1:
        return None
    if block.doc[start - 1].text != "(" or any(t.text in (")", ",") for t in between):
        return None
    tokens = (*last.tokens, *figure)
    return replace(last, value=found.value, figure=figure, tokens=tokens)
