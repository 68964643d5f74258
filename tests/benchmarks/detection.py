"""Detection by answers against holding every claim against every other, on invented claims.

Both must find the same contradictions; how long they take shows what the answers save. Claims
come in questions of ten, each of them answered in three ways.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from claims.model import AsOf, Claim, Kind, Relation, Scope, Span, Speaker, fingerprint
from claims.questions import Context, TextFacts, detect, explain
from claims.values.quantity import Quantity
from tests.benchmarks.timing import Measured, in_turns

CLAIMS_A_QUESTION: Final = 10
ANSWERS_A_QUESTION: Final = 3

_DAY: Final = AsOf("2024-03-04", "2024-03-04", "published")
_FACTS: Final = TextFacts(published="2024-03-04")


class Shape(StrEnum):
    """What the questions are about."""

    OWN_NOUN = "each question counts its own thing"
    ONE_NOUN = "all count people, each in its own place"


@dataclass(frozen=True, slots=True)
class Race:
    """Both ways on the same claims.

    Args:
        claims: How many.
        contradictions: How many pairs of answers contradict each other; both ways agree on it.
        by_answers: Times of `detect`.
        all_pairs: Times of comparing every pair; None where there are too many of them.
    """

    shape: Shape
    claims: int
    contradictions: int
    by_answers: Measured
    all_pairs: Measured | None


def race(shape: Shape, claims: int, rounds: int, *, naive: bool = True) -> Race:
    """Find the contradictions among claims both ways, in turns.

    Raises:
        AssertionError: The two ways, or what is so by design, differ.
    """
    context = invent_claims(shape, claims)
    found: dict[str, int] = {}
    actions = {"by_answers": lambda: found.update(by_answers=_count_conflicts(context))}
    if naive:
        actions["all_pairs"] = lambda: found.update(all_pairs=_count_clashes(context))
    measured = in_turns(actions, rounds, warm=False)
    if set(found.values()) != {expected_contradictions(claims)}:
        msg = f"{claims} claims: {expected_contradictions(claims)} contradictions, found {found}"
        raise AssertionError(msg)
    return Race(
        shape, claims, found["by_answers"], measured["by_answers"], measured.get("all_pairs")
    )


def expected_contradictions(claims: int) -> int:
    """Count the pairs of answers that were invented to contradict each other."""
    return claims // CLAIMS_A_QUESTION * ANSWERS_A_QUESTION * (ANSWERS_A_QUESTION - 1) // 2


def invent_claims(shape: Shape, claims: int) -> Context:
    """Invent claims, each of a text of its own."""
    made = [_claim(shape, number) for number in range(claims)]
    return Context(
        claims={claim.id: claim for claim in made},
        events={},
        texts={claim.text_id: _FACTS for claim in made},
    )


def _claim(shape: Shape, number: int) -> Claim:
    question, place = divmod(number, CLAIMS_A_QUESTION)
    amount = str(100 + 1000 * (place % ANSWERS_A_QUESTION) + question)
    own = shape is Shape.OWN_NOUN
    return Claim(
        text_id=fingerprint("text", str(number)),
        kind=Kind.QUANTITY,
        role="present",
        span=Span(0, 20),
        quote=f"there are {amount} people",
        anchor=Span(10, 10 + len(amount)),
        subject="people",
        attribute="present",
        value=Quantity(Decimal(amount), Decimal(amount), unit="person", text=amount),
        scope=Scope(
            head=f"noun{question}" if own else "person",
            group=("country:GB",),
            place=(f"place:town-{question}.",),
            as_of=_DAY,
        ),
        # one speaker an answer, so that claims of one answer share all of it
        speakers=(Speaker(f"words:speaker {place % ANSWERS_A_QUESTION}", "A speaker"),),
    )


def _count_conflicts(context: Context) -> int:
    """Count contradictions between answers, as the program finds them."""
    return sum(c.relation is Relation.CONTRADICTION for c in detect(context).conflicts)


def _count_clashes(context: Context) -> int:
    """Count contradictions between answers by comparing every claim with every other."""
    clashes = {
        frozenset({_answer(left), _answer(right)})
        for left, right in itertools.combinations(context.claims.values(), 2)
        if _clash(left, right, context.texts)
    }
    return len(clashes)


def _clash(left: Claim, right: Claim, texts: Mapping[str, TextFacts]) -> bool:
    alone = Context({left.id: left, right.id: right}, {}, texts)
    return explain(left.id, right.id, alone)[-1].verdict == Relation.CONTRADICTION


def _answer(claim: Claim) -> tuple[str, tuple[str, ...], str]:
    return claim.scope.head, claim.scope.place, claim.value.text
