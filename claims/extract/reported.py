"""What reports a clause, and who is named for it: "said that", "accused him of", "the claim that".

Asides ("…, police said", "as the paper reports") and phrases without a verb ("according to", "in
her view") count too. Gives the word that reports and the nouns that name who; who these are is
not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.extract.contrast import is_said_against
from claims.extract.maker import carried_by, noun_makers, quoted_as
from claims.extract.reporting import (
    is_document,
    is_reporting,
    is_speech,
    looks_reporting,
    may_speak,
    reporting_group,
    reporting_words,
)
from claims.extract.syntax import (
    SUBJECTS,
    ancestors,
    clause_verb,
    direct_objects,
    grammatical_subjects,
    is_passive,
    is_verb,
    lemma,
    logical_subjects,
    prepositional,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_CITING: Final = frozenset({"cite", "quote"})
_COMPLEMENTS: Final = ("ccomp", "parataxis")
_OF: Final = {
    "say": ("about", "of", "on", "as"),
    "ask": ("for", "on", "upon", "against"),
    "accuse": ("of", "for", "with"),
}
_WITH_THAT: Final = frozenset({"hold"})
"""Verbs that report only with "that": "the court held that", not "banks hold $9"."""


@dataclass(frozen=True, slots=True)
class Report:
    """A word that reports a clause, and the nouns that say who it is that says so.

    `makers` are the nouns, the outermost first; more than one where others are cited.
    """

    word: Token
    makers: tuple[Token, ...]


def reports_of(verb: Token) -> Iterator[Report]:
    """Give what reports the clause of a verb, the innermost first.

    "The paper reports that the mayor said 9 ships sank": for `sank`, `said` and then `reports`.
    """
    yield from _asides(verb)
    for below, above in _climb(verb):
        if _is_content(below, above):
            yield report_by(above)
        elif is_speech(above) and _is_said_in(below, above):
            yield Report(above, tuple(noun_makers(above)))
        yield from (found for found in _asides(above) if not _is_below(verb, found.word))


def _climb(token: Token) -> Iterator[tuple[Token, Token]]:
    """Climb to the root, each step with the token it comes from."""
    while token.head.i != token.i:
        above = _coordinate(token) or token.head
        yield token, above
        token = above


def _coordinate(verb: Token) -> Token | None:
    """Give the reporting verb that a second one goes with, where the parse missed it.

    "said it would close and suggested that it was old": not `close` but `said`.
    """
    finite = verb.tag_ in ("VBD", "VBZ") and not _has_own_subject(verb)
    if verb.dep_ != "conj" or not finite or verb.head.tag_ not in ("VB", "VBG"):
        return None
    return next((t for t in ancestors(verb) if is_reporting(t) and t.tag_ == verb.tag_), None)


def _is_content(below: Token, above: Token) -> bool:
    """Whether what hangs on a reporting verb by this edge is what it reports."""
    group = reporting_group(above)
    if group is None:
        return below.dep_ == "ccomp" and _tells_that(below, above)
    if below.dep_ in _COMPLEMENTS:
        if below.pos_ == "ADJ" and not any(is_verb(child) for child in below.children):
            return False  # "found the mayor guilty"
        if any(child.dep_ == "advmod" and child.lower_ == "that" for child in below.lefts):
            return False  # "ruled on the day that they left"
        return lemma(above) not in _WITH_THAT or _has_that(below)
    if below.dep_ == "conj":
        return below.tag_ in ("VB", "VBG") and not _has_own_subject(below)
    if below.dep_ == "xcomp":
        takes = group in ("deny", "ask") or lemma(above) in reporting_words("verbs_with_infinitive")
        return takes or is_passive(above)
    return _is_object_content(below, above, group)


def _is_object_content(below: Token, above: Token, group: str) -> bool:
    """Whether an object or a phrase tells what is reported: "accused of", "confirmed a blast"."""
    takes_object = lemma(above) in reporting_words("verbs_with_object")
    if below.dep_ == "advcl":
        return group == "ask" and below.tag_ == "VB"
    if below.dep_ == "prep":
        if group in ("ask", "accuse") and below.lower_ in _OF[group]:
            return True
        points = below.lower_ == "to" and lemma(above) in ("point", "refer")
        return takes_object and (points or below.lower_ in _OF["say"])
    if below.dep_ == "dobj" and group == "accuse":  # "accused [the builder of selling it]"
        return any(c.dep_ == "prep" and c.lower_ in ("of", "for") for c in below.rights)
    return takes_object and below.dep_ in ("dobj", "oprd")


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS or child.dep_ == "aux" for child in verb.children)


def _tells_that(clause: Token, verb: Token) -> bool:
    """Whether a verb that no table has puts a "that" into somebody's mouth: "conveyed that"."""
    if (
        not _has_that(clause)
        or not is_verb(verb)
        or lemma(verb) in reporting_words("verbs_of_fact")
    ):
        return False
    if any(child.dep_ in SUBJECTS and child.tag_ == "WDT" for child in verb.children):
        return False  # "his death, which kindled hopes that"
    return any(may_speak(noun) for noun in logical_subjects(verb)[:1])


def _has_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _is_said_in(below: Token, noun: Token) -> bool:
    """Whether a clause tells what a noun says: "the claim that", "a promise to"."""
    if below.dep_ not in ("acl", "ccomp", "relcl") or below.i < noun.i:
        return False
    first = next(iter(below.subtree))
    marked = any(c.dep_ in ("mark", "aux") and c.lower_ in ("that", "to") for c in below.children)
    return marked and (first.i == noun.i + 1 or below.dep_ != "relcl")


