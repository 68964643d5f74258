"""What a clause states beside amounts and meetings: who did it, to whom or what; what is what.

Acts of claims/data/predicates.toml give the claim its role; any other verb gives the generic
role "svo:VERB". Clauses that only carry speech ("said that …"), that have no subject the grammar
tells, or whose subject is a pronoun that stands for nobody known state nothing of their own.
Days, places, reasons are read in `circumstance`, acts told by nouns in `nominal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.extract.act import Act, clause_list
from claims.extract.argument import arguments
from claims.extract.assertion import Clause, Statement
from claims.extract.causing import as_violence, held_by
from claims.extract.character import find_characters, find_existing
from claims.extract.circumstance import find_circumstances
from claims.extract.day import PlacedDays, place_days
from claims.extract.deed import find_who, find_whom
from claims.extract.governor import is_negated_noun
from claims.extract.nominal import find_nominals
from claims.extract.opening import opening_end
from claims.extract.ownership import OWN, thing_meant
from claims.extract.post import find_posts, is_post
from claims.extract.predicate import act_of_noun
from claims.extract.reporting import is_reporting, reporting_group
from claims.extract.stance import Stance, stance_of
from claims.extract.syntax import (
    grammatical_subjects,
    is_passive,
    is_verb,
    lemma,
    prepositional,
    told_object,
)
from claims.extract.verb_act import read_act
from claims.extract.wording import named_phrase, whole_phrase
from claims.extract.worth import is_worth
from claims.model import Certainty, Polarity
from claims.values.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block, Reading

_NO_CLAUSE: Final = ("aux", "auxpass", "amod", "compound", "prep", "case", "mark")
_OF_NOUNS: Final = ("det", "amod", "compound", "nmod")
_COPULAS: Final = frozenset({"be", "become", "remain"})


def find_statements(
    block: Block, reading: Reading, earlier: list[Party], taken: frozenset[int]
) -> Iterator[Statement]:
    """Find what the clauses of a paragraph state, in order.

    Args:
        block: The paragraph.
        reading: The article, for its days.
        earlier: Subjects of the article before the paragraph, for pronouns.
        taken: Indexes of verbs whose actors and objects are told as participation.
    """
    days = place_days(block, reading)
    yield from find_posts(block)
    yield from find_nominals(block, days, earlier)
    for verb in block.doc:
        if not is_verb(verb) or not _states(verb):
            continue
        act = _there(as_violence(read_act(verb, block), block))
        if act.agents or act.patients or _has_actor(verb):
            clause = _with_thing(_clause_of(act, block, days, earlier), reading)
            read = _read(clause, told=verb.i in taken)
            yield from (found for found in read if is_worth(found, clause))
            yield from _held(clause)


def _held(clause: Clause) -> Iterator[Statement]:
    """State what those who act in a clause say caused something, with them as its speakers."""
    for held in held_by(clause.act, clause.block):
        told = _clause_of(held.act, clause.block, clause.days, clause.earlier)
        told = told.turned() if held.denied else told
        for found in find_who(told):
            if is_worth(found, told):
                yield replace(found, makers=held.makers)


def _states(verb: Token) -> bool:
    """Whether a verb heads a clause; capitals in mid-sentence are names taken for verbs.

    "Government shelling" and "farms and logging camps" are nouns, whatever their tags.
    """
    if verb.dep_ == "conj" and verb.head.pos_ in ("NOUN", "PROPN"):
        return False
    if verb.tag_ == "VBG" and (
        any(child.dep_ in _OF_NOUNS for child in verb.lefts) or _ends_name(verb)
    ):
        return False
    if verb.is_sent_start and verb.i < opening_end(verb.sent):
        return False
    if verb.dep_ == "xcomp" and verb.lower_ == "blame" and lemma(verb.head) == "be":
        return False  # "was to blame for"
    if verb.dep_ in _NO_CLAUSE or not lemma(verb).replace("-", "").isalpha():
        return False
    return not verb.text[0].isupper() or verb.is_sent_start is True


def _ends_name(verb: Token) -> bool:
    """Whether a participle is the last word of an act's name: "killed in army shelling"."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    return before.dep_ == "pobj" and before.tag_ == "NN" and act_of_noun(verb) is not None


