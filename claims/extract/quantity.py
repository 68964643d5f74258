"""Claims of amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claims.extract.amount import Amount
from claims.extract.argument import arguments_of
from claims.extract.continuation import days_of
from claims.extract.contrast import is_put_against
from claims.extract.figure import find_amounts
from claims.extract.maker import gives_toll
from claims.extract.reach import clause_tokens, quoted_verb
from claims.extract.reading import Block
from claims.extract.referent import resolve_person, subjects_in
from claims.extract.reporting import is_reporting
from claims.extract.scene import EXTRACTOR, Scene, trimmed
from claims.extract.speaker import Attribution
from claims.extract.stance import stance_of
from claims.extract.syntax import SUBJECTS, grammatical_subjects, lemma, noun_phrase
from claims.model import Certainty, Claim, Evidence, Kind, Polarity, Scope
from claims.values.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_REPORTS_IT: Final = frozenset("report confirm announce cite record claim estimate count".split())
"""Verbs that report the amount that is their object: "police confirmed 12 deaths"."""
_COUNTS: Final = frozenset({"count", "tally"})
"""Those of them that report nothing but amounts: "the union counted 5,000"."""


@dataclass(frozen=True, slots=True)
class QuantityExtractor:
    """Finds stated amounts."""

    name: str = EXTRACTOR

    def __call__(self, scene: Scene, /) -> Iterator[Claim]:
        """Find the amounts of one article."""
        earlier: list[Party] = []
        for block in scene.reading.blocks:
            for amount in find_amounts(block, scene.reading):
                yield self._claim(_named(amount, block, earlier), block, scene, earlier)
            earlier.extend(subjects_in(block))

    def _claim(self, amount: Amount, block: Block, scene: Scene, earlier: list[Party]) -> Claim:
        stance = stance_of(amount.verb) if amount.verb is not None else None
        polarity = stance.polarity if stance else Polarity.AFFIRMED
        if is_put_against(amount.figure[0]):
            polarity = Polarity.DENIED
        said = _said(amount, block, scene)
        days = None if _is_age_beside(amount) else days_of(amount.verb, block, scene.stage)
        certainty = stance.certainty if stance else Certainty.ASSERTED
        span = block.span_of(trimmed(_shown(amount)))
        return Claim(
            text_id=scene.text_id,
            kind=Kind.QUANTITY,
            role=amount.attribute,
            span=span,
            quote=scene.quote(span),
            anchor=block.span_of(amount.figure),
            subject=amount.subject,
            attribute="count" if amount.attribute == "present" else amount.attribute,
            value=amount.value,
            scope=Scope(
                head=amount.head,
                group=amount.group,
                place=amount.place,
                modifiers=amount.modifiers,
                about=amount.about,
                args=arguments_of(amount.verb, block, earlier),
                as_of=scene.as_of(days),
            ),
            polarity=polarity,
            certainty=scene.sure(certainty, amount.verb, days),
            speakers=said.speakers,
            evidence=(*said.evidence, *_borrowed(amount, block)),
            weak=block.weak,
            extractor=self.name,
        )


def _is_age_beside(amount: Amount) -> bool:
    """Whether an age only stands beside a name: "Ruiz, 61, was first elected in 2016"."""
    return (
        amount.attribute == "age"
        and amount.verb is not None
        and (amount.figure[0].head.i != amount.verb.i)
    )


def _named(amount: Amount, block: Block, earlier: list[Party]) -> Amount:
    """Tell what is measured of "he" by the one person that it stands for."""
    if amount.noun.pos_ != "PRON":
        return amount
    who = resolve_person(amount.noun, block, earlier)
    if who is None:
        return amount
    head = _PERSON if amount.attribute == "age" else who.name.lower()
    return replace(
        amount, head=head, subject=who.name, about=tuple(sorted({*amount.about, who.key}))
    )


_PERSON: Final = "person"


def _shown(amount: Amount) -> tuple[Token, ...]:
    """Give what the quote must hold; an infinitive needs the clause or noun it hangs on.

    Not where that clause only reports it: what is said is quoted, not the saying.
    """
    verb = amount.verb
    if verb is not None and verb.dep_ == "advcl" and verb.tag_ == "VBG":
        subject = [t for noun in grammatical_subjects(verb)[:1] for t in noun_phrase(noun)]
        return (*amount.tokens, *(t for t in subject if t.i < verb.i))
    if verb is None or verb.tag_ != "VB" or any(c.dep_ in SUBJECTS for c in verb.children):
        return amount.tokens
    if verb.dep_ == "xcomp" and not is_reporting(verb.head):
        return (*amount.tokens, *clause_tokens(quoted_verb(verb)))
    return (*amount.tokens, *noun_phrase(verb.head)) if verb.dep_ == "acl" else amount.tokens


def _said(amount: Amount, block: Block, scene: Scene) -> Attribution:
    if amount.verb is None:
        return Attribution()
    itself = amount.borrowed is not None or (
        amount.noun.dep_ == "dobj" and lemma(amount.verb) in _REPORTS_IT
    )
    itself = itself or gives_toll(amount.verb)
    own = itself and lemma(amount.verb) in _COUNTS and not is_reporting(amount.verb)
    makers = tuple(grammatical_subjects(amount.verb)[:1]) if own else ()
    return scene.voices.attribution(amount.verb, block, itself=itself, makers=makers)


def _borrowed(amount: Amount, block: Block) -> tuple[Evidence, ...]:
    if amount.borrowed is None:
        return ()
    return (Evidence("subject", block.span_of([amount.borrowed]), "elided noun"),)
