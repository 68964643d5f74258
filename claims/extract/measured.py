"""What an amount with a unit is said of: "a fine of $5m", "a 12-km road", "it is 90 m long".

The noun that a measure stands with comes first, then the object or subject of its clause. A pronoun
is resolved to the subject before it, where one fits; otherwise it stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.attribute import nouns
from claims.extract.reach import name_at
from claims.extract.syntax import (
    SUBJECTS,
    clause_verb,
    grammatical_subjects,
    is_verb,
    lemma,
    noun_phrase,
    prepositional,
)
from claims.values.quantity import FoundQuantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NOUNS: Final = ("NOUN", "PROPN")
_BEFORE: Final = ("compound", "npadvmod", "amod", "nmod", "nummod", "quantmod")
_PERIODS: Final = frozenset("year quarter month week day half season decade term".split())
_HE: Final = frozenset({"he", "she"})
_THEY: Final = frozenset({"they"})
_HAVING: Final = frozenset({"with", "of", "in", "over", "under", "above", "below"})
_PAYING: Final = frozenset({"pay", "spend", "fetch", "bid", "charge"})
_LONGEST_OPENING: Final = 8
"""How many tokens back a parenthesis may have been opened."""

_FARTHEST: Final = 2
"""How many sentences back what a pronoun stands for is looked for."""


def unit_token(found: FoundQuantity, figure: Span, doc: Doc) -> Token:
    """Give the last token of an amount with its unit."""
    whole = doc.char_span(found.start, found.end, alignment_mode="expand")
    return figure.root if whole is None else doc[whole.end - 1]


def measured_noun(unit: Token, first: Token) -> Token | None:
    """Give what a measure is said of: "42-year war", "a fine of $5m", "$95m of aid".

    Args:
        unit: The last token of the amount.
        first: Its first token.
    """
    within = range(first.i, unit.i + 1)
    if clause_verb(unit) is None and first.i > first.sent.start:
        named = first.nbor(-1)
        if named.pos_ in _NOUNS and not named.like_num:
            return named
    at = unit
    while at.dep_ in _BEFORE or (at.i != at.head.i and at.head.i in within):
        at = at.head
        if at.pos_ in _NOUNS and at.i > unit.i:
            return (_holder(at, within) if at.dep_ == "pobj" else None) or at
        if at.pos_ in ("ADJ", "ADV", "VERB"):
            break
    own = at.pos_ not in ("ADJ", "ADV")
    return (_behind(at, within) if own else None) or _above(at, within) or _in_clause(at, first)


def _behind(at: Token, within: range) -> Token | None:
    """Give the noun that "of" or "in" joins: "$95m of aid", "40% of voters"; no place, no time."""
    for noun in prepositional(at, "of"):
        if noun.pos_ in _NOUNS and noun.i not in within:
            return noun
    following = at.doc[within.stop : within.stop + _LONGEST_OPENING]
    if len(following) > 1 and following[0].lower_ == "of":
        return name_at(following[1:])
    if _is_of_a_level(at):
        return None
    for noun in prepositional(at, "in"):
        word = lemma(noun)
        if noun.pos_ == "NOUN" and word not in _PERIODS and word not in nouns("dimensions"):
            return noun
    return None


def _is_of_a_level(at: Token) -> bool:
    """Whether the clause tells the level of something: "turnout reached 90% in the election"."""
    verb = clause_verb(at)
    return verb is not None and any(lemma(s) in nouns("levels") for s in subjects_of(verb))


def _above(at: Token, within: range) -> Token | None:
    """Give the noun a measure hangs on: "a fine of $5m", "an award worth $5m", "the prize, $5m"."""
    head = at.head
    if at.dep_ == "appos" and head.pos_ in _NOUNS and lemma(head) not in _PERIODS:
        return _holder(head, within)
    period = lemma(head.head) in _PERIODS
    if at.dep_ == "pobj" and head.head.pos_ in _NOUNS and head.head.i < within.stop and not period:
        return _holder(head.head, within)
    if head.lower_ == "worth":
        return next((c for c in head.children if c.dep_ == "nsubj" and c.pos_ in _NOUNS), None)
    if at.pos_ == "ADJ" and at.dep_ == "amod" and head.pos_ in _NOUNS:
        return head
    if at.dep_ == "npadvmod" and head.pos_ == "ADJ" and head.dep_ == "amod":
        return head.head if head.head.pos_ in _NOUNS else None
    return None


def _holder(noun: Token, within: range) -> Token | None:
    """Step from a word that only tells which measure it is to what has it.

    "an offer in excess of $5m" is of the offer, "a quake with a magnitude of 5" of the quake, "an
    average of $5m" of what the clause speaks of. "The quake had a depth of 3 miles" is of the
    depth: a thing has many measures, and one magnitude.
    """
    if lemma(noun) not in nouns("counts") and lemma(noun) not in nouns("dimensions"):
        return noun
    owner = [t for t in prepositional(noun, "of") if t.pos_ in _NOUNS and t.i not in within]
    if owner and not owner[0].like_num:
        return owner[0] if lemma(noun) in nouns("counts") else noun
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in _HAVING and above.head.pos_ in _NOUNS:
        return _holder(above.head, within)
    one = lemma(noun) not in nouns("dimensions") or lemma(noun) in nouns("one_measure")
    having = one and noun.dep_ == "dobj" and lemma(above) == "have"
    subject = next(iter(grammatical_subjects(above)), None) if having else None
    if subject is not None and subject.pos_ in _NOUNS:
        return subject
    return noun if lemma(noun) in nouns("dimensions") else None


def _in_clause(at: Token, first: Token) -> Token | None:
    """Give the object or else the subject of the clause a measure stands in."""
    verb = clause_verb(at)
    if verb is None:
        return _before(first)
    if at.dep_ == "nsubj" and lemma(verb) == "be":
        shown = (c for c in verb.children if c.dep_ == "attr" and c.pos_ == "NOUN")
        return next((c for c in shown if lemma(c) not in nouns("dimensions")), None)
    goals = [c for c in verb.children if c.dep_ == "dobj" and c.i != at.i and c.pos_ in _NOUNS]
    if goals and not _is_amount(goals[0]):
        return goals[0]
    bought = prepositional(verb, "for", "on") if lemma(verb) in _PAYING else []
    if bought and bought[0].pos_ == "NOUN" and not _is_amount(bought[0]):
        return bought[0]
    for subject in subjects_of(verb):
        if subject.pos_ in _NOUNS and subject.i != at.i:
            return _counted_of(subject)
        if subject.pos_ == "PRON":
            return stands_for(subject)
    return None


def subjects_of(verb: Token) -> list[Token]:
    """Give the subject of a clause; of "is believed to be worth" that of "is believed".

    Of "Okafor, alleged to have two wives" it is Okafor.
    """
    at = verb
    while at.dep_ in ("xcomp", "advcl") and is_verb(at.head):
        own = [child for child in at.children if child.dep_ in SUBJECTS]
        finite = at.dep_ == "advcl" and at.tag_ not in ("VBG", "VBN", "VB")
        controlled = at.dep_ == "xcomp" and any(c.dep_ == "dobj" for c in at.head.children)
        if own or finite or controlled:
            break
        at = at.head
    if at.dep_ == "acl" and at.tag_ == "VBN" and at.head.pos_ in _NOUNS:
        return [at.head]
    return grammatical_subjects(at) or grammatical_subjects(verb)


def _is_amount(noun: Token) -> bool:
    return bool(noun.like_num) or any(child.like_num for child in noun.children)


def _counted_of(subject: Token) -> Token:
    """Step over "the total of the bills" to the bills, and from a person's part to the name."""
    owner = prepositional(subject, "of") if lemma(subject) in nouns("counts") else []
    return owner[0] if owner and owner[0].pos_ in _NOUNS else _named_beside(subject)


