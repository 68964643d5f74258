"""What a few labelled words say by their grammar: what was done, or not done, and to whom.

Refuses to say who did it, and gives nothing for words without a verb.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.extract.parser import load_parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DENIALS: Final = frozenset("deny refuse decline fail dismiss reject ignore refute".split())
"""Verbs whose object did not happen: "declined to attend"."""

_TELLING: Final = frozenset(
    """
    say tell announce report believe think confirm claim insist add note state explain argue
    suggest determine conclude warn admit acknowledge show hope seem appear describe
    """.split()
)
"""Verbs that only carry what is said in the clause below them."""

_NEGATORS: Final = frozenset("not n't never no none nobody nothing neither nor without".split())
_HELPERS: Final = frozenset("be have do make get take give will would can could may go".split())
"""Verbs that say too little to recognise a statement by."""

_BELOW: Final = ("ccomp", "xcomp", "dobj", "advcl", "acl", "pcomp", "prep", "pobj", "conj")


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done, or was not: the lemma of the verb and whether it is denied."""

    verb: str
    denied: bool


@cache
def parse(words: str) -> "Doc":
    """Parse a few words, once."""
    return load_parser()(words)


def lemmas(words: str) -> frozenset[str]:
    """Give the lemmas of all words, in lower case."""
    return frozenset(token.lemma_.casefold() for token in parse(words))


def deeds_of(words: str) -> frozenset[Deed]:
    """Give the deed that words tell of, in all the ways in which it can be said.

    "Arden declined to attend" tells of declining, and of not attending; "she decided to stay" of
    deciding, and of staying.

    Returns:
        Nothing for words without a verb.
    """
    verb, denied = _main_verb(parse(words))
    if verb is None:
        return frozenset()
    lemma = verb.lemma_.casefold()
    if lemma in DENIALS:
        undone = {Deed(word, denied=True) for word in (lemma, *_below(verb))}
        return frozenset({Deed(lemma, denied), *undone})
    return frozenset({Deed(word, denied) for word in (lemma, *_infinitives(verb))})


def telling_verbs(question: str) -> frozenset[str]:
    """Give the verbs of a question by which an answer can be recognised: "invite", not "be"."""
    verbs = (token for token in parse(question) if token.pos_ == "VERB")
    return frozenset(verb.lemma_.casefold() for verb in verbs) - _HELPERS


def is_clause(words: str) -> bool:
    """Whether words say what was done: "the bank called them", "treated and released"."""
    doc = parse(words)
    root = _root(doc)
    if root is None or root.pos_ not in ("VERB", "AUX"):
        return False
    has_subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in root.children)
    return has_subject or (len(doc) > 1 and root.i == 0 and root.tag_ in ("VBN", "VBG", "VBD"))


def _main_verb(doc: "Doc") -> "tuple[Token | None, bool]":
    """Give the verb that matters, and whether it is denied: "do not believe they left"."""
    root = _root(doc)
    verb = root if root is not None and root.pos_ in ("VERB", "AUX") else _first_verb(doc)
    denied = verb is not None and _is_denied(verb)
    while verb is not None and verb.lemma_ in _TELLING and (told := _told(verb)) is not None:
        verb, denied = told, denied != _is_denied(told)
    return verb, denied


def _root(doc: "Doc") -> "Token | None":
    return next((token for token in doc if token.dep_ == "ROOT"), None)


def _first_verb(doc: "Doc") -> "Token | None":
    helping = ("aux", "auxpass")
    return next((t for t in doc if t.pos_ in ("VERB", "AUX") and t.dep_ not in helping), None)


def _told(verb: "Token") -> "Token | None":
    return next((child for child in verb.children if child.dep_ == "ccomp"), None)


def _is_denied(verb: "Token") -> bool:
    near = [*verb.children]
    near += [word for child in near if child.dep_ not in ("ccomp", "advcl") for word in child.lefts]
    return any(word.dep_ == "neg" or word.lower_ in _NEGATORS for word in near)


def _infinitives(verb: "Token") -> Iterator[str]:
    for child in verb.children:
        near = (child, *child.children) if child.dep_ == "acomp" else (child,)
        yield from (word.lemma_.casefold() for word in near if word.dep_ == "xcomp")


def _below(verb: "Token") -> Iterator[str]:
    for child in verb.children:
        if child.dep_ in _BELOW:
            if child.pos_ in ("VERB", "NOUN"):
                yield child.lemma_.casefold()
            yield from _below(child)
