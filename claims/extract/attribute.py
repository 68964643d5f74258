"""What is said of those who are counted: a class of attributes.toml, or the verb itself.

"Twelve people died", "the deaths of twelve people", "twelve dead", "a raid left twelve people
dead", "twelve people lost their lives" and "claimed twelve lives" are one class, killed. A class
that only money or only times can have is not given to what is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.predicate import with_particle
from claims.extract.syntax import is_passive, is_verb, lemma, prepositional
from claims.values.harm import HARM
from claims.values.unit import is_currency

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def nouns(name: str) -> frozenset[str]:
    """Give one list of nouns.toml."""
    return frozenset(load_toml("nouns.toml")[name])


PRESENT: Final = "present"
ABOARD: Final = "aboard"
_TIMES: Final = ("year", "month", "day", "second")
_OF_SUMS: Final = ("lost",)
_LIFE: Final = "life"
_LIFELESS: Final = frozenset({"body", "corpse", "remains"})
_SUFFERED: Final = frozenset({"flee", "die", "suffer", "leave"})
"""Verbs that befall their subject though they may have an object."""

_BOUNDS: Final = frozenset({"between", "over", "under", "around", "about", "up", "near"})
"""Prepositions to the parser that only bound an amount."""


@cache
def attribute_classes() -> dict[str, str]:
    """Give the class of every word of attributes.toml: "die" -> "killed"."""
    table = load_toml("attributes.toml")
    classes = {name: words for name, words in table.items() if isinstance(words, list)}
    return {word: name for name, words in classes.items() for word in words}


@cache
def _with_lives() -> dict[str, str]:
    """Give the class of a verb whose object is lives: "claimed 20 lives"."""
    lives = load_toml("attributes.toml")["lives"]
    return {verb: name for name, verbs in lives.items() for verb in verbs}


@cache
def _of_sums() -> dict[str, str]:
    """Give the class of a verb whose object is money: "set aside $5m"."""
    sums = load_toml("attributes.toml")["sums"]
    return {verb: name for name, verbs in sums.items() for verb in verbs}


@cache
def _changes() -> dict[str, str]:
    """Give the class of a verb by which something changes by so many percent."""
    changes = load_toml("attributes.toml")["percent"]
    return {verb: name for name, verbs in changes.items() for verb in verbs}


@cache
def _had() -> dict[str, str]:
    """Give the class of those whom somebody has: "worker" -> "employed"."""
    had = load_toml("attributes.toml")["had"]
    return {noun: name for name, some in had.items() for noun in some}


def harm_class(token: Token) -> str:
    """Give the class of harm a word tells of; empty where it tells of none."""
    told = attribute_classes().get(lemma(token)) or attribute_classes().get(token.lower_, "")
    return told if told in HARM else ""


def counts_lives(noun: Token) -> bool:
    """Whether what is counted is people by their lives: "claimed 20 lives"."""
    return lemma(noun) == _LIFE and noun.pos_ == "NOUN"


def attribute_of(noun: Token, verb: Token | None, unit: str, bound: range = range(0)) -> str:
    """Give what is said of an amount of a noun: the nearest word that a class knows.

    A participle or adjective on the noun comes before the noun itself, this before the noun it
    hangs on, and all before the verb of the clause. Who kills is not killed: "two gunmen killed
    twelve" says of the two that they "kill".

    Args:
        noun: What is counted or measured.
        verb: The predicate; None in a heading without one.
        unit: Of the amount: decides which classes can be meant.
        bound: Indexes of the amount with its bound and unit, which say nothing of the noun.
    """
    stated, verb = verb, _had_to(verb)
    if unit == "person" and _is_aboard(noun, verb):
        return ABOARD
    for word in _nearest(noun, verb, bound):
        told = _class(word, unit)
        if told:
            return told
    above = done_to(noun, bound)
    lives = _by_lives(above or noun, verb) if verb is not None else ""
    if above is not None or lives:
        return lives or lemma(above or noun)
    if verb is None or lemma(verb) == "be":
        return PRESENT
    if noun.dep_ == "pobj" and noun.head.lower_ == "after" and noun.head.head.i == verb.i:
        return PRESENT  # "resigned after six seasons" does nothing to the seasons
    beside = _beside_object(noun, verb)
    if beside is not None:
        return "have" if noun.head.lower_ == "with" else lemma(beside)
    told = _class(verb, unit) or _by_object(noun, verb, unit)
    own = with_particle(verb)
    return own if told in HARM and not _undergoes(noun, stated or verb) else told or own


def _had_to(verb: Token | None) -> Token | None:
    """Give what somebody has to do: "leave" for "residents had to leave their homes"."""
    if verb is None or lemma(verb) != "have":
        return verb
    done = (
        c for c in verb.children if c.dep_ == "xcomp" and any(t.lower_ == "to" for t in c.lefts)
    )
    return next(done, verb)


def _is_aboard(noun: Token, verb: Token | None) -> bool:
    """Whether those counted are on board: "with 12 people on board", "150 were on board"."""
    holders = [noun] if verb is None or lemma(verb) != "be" else [noun, verb]
    return any(
        inner.lower_ == "board"
        for holder in holders
        for child in holder.rights
        if child.dep_ == "prep" and child.lower_ == "on"
        for inner in child.children
    )


def _by_object(noun: Token, verb: Token, unit: str) -> str:
    """Read a verb that tells something only of such an object, or beside such words."""
    if lemma(verb) == "have":
        return _had().get(lemma(noun), "")
    table = load_toml("attributes.toml")
    if unit == "person" and lemma(verb) == "carry":
        return next((name for name, some in table["carried"].items() if lemma(noun) in some), "")
    if unit == "person" and lemma(verb) == "take":
        below = {lemma(word) for word in verb.subtree if word.head.i >= verb.i}
        return next((name for name, some in table["taken"].items() if below & set(some)), "")
    if unit == "person" and lemma(verb) in table["moved"]["verbs"]:
        below = {lemma(word) for word in verb.subtree if word.i > verb.i}
        if below & set(table["moved"]["places"]):
            return "displaced"
    drawn = table["drawn"]
    if unit != "person" or lemma(verb) not in drawn["verbs"] or lemma(noun) in _LIFELESS:
        return ""
    return "rescued" if any(lemma(word) in drawn["danger"] for word in verb.subtree) else ""


_FOR: Final = frozenset({"for", "against", "about", "with", "on", "to"})


def _beside_object(noun: Token, verb: Token) -> Token | None:
    """Give the object of a verb that what is counted only goes with: "carried food for 900"."""
    lead = noun.head
    if noun.dep_ != "pobj" or lead.lower_ not in _FOR:
        return None
    if lead.head.pos_ == "NOUN" and lead.lower_ in ("on", "against", "for"):
        return lead.head  # "killed in attacks on two churches"
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "nsubj")]
    objects = [c for c in objects if c.pos_ in ("NOUN", "PROPN") and not c.text.startswith("per")]
    held = lead.head.i == verb.i and lead.lower_ == "for"
    objects = [c for c in objects if c.dep_ != "nsubj" or lead.lower_ == "with"]
    return next((c for c in objects if lead.head.i == c.i or (held and c.i < lead.i)), None)


def _class(word: Token, unit: str) -> str:
    """Give the class of a word, where amounts of this unit can have it."""
    told = sum_class(word) if is_currency(unit) else ""
    told = told or (_changes().get(lemma(word), "") if unit.startswith("percent") else "")
    told = told or _listed(word, attribute_classes())
    if told == "last":
        return told if unit in _TIMES else ""
    if told in ("paid", "fined", "repaid"):
        return told if is_currency(unit) else ""
    if told in _OF_SUMS:
        return told if is_currency(unit) or unit.startswith("percent") else ""
    if told in ("arrested", "rescued", "employed", "joined", "aboard") and unit != "person":
        return ""
    missed = lemma(word) == "miss" and word.lower_ != "missing"
    return "" if missed else told


def sum_class(word: Token) -> str:
    """Give the class of a verb that tells what money was for; empty where it tells nothing."""
    return _listed(word, _of_sums())


def _listed(word: Token, classes: dict[str, str]) -> str:
    """Look a word up, with what stands behind it first: "set aside", "pay back"."""
    behind = word.doc[word.i + 1 : word.i + 2].text
    told = classes.get(f"{lemma(word)} {behind}", "") if is_verb(word) else ""
    return told or classes.get(lemma(word), "")


def _nearest(noun: Token, verb: Token | None, bound: range) -> Iterator[Token]:
    """Give the words that may say it, before the verb: on the noun, the noun, above the noun."""
    for child in noun.children:
        if child.dep_ == "amod" or (
            child.dep_ == "compound" and child.tag_ in ("VBN", "VBG", "JJ")
        ):
            yield child
        if child.dep_ in ("acl", "relcl") and lemma(child) != "be" and not _has_object(child):
            yield child
    if noun.pos_ == "NOUN" or harm_class(noun):
        yield noun
    above = done_to(noun, bound)
    if above is not None:
        yield above
    if verb is not None:
        yield from _complements(verb)
    if verb is not None and lemma(verb) in ("be", "include"):
        yield from _of_whole(verb)
    if verb is not None and lemma(verb) == "leave":
        yield from (t for t in verb.subtree if t.i > noun.i and harm_class(t))


def _complements(verb: Token) -> Iterator[Token]:
    """Give the harm that a verb only leads to: "are thought to be missing", "feared dead"."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "oprd", "acomp") and (is_passive(verb) or lemma(verb) == "be"):
            yield from (t for t in (child, *child.children) if harm_class(t))


