"""Whether a clause is stated, denied, doubted, planned or only supposed. Once, for every kind.

"was not invited", "declined to attend" and "denied that it had sold arms" are denials, "has
offered to hold" is planned, "apparently" hedges, "if" makes a condition. Two negations cancel.
Words come from claims/data (certainty.toml, complements.toml).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.extract.governor import (
    NO_EFFECT,
    Effect,
    clause_words,
    effect_on,
    is_infinitive,
    is_negated_noun,
)
from claims.extract.reporting import is_reporting
from claims.extract.syntax import SUBJECTS, ancestors, is_verb, lemma
from claims.model import Certainty, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Stance:
    """Polarity and certainty of one clause."""

    polarity: Polarity
    certainty: Certainty


_WEIGHT: Final = (
    Certainty.ASSERTED,
    Certainty.HEDGED,
    Certainty.PLANNED,
    Certainty.CONDITIONAL,
)
_STRICT_NEGATORS: Final = frozenset({"not", "n't", "nt", "never", "neither", "nor", "cannot"})
_ONLY: Final = frozenset({"only", "just", "merely", "simply"})
_OBJECTS: Final = ("dobj", "attr", "nsubj", "nsubjpass")
_PRESENT: Final = ("VBZ", "VBP")


def stance_of(verb: Token) -> Stance:
    """Say whether a clause is affirmed or denied, and how surely.

    "The US declined to attend": `attend` is denied, asserted. "did not deny": affirmed.
    """
    turned, certainty = _read(verb)
    if certainty is not Certainty.CONDITIONAL and _conditioned_above(verb):
        certainty = Certainty.CONDITIONAL
    return Stance(Polarity.DENIED if turned else Polarity.AFFIRMED, certainty)


def _read(verb: Token) -> tuple[bool, Certainty]:
    """Put together what the clause says itself and what stands above it."""
    shared = _shares_with(verb)
    effect = effect_on(verb) if shared is None else NO_EFFECT
    turned, certainty = _passed_on(effect)
    if effect == NO_EFFECT and _is_unsaid(verb):
        certainty = Certainty.HEDGED
    if shared is not None:
        turned, certainty = _shared(verb, shared)
    return turned != bool(_negations(verb) % 2), _surest(certainty, _own(verb))


def _passed_on(effect: Effect) -> tuple[bool, Certainty]:
    """Add what the verb above passes on of its own denial and certainty."""
    if effect.above is None:
        return effect.turns, effect.certainty
    turned, certainty = _read(effect.above)
    return turned != effect.turns, _surest(certainty, effect.certainty)


def _is_unsaid(verb: Token) -> bool:
    """Whether the verb above does not say so: "did not confirm that"."""
    head = verb.head
    if (
        verb.dep_ != "ccomp"
        or not is_reporting(head)
        or lemma(head) in clause_words("factive_verbs")
    ):
        return False
    return _negations(head) % 2 == 1


def _shares_with(verb: Token) -> Token | None:
    """Give the verb whose auxiliaries a second one shares, as in "will sign and pay"."""
    head = verb.head
    bare = not any(child.dep_ in (*SUBJECTS, "aux", "auxpass") for child in verb.children)
    same = verb.tag_ == head.tag_ and verb.tag_ in ("VB", "VBN", "VBG")
    return head if verb.dep_ == "conj" and bare and same else None


def _shared(verb: Token, head: Token) -> tuple[bool, Certainty]:
    """Read the head of a pair; its denial passes on by "or" and "and", not by "but"."""
    turned, certainty = _read(head)
    joined = any(
        child.dep_ == "cc" and child.lower_ in ("or", "nor", "and") for child in head.children
    )
    return (turned and joined and verb.i > head.i), certainty


def _negations(verb: Token) -> int:
    """Count what turns the clause round: not, never, no longer, no X as subject or object."""
    return sum(_negates(child) for child in verb.children)


def _negates(child: Token) -> bool:
    if child.dep_ == "neg" or child.lower_ in _STRICT_NEGATORS:
        following = child.doc[child.i + 1 : child.i + 2].text.lower()
        return following not in _ONLY
    if child.dep_ in _OBJECTS:
        return is_negated_noun(child)
    return child.lower_ == "longer" and any(inner.lower_ == "no" for inner in child.children)


def _modal(verb: Token) -> Certainty:
    perfect = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    for child in verb.children:
        if child.dep_ not in ("aux", "auxpass"):
            continue
        word = child.lower_
        if word in clause_words("modals_possible"):
            return Certainty.HEDGED
        if word in clause_words("modals_needed"):
            return Certainty.HEDGED if perfect else Certainty.PLANNED
        if word in clause_words("modals_conditional"):
            return Certainty.CONDITIONAL if perfect else Certainty.PLANNED
        if word in clause_words("modals_planned"):
            return Certainty.PLANNED
    return Certainty.ASSERTED


def _has_condition(verb: Token) -> bool:
    """Whether the clause is itself a condition or an open question, or holds only under one."""
    if _is_marked(verb, "open_questions"):
        return True
    conditioned = any(
        child.dep_ == "advcl" and _is_marked(child, "conditional_markers")
        for child in verb.children
    )
    open_tense = verb.tag_ in _PRESENT or any(child.tag_ == "MD" for child in verb.children)
    return conditioned and open_tense


def _is_marked(verb: Token, name: str) -> bool:
    """Whether "if" or the like opens a clause; "even if" makes no condition."""
    return any(
        child.dep_ in ("mark", "advmod")
        and child.lower_ in clause_words(name)
        and child.doc[max(child.i - 1, 0)].lower_ != "even"
        for child in verb.lefts
    )


def _hedged(verb: Token) -> bool:
    words = clause_words("hedge_adverbs") | clause_words("near_negators")
    return any(
        child.dep_ in ("advmod", "npadvmod") and lemma(child) in words for child in verb.children
    )


def _own(verb: Token) -> Certainty:
    """Give the certainty that the clause's own words show."""
    if _has_condition(verb):
        return Certainty.CONDITIONAL
    headline = verb.dep_ == "ROOT" and is_infinitive(verb)
    modal = Certainty.PLANNED if headline else _modal(verb)
    return Certainty.HEDGED if modal is Certainty.ASSERTED and _hedged(verb) else modal


def _surest(*certainties: Certainty) -> Certainty:
    """Give the least sure of several."""
    return max(certainties, key=_WEIGHT.index)


def _conditioned_above(verb: Token) -> bool:
    """Whether a clause higher up is an if-clause that this one belongs to."""
    for above in ancestors(verb):
        if not is_verb(above):
            continue
        if _is_marked(above, "open_questions"):
            return True
        if above.dep_ not in ("ccomp", "xcomp", "conj", "advcl"):
            return False
    return False
