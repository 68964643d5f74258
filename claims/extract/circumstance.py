"""When, where, why and as what: what a clause adds to who did what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.act import clause_list
from claims.extract.assertion import Clause, Statement, phrase
from claims.extract.party import known_party
from claims.extract.roster import parties_of
from claims.extract.syntax import (
    clause_verb,
    direct_objects,
    is_time,
    is_verb,
    lemma,
    prepositional,
)
from claims.model import Kind
from claims.values.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

_GOES: Final = ("movement", "weapons", "disaster")
_HAPPENS: Final = ("violence", "disaster", "law", "protest", "life")
_MODIFIERS: Final = ("compound", "poss", "nmod", "amod")
_IS_PLACE: Final = ("country", "capital", "name", "organisation")


def find_circumstances(clause: Clause) -> Iterator[Statement]:
    """Find days, places, reasons and complements of a clause."""
    yield from _when(clause)
    yield from _where(clause)
    yield from _how(clause)
    yield from _to_whom(clause)
    yield from _with_whom(clause)
    yield from _why(clause)


def is_counted(noun: Token) -> bool:
    """Whether an amount stands with the noun: it is a claim of its own."""
    if lemma(noun) in _counts() or noun.like_num:
        return True
    return any(c.dep_ == "nummod" or c.like_num for c in noun.children)


@cache
def _counts() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["counts"])


def _when(clause: Clause) -> Iterator[Statement]:
    """State the day, as precisely as the words and no more."""
    head = clause.act.head
    for found in clause.reading.days(clause.block):
        span = clause.block.doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None or not _governs(head, span):
            continue
        anchor = tuple(token for token in span if not token.is_punct) or tuple(span)
        if anchor[-1].i < head.sent.end and anchor[0].i >= head.sent.start:
            yield clause.state(Kind.DATE, "on", found.value, clause.topic, anchor)


def _governs(head: Token, span: Stretch) -> bool:
    """Whether a day belongs to the clause of a verb, or hangs on a noun that tells an act."""
    root = span.root
    if is_verb(head):
        governor = clause_verb(root)
        return governor is not None and governor.i == head.i
    above = root.head if root.dep_ in ("npadvmod", "nmod", "compound", "poss") else root.head.head
    return above.i == head.i


def _where(clause: Clause) -> Iterator[Statement]:
    """State the place, in the words printed; its key where it is known."""
    seen: set[int] = set()
    for noun in _places_of(clause):
        if noun.i in seen or is_time(noun):
            continue
        seen.add(noun.i)
        head = _place_head(noun, clause)
        if head is not None:
            listed = parties_of([noun], clause.block)
            text = _printed(noun)
            if listed is not None and len(listed.members) > 2:
                yield clause.state(Kind.PLACE, "in", listed, clause.topic, (noun,))
            else:
                yield clause.state(Kind.PLACE, "in", Words(text, head), clause.topic, (noun,))


def _places_of(clause: Clause) -> Iterator[Token]:
    """Give what may tell a place: after a preposition of the verb, of its object, of each other."""
    act = clause.act
    holders = [act.head]
    if act.predicate is not None and act.predicate.sort in _HAPPENS:
        holders += [noun for noun in act.patients if not is_verb(noun)]
    for holder in holders:
        yield from (t for t in holder.children if t.lower_ in clause_list("directions"))
        yield from _led(holder, "place_prepositions")
    if act.predicate is None or act.predicate.sort in _GOES or act.predicate.sort == "law":
        yield from _led(act.head, "way_prepositions")


def _led(holder: Token, name: str) -> Iterator[Token]:
    for noun in prepositional(holder, *clause_list(name)):
        yield noun
        for inner in prepositional(noun, *clause_list("place_prepositions")):
            yield inner
            yield from prepositional(inner, *clause_list("place_prepositions"))


def _place_head(noun: Token, clause: Clause) -> str | None:
    """Give the key of a known place, the lemma of a noun for one; None for what is no place."""
    mention = clause.block.mention(noun)
    if mention is not None and mention.place is not None and mention.sort in _IS_PLACE:
        return mention.place
    if noun.lower_ in clause_list("directions"):
        if noun.dep_ not in ("advmod", "npadvmod", "pobj", "prep"):
            return None
        return (
            noun.lower_ if prepositional(noun, "of") or noun.lower_ in ("home", "abroad") else None
        )
    if mention is not None and mention.place is not None and _goes_in(noun):
        return mention.place
    if lemma(noun) not in _places():
        return None
    for child in noun.lefts:
        within = clause.block.mention(child) if child.dep_ in _MODIFIERS else None
        if within is not None and within.place is not None:
            return within.place
    return lemma(noun)


def _goes_in(noun: Token) -> bool:
    """Whether a name that could be a person's is told as a place: "in San Diego"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("in", "near", "outside", "across")