def _named_beside(noun: Token) -> Token:
    """Step from a person's part to the name beside it: "his rival, Nadia Brandt, got 44%"."""
    if noun.pos_ != "NOUN" or lemma(noun) not in nouns("persons"):
        return noun
    beside = (c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next(beside, noun)


def _before(first: Token) -> Token | None:
    """Give the noun right before an amount where no verb stands: "Turnout: 61%", "FTSE -0.6%"."""
    for token in reversed(list(first.doc[first.sent.start : first.i])):
        if token.pos_ in _NOUNS and not token.like_num:
            return token
        if token.pos_ not in ("PUNCT", "SYM", "DET", "ADP", "ADJ", "ADV"):
            return None
    return None


def in_parentheses(first: Token) -> Token | None:
    """Give the noun before the parenthesis an amount stands in: "the Index (up 58 points)"."""
    doc = first.doc
    for at in range(first.i - 1, max(0, first.i - _LONGEST_OPENING), -1):
        if doc[at].text == "(":
            before = doc[at - 1]
            return before if before.pos_ in _NOUNS and not before.like_num else None
        if doc[at].text == ")" or doc[at].is_sent_start:
            return None
    return None


def stands_for(pronoun: Token) -> Token:
    """Give the subject before a pronoun that it can stand for; itself where none fits.

    "The bridge opened in May. It is 90 m long": the bridge. "He" needs a person, "it" none.
    """
    sentences = 0
    doc = pronoun.doc
    for index in range(pronoun.i - 1, -1, -1):
        token = doc[index]
        sentences += bool(doc[index + 1].is_sent_start)
        if sentences > _FARTHEST:
            break
        if token.dep_ in ("nsubj", "nsubjpass") and _fits(pronoun, token):
            return token
    return pronoun


def _fits(pronoun: Token, noun: Token) -> bool:
    if noun.pos_ not in _NOUNS or clause_verb(noun) == clause_verb(pronoun):
        return False
    several = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    person = noun.pos_ == "PROPN" or lemma(noun) in nouns("persons")
    if pronoun.lower_ in _HE:
        return person and not several
    if pronoun.lower_ in _THEY:
        return several
    return (
        pronoun.lower_ in ("it", "this", "that", "which")
        and not several
        and not (noun.pos_ == "NOUN" and person)
    )


def told_by(verb: Token) -> str:
    """Name the doing that a measure is said of: "the jury deliberated" for three hours."""
    subject = next((s for s in subjects_of(verb) if s.pos_ in _NOUNS), None)
    if subject is None:
        return str(verb.text)
    words = [t for t in noun_phrase(subject) if t.dep_ in ("amod", "compound") or t.i == subject.i]
    return " ".join([*(t.text for t in words if t.i < verb.i), verb.text])


def is_length(unit: Token, noun: Token) -> bool:
    """Whether a time says how long the noun lasted: "42-year war", "lasted 17 years".

    "A contract of five years", "the term is five years", "it was there for ten years": so, too.
    """
    behind = any(t.head.lower_ == "of" and t.head.head == noun for t in (unit, unit.head))
    if noun.i > unit.i or behind or noun.dep_ == "pobj":
        return noun.i > unit.i or behind
    verb = clause_verb(unit)
    return verb is not None and is_verb(verb) and lemma(verb) in nouns("lasting")
