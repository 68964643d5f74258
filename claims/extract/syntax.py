"""Questions to a dependency parse that every extractor asks: who, whom, in which clause.

The passive, relative clauses, participles and infinitives are turned round here, once: the
logical subject is who acts, whatever the grammar. Tokens are compared by index, never by
identity: the parser makes them anew at each access.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "csubjpass")
CLAUSES: Final = ("ccomp", "advcl", "relcl", "acl", "parataxis", "conj", "ROOT", "xcomp", "pcomp")
OBJECT_CONTROL: Final = frozenset(
    "ask tell order urge invite allow force persuade permit enable encourage require help "
    "advise request lead cause get make let want expect call".split()
)
_POINTING: Final = frozenset({"those", "guests", "participants", "parties", "countries"})
_MISREAD: Final = {"hop": "hope"}
_LEMMAS: Final[dict[int, str]] = {}
"""Base forms by the parser's hash of the word, which is the same in every run."""
_RELATIVES: Final = frozenset({"which", "that", "who", "whom"})


def lemma(token: Token) -> str:
    """Give the lemma in lower case, mended where the parser's own table is wrong."""
    found = _LEMMAS.get(token.lemma)
    if found is None:
        word = token.lemma_.lower()
        found = _LEMMAS[token.lemma] = _MISREAD.get(word, word)
    if found == "fin" and token.lower_ in ("fined", "fining"):
        return "fine"
    return "tax" if found == "taxis" and token.lower_ == "taxes" else found


@cache
def _times() -> frozenset[str]:
    return frozenset(load_toml("clauses.toml")["times"])


@cache
def _plans() -> frozenset[str]:
    tables = load_toml("complements.toml")
    return frozenset((*tables["plan_nouns"], *tables["negative_nouns"]))


@cache
def _persons() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["persons"])


def is_time(token: Token) -> bool:
    """Whether a word tells a time: "Monday", "week", "2016"."""
    word = lemma(token).rstrip(".")
    return word in _times() or (word.isdigit() and len(word) == 4)


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause: a verb or an auxiliary that stands for one."""
    return token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "was invited and heard", "troops deployed in …"."""
    below = {child.dep_ for child in verb.children}
    if "auxpass" in below or "nsubjpass" in below:
        return True
    if verb.tag_ != "VBN" or "aux" in below or not below.isdisjoint(SUBJECTS):
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl")


def _resolved(token: Token, verb: Token) -> Token:
    """Give what a relative pronoun stands for."""
    if token.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return token


def _inherited(verb: Token) -> list[Token]:
    """Find the subject that a verb without one of its own shares with its head."""
    head = verb.head
    if verb.dep_ == "conj" and is_verb(head):
        return grammatical_subjects(head)
    if verb.dep_ in ("xcomp", "ccomp") and (told := _told_of_antecedent(head)):
        return told
    if verb.dep_ == "xcomp" and is_verb(head):
        if is_passive(head):
            return grammatical_subjects(head)
        controlled = direct_objects(head) if lemma(head) in OBJECT_CONTROL else []
        return controlled or logical_subjects(head)
    if verb.dep_ == "xcomp" and head.dep_ in ("acomp", "attr", "oprd") and is_verb(head.head):
        return grammatical_subjects(head.head)
    if verb.dep_ in ("acl", "relcl"):
        return _who_hopes(verb) or _antecedent(verb)
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and is_verb(head):
        before = verb.doc[verb.i - 1] if verb.i else verb
        return [before] if before.pos_ in ("NOUN", "PROPN") else grammatical_subjects(head)
    if verb.dep_ == "pcomp" and is_verb(head.head):
        return _behind_preposition(head)
    if verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VB") and is_verb(head):
        return grammatical_subjects(head)
    return []


def _told_of_antecedent(verb: Token) -> list[Token]:
    """Give of whom somebody tells something: the suspect of "the suspect, who police say fled"."""
    subjects = [child for child in verb.lefts if child.dep_ in (*SUBJECTS, "dobj")]
    asked = len(subjects) > 1 and subjects[0].lower_ in _RELATIVES and verb.dep_ == "relcl"
    return [verb.head] if asked else []


def _who_hopes(verb: Token) -> list[Token]:
    """Give who speaks or hopes behind a thing that cannot: "Ruiz entered the race hoping"."""
    noun = verb.head
    speaks = verb.tag_ == "VBG" and (lemma(verb) in _tells() or lemma(verb) in _HOPES)
    able = noun.pos_ != "NOUN" or lemma(noun) in _persons() or noun.tag_ == "NNS"
    if not speaks or able or noun.dep_ not in ("dobj", "pobj") or noun.head.lower_ == "by":
        return []
    over = clause_verb(noun)
    return grammatical_subjects(over) if over is not None and over.i != verb.i else []


_HOPES: Final = frozenset("hope fear believe think expect".split())
_HELD_TO: Final = frozenset(
    "accuse suspect convict acquit charge blame criticise criticize praise thank stop prevent keep "
    "bar ban block discourage dissuade force talk trick coerce push".split()
)
_HAPPENS_IN: Final = ("in", "by", "during", "from")


