"""What an amount counts: the noun that a numeral belongs to, whatever the grammar.

"2,500 US troops", "the number of troops was 3,500", "the toll rose to 58", "a 13-member
delegation", "the 42-year war". Figures that only name something are told apart here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.syntax import clause_verb, is_verb, lemma, prepositional
from claims.values.quantity import FoundQuantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_BARE_ONE: Final = frozenset({"one", "1"})
_BY_MANY: Final = frozenset("gather march protest flee attend demonstrate rally vote live".split())
_BE: Final = ("be", "become", "stand", "remain", "reach", "total", "number")
HARM: Final = frozenset("killed wounded missing arrested displaced rescued".split())


@cache
def attribute_classes() -> dict[str, str]:
    """Give the class of every word of attributes.toml: "die" -> "killed"."""
    return {word: name for name, words in load_toml("attributes.toml").items() for word in words}


@cache
def nouns(name: str) -> frozenset[str]:
    """Give one list of nouns.toml."""
    return frozenset(load_toml("nouns.toml")[name])


@cache
def same_noun(word: str) -> str:
    """Give the noun that stands for all that count the same: "soldier" -> "troop"."""
    for head, words in load_toml("nouns.toml")["same"].items():
        if word in words:
            return str(head)
    return word


def is_label(found: FoundQuantity, figure: Span) -> bool:
    """Whether the figure names something: a bare year, "Highway 40", an idle "one"."""
    root = figure.root
    if found.bare_year and not (root.dep_ == "nummod" and root.head.tag_ == "NNS"):
        return True
    idle = figure.text.lower() in _BARE_ONE and not found.measured
    if idle and lemma(root.head) not in nouns("persons"):
        return True
    before = figure.start > 0 and figure.doc[figure.start - 1]
    if before and before.tag_ in ("NNP", "NN") and before.text[0].isupper():
        return root.dep_ in ("nummod", "appos", "npadvmod", "pobj") and root.head.i <= before.i
    label = root.dep_ == "nummod" and lemma(root.head) in nouns("not_counted")
    return label and root.head.i < root.i


def climb_figure(figure: Span) -> Token:
    """Climb from a numeral over scale words and quantifiers to the top of the amount."""
    at = figure.root
    while at.head.i != at.i and at.dep_ in ("compound", "quantmod", "advmod", "nummod", "amod"):
        if at.head.pos_ in ("NOUN", "PROPN") and at.head.like_num is False:
            break
        at = at.head
    return at


def sized(figure: Span) -> tuple[Token, Token] | None:
    """Read "a 13-member delegation": the noun of the size, and the noun that has it."""
    member = figure.root.head
    if figure.end >= len(figure.doc) or figure.doc[figure.end].text != "-":
        return None
    if member.i != figure.end + 1 or member.pos_ != "NOUN" or member.dep_ != "compound":
        return None
    return member, _beyond_measure_words(member)


def plural(noun: str) -> str:
    """Give the plural of an English noun, as far as spelling tells."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun if noun.endswith("s") else f"{noun}s"


def counted_noun(figure: Span) -> Token | None:
    """Give the noun that a numeral counts; None where the sentence shows none."""
    top = climb_figure(figure)
    if top.dep_ in ("nummod", "amod", "compound", "nmod") and top.head.pos_ in ("NOUN", "PROPN"):
        return _beyond_measure_words(top.head)
    of = prepositional(top, "of")
    if of:
        return of[0] if of[0].pos_ in ("NOUN", "PROPN") else None
    if top.dep_ in ("attr", "acomp", "dobj", "oprd") and lemma(top.head) in _BE:
        return _subject_counted(top.head)
    if top.dep_ == "pobj" and top.head.lower_ in ("to", "at") and is_verb(top.head.head):
        return _total_moved(top.head.head)
    if top.pos_ in ("NOUN", "ADJ") and lemma(top) in attribute_classes():
        return top
    if top.dep_ in ("nsubj", "nsubjpass", "dobj") and is_verb(top.head):
        killed = attribute_classes().get(lemma(top.head))
        gathers = lemma(top.head) in _BY_MANY and top.dep_ != "dobj"
        return top if killed in HARM or gathers else None
    return None


def _total_moved(verb: Token) -> Token | None:
    """Give what "the death toll rose to 58" or "revised the number of dead to 58" counts."""
    for noun in verb.children:
        if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and lemma(noun) in nouns("counts"):
            of = prepositional(noun, "of")
            return of[0] if of else noun
    return None


def _beyond_measure_words(noun: Token) -> Token:
    """Step over "member" in "a 13-member delegation" and "number" in "a number of"."""
    while noun.dep_ in ("compound", "npadvmod", "amod") and noun.head.pos_ in ("NOUN", "ADJ"):
        noun = noun.head
    return noun


def _subject_counted(verb: Token) -> Token | None:
    """Give what "the number of troops was 3,500" counts."""
    for subject in verb.children:
        if subject.dep_ != "nsubj":
            continue
        if lemma(subject) in nouns("counts"):
            of = prepositional(subject, "of")
            return of[0] if of else subject
        return subject if subject.pos_ == "NOUN" else None
    return None


def unit_token(found: FoundQuantity, figure: Span, doc: Doc) -> Token:
    """Give the last token of an amount with its unit."""
    whole = doc.char_span(found.start, found.end, alignment_mode="expand")
    return figure.root if whole is None else doc[whole.end - 1]


def measured_noun(unit: Token) -> Token | None:
    """Give what a measure is said of: "42-year war", "lingered for 17 years", "$95m of aid"."""
    at = unit
    while at.dep_ in ("compound", "npadvmod", "amod", "nmod", "nummod", "quantmod"):
        at = at.head
        if at.pos_ in ("NOUN", "PROPN") and at.i > unit.i:
            return at
    of = prepositional(at, "of", "in")
    if of and of[0].pos_ in ("NOUN", "PROPN"):
        return of[0]
    verb = clause_verb(at)
    if verb is None:
        return None
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    goal = next((c for c in verb.children if c.dep_ == "dobj"), None)
    chosen = subject if goal is None or goal.i == at.i else goal
    return chosen if chosen is not None and chosen.pos_ in ("NOUN", "PROPN") else None


def is_length(unit: Token, noun: Token) -> bool:
    """Whether a time says how long the noun lasted: "42-year war", "lasted 17 years"."""
    if noun.i > unit.i:
        return True
    verb = clause_verb(unit)
    return verb is not None and attribute_classes().get(lemma(verb)) == "last"
