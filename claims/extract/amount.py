"""Stated amounts with what they count: how many of what, whose, where, doing what.

"2,500 US troops in Afghanistan", "the number of US troops stationed in Afghanistan was 3,500",
"the 42-year-old civil war". An amount whose counted thing cannot be told is not a claim; years,
days, times and names with figures are no amounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.extract.counted import (
    HARM,
    attribute_classes,
    climb_figure,
    counted_noun,
    is_label,
    is_length,
    measured_noun,
    nouns,
    plural,
    same_noun,
    sized,
    unit_token,
)
from claims.extract.syntax import (
    clause_tokens,
    clause_verb,
    is_verb,
    lemma,
    noun_phrase,
    prepositional,
)
from claims.values.ordinal import find_ordinals
from claims.values.quantity import FoundQuantity, Quantity, find_quantities

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.extract.reading import Block, Reading

_PLACE_WORDS: Final = ("in", "at", "inside", "near", "across", "around", "outside", "into")
_GROUP_WORDS: Final = ("from", "of", "by")
_GENERIC: Final = frozenset("such same total several many other least".split())
_MEASURE_SORTS: Final = ("country", "demonym", "capital")
_TIMES: Final = ("year", "month", "day", "second")
_UNIT_WORDS: Final = frozenset("old year month week day hour minute long decade".split())
_ELIDING: Final = frozenset("be have report say put give count cite list claim".split())


@dataclass(frozen=True)
class Amount:
    """One stated amount, read in its sentence.

    Args:
        value: The interval, its unit "person" where persons are counted.
        figure: Tokens of the numeral.
        head: Lemma of what is counted or measured: "troop", "war".
        noun: The token of it.
        subject: Words a reader is told it by: "US troops".
        attribute: Class of what is said of it: "present", "killed", "last"; a lemma otherwise.
        group: Keys of the parties whose it is.
        place: Keys of the places where.
        modifiers: Lemmas that narrow it.
        about: Keys of the names in its clause.
        verb: The predicate; None in a heading without one.
        tokens: What the quote must hold.
        borrowed: The noun of the amount before, where this one leaves its noun out.
    """

    value: Quantity
    figure: Span
    head: str
    noun: Token
    subject: str
    attribute: str
    group: tuple[str, ...]
    place: tuple[str, ...]
    modifiers: tuple[str, ...]
    about: tuple[str, ...]
    verb: Token | None
    tokens: tuple[Token, ...]
    borrowed: Token | None = None


def find_amounts(block: Block, reading: Reading) -> Iterator[Amount]:
    """Find the stated amounts of a paragraph with what each counts; ordinals that count last."""
    last: Amount | None = None
    for found in find_quantities(block.paragraph.words, reading.taken(block)):
        figure = block.doc.char_span(*found.figure, alignment_mode="expand")
        if figure is None or is_label(found, figure):
            continue
        read = _measured if found.measured else _counted
        amount = _age(found, figure, block) or read(found, figure, block)
        if amount is None and last is not None and not found.measured:
            amount = _elided(found, figure, block, last)
        if amount is not None:
            last = amount
            yield amount
    yield from _ordinals(block, reading)


def _age(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read an age that stands between commas behind a name: "Ana Ruiz, 52, …"."""
    at = figure.start
    doc = figure.doc
    if found.measured or at < 2 or doc[at - 1].text not in (",", "("):
        return None
    mention = block.mention(doc[at - 2])
    closed = figure.end < len(doc) and doc[figure.end].text in (",", ")", ".")
    if mention is None or mention.sort != "person" or not closed:
        return None
    value = replace(found.value, unit="year")
    amount = _amount(value, figure, doc[at - 2], block)
    return replace(
        amount, head="person", subject=mention.name, attribute="age", group=(), modifiers=()
    )


_IDLE_ORDINALS: Final = frozenset("first last half quarter time place hand degree".split())


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
        if lemma(noun) in _IDLE_ORDINALS or block.mention(noun) is not None:
            continue
        number = Decimal(found.number)
        value = Quantity(number, number, text=span.text, digits=Decimal("0.5"))
        yield replace(_amount(value, span, noun, block), attribute="ordinal")


