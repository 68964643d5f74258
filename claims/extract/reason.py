"""Why something was done or happened: "because it rained", "on charges of fraud", "owing to fog".

The words that lead to a reason are in claims/data/clauses.toml. What only comes before something
("after heavy rain") is no reason, and neither is whom somebody cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.extract.act import clause_list
from claims.extract.assertion import Clause, Statement
from claims.extract.contrast import is_put_against
from claims.extract.party import known_party
from claims.extract.reporting import is_reporting, may_speak
from claims.extract.syntax import direct_objects, is_time, is_verb, lemma, prepositional
from claims.model import Kind
from claims.values.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

_BY_ITSELF: Final = ("because", "over", "amid")
_PASSED_OVER: Final = ("DET", "ADJ")
_OF: Final = ("of", "that")


def find_reasons(clause: Clause) -> Iterator[Statement]:
    """State the reasons of a clause, each once, in the words printed."""
    act = clause.act
    seen = {word.i for word in (*act.words, *act.patients, *act.agents)}
    for reason in _reasons(clause):
        if reason.i in seen or is_time(reason):
            continue
        seen.add(reason.i)
        span = sorted(reason.subtree, key=lambda token: token.i)
        text = reason.doc[span[0].i : span[-1].i + 1].text
        words = Words(text, _head_word(reason))
        told = clause.turned() if is_put_against(span[0]) else clause
        stated = told.state(Kind.ATTRIBUTION, "why", words, clause.topic, (reason,))
        yield replace(stated, tokens=(*stated.tokens, *span))


def _reasons(clause: Clause) -> Iterator[Token]:
    """Give the head of each reason that hangs on a verb or a noun."""
    head, block = clause.act.head, clause.block
    for child in head.children:
        if child.dep_ == "advcl" and _is_because(child):
            yield child
        elif child.dep_ in ("advcl", "xcomp") and lemma(child) == "cite":
            yield from () if is_reporting(head) else _cited(child, block)
        elif child.dep_ == "prep" and child.lower_ in _BY_ITSELF:
            led = [t for t in child.children if t.dep_ == "pobj"]
            yield from (t for t in led if child.lower_ != "over" or not _is_way(t, clause))
        elif child.dep_ == "prep" and child.lower_ in ("on", "under", "for", "in"):
            yield from _told_by_noun(child)
        if is_verb(head):
            yield from _led_by_phrase(child)


def _is_way(noun: Token, clause: Clause) -> bool:
    """Whether "over" leads to a place or along a way: "over Lima", "climbed over the fence"."""
    moves = clause.act.generic and not clause.act.patients
    return moves or clause.block.mention(noun) is not None


def _is_because(verb: Token) -> bool:
    return any(inner.dep_ == "mark" and inner.lower_ == "because" for inner in verb.children)


def _cited(verb: Token, block: Block) -> Iterator[Token]:
    """Give what somebody cites as a reason: poor health, no official and no newspaper."""
    for noun in direct_objects(verb)[:1]:
        told = may_speak(noun) or lemma(noun) in clause_list("cited")
        if noun.pos_ == "NOUN" and not told and known_party(noun, block) is None:
            yield noun


def _told_by_noun(preposition: Token) -> Iterator[Token]:
    """Give a reason by its noun: fraud for "on charges of fraud", "for health reasons"."""
    for noun in preposition.children:
        if noun.dep_ != "pobj":
            continue
        charge = lemma(noun) in clause_list("charges") and noun.lower_ != "ground"
        if preposition.lower_ in ("on", "under") and charge:
            yield from prepositional(noun, *_OF) or [noun]
        elif _hyphened(noun) in clause_list("in_reasons") and preposition.lower_ == "in":
            yield from () if any(c.dep_ in ("prep", "det") for c in noun.children) else (noun,)
        elif lemma(noun) == "reason" and preposition.lower_ == "for" and _kinds(noun):
            yield noun


def _hyphened(noun: Token) -> str:
    """Give the base form of a noun with what a hyphen joins to it: "self-defence"."""
    joined = noun.i > 1 and noun.doc[noun.i - 1].text == "-"
    return f"{noun.doc[noun.i - 2].lower_}-{lemma(noun)}" if joined else lemma(noun)


def _kinds(noun: Token) -> list[Token]:
    """Give the nouns that say which reason: "health reasons", not "good reason"."""
    return [child for child in noun.lefts if child.dep_ == "compound"]


def _head_word(reason: Token) -> str:
    kinds = _kinds(reason) if lemma(reason) in ("reason", "ground") else []
    return lemma(kinds[-1]) if kinds else _hyphened(reason)


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in sorted(clause_list("reason_phrases")))


def _led_by_phrase(child: Token) -> Iterator[Token]:
    """Give what follows a phrase that opens with a word below the verb: "as a result of"."""
    for phrase in _phrases():
        last = _last_of(phrase, child) if child.lower_ == phrase[0] else None
        if last is not None:
            yield from (t for t in last.children if t.dep_ in ("pobj", "pcomp"))


def _last_of(phrase: tuple[str, ...], token: Token) -> Token | None:
    """Follow the words of a phrase, articles and adjectives between them passed over."""
    for word in phrase[1:]:
        token = token.doc[min(token.i + 1, len(token.doc) - 1)]
        while token.pos_ in _PASSED_OVER and token.lower_ != word and token.i + 1 < len(token.doc):
            token = token.doc[token.i + 1]
        if token.lower_ != word:
            return None
    return token
