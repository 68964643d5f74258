"""A stated amount with what it counts: how many of what, whose, where, doing what.

"2,500 US troops in Afghanistan" is 2,500 of the noun "troop", of the United States, there. This
module builds an amount once its noun is known; `figure` finds it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claims.extract.attribute import (
    PRESENT,
    attribute_classes,
    attribute_of,
    counts_lives,
    done_to,
    harm_class,
    nouns,
    sum_class,
)
from claims.extract.counted import same_noun
from claims.extract.depth import DEPTH, is_depth
from claims.extract.measured import stands_for, subjects_of, told_by
from claims.extract.predicate import act_of_verb, with_particle
from claims.extract.reach import antecedent_tokens, clause_tokens
from claims.extract.spot import places_of
from claims.extract.syntax import (
    clause_verb,
    is_verb,
    lemma,
    logical_subjects,
    noun_phrase,
    prepositional,
)
from claims.values.quantity import FoundQuantity, Quantity
from claims.values.unit import is_currency

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block

_GROUP_WORDS: Final = ("from", "of", "by")
_GENERIC: Final = frozenset("such same total several many other least own very".split())
_UNIT_WORDS: Final = frozenset("old year month week day hour minute long decade".split())
_BEFORE: Final = ("amod", "compound", "nmod")
_HAVING: Final = frozenset(
    "have own operate employ hold maintain possess contain comprise run boast deploy station "
    "field".split()
)
"""Verbs whose subject has what their object is."""

_HELD: Final = frozenset({"of", "over", "under", "about", "around", "between", "up", "near"})
"""Prepositions that an object of having may stand behind: "boasts of 300 shops", "has over 300"."""

_MANY: Final = ("children", "men", "women", "people")
"""What the plurals of words for persons end in: "schoolchildren", "fishermen"."""

_PRONOUNS: Final = ("PRON", "DET")


@dataclass(frozen=True)
class Amount:
    """One stated amount, read in its sentence.

    Args:
        value: The interval, its unit "person" where persons are counted.
        figure: Tokens of the numeral.
        head: Lemma of what is counted or measured: "troop", "war".
        noun: The token of it.
        subject: Words a reader is told it by: "US troops".
        attribute: Class of what is said of it: "present", "killed", "last"; a lemma otherwise.
        group: Keys of the parties whose it is.
        place: Keys of the places where.
        modifiers: Lemmas that narrow it.
        about: Keys of the names in its clause.
        verb: The predicate; None in a heading without one.
        tokens: What the quote must hold.
        borrowed: The noun of the amount before, where this one leaves its noun out.
    """

    value: Quantity
    figure: Span
    head: str
    noun: Token
    subject: str
    attribute: str
    group: tuple[str, ...]
    place: tuple[str, ...]
    modifiers: tuple[str, ...]
    about: tuple[str, ...]
    verb: Token | None
    tokens: tuple[Token, ...]
    borrowed: Token | None = None


def amount_of(
    value: Quantity,
    figure: Span,
    noun: Token,
    block: Block,
    bound: range = range(0),
    *,
    predicate: Token | None = None,
) -> Amount:
    """Build the amount of a noun.

    Args:
        value: How many or how much.
        figure: Tokens of the numeral.
        noun: What is counted or measured; a name or a pronoun where the sentence has no noun.
        block: The paragraph.
        predicate: Token whose clause says it; the noun's where None.
        bound: Indexes of the amount with bound and unit: the "more" of "more than" narrows nothing.
    """
    verb = _predicate(predicate or noun)
    words = [t for t in _words_of(noun) if _narrows(t, figure, bound)] or [noun]
    kinds, owner = _kinds(noun, block), _owner(noun, verb)
    named = {i for m in block.mentions for i in range(m.start, m.end)}
    narrowing = [t for t in words if t.i != noun.i and t.i not in named and not harm_class(t)]
    modifiers = {lemma(t) for t in narrowing}
    mention = block.mention(noun)
    name = mention.name if mention is not None and noun.pos_ == "PROPN" else None
    head = name.lower() if name else same_noun(lemma(noun))
    deep = is_depth(value, max(bound.stop, figure.end), noun.doc)
    told = PRESENT
    if not deep and not _is_whole(noun, figure):
        told = _told_by(verb, attribute_of(noun, verb, value.unit, bound), block)
    return Amount(
        value=value,
        figure=figure,
        head=DEPTH if deep else noun.lower_ if noun.pos_ in _PRONOUNS else head,
        noun=noun,
        subject=DEPTH if deep else name or _subject(words, kinds, done_to(noun, bound), owner),
        attribute=told,
        group=_group(noun, owner, block),
        place=places_of(noun, verb, block),
        modifiers=tuple(sorted(modifiers - _GENERIC | {lemma(t) for t in kinds})),
        about=about(clause_of(noun, verb, figure), block),
        verb=verb,
        tokens=clause_of(noun, verb, figure),
    )


def _told_by(verb: Token | None, attribute: str, block: Block) -> str:
    """Name the act where the verb alone does not: burn for "set fire to three banks"."""
    if verb is None or attribute != with_particle(verb):
        return attribute
    told = act_of_verb(verb, block)
    more = any(told.lead is None or word.i != told.lead.i for word in told.words)
    return told.predicate.name if told.predicate is not None and more else attribute


def _predicate(noun: Token) -> Token | None:
    """Give the verb of the clause; "including" and "according" are prepositions."""
    verb = clause_verb(noun)
    while verb is not None and verb.dep_ == "prep":
        verb = clause_verb(verb.head) if verb.head.i != verb.i else None
    return verb


def _is_whole(noun: Token, figure: Span) -> bool:
    """Whether an amount is that of which another is a part: the 40 of "12 of the 40 sailors"."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or figure.start <= of.i:
        return False
    return bool(of.head.like_num) or is_verb(of.head)