def _behind_preposition(preposition: Token) -> list[Token]:
    """Give who does what stands behind a preposition: me for "accused me of lying".

    Nobody for "killed in shelling": a passive has not told who shelled.
    """
    verb = preposition.head
    if preposition.lower_ in _HAPPENS_IN and is_passive(verb) and lemma(verb) not in _HELD_TO:
        return []
    held = direct_objects(verb) if lemma(verb) in _HELD_TO else []
    return held or grammatical_subjects(verb)


def _antecedent(verb: Token) -> list[Token]:
    """Give the noun a participle or infinitive hangs on.

    An offer's maker for "offer to host", Iran and Iraq for "those invited are Iran and Iraq".
    """
    noun = verb.head
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return _maker(noun)
    if noun.lower_ in _POINTING and lemma(noun.head) == "be":
        return [child for child in noun.head.children if child.dep_ == "attr"] or [noun]
    return [noun]


def _maker(noun: Token) -> list[Token]:
    """Give who is to do what hangs on a noun: Peru for "Peru's offer to host".

    Russia for "Russia made an offer to host" as well; nobody for an offer of nobody's.
    """
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners:
        return owners
    if lemma(noun) not in _plans():
        return [noun] if noun.pos_ == "PROPN" or lemma(noun) in _persons() else []
    carried = noun.dep_ == "dobj" and is_verb(noun.head)
    return logical_subjects(noun.head) if carried else []


def grammatical_subjects(verb: Token) -> list[Token]:
    """Give the subject as the grammar has it, inherited where the verb has none of its own."""
    own = [_resolved(child, verb) for child in verb.children if child.dep_ in SUBJECTS]
    if len(own) > 1 and own[-1].i < verb.i:
        own = own[-1:]  # "A born leader, Ruiz won": the parser takes both for subjects
    return own or told_object(verb) or _inherited(verb) or _behind_participle(verb)


@cache
def _tells() -> frozenset[str]:
    verbs = load_toml("reporting.toml")["verbs"]
    return frozenset((*verbs["say"], *verbs["deny"]))


def told_object(verb: Token) -> list[Token]:
    """Give the subject that the parser took for the object of the verb that reports the clause.

    "Peru denied its ships or those of Chile were involved" has `ships` for `involved`.
    """
    head = verb.head
    if verb.dep_ != "conj" or lemma(head) not in _tells():
        return []
    if any(child.dep_ == "cc" for child in head.children):
        return []
    return [c for c in head.children if c.dep_ == "dobj" and head.i < c.i < verb.i]


def _behind_participle(verb: Token) -> list[Token]:
    """Give the subject that the parser hung on a participle before the verb.

    "The US, not relying on Russia, offered …": the subject of "relying" is that of "offered".
    """
    return [
        subject
        for child in verb.lefts
        if child.dep_ == "advcl" and child.tag_ == "VBG"
        for subject in child.lefts
        if subject.dep_ in SUBJECTS
    ]


def direct_objects(verb: Token) -> list[Token]:
    """Give the objects as the grammar has them; attributes of "be" are none."""
    return [_resolved(child, verb) for child in verb.children if child.dep_ in ("dobj", "dative")]


def prepositional(token: Token, *prepositions: str) -> list[Token]:
    """Give what stands after one of the prepositions that hang on the token."""
    return [
        inner
        for child in token.children
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions
        for inner in child.children
        if inner.dep_ in ("pobj", "pcomp") and not _is_named_behind(inner)
    ]


def _is_named_behind(noun: Token) -> bool:
    """Whether the parser took a name and the noun before it for two: "by ally Peru"."""
    following = noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1]
    if not following or following.pos_ != "PROPN":
        return False
    return bool(following.dep_ == "pobj" and following.head.i == noun.head.i)


def logical_subjects(verb: Token) -> list[Token]:
    """Give who acts: the subject, or the agent of a passive."""
    if is_passive(verb):
        return prepositional(verb, "by") or _shared_agent(verb)
    return grammatical_subjects(verb)


def _shared_agent(verb: Token) -> list[Token]:
    """Give the agent that two passives share: police for both of "shot and killed by police"."""
    for child in verb.rights:
        own = any(c.dep_ in (*SUBJECTS, "aux", "auxpass", "dobj") for c in child.children)
        near = child.dep_ == "conj" and child.tag_ == "VBN" and child.i - verb.i <= 2
        if near and not own:
            return prepositional(child, "by")
    return []


def logical_objects(verb: Token) -> list[Token]:
    """Give who is acted upon: the object, or the subject of a passive."""
    if is_passive(verb):
        return grammatical_subjects(verb)
    return direct_objects(verb)


def clause_verb(token: Token) -> Token | None:
    """Climb to the verb of the clause the token stands in; the token itself if it is one."""
    at = token
    while not (is_verb(at) and at.dep_ not in ("aux", "auxpass", "amod", "compound")):
        if at.head.i == at.i:
            return None
        at = at.head
    return at


def ancestors(token: Token) -> Iterator[Token]:
    """Climb from the token's head to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def noun_phrase(head: Token) -> list[Token]:
    """Give a noun with what stands before it: determiners, adjectives, compounds."""
    before = ("det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "advmod")
    kept = [head]
    for child in head.lefts:
        if child.dep_ in before or child.dep_ == "punct":
            kept.extend(child.subtree)
    return sorted(kept, key=lambda token: token.i)
