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
from claims.extract.syntax import SUBJECTS, ancestors, is_passive, is_verb, lemma
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
_TURNED: Final = frozenset({"had", "should", "were"})
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
    if _is_marked(verb, "open_questions") or _is_turned_round(verb) or _is_asked(verb):
        return True
    conditioned = any(
        child.dep_ in ("advcl", "ccomp")
        and (_is_marked(child, "conditional_markers") or _is_turned_round(child))
        for child in verb.children
    )
    open_tense = verb.tag_ in _PRESENT or any(child.tag_ == "MD" for child in verb.children)
    return conditioned and open_tense


def _is_turned_round(verb: Token) -> bool:
    """Whether a clause is a condition by its order: "had they signed", "should he resign"."""
    if verb.dep_ not in ("advcl", "ccomp"):
        return False
    first = next((child for child in verb.lefts if child.dep_ != "punct"), None)
    opens = first is not None and first.dep_ in ("aux", "auxpass") and first.lower_ in _TURNED
    return opens and any(child.dep_ in SUBJECTS for child in verb.lefts)


def _is_asked(verb: Token) -> bool:
    """Whether the sentence of a main clause ends as a question."""
    if verb.dep_ != "ROOT":
        return False
    marks = verb.doc[max(verb.i, verb.sent.end - 2) : verb.sent.end]
    return any(token.text == "?" for token in marks)


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
        (child.dep_ in ("advmod", "npadvmod") and lemma(child) in words) or _is_doubtful(child)
        for child in verb.children
    )


def _is_doubtful(child: Token) -> bool:
    """Whether a phrase beside a verb doubts it: "the alleged sale", "by unconfirmed reports"."""
    if child.dep_ in ("nsubj", "nsubjpass"):
        return any(word.lower_ in clause_words("doubtful_events") for word in child.lefts)
    if child.lower_ != "according":
        return False
    return any(word.lower_ in clause_words("doubtful_sources") for word in child.subtree)


def _own(verb: Token) -> Certainty:
    """Give the certainty that the clause's own words show."""
    if _has_condition(verb):
        return Certainty.CONDITIONAL
    headline = verb.dep_ == "ROOT" and is_infinitive(verb)
    if headline or _is_order(verb) or _is_set(verb):
        return Certainty.PLANNED
    modal = _modal(verb)
    doubted = _hedged(verb) or (is_passive(verb) and verb.lower_ in clause_words("doubted"))
    return Certainty.HEDGED if modal is Certainty.ASSERTED and doubted else modal


def _is_order(verb: Token) -> bool:
    """Whether a clause tells somebody to do something: 'he said, "Open the gate"'."""
    bare = not any(child.dep_ in (*SUBJECTS, "aux", "auxpass") for child in verb.lefts)
    told = verb.dep_ in ("ROOT", "ccomp") or (verb.dep_ == "xcomp" and is_reporting(verb.head))
    return verb.tag_ == "VB" and told and bare and not _is_caused(verb)


def _is_caused(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and lemma(verb.head) in clause_words("causatives")


def _is_set(verb: Token) -> bool:
    """Whether a clause says only that something is to come: "is scheduled for May", "is due".

    What "is due to fog" has its reason there.
    """
    if lemma(verb) == "be":
        due = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ == "due"]
        return any(all(c.lower_ != "to" for c in each.children) for each in due)
    goes_on = any(child.dep_ in ("xcomp", "ccomp") for child in verb.children)
    return verb.lower_ in clause_words("set_for") and is_passive(verb) and not goes_on


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
