"""What the words above a clause do to it: turn it round, doubt it, plan it. Once, for every kind.

"failed to", "is expected to", "denied that", "the refusal to", "without": the word or phrase is
looked up in claims/data (certainty.toml, complements.toml). A phrase that stands in no list does
nothing, but an infinitive still shares the denial of its verb ("did not manage to leave").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.syntax import ancestors, is_passive, is_verb, lemma, prepositional
from claims.model import Certainty

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN: Final = ("prt", "advmod", "acomp", "prep", "npadvmod")
_BOUNDS: Final = ("fewer", "more", "less", "longer", "doubt", "later", "only")

_ORDINALS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last next only latest".split()
)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a governing word does to a clause.

    Args:
        turns: Whether it says that the clause is not so.
        certainty: How sure it leaves the clause.
        above: The verb whose own denial and certainty pass on to the clause; None where they
            do not.
    """

    turns: bool = False
    certainty: Certainty = Certainty.ASSERTED
    above: Token | None = None


NO_EFFECT: Final = Effect()


@cache
def clause_words(name: str) -> frozenset[str]:
    """Give one list of certainty.toml, its negative verbs or complements.toml, by its name."""
    certainty = load_toml("certainty.toml")
    tables = certainty | certainty["negative_verbs"] | load_toml("complements.toml")
    return frozenset(tables[name])


@cache
def _reported() -> frozenset[str]:
    return frozenset(load_toml("reporting.toml")["verbs"]["hedge_passive"])


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def is_negated_noun(noun: Token) -> bool:
    """Whether a noun phrase is "no evidence", "nobody", "neither side", "not one guest"."""
    return noun.lower_ in clause_words("no_nouns") or any(
        _empties(child)
        for child in noun.lefts
        if child.dep_ in ("det", "preconj", "neg", "cc", "nummod")
    )


def _empties(word: Token) -> bool:
    """Whether a word before a noun leaves nothing of it; "no fewer than" and "no doubt" do not."""
    if word.dep_ == "nummod":
        return word.lower_ == "one" and any(child.lower_ == "not" for child in word.children)
    following = word.doc[word.i + 1].lower_
    return word.lower_ in ("no", "neither", "not") and following not in _BOUNDS


def effect_on(verb: Token) -> Effect:
    """Say what stands above a clause and what it does to it.

    "declined to attend": for `attend`, turned round. "no plans to attend": turned and planned.
    """
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
        return _effect_of_noun(verb)
    if is_infinitive(verb) and any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.lefts):
        return Effect(certainty=Certainty.PLANNED)
    if _is_put_aside(verb):
        return Effect(turns=True)
    governor, words = _governor(verb)
    if governor is None:
        return NO_EFFECT
    phrases = list(_phrases(governor, words, to=is_infinitive(verb)))
    for phrase in phrases:
        effect = _effect_of_phrase(phrase, verb, governor)
        if effect is not None:
            return effect
    if verb.dep_ == "advcl" and is_infinitive(verb):
        return _effect_of_purpose(verb, governor, phrases)
    return Effect(above=governor) if _shares_denial(verb, governor) else NO_EFFECT


def _effect_of_purpose(verb: Token, governor: Token, phrases: list[str]) -> Effect:
    """Tell "came to sign", a plan, from "went on to sign" and "came only to sign", both done."""
    only = any(child.lower_ == "only" for child in verb.lefts)
    done = only or not clause_words("done_verbs").isdisjoint(phrases)
    return Effect(above=governor) if done else Effect(certainty=Certainty.PLANNED)


def _shares_denial(verb: Token, governor: Token) -> bool:
    """Whether a clause is denied with the verb above: "did not manage to", "did not let them"."""
    if verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and is_infinitive(verb)):
        return True
    bare = verb.tag_ == "VB" and not any(c.dep_ in ("aux", "mark") for c in verb.children)
    return verb.dep_ == "ccomp" and bare and lemma(governor) in clause_words("causatives")


def _is_put_aside(verb: Token) -> bool:
    """Whether something else was done: "without paying", "instead of paying", "rather than pay"."""
    if verb.dep_ == "pcomp":
        word = verb.head.nbor(-1) if verb.head.lower_ == "of" and verb.head.i else verb.head
        return word.lower_ in clause_words("negative_prepositions")
    than = (child for child in verb.lefts if child.lower_ == "than" and child.i)
    return any(child.doc[child.i - 1].lower_ == "rather" for child in than)


def _governor(verb: Token) -> tuple[Token | None, list[Token]]:
    """Give the verb above a complement and the words between: "is", "likely", "to"."""
    if verb.dep_ not in ("xcomp", "ccomp", "pcomp", "advcl"):
        return None, []
    between: list[Token] = []
    for above in ancestors(verb):
        if is_verb(above):
            beside = [c for c in above.children if c.dep_ in _BETWEEN and above.i < c.i < verb.i]
            return above, sorted({t.i: t for t in (*between, *beside)}.values(), key=lambda t: t.i)
        if above.pos_ not in ("ADJ", "ADP", "ADV", "SCONJ", "PART"):
            return None, []
        between.append(above)
    return None, []


def _phrases(governor: Token, between: list[Token], *, to: bool) -> Iterator[str]:
    """Give the words above a clause as the tables print them, the longest first.

    Args:
        governor: The verb above.
        between: The words between it and the clause.
        to: Whether the clause is an infinitive.
    """
    passive = is_passive(governor) or governor.tag_ == "VBN"
    progressive = governor.tag_ == "VBG" and any(c.dep_ == "aux" for c in governor.children)
    be = ["be"] if passive or progressive else []
    words = [token.lower_ for token in between]
    for first in ([*be, lemma(governor)], [*be, governor.lower_], [lemma(governor)]):
        for count in range(len(words), -1, -1):
            if to:
                yield " ".join([*first, *words[:count], "to"])
            yield " ".join([*first, *words[:count]])