def _words_of(noun: Token) -> list[Token]:
    return [t for t in noun_phrase(noun) if t.dep_ in _BEFORE or t.i == noun.i]


def _narrows(token: Token, figure: Span, bound: range) -> bool:
    inside = figure.start <= token.i < figure.end or token.i in bound
    return not inside and not token.like_num and lemma(token) not in _UNIT_WORDS


def _kinds(noun: Token, block: Block) -> list[Token]:
    """Give the nouns that "of" narrows it by: "cases of cholera"; no names and no amounts."""
    found = prepositional(noun, "of")
    return [
        t
        for t in found
        if t.pos_ == "NOUN" and not t.like_num and block.mention(t) is None and _is_short(t)
    ]


def _is_short(noun: Token) -> bool:
    return not any(c.dep_ in ("nummod", "relcl", "acl") for c in noun.children)


def _subject(
    words: list[Token], kinds: list[Token], above: Token | None, owner: Token | None
) -> str:
    """Name what is counted: "company's customers", "cases of cholera", "loss of jobs"."""
    told = " ".join(t.text for t in words)
    for kind in kinds[:1]:
        told = f"{told} of {_phrase(kind)}"
    classed = above is not None and lemma(above) in {*attribute_classes(), *_UNIT_WORDS}
    if above is not None and not counts_lives(above) and not classed:
        return f"{_phrase(above)} of {told}"
    return f"{_possessive(_phrase(owner))} {told}" if owner is not None else told


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _phrase(noun: Token) -> str:
    return " ".join(t.text for t in _words_of(noun) if not t.like_num)


def _owner(noun: Token, verb: Token | None) -> Token | None:
    """Give who has what is counted, where the clause says so: "The company has 300 shops"."""
    if verb is None or lemma(verb) not in _HAVING or noun.dep_ not in ("dobj", "conj", "pobj"):
        return None
    if noun.dep_ == "pobj" and noun.head.lower_ not in _HELD:
        return None
    subjects = (
        stands_for(s) if s.pos_ == "PRON" else s
        for s in logical_subjects(verb) or subjects_of(verb)
    )
    owner = next((s for s in subjects if s.pos_ in ("NOUN", "PROPN")), None)
    if owner is None or owner.i > noun.i or verb.i > noun.i:
        return None
    return _counted_in(owner)


def _counted_in(owner: Token) -> Token | None:
    """Step over words for an amount: the candidates of "a total of 288 candidates"."""
    if lemma(owner) not in nouns("counts"):
        return owner
    return next((t for t in prepositional(owner, "of") if t.pos_ in ("NOUN", "PROPN")), None)


def about(tokens: tuple[Token, ...], block: Block) -> tuple[str, ...]:
    """Give the names in a clause, which tell one amount of dead or wives from another."""
    named = {m.key for token in tokens if (m := block.mention(token)) is not None}
    borne = {block.bearers[token.i].key for token in tokens if token.i in block.bearers}
    return tuple(sorted(named | borne))


def clause_of(noun: Token, verb: Token | None, figure: Span) -> tuple[Token, ...]:
    """Give the tokens that the quote of an amount must hold."""
    if verb is None:
        return (*noun_phrase(noun), *figure)
    return (*antecedent_tokens(verb), *clause_tokens(verb), *figure, noun)


def is_people(mention: Mention, noun: Token) -> bool:
    """Whether a name is that of a people, counted: "600,000 Syrians"."""
    return mention.sort == "demonym" and noun.tag_ in ("NNS", "NNPS")


def is_person(noun: Token) -> bool:
    """Whether one of what a noun names is one person."""
    return lemma(noun) in nouns("persons") or noun.lower_.endswith(_MANY)


def _group(noun: Token, owner: Token | None, block: Block) -> tuple[str, ...]:
    """Give the parties whose the counted are: "US troops", "troops from NATO countries"."""
    own = block.mention(noun)
    found = {
        mention.key
        for child in noun.lefts
        if child.dep_ in (*_BEFORE, "poss") and (mention := block.mention(child))
        if mention != own
    }
    if own is not None and is_people(own, noun):
        found.add(own.key)
    having = block.mention(owner) if owner is not None else None
    if having is not None:
        found.add(having.key)
    for inner in prepositional(noun, *_GROUP_WORDS):
        found |= {m.key for t in inner.subtree if (m := block.mention(t)) is not None}
    return tuple(sorted(found))


def of_doing(value: Quantity, figure: Span, verb: Token, block: Block) -> Amount:
    """Build the amount of the doing itself: "they deliberated" for three hours."""
    amount = amount_of(value, figure, verb, block)
    told = lemma(verb)
    said = sum_class(verb) if is_currency(value.unit) else ""
    return replace(
        amount, head=told, subject=told_by(verb), attribute=said or told, group=(), modifiers=()
    )


def bound_words(found: FoundQuantity, block: Block) -> range:
    """Give the indexes of an amount with its bound and unit."""
    whole = block.doc.char_span(found.start, found.end, alignment_mode="expand")
    return range(whole.start, whole.end) if whole is not None else range(0)
