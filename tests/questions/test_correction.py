"""What people say of claims comes to the same in whatever order it is told."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claims.model import BY_HAND, Act, Annotation, AsOf, Certainty, Claim, Scope, Target, Text
from claims.questions import as_read, correct
from claims.values.document import to_document
from claims.values.field import from_whole, to_fields, to_whole, with_fields
from tests.db.sample import amount, make_claim
from tests.db.strategies import claims

TEXT = Text("There are 2,500 US troops, and 20 tanks.")
CLAIM = replace(make_claim(TEXT), scope=Scope(as_of=AsOf("2021-04-05", "2021-04-05", "published")))
OTHER = make_claim(TEXT, "20", 30)
START = datetime(2026, 5, 1, tzinfo=UTC)


def say(act: Act, hour: int, claim: Claim = CLAIM, by: str = "Ana", **fields: Any) -> Annotation:
    """Say something of a claim in some hour."""
    return Annotation(
        target=Target.CLAIM,
        target_id=claim.id,
        by=by,
        at=START + timedelta(hours=hour),
        act=act,
        text_id=claim.text_id,
        fields=fields or None,
    )


def made(*words: Annotation, read: tuple[Claim, ...] = (CLAIM,)) -> dict[str, Claim]:
    """Give what words make of claims, by id."""
    return {claim.id: claim for claim in correct(read, words, (), "2021-04-05")}


WORDS = (
    say(Act.AMEND, 1, value=to_document(amount("2600"))),
    say(Act.AMEND, 2, by="Bo", value=to_document(amount("2700")), certainty="hedged"),
    say(Act.RETRACT, 3),
    say(Act.RESTORE, 4),
    say(Act.RETRACT, 5, OTHER),
    say(Act.AMEND, 6, subject="soldiers"),
    say(Act.RECORD, 0, OTHER, **to_whole(OTHER)),
)


@given(seed=st.integers(0, 200))
def test_the_order_in_which_words_are_told_means_nothing(seed: int) -> None:
    """Only when they were said counts."""
    shuffled = random.Random(seed).sample(WORDS, len(WORDS))  # noqa: S311 - any order
    assert made(*shuffled) == made(*WORDS)


def test_the_latest_word_on_a_field_counts() -> None:
    """Fields that it does not name stay as an earlier one said; what was read stays beside."""
    claim = made(*WORDS)[CLAIM.id]
    assert (claim.value, claim.subject) == (amount("2700"), "soldiers")
    assert (claim.certainty, claim.retracted) == (Certainty.HEDGED, False)
    assert (claim.read, claim.signed) == (CLAIM, ("Ana", "Bo"))
    assert as_read(claim) == CLAIM


def test_what_is_taken_back_leaves_no_mark() -> None:
    """A claim is again as the program read it."""
    assert made(*WORDS, say(Act.AS_READ, 7))[CLAIM.id] == CLAIM


def test_a_recorded_claim_stands_before_what_the_program_reads() -> None:
    """By hand it is there without the program's reading, and the same beside it."""
    without, beside = made(*WORDS), made(*WORDS, read=(CLAIM, replace(OTHER, subject="read")))
    assert without == beside
    assert (without[OTHER.id].extractor, without[OTHER.id].retracted) == (BY_HAND, True)


def test_a_word_on_a_claim_that_is_gone_does_nothing() -> None:
    """It is never moved to another."""
    gone = say(Act.AMEND, 1, make_claim(TEXT, start=5), subject="tanks")
    assert made(gone) == {CLAIM.id: CLAIM}


def test_a_recorded_time_follows_the_day_of_publication() -> None:
    """Where the person gave none."""
    word = say(Act.RECORD, 0, **to_whole(CLAIM))
    (claim,) = correct((), [word], (), "2021-05")
    assert claim.scope.as_of == AsOf("2021-05-01", "2021-05-31", "published")


@given(data=st.data())
def test_documents_of_claims_lose_nothing(data: st.DataObject) -> None:
    """All fields, and the whole claim but for what people made of it."""
    claim = as_read(data.draw(claims(TEXT, None)))
    assert with_fields(CLAIM, to_fields(claim)).scope == claim.scope
    assert replace(from_whole(TEXT.id, to_whole(claim)), weak=claim.weak) == claim
