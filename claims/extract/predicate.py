"""Which act a verb or noun tells of: one name for every way of telling it.

"arrested", "took into custody" and "the arrest of" are one act, so that what is said of it can
meet. Acts are data (claims/data/predicates.toml); a verb in no entry is an act of its own, marked
"svo:". Who acts on whom is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claims.data import load_toml
from claims.extract.party import is_person
from claims.extract.syntax import direct_objects, is_passive, is_time, lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from claims.extract.reading import Block

GENERIC: Final = "svo:"
"""What the role of an act begins with whose verb is in no entry."""

_LEADS: Final = frozenset(
    "to for on in at of against with into over from after through between toward towards under "
    "behind by".split()
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """One entry of the table, as far as reading a clause needs it.

    Args:
        name: The role as it is stored.
        sort: Its class: "violence", "law", …
        transitive: Whether the act may have an object.
        object: "person" or "thing" where its object must be one, "any" where it must have one.
        owner: "object" where "X's arrest" means that X was arrested, else "actor".
        besides: Objects with which its verbs mean something else: "raised the issue".
        alone: Verbs that mean it only without an object: "set out", not "set out its aims".
    """

    name: str
    sort: str
    transitive: bool
    object: str = ""
    owner: str = "actor"
    besides: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Told:
    """An act as a verb tells it.

    Args:
        role: Its name, generic where `predicate` is None.
        predicate: Its entry.
        words: The words beside the verb that belong to it: "into custody".
        lead: The preposition that leads to the object where one does: "for" of "vote for".
        beside: Whether the object is the verb's own beside the lead: "blame it on".
        turned: Whether it is told as a state of the actor: "was behind", "was involved in".
    """

    role: str
    predicate: Predicate | None = None
    words: tuple[Token, ...] = ()
    lead: Token | None = None
    turned: bool = False
    beside: bool = False


_FEW: Final = 4
"""Entries of one verb above which the words below it are looked up first."""

_Row = tuple[tuple[str, ...], Predicate, bool]


@cache
def _verbs() -> dict[str, list[_Row]]:
    """Give the entries by first word, those of most words first.

    "be involved in" is known by "be" and by "involved", which the parser takes for the verb.
    """
    table: dict[str, list[_Row]] = {}
    for row in load_toml("predicates.toml")["predicate"]:
        predicate = _predicate(row)
        for verb in row["verbs"]:
            first, *rest = verb.split()
            table.setdefault(first, []).append((tuple(rest), predicate, first == "be"))
            if first == "be" and rest:
                table.setdefault(rest[0], []).append((tuple(rest[1:]), predicate, True))
    return {verb: sorted(rows, key=lambda row: -len(row[0])) for verb, rows in table.items()}


def _predicate(row: dict[str, Any]) -> Predicate:
    return Predicate(
        str(row["name"]),
        str(row["class"]),
        bool(row["transitive"]),
        str(row.get("object", "")),
        str(row.get("owner", "actor")),
        frozenset(row.get("besides", ())),
        frozenset(row.get("alone", ())),
    )


@cache
def _nouns() -> dict[str, Predicate]:
    rows = load_toml("predicates.toml")["predicate"]
    return {noun: _predicate(row) for row in rows for noun in row.get("nouns", ())}


@cache
def predicate_named(name: str) -> Predicate:
    """Give the entry of a role."""
    rows = load_toml("predicates.toml")["predicate"]
    return next(_predicate(row) for row in rows if row["name"] == name)


@cache
def predicate_of_outcome(word: str) -> Predicate | None:
    """Give the entry whose outcome an adjective tells: "wounded"; "the dead" were killed."""
    if word == "dead":
        return predicate_named("kill")
    rows = load_toml("predicates.toml")["predicate"]
    found = (row for row in rows if word in row.get("adjectives", ()) and row["transitive"])
    return next((_predicate(row) for row in found), None)


def act_of_noun(noun: Token) -> Predicate | None:
    """Give the act that a noun names: "the arrest of", "its air strikes on"; None for others."""
    word = lemma(noun)
    before = noun.doc[noun.i - 1] if noun.i else noun
    if before.head.i == noun.i and before.dep_ == "compound":
        found = _nouns().get(f"{before.lower_} {word}")
        if found is not None:
            return found
    return _nouns().get(word)


def act_of_verb(verb: Token, block: Block) -> Told:
    """Say which act a verb tells of.

    Args:
        verb: The predicate of a clause.
        block: Its paragraph, for who is a person.

    Returns:
        The entry with most words that all stand there; the generic act where none fits.
    """
    word = lemma(verb)
    rows = _verbs().get(word, [])
    if verb.tag_ == "VBN" and verb.lower_ != word:
        rows = [*(row for row in _verbs().get(verb.lower_, []) if row[2]), *rows]
    many = len(rows) > _FEW
    below = _words_below(verb) if many else frozenset()
    for rest, predicate, turned in rows:
        if many and rest and rest[-1] not in below:
            continue
        words = _found(verb, rest)
        if words is None:
            continue
        lead = words[-1] if words and rest[-1] in _LEADS else None
        beside = "it" in rest
        objects = _led(lead) if lead is not None and not beside else _objects(verb)
        asked = predicate.name in _ADDRESSED and _is_addressed(verb, block)
        if lead is not None and not beside and not asked and _has_other_object(verb, words):
            continue
        other = objects and " ".join((word, *rest)) in predicate.alone
        if other or any(each.text.startswith(".") for each in objects):
            continue  # "set out its aims"; "hit .308"
        if _fits(predicate, objects, lead, block):
            of_actor = turned and word != "bear"
            return Told(predicate.name, predicate, words, lead, of_actor, beside=beside)
    return Told(word if word == "be" else f"{GENERIC}{with_particle(verb)}")


def with_particle(verb: Token) -> str:
    """Give a verb with the particle that makes it another: "break off" for "broke off talks"."""
    particle = next((child for child in verb.rights if child.dep_ == "prt"), None)
    return lemma(verb) if particle is None else f"{lemma(verb)} {particle.lower_}"


def _words_below(verb: Token) -> frozenset[str]:
    """Give the words and base forms of what stands under a verb, to pass over entries by."""
    return frozenset(word for t in verb.subtree if t.i > verb.i for word in (t.lower_, lemma(t)))


def _found(verb: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """Find the other words of a verb of several, each below the verb or the one before it."""
    found: list[Token] = []
    if "it" in rest and not _objects(verb):
        return None
    for word in (word for word in rest if word != "it"):
        holders = [verb, *found[-1:], *direct_objects(verb)[:1]]
        token = next((t for t in _below(holders) if word in (t.lower_, lemma(t))), None)
        if token is None or token.i < verb.i:
            return None
        found.append(token)
    return tuple(found)


def _below(holders: list[Token]) -> Iterable[Token]:
    return (child for holder in holders for child in holder.children)


def _led(lead: Token) -> list[Token]:
    return [t for t in lead.children if t.dep_ in ("pobj", "pcomp") and not is_time(t)]


def _objects(verb: Token) -> list[Token]:
    if is_passive(verb):
        return [c for c in verb.children if c.dep_ == "nsubjpass"] or [verb.head]
    return direct_objects(verb)


def _has_other_object(verb: Token, words: tuple[Token, ...]) -> bool:
    """Whether the verb has an object of its own where a preposition should lead to it."""
    own = {token.i for token in words}
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    objects = [] if passive and words and words[-1].head.i == verb.i else direct_objects(verb)
    return any(t.i not in own and t.pos_ != "NUM" and not t.like_num for t in objects)


_ADDRESSED: Final = frozenset({"request"})
"""Acts of which the verb's object may be whom one turns to: "asked Peru for help"."""


def _is_addressed(verb: Token, block: Block) -> bool:
    """Whether the object of a verb is a party that is asked for something."""
    objects = direct_objects(verb)
    return bool(objects) and (block.mention(objects[0]) is not None or is_person(objects[0], block))


def _fits(predicate: Predicate, objects: list[Token], lead: Token | None, block: Block) -> bool:
    """Whether the object is such as the act must have."""
    if lead is not None and not objects:
        return False
    if objects and lemma(objects[0]) in predicate.besides:
        return False
    if predicate.object == "any":
        return bool(objects)
    if predicate.object == "thing":
        return bool(objects) and block.mention(objects[0]) is None
    if predicate.object == "person":
        return bool(objects) and is_person(objects[0], block)
    return True