def _effect_of_phrase(phrase: str, verb: Token, governor: Token) -> Effect | None:
    """Look a phrase up; None where no table has it for this kind of complement."""
    finite = verb.dep_ == "ccomp" and not is_infinitive(verb)
    if phrase in clause_words("denial"):
        open_still = phrase == "rule out" and any(c.dep_ == "neg" for c in governor.children)
        doubt = Certainty.HEDGED if open_still else Certainty.ASSERTED
        return Effect(turns=True, certainty=doubt, above=governor)
    if finite:
        return _effect_on_statement(phrase, verb, governor)
    if verb.dep_ == "advcl" and not is_infinitive(verb):
        return None
    if any(phrase in clause_words(name) for name in ("denies", "prevents", "no_longer")):
        return Effect(turns=True, above=governor)
    if phrase in clause_words("unlikely"):
        return Effect(turns=True, certainty=Certainty.HEDGED, above=governor)
    if phrase in clause_words("hard_adjectives"):
        return Effect(certainty=Certainty.HEDGED)
    if phrase in clause_words("hedge_verbs") or phrase in clause_words("doubts"):
        return Effect(certainty=Certainty.HEDGED, above=governor)
    if _is_plan(phrase, verb):
        return Effect(certainty=Certainty.PLANNED, above=governor)
    if phrase.removeprefix("be ") in _reported() and is_passive(governor):
        return Effect(certainty=_reported_as(verb, governor), above=governor)
    return None


def _is_plan(phrase: str, verb: Token) -> bool:
    """Whether a phrase leaves a clause to come; "had" in "after meeting X, Y had" does not."""
    names = ("plan_verbs", "directive_verbs", "modals_planned")
    needed = phrase in clause_words("modals_needed") and verb.dep_ != "pcomp"
    return needed or any(phrase in clause_words(name) for name in names)


def _reported_as(verb: Token, governor: Token) -> Certainty:
    """Tell "is projected to rise" (a forecast) from "is believed to have risen"."""
    perfect = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    forecast = governor.lower_ in clause_words("forecasts") and not perfect
    return Certainty.PLANNED if forecast else Certainty.HEDGED


def _effect_on_statement(phrase: str, verb: Token, governor: Token) -> Effect | None:
    """Say what a verb does to its "that" clause."""
    if phrase in clause_words("false_adjectives"):
        return Effect(turns=True, above=governor)
    if phrase in clause_words("true_adjectives"):
        return Effect(above=governor)
    if phrase in clause_words("unlikely"):
        return Effect(turns=True, certainty=Certainty.HEDGED)
    if phrase in clause_words("directive_verbs") and _is_subjunctive(verb):
        return Effect(certainty=Certainty.PLANNED)
    if governor.lower_ in clause_words("forecasts") or lemma(governor) in clause_words("forecasts"):
        return Effect(certainty=Certainty.PLANNED)
    doubted = any(phrase in clause_words(name) for name in ("views", "doubts", "hedge_verbs"))
    doubted = doubted or (phrase in clause_words("past_views") and governor.tag_ in ("VBD", "VBN"))
    nobody = (
        is_passive(governor)
        and governor.lower_ in _reported()
        and not prepositional(governor, "by")
    )
    return Effect(certainty=Certainty.HEDGED) if doubted or nobody else None


def _is_subjunctive(verb: Token) -> bool:
    """Whether a clause has the form of an order: "that he leave", "that it be sold"."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return (auxiliaries[0] if auxiliaries else verb).tag_ == "VB"


def _effect_of_noun(verb: Token) -> Effect:
    """Say what "the refusal to", "no evidence that" or "denied reports that" does."""
    noun = verb.head
    word = lemma(noun)
    told = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    if not told and not is_infinitive(verb):
        return NO_EFFECT
    turns = (word in clause_words("negative_nouns")) != (is_negated_noun(noun) or _is_denied(noun))
    if told:
        doubted = word in clause_words("doubtful_nouns") or is_negated_noun(noun)
        return Effect(turns, Certainty.HEDGED if doubted else Certainty.ASSERTED)
    planned = word in clause_words("plan_nouns") or not (
        word in clause_words("negative_nouns") or _is_singled_out(noun)
    )
    return Effect(turns, Certainty.PLANNED if planned else Certainty.ASSERTED)


def _is_singled_out(noun: Token) -> bool:
    """Whether an infinitive tells what was done: "the first guest to leave", not "medicine to"."""
    before = [child for child in noun.lefts if child.dep_ in ("amod", "nummod")]
    ordinal = any(t.lower_ in _ORDINALS for t in before)
    return ordinal or any(t.tag_ == "JJS" for t in before)


def _is_denied(noun: Token) -> bool:
    """Whether what a noun tells is denied, dropped or false: "rejected the claim that"."""
    if noun.dep_ == "nsubj" and lemma(noun.head) == "be":
        said = (f"be {child.lower_}" for child in noun.head.children if child.dep_ == "acomp")
        return any(phrase in clause_words("false_adjectives") for phrase in said)
    if noun.dep_ not in ("dobj", "nsubjpass") or not is_verb(noun.head):
        return False
    word = lemma(noun.head)
    return any(word in clause_words(name) for name in ("denial", "noun_denial", "prevents"))
