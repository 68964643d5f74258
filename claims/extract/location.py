"""Where something happened, or where it went: in the words printed, by its key where it is known.

"at a bank in Oslo" tells two places, the bank and Oslo; "the coast of Peru" and "the Lima suburb"
carry the key of the place they are of. What is no place by its name or noun is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.act import clause_list
from claims.extract.assertion import Clause, Statement
from claims.extract.contrast import is_put_against
from claims.extract.party import is_person
from claims.extract.predicate import act_of_noun
from claims.extract.roster import parties_of
from claims.extract.syntax import is_passive, is_time, is_verb, lemma, prepositional
from claims.model import Kind, Value
from claims.values.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.name import Mention

_GOES: Final = ("movement", "weapons", "disaster", "law")
_HAPPENS: Final = ("violence", "disaster", "law", "life")
_BUILDS: Final = ("business", "course")
"""Sorts of acts that happen, if something is said to undergo them, where it stands."""
_MODIFIERS: Final = ("compound", "poss", "nmod", "amod")
_IS_PLACE: Final = ("country", "capital", "name", "organisation")
_BESIDE: Final = frozenset("along behind beside opposite beneath under underneath within".split())
"""Prepositions that names follow which are no places: "under the Civil Code"."""
_AWAY: Final = frozenset({"home", "abroad", "overseas", "nationwide", "downtown", "offshore"})


def find_places(clause: Clause) -> Iterator[Statement]:
    """State the places of a clause, each once."""
    seen: set[int] = set()
    predicate = clause.act.predicate
    reached = predicate is None or predicate.sort == "movement"
    done_to = set() if reached else {noun.i for noun in clause.act.patients}
    for noun in _told(clause):
        if noun.i in seen or noun.i in done_to or is_time(noun):
            continue
        seen.add(noun.i)
        value = _value(noun, clause)
        if value is not None:
            told = clause.turned() if is_put_against(noun.left_edge) else clause
            yield told.state(Kind.PLACE, "in", value, clause.topic, (noun,))
    yield from _struck(clause)


def _struck(clause: Clause) -> Iterator[Statement]:
    """State the place that is itself struck, where its name is known: "rocked the city of Lima"."""
    predicate = clause.act.predicate
    if predicate is None or predicate.sort not in ("violence", "disaster"):
        return
    for noun in clause.act.patients[:1]:
        key = _of_place(noun, clause) if _names_place(noun) and noun.pos_ == "NOUN" else None
        if key is not None:
            yield clause.state(Kind.PLACE, "in", Words(_printed(noun), key), clause.topic, (noun,))


def _told(clause: Clause) -> Iterator[Token]:
    """Give what may tell a place: after a preposition of the verb, of its object, of each other."""
    act = clause.act
    holders = [act.head]
    if act.predicate is not None and act.predicate.sort in _HAPPENS:
        holders += [noun for noun in act.patients if not is_verb(noun)]
        holders += [noun for noun in act.agents if act_of_noun(noun) is not None]
        holders += prepositional(act.head, "with")
    elif act.predicate is None or act.predicate.sort in _BUILDS:
        things = act.patients if is_verb(act.head) and is_passive(act.head) else ()
        own = [noun for noun in things if noun.head.i == act.head.i]
        holders += [noun for noun in own if noun.tag_ == "NNS" or not is_person(noun, clause.block)]
    there = not clause.denied and any(child.dep_ == "expl" for child in act.head.children)
    there = there and not any(c.dep_ == "nummod" for noun in act.agents for c in noun.children)
    befalls = act.predicate is not None and act.predicate.sort == "disaster"
    if there or (befalls and not act.patients):
        holders += act.agents
    for holder in holders:
        yield from (t for t in holder.children if t.lower_ in clause_list("directions"))
        yield from _led(holder, "place_prepositions")
    if act.predicate is None or act.predicate.sort in _GOES:
        given = act.generic and bool(act.patients)
        led = _led(act.head, "way_prepositions")
        yield from (noun for noun in led if not (given and _is_giver(noun, clause)))


def _led(holder: Token, name: str) -> Iterator[Token]:
    for noun in _after(holder, name):
        yield noun
        for inner in _after(noun, "place_prepositions"):
            yield inner
            yield from _after(inner, "place_prepositions")
        for whole in prepositional(noun, "of") if _names_place(noun) else ():
            yield from _after(whole, "place_prepositions")


def _after(holder: Token, name: str) -> Iterator[Token]:
    for child in holder.children:
        if child.dep_ == "prep" and child.lower_ in clause_list(name):
            yield from (t for t in child.children if t.dep_ == "pobj")
        elif child.lower_ in ("next", "close") and name == "place_prepositions":
            yield from prepositional(child, "to")


def _value(noun: Token, clause: Clause) -> Value | None:
    """Give the place, or the list of countries, that a noun tells; None where it tells none."""
    key = _key(noun, clause)
    if key is None:
        return None
    listed = parties_of([noun], clause.block)
    several = 1 if any(child.dep_ == "conj" for child in noun.children) else 2
    if listed is not None and len(listed.members) > several:
        return listed
    return Words(_printed(noun), key)


def _key(noun: Token, clause: Clause) -> str | None:
    """Give the key of a known place, the lemma of a noun for one; None for what is no place."""
    mention = clause.block.mention(noun)
    if mention is not None and mention.place is not None and _is_told_as_place(noun, mention):
        number = _number(noun)
        return mention.place if number is None else f"{mention.place}-{number.lower_}"
    if noun.lower_ in clause_list("directions"):
        return _side(noun)
    if not _names_place(noun):
        return None
    return _of_place(noun, clause) or lemma(noun)


def is_place(noun: Token, clause: Clause) -> bool:
    """Whether a noun is known as a place: Lima in "residents from Lima", no firm or club."""
    mention = clause.block.mention(noun)
    return mention is not None and mention.sort in ("country", "capital")


def _is_giver(noun: Token, clause: Clause) -> bool:
    """Whether a name tells who gave or got something: "got the ball from the Hawks"."""
    mention = clause.block.mention(noun)
    if mention is None:
        return False
    group = mention.sort in ("name", "organisation") and noun.doc[mention.start - 1].lower_ == "the"
    return noun.head.lower_ == "from" or group


def _is_told_as_place(noun: Token, mention: Mention) -> bool:
    """Whether a name is told as a place: that of a person only after "in", as in "in San Diego"."""
    if mention.sort in _IS_PLACE and noun.head.lower_ not in _BESIDE:
        return True
    if mention.sort in ("country", "capital") or _ends_as_place(mention):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ in ("in", "near", "outside", "across")


def _ends_as_place(mention: Mention) -> bool:
    """Whether the last word of a name is that of a place: "Mill Street"."""
    return mention.name.rpartition(" ")[2].lower() in load_toml("nouns.toml")["named_places"]


def _side(noun: Token) -> str | None:
    """Give a side from which a distance is told: "two miles south of the village"."""
    if noun.dep_ not in ("advmod", "npadvmod", "pobj", "prep"):
        return None
    return noun.lower_ if noun.lower_ in _AWAY or prepositional(noun, "of") else None


def _of_place(noun: Token, clause: Clause) -> str | None:
    """Give the key of the known place that a noun is of: "a Lima suburb", "the coast of Peru"."""
    for token in (*(c for c in noun.lefts if c.dep_ in _MODIFIERS), *prepositional(noun, "of")):
        mention = clause.block.mention(token)
        if mention is not None and mention.place is not None and mention.sort != "person":
            return mention.place
    return None


def _printed(noun: Token) -> str:
    """Give a place with what stands before it and what it is of."""
    whole = [t for t in noun.subtree if t.dep_ not in ("relcl", "acl")]
    first, last = min(t.i for t in whole), noun.i
    if noun.lower_ in clause_list("directions"):
        last = max(t.i for t in whole)
    for inner in prepositional(noun, "of")[:1]:
        last = max(last, inner.i)
    last = max(last, last if (number := _number(noun)) is None else number.i)
    behind = noun.doc[noun.i + 1 : last + 1]
    marks = (t.i for t in behind if t.is_quote or is_time(t) or t.text == "," or _begins(t))
    return str(noun.doc[first : next(marks, last + 1)].text)


def _number(noun: Token) -> Token | None:
    """Give the number behind a road or the like, a part of its name: 9 of "on Route 9"."""
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    numbered = lemma(noun) in load_toml("nouns.toml")["not_counted"]
    return behind if numbered and behind.is_digit else None


def _begins(token: Token) -> bool:
    """Whether a clause of its own begins: "where" of "the field where they met"."""
    return token.tag_ in ("WRB", "WDT", "WP")


def _names_place(noun: Token) -> bool:
    return lemma(noun) in _places() or noun.lower_ in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["places"]) | clause_list("places")