def _is_unheard(verb: Token) -> bool:
    """Whether nothing was seen or heard of a clause: "no sign of shells hitting the town"."""
    over = verb.head if verb.dep_ == "pcomp" else verb.head.head
    return verb.dep_ in ("pcomp", "acl") and over.dep_ == "prep" and is_negated_noun(over.head)


def _clause_of(act: Act, block: Block, days: list[PlacedDays], earlier: list[Party]) -> Clause:
    verb = act.head
    about = [*act.patients, *act.agents] if lemma(verb) != "be" else list(act.agents)
    topic = named_phrase(about[0], verb, block, earlier) if about else ""
    said = arguments(act, block, earlier)
    return Clause(act, _stance(verb), said, topic, block, days, earlier)


def _with_thing(clause: Clause, reading: Reading) -> Clause:
    """Tell what "it is owned by" is said of: the dam that the sentence before is about."""
    owned = clause.act.patients[:1] if clause.act.role == OWN else ()
    meant = thing_meant(owned[0], _main_verb_before(clause.block, reading)) if owned else None
    if meant is None or is_post(meant):
        return clause
    said = {*clause.arguments, f"patient:noun:{lemma(meant)}"}
    return replace(clause, arguments=tuple(sorted(said)), topic=whole_phrase(meant))


def _main_verb_before(block: Block, reading: Reading) -> Token | None:
    """Give the main verb of the last sentence before a paragraph."""
    number = next(n for n, one in enumerate(reading.blocks) if one is block)
    sentences = list(reading.blocks[number - 1].doc.sents) if number else []
    return sentences[-1].root if sentences else None


_HEARD: Final = frozenset("report sign evidence indication word trace hint".split())


def _there(act: Act) -> Act:
    """Tell what "there is" is said of: riots for "there were no reports of riots"."""
    children = list(act.head.children)
    if lemma(act.head) != "be" or all(child.dep_ != "expl" for child in children):
        return act
    nouns = [child for child in children if child.dep_ in ("attr", "nsubj")]
    for noun in nouns:
        if lemma(noun) in _HEARD:
            nouns = prepositional(noun, "of") or nouns
    return replace(act, agents=tuple(nouns))


def _stance(verb: Token) -> Stance:
    """Give polarity and certainty, "was 'not dead'" and "no sign of X hitting Y" as denied too."""
    stance = stance_of(verb)
    within = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
    turned = any(inner.dep_ == "neg" for child in within for inner in child.children)
    turned = turned and not any(child.dep_ == "expl" for child in verb.children)
    nothing = _is_unheard(verb)
    turned = turned or (bool(told_object(verb)) and reporting_group(verb.head) == "deny")
    if turned or nothing:
        denied = stance.polarity is Polarity.AFFIRMED
        polarity = Polarity.DENIED if denied else Polarity.AFFIRMED
        return Stance(polarity, Certainty.HEDGED if nothing else stance.certainty)
    return stance


def _read(clause: Clause, *, told: bool) -> Iterator[Statement]:
    act = clause.act
    if act.generic and lemma(act.head) in _COPULAS and not _is_talk(clause):
        yield from find_existing(clause)
        yield from find_characters(clause)
    elif not told and not _only_speaks(clause) and not _is_talk(clause) and _has_actor(act.head):
        yield from find_who(clause)
        yield from find_whom(clause)
    yield from find_circumstances(clause)


def _has_actor(verb: Token) -> bool:
    """Whether the grammar tells who acts, or that nobody is told: not for "to end the war"."""
    return is_passive(verb) or bool(grammatical_subjects(verb))


def _is_talk(clause: Clause) -> bool:
    """Whether somebody speaks of themselves, or to somebody, without telling an act."""
    agents = clause.act.agents
    return clause.act.generic and bool(agents) and agents[0].lower_ in ("i", "we", "you")


def _only_speaks(clause: Clause) -> bool:
    """Whether the clause only carries what is said in another, or a verb too weak to be a claim."""
    verb = clause.act.head
    speaks = any(c.dep_ in ("ccomp", "parataxis") for c in verb.rights)
    if speaks and reporting_group(verb) == "deny":
        return True
    if not clause.act.generic:
        return False
    if is_reporting(verb) and any(c.dep_ in ("ccomp", "parataxis") for c in verb.children):
        return True
    weak = lemma(verb) in clause_list("silent_verbs")
    return weak and not (clause.act.patients and lemma(verb) in ("have", "get", "do", "make"))