def _printed(noun: Token) -> str:
    whole = [t for t in noun.subtree if t.dep_ not in ("relcl", "acl")]
    first = min(t.i for t in whole)
    last = noun.i
    if noun.lower_ in clause_list("directions"):
        last = max(t.i for t in whole)
    return str(noun.doc[first : last + 1].text)


@cache
def _places() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["places"]) | clause_list("places")


def _how(clause: Clause) -> Iterator[Statement]:
    """State what an act adds: charged *with murder*, named *as mayor*, dismissed *as a sham*."""
    act = clause.act
    if not is_verb(act.head):
        return
    led = {act.lead} if act.lead else set()
    told_by = ("as",) if act.generic else sorted(clause_list("complements") | led)
    for preposition in told_by:
        for noun in _told_by(act.head, preposition):
            told = any(noun.i == each.i for each in (*act.patients, *act.agents))
            if not told and not is_counted(noun) and not is_time(noun):
                words = Words(phrase(noun), lemma(noun))
                yield clause.state(Kind.ATTRIBUTION, preposition, words, clause.topic, (noun,))
    for child in act.head.children:
        silent = act.generic and lemma(act.head) in clause_list("silent_verbs")
        silent = silent or any(child.i == word.i for word in act.words)
        if child.dep_ == "oprd" and not silent and child.pos_ in ("NOUN", "PROPN", "ADJ"):
            words = Words(phrase(child), lemma(child))
            yield clause.state(Kind.ATTRIBUTION, "as", words, clause.topic, (child,))


def _to_whom(clause: Clause) -> Iterator[Statement]:
    """State to whom something was given, offered, told: a known party or person."""
    act = clause.act
    if act.predicate is not None and act.predicate.sort in _GOES:
        return
    for noun in prepositional(act.head, "to"):
        party = known_party(noun, clause.block)
        mention = clause.block.mention(noun)
        if party is not None and (mention is None or mention.sort not in ("capital", "country")):
            yield clause.state(Kind.PARTICIPANTS, "to", party, clause.topic, (noun,))


def _with_whom(clause: Clause) -> Iterator[Statement]:
    """State lists of known parties beside an act: "after Kenya and Peru", "with Ruiz and Mann"."""
    for preposition in sorted(clause_list("company_prepositions")):
        for noun in prepositional(clause.act.head, preposition):
            listed = parties_of([noun], clause.block)
            members = listed.members if listed is not None else ()
            known = [member for member in members if not member.key.startswith("words:")]
            if listed is not None and len(known) > 1:
                yield clause.state(Kind.PARTICIPANTS, preposition, listed, clause.topic, (noun,))


def _told_by(verb: Token, preposition: str) -> Iterator[Token]:
    """Give what follows a preposition of a verb: "with murder", "with practising medicine".

    The parser often hangs it on the agent before it: "dismissed by critics as a sham".
    """
    agents = prepositional(verb, "by")
    for holder in (verb, *agents) if preposition == "as" else (verb,):
        for noun in prepositional(holder, preposition):
            if noun.dep_ == "pcomp":
                yield from direct_objects(noun)[:1]
            elif noun.pos_ in ("NOUN", "PROPN", "ADJ"):
                yield noun


def _why(clause: Clause) -> Iterator[Statement]:
    """State the reason, in the words printed."""
    for child in clause.act.head.children:
        for reason in _reasons(child):
            if is_time(reason):
                continue
            span = sorted(reason.subtree, key=lambda token: token.i)
            text = reason.doc[span[0].i : span[-1].i + 1].text
            words = Words(text, lemma(reason))
            yield clause.state(Kind.ATTRIBUTION, "why", words, clause.topic, (reason,))


_WHY: Final = frozenset({"because", "over", "due", "amid"})
_CHARGE: Final = frozenset({"charge", "suspicion", "ground", "count"})


def _reasons(child: Token) -> Iterator[Token]:
    """Give the head of a reason: "because it rained", "amid protests", "on charges of fraud"."""
    if child.dep_ == "advcl":
        if any(inner.dep_ == "mark" and inner.lower_ in _WHY for inner in child.children):
            yield child
    elif child.dep_ == "prep" and child.lower_ in _WHY:
        yield from (t for t in child.subtree if t.dep_ == "pobj" and t.head.head.i <= child.i + 1)
    elif child.dep_ == "prep" and child.lower_ in ("on", "under"):
        for noun in child.children:
            if noun.dep_ == "pobj" and lemma(noun) in _CHARGE:
                yield from prepositional(noun, "of", "that") or [noun]
