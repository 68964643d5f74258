"""When, where and as what: what a clause adds to who did what to whom; why is in `reason`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.act import clause_list
from claims.extract.assertion import Clause, Statement
from claims.extract.location import find_places, is_place
from claims.extract.opening import opening_end
from claims.extract.party import known_party
from claims.extract.reason import find_reasons
from claims.extract.roster import parties_of
from claims.extract.syntax import (
    SUBJECTS,
    direct_objects,
    is_passive,
    is_time,
    is_verb,
    lemma,
    noun_phrase,
    prepositional,
)
from claims.extract.wording import phrase, whole_phrase
from claims.model import Kind
from claims.values.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.day import PlacedDays

_GOES: Final = ("movement", "weapons", "disaster")
_AS: Final = frozenset({"as"})


def find_circumstances(clause: Clause) -> Iterator[Statement]:
    """Find days, places, reasons and complements of a clause."""
    yield from find_days(clause)
    yield from find_places(clause)
    yield from _how(clause)
    yield from _to_whom(clause)
    yield from _with_whom(clause)
    yield from find_reasons(clause)


def is_counted(noun: Token) -> bool:
    """Whether an amount stands with the noun: it is a claim of its own."""
    if lemma(noun) in _counts() or noun.like_num:
        return True
    return any(c.dep_ == "nummod" or c.like_num for c in noun.children)


@cache
def _counts() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["counts"])


def find_days(clause: Clause) -> Iterator[Statement]:
    """State the day, as precisely as the words and no more.

    "Sunday's fire" tells the day of the fire, not of whatever is said of it.
    """
    head = clause.act.head
    verbal = is_verb(head)
    for found in clause.days:
        if head.i != (found.verb if verbal else found.above) and not _opens_with(head, found):
            continue
        if verbal and clause.act.generic and _is_owner(found):
            continue
        anchor, sentence = found.tokens, head.sent
        if anchor[-1].i < sentence.end and anchor[0].i >= opening_end(sentence):
            told = clause.turned() if found.against else clause
            yield told.state(Kind.DATE, "on", found.value, clause.topic, anchor)


def _is_owner(found: PlacedDays) -> bool:
    """Whether days stand before a noun as its owner: "Sunday's fire", "last week's vote"."""
    return any(token.tag_ == "POS" for token in found.tokens[-1].rights) or (
        found.tokens[-1].tag_ == "POS"
    )


def _opens_with(noun: Token, found: PlacedDays) -> bool:
    """Whether days stand between an act told by a noun and the verb whose subject it is.

    "The arrest of Mara Lind on Tuesday led to protests" tells the day of the arrest.
    """
    verb = noun.head
    if noun.dep_ not in SUBJECTS or is_verb(noun) or found.verb != verb.i:
        return False
    first, last = found.tokens[0].i, found.tokens[-1].i
    between = noun.doc[noun.i + 1 : first]
    return noun.i < first and last < verb.i and not any(map(is_verb, between))


def _how(clause: Clause) -> Iterator[Statement]:
    """State what an act adds: charged *with murder*, named *as mayor*, dismissed *as a sham*."""
    act = clause.act
    if not is_verb(act.head):
        return
    told_by = _AS if act.generic else clause_list("complements") | {act.lead}
    yield from _charged_with(clause)
    yield from _fired(clause)
    beside = [word for word in act.words if word.dep_ == "ccomp"]  # "found him guilty of"
    for preposition, noun in (pair for t in (act.head, *beside) for pair in _told_by(t, told_by)):
        told = any(noun.i == each.i for each in (*act.patients, *act.agents))
        told = told or (preposition == "from" and is_place(noun, clause))
        named = preposition == "as" and noun.pos_ == "PROPN"
        if not told and (named or not is_counted(noun)) and not is_time(noun):
            yield _complement(clause, preposition, noun)
    silent = act.generic and lemma(act.head) in clause_list("silent_verbs")
    for child in act.head.children:
        own = silent or any(child.i == word.i for word in act.words)
        if _is_named_so(child) and not own and child.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield _complement(clause, "as", child)


def _is_named_so(child: Token) -> bool:
    """Whether a word says what something was called: an accident for "was ruled an accident"."""
    if child.dep_ == "oprd":
        return True
    verb = child.head
    return child.dep_ == "dobj" and is_passive(verb) and lemma(verb) in clause_list("naming_verbs")


def _fired(clause: Clause) -> Iterator[Statement]:
    """State what was fired or launched, where the act has it in its words: homemade rockets."""
    if clause.act.predicate is None or clause.act.predicate.sort != "weapons":
        return
    for word in clause.act.words:
        if word.dep_ in ("dobj", "nsubjpass") and lemma(word) in clause_list("fired"):
            words = Words(whole_phrase(word), lemma(word))
            yield clause.state(Kind.ATTRIBUTION, "object", words, clause.topic, (word,))


def _charged_with(clause: Clause) -> Iterator[Statement]:
    """State the crime that a word for a charge follows: fraud for "guilty on fraud charges"."""
    act = clause.act
    if act.predicate is None or act.predicate.sort != "law":
        return
    led = [t for word in (act.head, *act.words) for t in prepositional(word, "on")]
    for charge in (*led, *act.words):
        crimes = prepositional(charge, "of") if charge.i not in {t.i for t in led} else []
        if lemma(charge) in clause_list("charges") and crimes:
            yield _complement(clause, "of", crimes[0])
        crime = [t for t in noun_phrase(charge) if t.head.i == charge.i and t.dep_ == "compound"]
        if lemma(charge) in clause_list("charges") and crime:
            words = Words(phrase(crime[-1]), lemma(crime[-1]))
            yield clause.state(Kind.ATTRIBUTION, "of", words, clause.topic, (crime[-1], charge))


def _complement(clause: Clause, preposition: str, noun: Token) -> Statement:
    """State one complement, as the person or party it names, else in words."""
    party = known_party(noun, clause.block)
    if party is not None and not party.vague:
        listed = parties_of([noun], clause.block)
        several = listed is not None and len(listed.members) > 1
        value = listed if listed is not None and several else party
        return clause.state(Kind.PARTICIPANTS, preposition, value, clause.topic, (noun,))
    words = Words(whole_phrase(noun), lemma(noun))
    if noun.dep_ == "pcomp" and direct_objects(noun):
        done = direct_objects(noun)[0]
        words = Words(f"{noun.text} {whole_phrase(done)}", lemma(done))
    return clause.state(Kind.ATTRIBUTION, preposition, words, clause.topic, (noun,))


def _to_whom(clause: Clause) -> Iterator[Statement]:
    """State to whom something was given, offered, told: a known party or person."""
    act = clause.act
    if act.predicate is not None and act.predicate.sort in _GOES:
        return
    agents = {noun.i for noun in act.agents}
    for noun in (noun for noun in prepositional(act.head, "to") if noun.i not in agents):
        party = known_party(noun, clause.block)
        mention = clause.block.mention(noun)
        if party is not None and (mention is None or mention.sort not in ("capital", "country")):
            yield clause.state(Kind.PARTICIPANTS, "to", party, clause.topic, (noun,))


def _with_whom(clause: Clause) -> Iterator[Statement]:
    """State lists of known parties beside an act: "after Kenya and Peru", "with Ruiz and Mann"."""
    for child in clause.act.head.children:
        if child.dep_ != "prep" or child.lower_ not in clause_list("company_prepositions"):
            continue
        for noun in child.children:
            listed = parties_of([noun], clause.block) if noun.dep_ == "pobj" else None
            members = listed.members if listed is not None else ()
            known = [member for member in members if not member.key.startswith("words:")]
            if listed is not None and len(known) > 1:
                yield clause.state(Kind.PARTICIPANTS, child.lower_, listed, clause.topic, (noun,))


def _told_by(verb: Token, prepositions: frozenset[str]) -> Iterator[tuple[str, Token]]:
    """Give what follows prepositions of a verb: "with murder", "with practising medicine".

    The parser often hangs it on the agent before it: "dismissed by critics as a sham".
    """
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (("as", t) for agent in child.children for t in prepositional(agent, "as"))
        elif child.dep_ in ("prep", "dative") and child.lower_ in prepositions:
            for noun in child.children:
                bare = child.lower_ == "as" and noun.dep_ == "amod"  # "treated as suspicious"
                named = noun.dep_ == "pobj" and noun.pos_ in ("NOUN", "PROPN", "ADJ")
                named = named or bare
                if named or (noun.dep_ == "pcomp" and direct_objects(noun)):
                    yield child.lower_, noun
