"""What a clause states beside amounts and meetings: who did it, to whom or what; what is what.

Acts of claims/data/predicates.toml give the claim its role; any other verb gives the generic
role "svo:VERB". Clauses that only carry speech ("said that …"), that have no subject the grammar
tells, or whose subject is a pronoun that stands for nobody known state nothing of their own.
Days, places, reasons are read in `circumstance`, acts told by nouns in `nominal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.extract.act import clause_list, read_act
from claims.extract.argument import arguments
from claims.extract.assertion import Clause, Statement, phrase
from claims.extract.circumstance import find_circumstances, is_counted
from claims.extract.nominal import find_nominals
from claims.extract.post import find_posts
from claims.extract.referent import acting
from claims.extract.reporting import is_reporting, reporting_group
from claims.extract.roster import parties_of
from claims.extract.stance import stance_of
from claims.extract.syntax import is_verb, lemma
from claims.model import Kind
from claims.values.party import Parties, Party
from claims.values.words import Words
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block, Reading

_NO_CLAUSE: Final = ("aux", "auxpass", "amod", "compound", "prep", "case", "mark")
_POINTING: Final = frozenset("it this that these those what which there who one".split())
_VAGUE: Final = frozenset("something nothing anything one thing way reason lot what".split())


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
    yield from find_posts(block)
    yield from find_nominals(block, reading, earlier)
    for verb in block.doc:
        if is_verb(verb) and _states(verb):
            clause = _clause_of(verb, block, reading, earlier)
            yield from _read(clause, told=verb.i in taken)


def _states(verb: Token) -> bool:
    """Whether a verb heads a clause; capitals in mid-sentence are names taken for verbs."""
    if verb.dep_ in _NO_CLAUSE or not lemma(verb).replace("-", "").isalpha():
        return False
    return not verb.text[0].isupper() or verb.is_sent_start is True


def _clause_of(verb: Token, block: Block, reading: Reading, earlier: list[Party]) -> Clause:
    act = read_act(verb, block)
    about = [*act.patients, *act.agents] if lemma(verb) != "be" else list(act.agents)
    topic = phrase(about[0]) if about else ""
    said = arguments(act, block, earlier)
    return Clause(act, stance_of(verb), said, topic, block, reading, earlier)


def _read(clause: Clause, *, told: bool) -> Iterator[Statement]:
    act = clause.act
    if act.head.lower_ != "be" and not act.agents and not act.patients:
        return
    if lemma(act.head) == "be" and act.generic:
        yield from _existing(clause)
        yield from _characterised(clause)
    elif not told and not _only_speaks(clause):
        yield from _who(clause)
        yield from _whom(clause)
    yield from find_circumstances(clause)


def _only_speaks(clause: Clause) -> bool:
    """Whether the clause only carries what is said in another, or a verb too weak to be a claim."""
    verb = clause.act.head
    speaks = any(c.dep_ in ("ccomp", "parataxis") for c in verb.children)
    if speaks and reporting_group(verb) == "deny":
        return True
    if not clause.act.generic:
        return False
    if speaks and is_reporting(verb):
        return True
    weak = lemma(verb) in clause_list("silent_verbs")
    return weak and not (clause.act.patients and lemma(verb) in ("have", "get", "do", "make"))


def _who(clause: Clause) -> Iterator[Statement]:
    """State who or what did it; where nothing was done to anything, whether it happened."""
    act, anchor = clause.act, (clause.act.head,)
    agents, topic = list(act.agents), _topic(clause.act.patients)
    listed = parties_of(agents, clause.block) if agents else None
    actors = acting(agents, clause.block, clause.earlier)
    kind = Kind.POLARITY if clause.denied else Kind.ACTOR
    if listed is not None and len(listed.members) > 1:
        yield clause.state(kind, "", listed, topic, anchor)
    elif actors:
        yield clause.state(kind, "", actors[0], topic, anchor)
    elif agents and act.patients and agents[0].pos_ == "NOUN":
        yield clause.state(kind, "", Words(phrase(agents[0]), lemma(agents[0])), topic, anchor)
    elif clause.denied or (agents and not act.patients and _happens(clause)):
        value = YesNo(yes=not clause.denied, text=act.head.text)
        yield clause.state(Kind.POLARITY, "", value, clause.topic, anchor)


def _happens(clause: Clause) -> bool:
    """Whether a clause without an object says enough: by its act, or by what it is about."""
    return _is_named(clause.act.agents[0]) or not clause.act.generic


def _is_named(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN")


def _topic(nouns: tuple[Token, ...]) -> str:
    return phrase(nouns[0]) if nouns else ""


def _whom(clause: Clause) -> Iterator[Statement]:
    """State to whom or what it was done."""
    patients = list(clause.act.patients)
    if not patients or not _is_named(patients[0]):
        return
    topic, anchor = _topic(clause.act.agents), (patients[0],)
    value = named_parties(patients, clause.block)
    if value is not None:
        yield clause.state(Kind.PARTICIPANTS, "object", value, topic, anchor)
    elif not is_counted(patients[0]):
        words = Words(phrase(patients[0]), lemma(patients[0]))
        yield clause.state(Kind.ATTRIBUTION, "object", words, topic, anchor)


def named_parties(nouns: list[Token], block: Block) -> Parties | Party | None:
    """Read nouns as a party or a list of which one at least is known by name."""
    listed = parties_of(nouns, block)
    if listed is None or all(member.key.startswith("words:") for member in listed.members):
        return None
    return listed if len(listed.members) > 1 else listed.members[0]


def _existing(clause: Clause) -> Iterator[Statement]:
    """State that there is none of something: "there were no suspects"."""
    verb = clause.act.head
    if clause.denied and any(child.dep_ == "expl" for child in verb.children):
        nouns = [child for child in verb.children if child.dep_ in ("attr", "nsubj")]
        if nouns:
            value = YesNo(yes=False, text=verb.text)
            yield clause.state(Kind.POLARITY, "", value, phrase(nouns[0]), (verb,))


def _characterised(clause: Clause) -> Iterator[Statement]:
    """State what something is: "the vote was a sham", "the candidates are Peru and Chile"."""
    agents = list(clause.act.agents)
    said = [c for c in clause.act.head.children if c.dep_ in ("attr", "acomp")]
    if not agents or not said or said[0].like_num or said[0].lower_ in _VAGUE:
        return
    if _stands_for_nothing(agents[0]) and said[0].pos_ != "NOUN":
        return
    value = named_parties(said, clause.block)
    topic = clause.topic
    if isinstance(value, Parties):
        yield clause.state(Kind.PARTICIPANTS, "", value, topic, (said[0],))
    else:
        words = Words(phrase(said[0]), lemma(said[0]))
        yield clause.state(Kind.ATTRIBUTION, "", words, topic, (said[0],))


def _stands_for_nothing(noun: Token) -> bool:
    return noun.lower_ in _POINTING or noun.tag_ == "EX"
