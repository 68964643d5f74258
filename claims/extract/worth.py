"""Which statements of a clause are worth a claim: those that read alone and can be checked.

A verb in no table is read by its grammar alone, so more is asked of it: it must name somebody, a
place, a day or a figure, and its subject, verb and object must stand where a parse can be trusted.
What is only supposed or asked states nothing. Nothing is mended here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.act import clause_list
from claims.extract.circumstance import is_counted
from claims.extract.governor import is_negated_noun
from claims.extract.party import is_person, party_of
from claims.extract.predicate import act_of_noun
from claims.extract.referent import resolve_person, resolve_pronoun, speaking_noun
from claims.extract.reporting import is_reporting, may_speak
from claims.extract.syntax import clause_verb, is_passive, is_verb, lemma, prepositional
from claims.model import Certainty, Kind
from claims.values.words import Words
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from claims.extract.assertion import Clause, Statement

_FINITE: Final = ("VBD", "VBZ", "VBP", "MD")
_SPEAKING: Final = frozenset("i we you me us".split())
_EMPTY: Final = frozenset(
    "it they them this that these those both some all many most more few several one ones other "
    "others another each either neither none everything everyone everybody anyone anything "
    "something someone nobody nothing what which who whom there such same".split()
)
_PERSONAL: Final = frozenset("he she him her his himself herself".split())
_UNINFLECTED: Final = ("VB", "VBP", "VBZ")
_TAKES_BARE: Final = frozenset("help let make have see watch hear feel dare need go come".split())
"""Verbs that an infinitive without "to" may follow."""
_IFS: Final = frozenset({"if", "whether", "unless", "lest"})
_FAR_OBJECT: Final = 12
_FAR_SUBJECT: Final = 25
_CIRCUMSTANCES: Final = (Kind.DATE, Kind.PLACE)


def is_worth(found: Statement, clause: Clause) -> bool:
    """Whether a statement of a clause becomes a claim."""
    circumstance = found.kind in _CIRCUMSTANCES
    if _is_supposed(clause) or _is_hollow(found) or _takes_speaker(clause):
        return False
    if isinstance(found.value, YesNo) and _is_said_of_nobody(found, clause):
        return False
    if circumstance and (_only_reports(clause) or _is_of_nothing(found, clause)):
        return False
    if _is_wanted(clause.act.head):
        return False
    if found.kind is not Kind.DATE and _is_talk(clause):
        return False
    if not clause.act.generic:
        return circumstance or not _hands_on(clause)
    if _is_misread(clause):
        return False
    return circumstance or (not _leaves_open(clause) and _is_told(found, clause))


def _is_supposed(clause: Clause) -> bool:
    """Whether a clause is a condition or stands in a question."""
    verb = clause.act.head
    if clause.stance.certainty is Certainty.CONDITIONAL or _is_if(verb):
        return True
    return any(t.text == "?" for t in verb.doc[verb.i : verb.sent.end])


def _is_if(verb: Token) -> bool:
    """Whether a clause stands below an "if" or "whether": "if it is true that they came"."""
    above = [t for t in (verb, *verb.ancestors) if t.dep_ in ("advcl", "ccomp", "pcomp")]
    if any(t.dep_ == "pcomp" and t.head.lower_ == "like" for t in above):
        return True  # "it sounded like somebody shooting"
    return any(c.dep_ == "mark" and c.lower_ in _IFS for t in above for c in t.lefts)


def _is_hollow(found: Statement) -> bool:
    value = found.value
    if not any(map(str.isalnum, found.anchor[0].text)):
        return True
    if isinstance(value, Words) and value.head in clause_list("hollow_nouns"):
        return True
    return isinstance(value, Words) and value.text.lower() in _EMPTY


def _is_said_of_nobody(found: Statement, clause: Clause) -> bool:
    """Whether an act is told of a pronoun alone: "they met"; "it exploded" tells a happening."""
    predicate = clause.act.predicate
    happening = predicate is not None and predicate.sort in ("course", "disaster")
    return not (found.subject or happening) and not _names_anybody(clause)


def _is_of_nothing(found: Statement, clause: Clause) -> bool:
    """Whether a place is told of what the clause does not name: "both were in Lima"."""
    if found.kind is Kind.DATE and lemma(clause.act.head) != "be":
        return False
    return clause.act.generic and not clause.topic and not _names_anybody(clause)


def _names_anybody(clause: Clause) -> bool:
    return any(told.startswith(("agent:", "patient:")) for told in clause.arguments)


def _is_wanted(verb: Token) -> bool:
    """Whether a clause tells only what somebody did not get: "found no road that could hold"."""
    at = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
    if at is None or all(child.tag_ != "MD" for child in at.lefts):
        return False
    over = clause_verb(at.head.head)
    return over is not None and any(child.dep_ == "neg" for child in over.children)


def _is_talk(clause: Clause) -> bool:
    return any(noun.lower_ in _SPEAKING for noun in clause.act.agents + clause.act.patients)


def _hands_on(clause: Clause) -> bool:
    """Whether a verb leaves what was done to the next: "began investigating", "seeks to leave"."""
    act = clause.act
    if act.generic or act.predicate is None or not act.predicate.transitive:
        return False
    if act.predicate.sort == "course" and not act.patients:
        return any(is_person(noun, clause.block) for noun in act.agents)
    below = [c for c in act.head.children if c.dep_ == "xcomp" and is_verb(c)]
    return bool(below) and (not act.patients or act.patients[0].dep_ in ("pcomp", "xcomp"))


def _takes_speaker(clause: Clause) -> bool:
    """Whether the object is who speaks next: "the truce ended the ministry said"."""
    for noun in clause.act.patients[:1]:
        end = noun.right_edge.i + 1
        after = [t for t in noun.doc[end : end + 2] if t.pos_ != "ADV"][:1]
        spoken = any(t.tag_ in ("VBD", "VBZ") and is_reporting(t) for t in after)
        named = any(c.dep_ == "appos" for c in noun.children)
        if spoken and not named and noun.i > clause.act.head.i and may_speak(noun):
            return True
    return False


def _leaves_open(clause: Clause) -> bool:
    """Whether subject or object stands for something that the clause does not name.

    "He" or "her" may stay open beside somebody who is named.
    """
    act = clause.act
    sides = [noun for nouns in (act.agents, act.patients) for noun in nouns[:1]]
    left = [noun for noun in sides if _is_open(noun, clause)]
    personal = all(noun.lower_ in _PERSONAL for noun in left)
    named = any(clause.block.mention(noun) is not None for noun in sides)
    return bool(left) and not (personal and named)


def _is_open(noun: Token, clause: Clause) -> bool:
    if (
        prepositional(noun, "of")
        or is_negated_noun(noun)
        or (noun.pos_ != "PRON" and noun.lower_ not in _EMPTY)
    ):
        return False
    if speaking_noun(noun) is not None:
        return False
    meant = resolve_pronoun(noun, clause.block, clause.earlier)
    return meant is None and resolve_person(noun, clause.block, clause.earlier) is None


def _is_misread(clause: Clause) -> bool:
    """Whether subject, verb and object stand too far apart to be trusted."""
    verb = clause.act.head
    if verb.tag_ in _UNINFLECTED and (act_of_noun(verb) is not None or _is_noun(verb)):
        return True
    for noun in clause.act.patients[:1]:
        if abs(noun.i - verb.i) > _FAR_OBJECT and noun.i > verb.i:
            return True
        if noun.i > verb.i and _finite(verb.doc[verb.i + 1 : noun.i]):
            return True
    if _may_hang_on_noun(verb) or _is_stranded(verb) or _is_only_stressed(clause):
        return True
    return any(noun.i < verb.i and _is_cut(noun, verb) for noun in clause.act.agents[:1])


def _is_stranded(verb: Token) -> bool:
    """Whether a passive leaves its preposition alone: "girls that can be worked with"."""
    alone = (c for c in verb.rights if c.dep_ == "prep" and not any(True for _ in c.children))
    return is_passive(verb) and any(c.lower_ in ("with", "on", "at", "for", "of") for c in alone)


def _is_only_stressed(clause: Clause) -> bool:
    """Whether "did" only stresses a verb that the parser took for a noun: "it did explode"."""
    bare = all(not any(True for _ in noun.lefts) for noun in clause.act.patients[:1])
    following = clause.act.head.i + 1
    return (
        lemma(clause.act.head) == "do"
        and bool(clause.act.patients)
        and bare
        and (clause.act.patients[0].i == following and clause.act.patients[0].tag_ == "NN")
    )


def _is_noun(verb: Token) -> bool:
    """Whether a base form without "to" is a noun: "smashing shop windows", not "help carry"."""
    bare = verb.tag_ == "VB" and verb.dep_ == "xcomp"
    marked = any(child.dep_ == "aux" for child in verb.children)
    return bare and not marked and lemma(verb.head) not in _TAKES_BARE


def _may_hang_on_noun(verb: Token) -> bool:
    """Whether a participle may tell of the noun before it: "broke a cordon guarding the bank"."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    loose = verb.dep_ in ("advcl", "xcomp") and verb.tag_ in ("VBG", "VBN")
    return loose and before.pos_ in ("NOUN", "PROPN")


