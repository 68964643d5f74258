"""Which words report: the verbs, nouns and speakers of claims/data/reporting.toml, asked for here.

A verb of several words ("point out", "put it") is known by the words that hang on it. What such a
word reports, and for whom, is not decided here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.syntax import is_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS: Final = ("say", "deny", "ask", "accuse")


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the verbs by first word, each with the words that must stand beside it."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group in _GROUPS:
        for verb in load_toml("reporting.toml")["verbs"][group]:
            first, *rest = verb.split()
            table.setdefault(first, []).append((tuple(rest), group))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in table.items()}


@cache
def reporting_words(name: str) -> frozenset[str]:
    """Give one list of reporting.toml by its name."""
    return frozenset(load_toml("reporting.toml")[name])


def reporting_group(verb: Token) -> str | None:
    """Give the group of a reporting verb: say, deny, ask or accuse; None for any other word."""
    if not is_verb(verb):
        return None
    found = _table().get(lemma(verb), [])
    if not found:
        return None
    beside = {child.lower_ for child in verb.children}
    return next((group for rest, group in found if beside.issuperset(rest)), None)


def is_reporting(verb: Token) -> bool:
    """Whether a verb puts words into somebody's mouth."""
    return reporting_group(verb) is not None


def is_document(noun: Token) -> bool:
    """Whether a noun is a thing that "says" something: the report, the statement."""
    return lemma(noun) in reporting_words("document_nouns") or noun.lower_ in reporting_words(
        "document_nouns"
    )


def is_body(noun: Token) -> bool:
    """Whether a noun alone can stand for a body that was named before: "the ministry".

    Where it has its seat may stand with it: "the London-based group".
    """
    bare = all(child.dep_ in ("det", "punct") or child.lower_ == "based" for child in noun.lefts)
    named = {"named_bodies", "any_bodies"}
    return bare and any(noun.lower_ in reporting_words(name) for name in named)


def takes_up_any(noun: Token) -> bool:
    """Whether a noun can stand for a body whatever its name: "the group", "the watchdog"."""
    return noun.lower_ in reporting_words("any_bodies")


def is_sort_of_body(noun: Token) -> bool:
    """Whether a noun says of a body what it is: "a charity", "the think tank"."""
    return takes_up_any(noun) or noun.lower_ in reporting_words("sorts_of_body")


def is_speech(noun: Token) -> bool:
    """Whether a noun can be followed by what somebody said: the claim, a promise."""
    return lemma(noun) in reporting_words("speech_nouns")


@cache
def _human_nouns() -> frozenset[str]:
    """Give nouns for one who speaks: titles, and the singular of groups that speak."""
    titles = load_toml("people-titles.toml")["titles"]
    singular = (
        group.split()[-1].removesuffix("s") for group in reporting_words("collective_speakers")
    )
    return frozenset((*(title.split()[-1].lower() for title in titles), *singular))


def is_human(noun: Token) -> bool:
    """Whether a noun is one person who may speak: a resident, the mayor."""
    return noun.tag_ == "NN" and lemma(noun) in _human_nouns() and not is_document(noun)


def may_speak(noun: Token) -> bool:
    """Whether a noun is a name, a person or people rather than a thing."""
    return noun.pos_ in ("PROPN", "PRON") or lemma(noun) in _human_nouns()


def looks_reporting(word: Token) -> bool:
    """Whether a reporting verb was taken for a noun: "as the Independent reports"."""
    return word.tag_ == "NNS" and lemma(word) in _table()
