"""What a bare figure counts: the noun that a numeral belongs to, whatever the grammar.

"2,500 US troops", "the number of troops was 3,500", "the toll rose to 58", "a crowd of 300", "a
13-member delegation". Figures that only name something are told apart here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.attribute import attribute_classes, nouns
from claims.extract.syntax import clause_verb, grammatical_subjects, is_verb, lemma, prepositional
from claims.values.harm import HARM
from claims.values.quantity import FoundQuantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BARE_ONE: Final = frozenset({"one", "1"})
_BE: Final = frozenset(
    "be become stand remain reach total number hit top exceed near equal measure".split()
)
_GOALS: Final = frozenset({"to", "at", "from", "by"})
_LEVELS: Final = frozenset(
    "stand close open end finish trade settle stay remain put estimate peak bottom hover start "
    "come set fix leave keep begin".split()
)
"""Verbs whose "at" or "to" gives a level, beside the verbs of change."""

_BRACKETS: Final = {"(": ")", "[": "]"}
_OPEN_ENDS: Final = ("plus", "odd")
"""What a hyphen adds to a figure that is no member of anything: "three-plus seasons"."""

_LONGEST_NAME: Final = 9
_NOUNS: Final = ("NOUN", "PROPN")


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
    picked = figure.doc[figure.end : figure.end + 1].text == "of"
    moved = root.dep_ == "pobj" and root.head.lower_ in _GOALS and not picked
    plain = not found.measured or found.value.unit == "point"
    idle = figure.text.lower() in _BARE_ONE and plain and not moved
    if idle and lemma(root.head) not in nouns("persons"):
        return True
    before = figure.doc[figure.start - 1] if figure.start > 0 and not found.measured else None
    if before is not None and before.tag_ in ("NNP", "NN") and before.text[0].isupper():
        return root.dep_ in ("nummod", "appos", "npadvmod", "pobj") and root.head.i <= before.i
    if found.measured or root.dep_ != "nummod" or root.head.i >= root.i:
        return False
    behind = root.head.i == figure.start - 1 and attribute_classes().get(lemma(root.head)) is None
    return behind or lemma(root.head) in nouns("not_counted")


def climb_figure(figure: Span) -> Token:
    """Climb from a numeral over scale words and quantifiers to the top of the amount."""
    at = figure.root
    while at.head.i != at.i and at.dep_ in ("compound", "quantmod", "advmod", "nummod", "amod"):
        if at.head.pos_ in _NOUNS and at.head.like_num is False:
            break
        at = at.head
    return at


def sized(figure: Span) -> tuple[Token, Token] | None:
    """Read "a 13-member delegation": the noun of the size, and the noun that has it."""
    member = figure.root.head
    if member.lower_ in _OPEN_ENDS:
        return None
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
    if top.dep_ in ("nummod", "amod", "compound", "nmod") and top.head.pos_ in _NOUNS:
        return _beyond_measure_words(top.head)
    of = prepositional(top, "of")
    if of:
        return of[0] if of[0].pos_ in _NOUNS else None
    if top.dep_ in ("attr", "acomp", "dobj", "oprd") and lemma(top.head) in _BE:
        return _subject_counted(top.head)
    if top.dep_ == "pobj":
        return _behind_preposition(top)
    if top.dep_ == "npadvmod" and top.head.pos_ == "ADJ":
        return _behind_adjective(top.head)
    if top.pos_ in ("NOUN", "ADJ") and attribute_classes().get(lemma(top)) in HARM:
        return top
    if top.dep_ in ("nsubj", "nsubjpass", "dobj") and is_verb(top.head):
        killed = attribute_classes().get(lemma(top.head))
        gathers = lemma(top.head) in nouns("people_do") and top.dep_ != "dobj"
        return top if killed in HARM or gathers else None
    return None


def behind_name(name: Token) -> Token | None:
    """Give the plural behind a name that the parser took for what is counted.

    "12 Red Cross [ICRC] volunteers": the volunteers, whatever stands in brackets between.
    """
    closing = ""
    for token in name.doc[name.i + 1 : name.i + _LONGEST_NAME]:
        if closing:
            closing = "" if token.text == closing else closing
        elif token.text in _BRACKETS:
            closing = _BRACKETS[token.text]
        elif token.tag_ == "NNS":
            return token
        elif token.pos_ not in ("PROPN", "ADJ", "NOUN"):
            return None
    return None


def _behind_preposition(top: Token) -> Token | None:
    """Read "the toll rose to 58", "stands at 58", "a crowd of 300", "up by an average of 300"."""
    preposition = top.head
    above = preposition.head
    if preposition.lower_ == "of" and above.pos_ == "NOUN":
        return owner_of(above)
    if preposition.lower_ == "by" and above.pos_ == "NOUN" and above.lower_ in _changes():
        return _changing(above)
    verb = clause_verb(preposition) if preposition.lower_ in _GOALS else None
    return moved_noun(verb) if verb is not None else None


def _changing(change: Token) -> Token | None:
    """Give what changes in "an increase in sales by 5", "a sales decrease by 5"."""
    behind = [t for t in prepositional(change, "in", "of") if t.pos_ in _NOUNS]
    before = [t for t in change.lefts if t.dep_ in ("compound", "poss") and t.pos_ in _NOUNS]
    return next(iter([*behind, *before[-1:]]), None)


def _behind_adjective(adjective: Token) -> Token | None:
    """Give the noun of "20 smaller quakes", "the car is 4,000 cheaper"."""
    if adjective.dep_ == "amod":
        return adjective.head if adjective.head.pos_ in _NOUNS else None
    verb = clause_verb(adjective)
    own = [child for child in adjective.children if child.dep_ in ("nsubj", "nsubjpass")]
    subjects = own or (grammatical_subjects(verb) if verb is not None else [])
    return next((subject for subject in subjects if subject.pos_ in _NOUNS), None)


def owner_of(noun: Token) -> Token | None:
    """Give whose amount "of 300" behind a noun is: a crowd's own, what an average is taken of."""
    if lemma(noun) not in nouns("counts") or attribute_classes().get(lemma(noun)) in HARM:
        return noun
    verb = noun.head
    if noun.dep_ == "pobj" and is_verb(verb.head):
        return moved_noun(verb.head)
    if noun.dep_ in ("attr", "dobj", "npadvmod", "oprd") and is_verb(verb):
        return _subject_counted(verb)
    return None