def _of_whole(verb: Token) -> Iterator[Token]:
    """Give what is said of the whole: "those killed included 12 guards", "were among the dead"."""
    wholes = prepositional(verb, "among")
    if lemma(verb) == "include":
        wholes += [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    for whole in wholes:
        yield from (t for t in (whole, *whole.children) if harm_class(t))


def done_to(noun: Token, bound: range) -> Token | None:
    """Give the noun that what is counted belongs to by "of": "the loss of 300 jobs" the loss."""
    above = noun.head
    if noun.dep_ != "pobj" or above.lower_ != "of" or above.head.pos_ != "NOUN":
        return None
    idle = any(lemma(above.head) in nouns(name) for name in ("counts", "bodies", "places"))
    idle = idle or above.head.i in bound or bool(above.head.like_num)
    return None if idle else above.head


def _has_object(verb: Token) -> bool:
    return not is_passive(verb) and any(child.dep_ == "dobj" for child in verb.children)


def _undergoes(noun: Token, verb: Token) -> bool:
    """Whether a noun is what a clause is about, and not who does it or where."""
    part = _part_in(noun, verb)
    return part in ("dobj", "nsubjpass", "attr", "oprd") or (
        part == "nsubj" and (lemma(verb) in _SUFFERED or not _has_object(verb))
    )


def _part_in(noun: Token, verb: Token) -> str:
    """Give which part of its clause a noun is, by itself or by what it is joined to."""
    at = noun
    while at.i not in (verb.i, at.head.i):
        if at.head.i == verb.i:
            return str(at.dep_)
        if at.dep_ == "pobj" and at.head.lower_ in _BOUNDS:
            return "dobj" if at.head.head.i == verb.i else ""
        if at.dep_ == "pobj" and at.head.lower_ in ("of", "including", "among"):
            at = at.head.head
        elif at.dep_ in ("conj", "appos", "acl", "relcl"):
            at = at.head
        else:
            return ""
    return "dobj"


def _by_lives(noun: Token, verb: Token) -> str:
    """Read verbs that take lives, as their object or subject: "lost their lives"."""
    told = _with_lives().get(lemma(verb), "")
    if not told:
        return ""
    others = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "nsubj"))
    return told if any(counts_lives(other) for other in (noun, *others)) else ""