def _finite(tokens: Iterable[Token]) -> list[Token]:
    return [t for t in tokens if t.tag_ in _FINITE]


def _is_cut(subject: Token, verb: Token) -> bool:
    """Whether another verb stands between a subject and its verb, in no clause of the subject."""
    if verb.i - subject.i > _FAR_SUBJECT:
        return True
    above = {verb.i, *(t.i for t in verb.ancestors)}
    own = {t.i for t in subject.subtree}
    return any(
        t.i not in own and t.i not in above and t.head.i not in above and t.dep_ != "aux"
        for t in _finite(verb.doc[subject.i + 1 : verb.i])
    )


def _only_reports(clause: Clause) -> bool:
    """Whether a day or place is only that of somebody's words: "said on Monday"."""
    act = clause.act
    if not act.generic or not is_verb(act.head):
        return False
    told = not act.patients or is_person(act.patients[0], clause.block)
    return is_reporting(act.head) and told and not is_passive(act.head)


def _is_told(found: Statement, clause: Clause) -> bool:
    """Whether a clause names anybody, a place, a day or a figure, or denies something."""
    act, verb = clause.act, clause.act.head
    if (
        lemma(verb) == "be"
        or _lasts(found, verb)
        or found.kind is Kind.PARTICIPANTS
        or clause.denied
    ):
        return True
    if not act.patients:
        return found.role.endswith(":why") and bool(act.agents)
    if is_passive(verb) or any(day.verb == verb.i for day in clause.days):
        return True
    if any(party_of(noun, clause.block) is not None for noun in act.agents[:1]):
        return True
    if any(told.startswith("agent:") and ":noun:" not in told for told in clause.arguments):
        return True
    nouns = (*act.agents, *act.patients, *found.anchor)
    return any(_names(t, clause) for noun in nouns for t in noun.subtree)


def _lasts(found: Statement, verb: Token) -> bool:
    """Whether something only stays as it is, in a state that can be checked: "remains closed"."""
    value = found.value
    states = clause_list("lasting_states")
    return lemma(verb) == "remain" and isinstance(value, Words) and value.text.lower() in states


def _names(token: Token, clause: Clause) -> bool:
    return token.like_num or is_counted(token) or clause.block.mention(token) is not None