def moved_noun(verb: Token) -> Token | None:
    """Give what is said to move or stand: "the death toll rose to 58", "raised the age to 65"."""
    if not moves(verb):
        return None
    goals = [c for c in verb.children if c.dep_ == "dobj" and not _has_figure(c)]
    if goals and goals[0].pos_ == "PRON":
        return None  # "residents put it at 20": not the residents
    subjects = grammatical_subjects(verb)
    for noun in (*goals, *subjects):
        if lemma(noun) in nouns("counts"):
            of = prepositional(noun, "of")
            before = [t for t in noun.lefts if t.dep_ == "compound" and t.pos_ == "NOUN"]
            return next(iter([*of, *before[-1:]]), noun)
        if noun.pos_ in _NOUNS:
            return noun
        if noun.pos_ == "NUM" and noun.i and noun.nbor(-1).pos_ == "PROPN":
            return noun.nbor(-1)
    return None


def _has_figure(noun: Token) -> bool:
    """Whether an object is itself an amount: "gained 12 points to 7,005"."""
    return bool(noun.like_num) or any(
        c.like_num for c in noun.children if c.dep_ in ("nummod", "compound", "quantmod")
    )


def moves(verb: Token) -> bool:
    """Whether a verb tells of a change or of a level."""
    return verb.lower_ in _changes() or lemma(verb) in _LEVELS


@cache
def _changes() -> frozenset[str]:
    table = load_toml("numbers.toml")["change"]
    return frozenset(word for words in table.values() for word in words)


def _beyond_measure_words(noun: Token) -> Token:
    """Step over "member" in "a 13-member delegation" and "number" in "a number of"."""
    while noun.dep_ in ("compound", "npadvmod", "amod") and noun.head.pos_ in ("NOUN", "ADJ"):
        noun = noun.head
    return noun


def _subject_counted(verb: Token) -> Token | None:
    """Give what "the number of troops was 3,500" counts."""
    for subject in grammatical_subjects(verb):
        if lemma(subject) in nouns("counts"):
            of = prepositional(subject, "of")
            return of[0] if of else subject
        return subject if subject.pos_ == "NOUN" else None
    return None
