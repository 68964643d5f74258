"""Figures that leave their noun out, and figures that tell a part of the one before.

"2,500 troops remain. The paper reports more than 1,000", "thirty people, 12 of them children", "of
the 288 candidates, 56 are women", "22 killed and 50 wounded". What is left out is taken from the
amount just before, or is people where killed or wounded are told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.extract.amount import Amount, about, amount_of, clause_of, is_person
from claims.extract.attribute import (
    PRESENT,
    attribute_of,
    harm_class,
)
from claims.extract.bare_figure import follows_gathering, follows_harm
from claims.extract.counted import climb_figure
from claims.extract.syntax import clause_verb, is_verb, lemma, prepositional
from claims.values.harm import HARM
from claims.values.quantity import FoundQuantity, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.extract.reading import Block

_ELIDING: Final = frozenset("be have report say put give count cite list claim".split())
_SPOKEN: Final = frozenset({("speak", "of"), ("talk", "of"), ("put", "at"), ("estimate", "at")})
"""Verbs behind whose preposition a bare figure stands: "the governor spoke of 300"."""
_THEM: Final = frozenset({"them", "whom", "which", "these", "those"})
_DEFINITE: Final = frozenset({"the", "these", "those", "both", "all", "other", "last", "first"})
_PARTS: Final = frozenset({"including", "among", "includes", "included", "comprising", "whom"})
_TOGETHER: Final = (["along", "with"], ["together", "with"])
_AGENTS: Final = frozenset({"by", "against"})
_LISTED: Final = frozenset({"", "person", "magnitude"})
_SHARES: Final = frozenset({"percent", "share"})
_JOINTS: Final = frozenset({",", "and", "or", "plus", "as", "well", "also", "another", "-", "–"})


def find_harmed(
    found: FoundQuantity, figure: Span, block: Block, *, gathering: bool = True
) -> Amount | None:
    """Read a bare figure before harm or a gathering as people: "15 injured", "900 marched"."""
    if found.value.unit or is_definite(figure):
        return None
    harm = follows_harm(figure.end, block.doc)
    if harm is None and gathering:
        harm = follows_gathering(figure.end, block.doc) or _who(figure)
    if harm is None:
        return None
    told = harm_class(harm) or lemma(harm)
    verb = harm if is_verb(harm) and harm.dep_ != "amod" else clause_verb(figure.root)
    value = replace(found.value, unit="person")
    amount = _with_verb(amount_of(value, figure, figure.root, block), verb, block)
    kept = (*amount.tokens, harm)
    return replace(
        people(amount, told),
        tokens=tuple(t for t in kept if t.sent == figure.root.sent),
    )


def _who(figure: Span) -> Token | None:
    """Give the verb of "95 who have been out of work": who they are is left out, too."""
    doc = figure.doc
    if figure.end >= len(doc) or doc[figure.end].lower_ != "who":
        return None
    verb = clause_verb(doc[figure.end])
    return verb if verb is not None and verb.i > figure.end else None


def people(amount: Amount, attribute: str) -> Amount:
    """Make an amount one of people whose noun is left out."""
    value = replace(amount.value, unit="person")
    return replace(
        amount, value=value, head="person", subject="people", attribute=attribute, modifiers=()
    )


def is_definite(figure: Span) -> bool:
    """Whether a figure points back: "the two were killed" counts nothing new."""
    return figure.start > 0 and figure.doc[figure.start - 1].lower_ in _DEFINITE


def _with_verb(amount: Amount, verb: Token | None, block: Block) -> Amount:
    tokens = clause_of(amount.figure.root, verb, amount.figure)
    return replace(amount, verb=verb, tokens=tokens, about=about(tokens, block))


def find_part(found: FoundQuantity, figure: Span, block: Block, last: Amount) -> Amount | None:
    """Read "12 of them children" and "six of whom have died" as a part of the amount before."""
    doc = figure.doc
    if not last.value.unit.strip() or last.value.unit == "person":
        included = _included(found, figure, block, last)
        if included is not None:
            return included
    them = figure.end + 1
    if them >= len(doc) or doc[figure.end].lower_ != "of" or doc[them].lower_ not in _THEM:
        return None
    following = [t for t in doc[them + 1 : them + 6] if t.pos_ not in ("AUX", "DET", "ADV")]
    value = replace(found.value, unit=last.value.unit)
    what = following[0] if following else None
    what = _head_of(what) if what is not None and what.pos_ in ("NOUN", "ADJ") else what
    if what is not None and what.pos_ == "NOUN":
        counted = replace(value, unit="person") if is_person(what) else value
        part = amount_of(counted, figure, what, block)
        return replace(part, attribute=last.attribute, verb=last.verb, tokens=_tokens(last, part))
    harm = follows_harm(them + 1, doc)
    verb = clause_verb(doc[them])
    own = verb is not None and verb.i > them
    said = attribute_of(figure.root, verb, value.unit) if own else last.attribute
    return _borrowing(last, figure, value, harm_class(harm) if harm is not None else said)


def _included(found: FoundQuantity, figure: Span, block: Block, last: Amount) -> Amount | None:
    """Read "6 million homes, including 1.5 million in the capital"."""
    whole = block.doc.char_span(found.start, found.end, alignment_mode="expand")
    top = climb_figure(figure)
    same = last.figure.root.sent == top.sent and last.noun.i < figure.start
    if whole is None or whole.start < 1 or not same or top.pos_ != "NUM" or top.dep_ != "pobj":
        return None
    if block.doc[whole.start - 1].lower_ != "including":
        return None
    return _borrowing(last, figure, replace(found.value, unit=last.value.unit), last.attribute)


def _head_of(word: Token) -> Token:
    """Give the noun that an adjective or compound stands before."""
    return word.head if word.dep_ in ("amod", "compound") and word.head.i > word.i else word


def _tokens(last: Amount, part: Amount) -> tuple[Token, ...]:
    kept = (*last.tokens, *part.figure, part.noun)
    return tuple(t for t in kept if t.sent == part.figure.root.sent)


def _borrowing(last: Amount, figure: Span, value: Quantity, attribute: str) -> Amount:
    tokens = tuple(t for t in (*last.tokens, *figure) if t.sent == figure.root.sent)
    return replace(
        last,
        value=value,
        figure=figure,
        attribute=attribute,
        tokens=tokens,
        borrowed=last.borrowed or last.noun,
    )


def find_elided(found: FoundQuantity, figure: Span, block: Block, last: Amount) -> Amount | None:
    """Read an amount that leaves out the noun of the one just before it.

    "2,500 US troops remain. The paper reports more than 1,000": more than 1,000 US troops.
    """
    if found.measured and found.value.unit not in _SHARES:
        return None
    earlier = _earlier(found, figure, block, last)
    if earlier is not None:
        return earlier
    top = climb_figure(figure)
    spoken = _spoken_of(top)
    if spoken is not None and not found.measured and _sentences_between(last.figure[0], top) <= 1:
        return _told_by(found, figure, block, last, spoken)
    if found.measured:
        top = top if top.dep_ in ("nsubj", "nsubjpass") else top.head
    verb = top.head
    loose = top.dep_ == "npadvmod" and last.verb is not None and verb.i == last.verb.i
    if (top.dep_ in ("appos", "conj") or loose) and not found.measured:
        return _listed(found, figure, block, last)
    if not is_verb(verb) or is_definite(figure) or (top.pos_ != "NUM" and not found.measured):
        return None
    if top.dep_ in ("nsubj", "nsubjpass"):
        return _share(found, figure, block, last)
    beside = last.verb is not None and verb.dep_ == "conj" and verb.head.i == last.verb.i
    same = last.verb is not None and (lemma(last.verb) == lemma(verb) or beside)
    if found.measured:
        return None
    eliding = top.dep_ in ("dobj", "attr") and (lemma(verb) in _ELIDING or same)
    if not eliding or _sentences_between(last.figure[0], top) > 1:
        return None
    return _told_by(found, figure, block, last, verb)


def _spoken_of(top: Token) -> Token | None:
    """Give the verb of "spoke of 300" and "put it at 300"; "put the toll at 300" names its noun."""
    lead = top.head
    if top.pos_ != "NUM" or top.dep_ != "pobj" or not is_verb(lead.head):
        return None
    if (lemma(lead.head), lead.lower_) not in _SPOKEN:
        return None
    nouns = (c for c in lead.head.children if c.dep_ in ("dobj", "nsubjpass"))
    return lead.head if all(map(_stands_for_count, nouns)) else None


def _stands_for_count(noun: Token) -> bool:
    """Whether a noun takes up what was counted before: "it", "the number", "the figure"."""
    bare = not prepositional(noun, "of")
    return noun.pos_ == "PRON" or (bare and lemma(noun) in ("number", "figure", "total"))


def _earlier(found: FoundQuantity, figure: Span, block: Block, last: Amount) -> Amount | None:
    """Read "1.2 million visitors, up from 900,000": how many there had been."""
    doc = figure.doc
    whole = block.doc.char_span(found.start, found.end, alignment_mode="expand")
    at = (whole.start if whole is not None else figure.start) - 2
    if at < 0 or found.measured or last.figure.root.sent != figure.root.sent:
        return None
    if doc[at].lower_ not in ("up", "down") or doc[at + 1].lower_ != "from":
        return None
    return _borrowing(last, figure, replace(found.value, unit=last.value.unit), "before")


def _share(found: FoundQuantity, figure: Span, block: Block, last: Amount) -> Amount | None:
    """Read "of the 288 candidates, 202 are under 45 and 56 are women"."""
    top = climb_figure(figure)
    verb = top.head
    if last.figure.root.sent != top.sent or last.verb is None or not last.head:
        return None
    own = found.value.unit if found.measured else last.value.unit
    value = replace(found.value, unit=own)
    shown = [c for c in verb.children if c.dep_ == "attr" and c.pos_ == "NOUN"]
    if lemma(verb) == "be" and shown:
        person = is_person(shown[0]) and not found.measured
        counted = replace(value, unit="person") if person else value
        return amount_of(counted, figure, shown[0], block)
    amount = replace(_borrowing(last, figure, value, PRESENT), attribute=lemma(verb))
    told = attribute_of(figure.root, verb, value.unit)
    return replace(_with_verb(amount, verb, block), attribute=told)


def _listed(found: FoundQuantity, figure: Span, block: Block, last: Amount) -> Amount | None:
    """Read "37 of the candidates stood in the capital, 46 in the north, 25 in the south"."""
    top = climb_figure(figure)
    behind = figure.doc[figure.end] if figure.end < len(figure.doc) else None
    beside = top.head.i in range(last.figure.start, last.figure.end)
    placed = behind is not None and behind.lower_ in ("in", "from", "at")
    if top.pos_ != "NUM" or behind is None or not (beside or placed):
        return None
    if last.figure.root.sent != top.sent or last.value.unit not in _LISTED:
        return None
    value = replace(found.value, unit=last.value.unit)
    where = [block.mention(t) for t in behind.subtree]
    place = tuple(sorted({m.place for m in where if m is not None and m.place}))
    return replace(_borrowing(last, figure, value, last.attribute), place=place)


def _told_by(found: FoundQuantity, figure: Span, block: Block, last: Amount, verb: Token) -> Amount:
    """Read a figure of what the one before it counts, as another gives it."""
    top = climb_figure(figure)
    subjects = [c for c in verb.children if c.dep_ == "nsubj"] if lemma(verb) == "have" else []
    mentions = [block.mention(t) for s in subjects for t in s.subtree]
    group = tuple(sorted({m.key for m in mentions if m is not None})) or last.group
    whose = " and ".join(dict.fromkeys(m.name for m in mentions if m is not None))
    subject = f"{whose} {last.noun.text}" if whose and group != last.group else last.subject
    more = any(child.lower_ in ("more", "other", "others") for child in top.rights)
    is_saying = lemma(verb) in _ELIDING or top.dep_ == "pobj"
    return replace(
        last,
        value=replace(found.value, unit=last.value.unit),
        figure=figure,
        attribute=last.attribute if is_saying else lemma(verb),
        subject=subject,
        group=group,
        modifiers=tuple(sorted({*last.modifiers} | ({"more"} if more else set()))),
        verb=verb,
        tokens=clause_of(top, verb, figure),
        borrowed=last.borrowed or last.noun,
    )


def _sentences_between(left: Token, right: Token) -> int:
    return sum(1 for t in left.doc[left.i + 1 : right.i + 1] if t.is_sent_start)


def joined(amount: Amount, last: Amount) -> Amount:
    """Let a part or a neighbour share what is said of the amount before it.

    "36 dead, among them 15 children and four teachers": the children and the teachers are dead.
    """
    if last.attribute not in HARM or amount.attribute in HARM or amount.value.unit != "person":
        return amount
    if amount.figure.root.sent != last.figure.root.sent or last.figure.end > amount.figure.start:
        return amount
    between = [t.lower_ for t in amount.figure.doc[last.figure.end : amount.figure.start]]
    part = not _PARTS.isdisjoint(between) and _AGENTS.isdisjoint(between)
    part = part or between[-2:] in _TOGETHER
    behind = amount.figure.doc[last.noun.i + 1 : amount.figure.start]
    neighbour = len(behind) > 0 and all(t.lower_ in _JOINTS for t in behind)
    shared = amount.verb is None or last.verb is None or amount.verb.i == last.verb.i
    if part or (neighbour and shared):
        return replace(amount, attribute=last.attribute)
    return amount