def _counted(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read an amount of things: find the noun that is counted."""
    noun = counted_noun(figure)
    if noun is None or not noun.is_alpha or len(noun) < 2 or block.mention(noun) is not None:
        return None
    if lemma(noun) in nouns("not_counted") and (noun.i < figure.start or noun.tag_ == "NN"):
        return None
    size = sized(figure)
    if size is not None:
        amount = _amount(found.value, figure, size[1], block)
        whole = amount.subject.removeprefix(f"{size[0].text} ")
        return replace(
            amount,
            head=f"{lemma(size[0])} of {lemma(size[1])}",
            subject=f"{plural(size[0].text)} in the {whole}",
            attribute="present",
            modifiers=tuple(m for m in amount.modifiers if m != lemma(size[0])),
        )
    value = found.value
    people = lemma(noun) in nouns("persons") or _is_harm(noun)
    if not value.unit and people:
        value = replace(value, unit="person")
    amount = _amount(value, figure, noun, block, _bound_words(found, block))
    if _is_harm(noun):
        harm = attribute_classes().get(lemma(noun), amount.attribute)
        return replace(amount, head="person", subject="people", attribute=harm, modifiers=())
    return amount


def _is_harm(noun: Token) -> bool:
    """Whether what is counted is people without their noun: "four", "the toll", "12 deaths"."""
    return noun.tag_ == "CD" or (
        noun.pos_ == "NOUN" and attribute_classes().get(lemma(noun)) in HARM
    )


def _bound_words(found: FoundQuantity, block: Block) -> range:
    """Give the indexes of the amount with its bound: the "more" of "more than" narrows nothing."""
    whole = block.doc.char_span(found.start, found.end, alignment_mode="expand")
    return range(whole.start, whole.end) if whole is not None else range(0)


def _elided(found: FoundQuantity, figure: Span, block: Block, last: Amount) -> Amount | None:
    """Read an amount that leaves out the noun of the one just before it.

    "2,500 US troops remain. The paper reports more than 1,000": more than 1,000 US troops.
    """
    top = climb_figure(figure)
    verb = top.head
    if top.dep_ not in ("dobj", "attr") or not is_verb(verb) or top.pos_ != "NUM":
        return None
    if lemma(verb) not in _ELIDING or _sentences_between(last.figure[0], top) > 1:
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj"] if lemma(verb) == "have" else []
    mentions = [block.mention(t) for s in subjects for t in s.subtree]
    group = tuple(sorted({m.key for m in mentions if m is not None})) or last.group
    whose = " and ".join(dict.fromkeys(m.name for m in mentions if m is not None))
    subject = f"{whose} {last.noun.text}" if whose and group != last.group else last.subject
    more = any(child.lower_ in ("more", "other", "others") for child in top.rights)
    return replace(
        last,
        value=replace(found.value, unit=last.value.unit),
        figure=figure,
        subject=subject,
        group=group,
        place=last.place,
        modifiers=tuple(sorted({*last.modifiers} | ({"more"} if more else set()))),
        verb=verb,
        tokens=_clause(top, verb, figure),
        borrowed=last.borrowed or last.noun,
    )


def _sentences_between(left: Token, right: Token) -> int:
    return sum(1 for t in left.doc[left.i + 1 : right.i + 1] if t.is_sent_start)


def _measured(found: FoundQuantity, figure: Span, block: Block) -> Amount | None:
    """Read an amount with a unit: find what is measured."""
    unit = unit_token(found, figure, block.doc)
    noun = measured_noun(unit)
    if noun is None:
        return _of_clause(found, figure, unit, block)
    amount = _amount(found.value, figure, noun, block)
    if found.value.unit in _TIMES:
        if noun.i == unit.i or not is_length(unit, noun):
            return _of_clause(found, figure, unit, block)
        age = lemma(noun) in nouns("persons") and noun.i > unit.i
        return replace(amount, attribute="age" if age else "last")
    return amount


_RANGES: Final = frozenset({"past", "last", "next", "coming", "recent"})


def _of_clause(found: FoundQuantity, figure: Span, unit: Token, block: Block) -> Amount | None:
    """Read a measure that is said of the doing itself: "they deliberated for three hours"."""
    verb = clause_verb(unit)
    if verb is None or any(child.lower_ in (*_RANGES, "ago") for child in unit.children):
        return None
    following = figure.doc[unit.i + 1].lower_ if unit.i + 1 < len(figure.doc) else ""
    if following in ("ago", "later", "earlier", "before", "after") or lemma(verb) == "be":
        return None
    amount = _amount(found.value, figure, verb, block)
    return replace(amount, head=lemma(verb), subject=verb.text, attribute=lemma(verb), group=())


def _amount(
    value: Quantity, figure: Span, noun: Token, block: Block, bound: range = range(0)
) -> Amount:
    verb = clause_verb(noun)
    words = [
        t for t in noun_phrase(noun) if t.dep_ in ("amod", "compound", "nmod") or t.i == noun.i
    ]
    inside = range(figure.start, figure.end)
    words = [
        t
        for t in words
        if t.i not in inside and t.i not in bound and not t.like_num and lemma(t) not in _UNIT_WORDS
    ]
    group = _group(noun, block)
    mentions = {i for m in block.mentions for i in range(m.start, m.end)}
    modifiers = {
        lemma(t)
        for t in words
        if t.i != noun.i and t.i not in mentions and lemma(t) not in _GENERIC and t.i not in inside
    }
    return Amount(
        value=value,
        figure=figure,
        head=same_noun(lemma(noun)),
        noun=noun,
        subject=" ".join(t.text for t in words) or noun.text,
        attribute=_attribute(noun, verb),
        group=group,
        place=_places(noun, verb, block),
        modifiers=tuple(sorted(modifiers)),
        about=_about(_clause(noun, verb, figure), block),
        verb=verb,
        tokens=_clause(noun, verb, figure),
    )


def _about(tokens: tuple[Token, ...], block: Block) -> tuple[str, ...]:
    """Give the names in a clause, which tell one amount of dead or wives from another."""
    return tuple(sorted({m.key for token in tokens if (m := block.mention(token)) is not None}))


def _clause(noun: Token, verb: Token | None, figure: Span) -> tuple[Token, ...]:
    if verb is None:
        return (*noun_phrase(noun), *figure)
    return (*clause_tokens(verb), *figure, noun)


def _attribute(noun: Token, verb: Token | None) -> str:
    """Give what is said of those counted: a participle on the noun, else the verb of the clause."""
    classes = attribute_classes()
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "amod") and lemma(child) in classes:
            return classes[lemma(child)]
    if lemma(noun) in classes and noun.pos_ == "NOUN" and lemma(noun) not in ("last", "run"):
        return classes[lemma(noun)]
    if verb is None:
        return "present"
    return classes.get(lemma(verb), lemma(verb))


def _group(noun: Token, block: Block) -> tuple[str, ...]:
    """Give the parties whose the counted are: "US troops", "troops from NATO countries"."""
    found = {
        mention.key
        for child in noun.lefts
        if child.dep_ in ("amod", "compound", "nmod", "poss") and (mention := block.mention(child))
    }
    for inner in prepositional(noun, *_GROUP_WORDS):
        found |= {m.key for t in inner.subtree if (m := block.mention(t)) is not None}
    return tuple(sorted(found))


def _places(noun: Token, verb: Token | None, block: Block) -> tuple[str, ...]:
    """Give the places that stand with the noun, its participles or the verb."""
    spots = [noun, *(c for c in noun.children if c.dep_ in ("acl", "relcl"))]
    if verb is not None:
        spots.append(verb)
    found = {
        mention.place
        for spot in spots
        for inner in prepositional(spot, *_PLACE_WORDS)
        if (mention := block.mention(inner)) and mention.place
    }
    return tuple(sorted(found))