def _asides(verb: Token) -> Iterator[Report]:
    """Give reporting clauses put in beside a verb: "…, police said", "as the paper reports"."""
    inserted = _inserted(verb)
    if inserted is not None:
        yield inserted
    for child in verb.children:
        aside = child.dep_ == "parataxis" or (child.dep_ == "advcl" and _opens_with_as(child))
        if is_said_against(child):
            continue
        if aside and (is_reporting(child) or (child.dep_ == "advcl" and looks_reporting(child))):
            makers = _makers(child)
            if makers:
                yield Report(child, makers)


def _inserted(verb: Token) -> Report | None:
    """Give a reporting clause put between subject and verb: "men who [police say] were armed"."""
    first = min([verb.i, *(child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass"))])
    before = verb.doc[first - 1] if first > verb.sent.start else None
    if before is None or not is_reporting(before):
        return None
    subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in before.lefts)
    own = any(child.dep_ in SUBJECTS and child.i < before.i for child in verb.lefts)
    finite = verb.doc[first].tag_ in ("VBD", "VBZ", "VBP", "MD")
    return report_by(before) if subject and finite and not own else None


def _opens_with_as(clause: Token) -> bool:
    """Whether it is "as the paper reports" with nothing after it that the paper would report."""
    if reporting_group(clause) not in ("say", None):
        return False
    listener = lemma(clause) == "tell"
    complete = any(
        child.dep_ in ("ccomp", "xcomp")
        or (child.dep_ == "dobj" and child.lower_ != "it" and not listener)
        for child in clause.children
    )
    return not complete and any(child.lower_ == "as" for child in clause.lefts)


def _is_below(token: Token, above: Token) -> bool:
    return token.i == above.i or any(at.i == above.i for at in ancestors(token))


def report_by(verb: Token) -> Report:
    """Give a reporting verb with those it names."""
    return Report(verb, _makers(verb))


def _makers(verb: Token) -> tuple[Token, ...]:
    """Give who a reporting verb says says so, and whom they cite."""
    first = _coordinate(verb)
    if first is not None:
        return _makers(first)
    quoted = is_passive(verb) and lemma(verb) in _CITING
    subjects = grammatical_subjects(verb) if quoted else logical_subjects(verb)
    if not subjects:  # "US Survey records show", where "records" was read as a verb
        before = [child for child in verb.lefts if child.dep_ == "compound"]
        subjects = [s for child in before for s in child.lefts if s.dep_ in SUBJECTS]
    subjects = _speaker_above(verb, subjects)
    outer = prepositional(verb, "by") if quoted else []
    if not subjects and looks_reporting(verb):
        subjects = [child for child in verb.lefts if child.pos_ in ("PROPN", "NOUN")][-1:]
    speaker = _named_last(verb, subjects)
    carriers = [maker for noun in speaker if is_document(noun) for maker in carried_by(noun)]
    return (*outer[:1], *carriers[:1], *speaker, *cited_beside(verb))


def _speaker_above(verb: Token, subjects: list[Token]) -> list[Token]:
    """Give who spoke before where an event seems to: "did not say when it fell and said"."""
    event = verb.head
    joined = verb.dep_ == "conj" and event.dep_ in ("advcl", "ccomp") and is_reporting(event.head)
    if not joined or _has_own_subject(verb) or is_reporting(event):
        return subjects
    if any(may_speak(subject) for subject in subjects):
        return subjects
    return logical_subjects(event.head) or subjects


def _named_last(verb: Token, subjects: list[Token]) -> list[Token]:
    """Give the subject; of two, the name before the verb: "A nurse at the gate Ann Moss said"."""
    last = subjects[-1:]
    if len(subjects) > 1 and last[0].pos_ == "PROPN" and last[0].i == verb.i - 1:
        return last
    return subjects[:1]


def cited_beside(verb: Token) -> Iterator[Token]:
    """Give whom "citing" or "quoting" names beside a verb."""
    for child in verb.children:
        negated = any(inner.dep_ == "neg" for inner in child.lefts)
        if child.dep_ in ("advcl", "prep", "acl") and lemma(child) in _CITING and not negated:
            yield from direct_objects(child)[:1]


def find_source_phrases(doc: Iterable[Token]) -> Iterator[Report]:
    """Find phrases that name a source without a verb: "according to police", "in her view"."""
    for token in doc:
        makers = tuple(_named_by(token))
        if makers:
            yield Report(token, makers)


def _named_by(token: Token) -> Iterator[Token]:
    """Give whom a phrase names, from the word it is known by."""
    word = token.lower_
    if word == "according":
        yield from (t for to in token.children for t in to.children if t.dep_ == "pobj")
    elif word == "per" and _after_comma(token):
        yield from (child for child in token.children if child.dep_ == "pobj")
    elif word == "saying" and token.head.lower_ == "as":
        yield from quoted_as(token)
    elif word in ("poll", "survey", "census"):
        yield from _opening(token)
    elif word in reporting_words("view_nouns"):
        yield from _viewer(token)


def covers(phrase: Token, verb: Token) -> bool:
    """Whether a phrase belongs to the clause of a verb, one above it, or ends it after a comma."""
    if phrase.sent.start != verb.sent.start or _is_below(verb, phrase):
        return False
    clause = clause_verb(phrase.head) or phrase.head
    if _is_below(verb, clause):
        return True
    return _is_below(clause, verb) and (_after_comma(phrase) or phrase.is_sent_start is True)


def _after_comma(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].text in (",", '"')


def _viewer(noun: Token) -> Iterator[Token]:
    """Give whose view it is where a phrase opens with "in": "in the mayor's view"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by"):
        owners = [child for child in noun.children if child.dep_ == "poss"]
        yield from owners or prepositional(noun, "of")


def _opening(noun: Token) -> Iterator[Token]:
    """Give a poll that a sentence opens with: "In a poll of voters, 40 percent …"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.is_sent_start:
        yield noun
