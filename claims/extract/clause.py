"""What a clause states beside amounts and meetings: who did it, to whom or what, when and where.

Predicates of claims/data/predicates.toml give the claim its role; any other verb gives the
generic role "svo:VERB", marked as such. Clauses that only carry speech ("said that …") state
nothing of their own here: what was said is read as its own clause, under its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.frame import frames_of
from claims.extract.party import acting, parties_of
from claims.extract.speaker import is_reporting
from claims.extract.syntax import (
    clause_tokens,
    clause_verb,
    is_verb,
    lemma,
    logical_objects,
    logical_subjects,
    noun_phrase,
    prepositional,
    quoted_verb,
)
from claims.model import Kind, Value
from claims.values.days import Days
from claims.values.party import Parties, Party
from claims.values.words import Words
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block, Reading

GENERIC: Final = "svo:"
"""What the role of a claim begins with whose verb is in no table."""

_PLACE_WORDS: Final = frozenset("in at near outside inside into to from across through off".split())
_SILENT: Final = frozenset("have do get make go come seem let use need try keep".split())
_COMPLEMENTS: Final = ("with", "as", "of", "over", "for")
_WHY: Final = frozenset({"because", "over", "due", "amid"})
_TIME_NOUNS: Final = frozenset("day week month year hour minute time moment morning night".split())


@dataclass(frozen=True)
class Statement:
    """One thing that a clause states.

    Args:
        kind: The label for people.
        role: The predicate, with what of it is stated: "arrest", "arrest:object", "svo:open:on".
        value: The answer.
        subject: Words a reader is told the question by.
        anchor: Tokens of the predicate, the day or the place.
        verb: The predicate.
        tokens: What the quote must hold.
    """

    kind: Kind
    role: str
    value: Value
    subject: str
    anchor: tuple[Token, ...]
    verb: Token
    tokens: tuple[Token, ...]


@cache
def _predicates() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the table by first word: verb -> the rest of its words and the name, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in load_toml("predicates.toml")["predicate"]:
        for verb in row["verbs"]:
            first, *rest = verb.split()
            table.setdefault(first, []).append((tuple(rest), str(row["name"])))
    return {verb: sorted(rows, key=lambda row: -len(row[0])) for verb, rows in table.items()}


def role_of_verb(verb: Token) -> str:
    """Give the role a verb opens: its predicate in the table, else the generic one."""
    below = {lemma(token) for child in verb.rights for token in (child, *child.rights)}
    for rest, name in _predicates().get(lemma(verb), []):
        if all(word in below for word in rest):
            return name
    return f"{GENERIC}{lemma(verb)}"


def find_statements(block: Block, reading: Reading, earlier: list[Party]) -> Iterator[Statement]:
    """Find what the clauses of a paragraph state, in order.

    Args:
        block: The paragraph.
        reading: The article, for its days.
        earlier: Subjects so far, for pronouns.
    """
    yield from _posts(block)
    for verb in block.doc:
        if is_verb(verb) and _states(verb):
            yield from _read(verb, block, reading, earlier)


def _states(verb: Token) -> bool:
    """Whether a verb heads a clause that states something of its own."""
    if verb.dep_ in ("aux", "auxpass", "amod", "compound", "prep", "case", "mark"):
        return False
    if is_reporting(verb) and any(c.dep_ in ("ccomp", "parataxis") for c in verb.children):
        return False
    return lemma(verb).isalpha()


def _read(verb: Token, block: Block, reading: Reading, earlier: list[Party]) -> Iterator[Statement]:
    subjects, objects = logical_subjects(verb), logical_objects(verb)
    if lemma(verb) == "be":
        yield from _characterised(verb, subjects, block)
        objects = []
    elif not frames_of(verb) and (lemma(verb) not in _SILENT or objects):
        yield from _who(verb, subjects, objects, block, earlier)
        yield from _whom(verb, subjects, objects, block)
    if not subjects and not objects:
        return
    topic = _topic(objects or subjects)
    yield from _when(verb, topic, block, reading)
    yield from _where(verb, topic, block)
    yield from _how(verb, topic)
    yield from _why(verb, topic, block)


def _statement(  # noqa: PLR0917 - one field after the other
    kind: Kind, role: str, value: Value, subject: str, anchor: tuple[Token, ...], verb: Token
) -> Statement:
    tokens = (verb, *clause_tokens(quoted_verb(verb)), *clause_tokens(verb), *anchor)
    return Statement(kind, role, value, subject, anchor, verb, tokens)


def _topic(nouns: list[Token]) -> str:
    """Name what a clause is about, for the question."""
    return " and ".join(_phrase(noun) for noun in nouns[:1])


def _phrase(noun: Token) -> str:
    words = [t for t in noun_phrase(noun) if t.dep_ not in ("det", "predet")] or [noun]
    start, end = words[0].i, words[-1].i + 1
    text = noun.doc[start:end].text
    return str(text)


def _who(
    verb: Token,
    subjects: list[Token],
    objects: list[Token],
    block: Block,
    earlier: list[Party],
) -> Iterator[Statement]:
    """State who or what did it; where nothing was done to anything, that it happened."""
    role, topic = role_of_verb(verb), _topic(objects)
    listed = parties_of(subjects, block) if subjects else None
    actors: list[Party] = acting(subjects, block, earlier)
    if listed is not None and len(listed.members) > 1:
        yield _statement(Kind.ACTOR, role, listed, topic, (verb,), verb)
    elif actors:
        yield _statement(Kind.ACTOR, role, actors[0], topic, (verb,), verb)
    elif subjects and objects and subjects[0].pos_ == "NOUN":
        what = Words(_phrase(subjects[0]), lemma(subjects[0]))
        yield _statement(Kind.ACTOR, role, what, topic, (verb,), verb)
    elif subjects and not objects:
        value = YesNo(yes=True, text=verb.text)
        yield _statement(Kind.POLARITY, role, value, _topic(subjects), (verb,), verb)


def _whom(
    verb: Token, subjects: list[Token], objects: list[Token], block: Block
) -> Iterator[Statement]:
    """State to whom or what it was done."""
    if not objects or objects[0].pos_ not in ("NOUN", "PROPN"):
        return
    role = f"{role_of_verb(verb)}:object"
    topic = _topic(subjects)
    listed = parties_of(objects, block)
    named = listed is not None and any(
        not member.key.startswith("words:") for member in listed.members
    )
    if listed is not None and named:
        value: Parties | Party = listed if len(listed.members) > 1 else listed.members[0]
        yield _statement(Kind.PARTICIPANTS, role, value, topic, (objects[0],), verb)
    elif not _counted(objects[0]):
        words = Words(_phrase(objects[0]), lemma(objects[0]))
        yield _statement(Kind.ATTRIBUTION, role, words, topic, (objects[0],), verb)


def _counted(noun: Token) -> bool:
    """Whether an amount stands with the noun: it is a claim of its own."""
    return bool(noun.like_num) or any(c.dep_ == "nummod" or c.like_num for c in noun.children)


def _characterised(verb: Token, subjects: list[Token], block: Block) -> Iterator[Statement]:
    """State what something is: "the vote was a sham"."""
    said = [c for c in verb.children if c.dep_ in ("attr", "acomp")]
    if not subjects or not said or said[0].like_num or subjects[0].tag_ == "EX":
        return
    del block
    words = Words(_phrase(said[0]), lemma(said[0]))
    yield _statement(Kind.ATTRIBUTION, "be", words, _topic(subjects), (said[0],), verb)


def _when(verb: Token, topic: str, block: Block, reading: Reading) -> Iterator[Statement]:
    """State the day, as precisely as the words and no more."""
    for found in reading.days(block):
        span = block.doc.char_span(found.start, found.end, alignment_mode="expand")
        governor = clause_verb(span.root) if span is not None else None
        if span is None or governor is None or governor.i != verb.i:
            continue
        value: Days = found.value
        role = f"{role_of_verb(verb)}:on"
        anchor = tuple(token for token in span if not token.is_punct) or tuple(span)
        if anchor[-1].i < verb.sent.end and anchor[0].i >= verb.sent.start:
            yield _statement(Kind.DATE, role, value, topic, anchor, verb)


def _where(verb: Token, topic: str, block: Block) -> Iterator[Statement]:
    """State the place, in the words printed."""
    for noun in prepositional(verb, *_PLACE_WORDS):
        if noun.pos_ not in ("NOUN", "PROPN") or lemma(noun) in _TIME_NOUNS:
            continue
        mention = block.mention(noun)
        place = mention is not None and mention.place is not None
        if not place and lemma(noun) not in _places():
            continue
        whole = [t for t in noun.subtree if t.dep_ not in ("relcl", "acl")]
        text = noun.doc[min(t.i for t in whole) : noun.i + 1].text
        words = Words(str(text), mention.name if mention is not None and place else lemma(noun))
        role = f"{role_of_verb(verb)}:in"
        yield _statement(Kind.PLACE, role, words, topic, (noun,), verb)


@cache
def _places() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["places"])


def _how(verb: Token, topic: str) -> Iterator[Statement]:
    """State what a known predicate adds: charged *with murder*, elected *as mayor*."""
    role = role_of_verb(verb)
    if role.startswith(GENERIC):
        return
    for preposition in _COMPLEMENTS:
        for noun in prepositional(verb, preposition):
            if noun.pos_ not in ("NOUN", "PROPN") or _counted(noun) or lemma(noun) in _TIME_NOUNS:
                continue
            words = Words(_phrase(noun), lemma(noun))
            named = f"{role}:{preposition}"
            yield _statement(Kind.ATTRIBUTION, named, words, topic, (noun,), verb)


def _posts(block: Block) -> Iterator[Statement]:
    """State the posts that persons are introduced by: "UNICEF director Ana Ruiz"."""
    for mention in block.mentions:
        head = block.doc[mention.end - 1]
        before = block.doc[mention.start - 1] if mention.start else None
        if mention.sort != "person" or before is None or before.head.i != head.i:
            continue
        title = [t for t in head.lefts if t.i < mention.start and t.dep_ in ("compound", "nmod")]
        if not title or before.pos_ not in ("NOUN", "PROPN") or not _is_post(before):
            continue
        start = min(token.left_edge.i for token in title)
        words = block.doc[start : mention.start].text
        who = Party(mention.key, mention.name)
        tokens = tuple(block.doc[start : mention.end])
        yield Statement(Kind.ACTOR, "post", who, words, tuple(title), head, tokens)
        post = Words(words, lemma(before))
        yield Statement(Kind.ATTRIBUTION, "post:title", post, who.name, tuple(title), head, tokens)


def _is_post(noun: Token) -> bool:
    return noun.lower_.rstrip(".") in _titles() or lemma(noun) in _titles()


@cache
def _titles() -> frozenset[str]:
    """Give the last words of titles that name a post, honorifics left out."""
    titles = load_toml("people-titles.toml")["titles"]
    return frozenset(t.lower().split()[-1] for t in titles if not t.endswith("."))


def _why(verb: Token, topic: str, block: Block) -> Iterator[Statement]:
    """State the reason, in the words printed."""
    del block
    for child in verb.children:
        because = child.dep_ == "advcl" and any(
            inner.dep_ == "mark" and inner.lower_ in _WHY for inner in child.children
        )
        over = child.dep_ == "prep" and child.lower_ in _WHY
        heads = [child] if because else [t for t in child.children if over and t.dep_ == "pobj"]
        for head in heads:
            if lemma(head) in _TIME_NOUNS:
                continue
            span = sorted(head.subtree, key=lambda token: token.i)
            words = Words(head.doc[span[0].i : span[-1].i + 1].text, lemma(head))
            role = f"{role_of_verb(verb)}:why"
            yield _statement(Kind.ATTRIBUTION, role, words, topic, (head,), verb)
