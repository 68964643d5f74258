"""Sums among figures: a total beside its parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Answer, Certainty, Claim, Polarity
from claims.report.hint import find_hints
from claims.report.view import Entry, Publication, Row
from tests.questions.sample import figure


def _row(claim: Claim) -> Row:
    article = Publication("a" * 64, claim.text_id, file="a.txt")
    return Row(Answer(claim.id, claim.value, (claim.id,)), (Entry(claim, (article,)),))


def _figures(text: str, *amounts: str) -> list[Claim]:
    return [figure(text, amount, at=50 * at) for at, amount in enumerate(amounts)]


def _words(rows: list[Claim], others: list[Claim] | None = None) -> list[str]:
    return [hint.words for hint in find_hints([_row(claim) for claim in rows], others or ())]


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        (("23", "15", "8"), ["23 = 15 + 8"]),
        (("8", "23", "15", "40"), ["23 = 15 + 8"]),
        (("1,200", "1,150", "50"), ["1,200 = 1,150 + 50"]),
        (("23", "15", "9"), []),
        (("8", "4"), []),
        (("5", "3", "2"), []),
        (("23", "about 15", "8"), []),
        (("23", "more than 15", "8"), []),
        (("23", "15"), []),
    ],
)
def test_figures_of_one_question_that_add_up(amounts: tuple[str, ...], words: list[str]) -> None:
    """Exact ones above two, each counted once, in any order."""
    assert _words(_figures("a", *amounts)) == words


def test_a_total_may_have_its_parts_in_another_question_of_the_text() -> None:
    """The dead and the wounded beside all who were hurt."""
    total = figure("a", "23", attribute="hurt")
    assert _words([total], _figures("b", "15", "8")) == ["23 = 15 + 8"]
    assert _words([figure("a", "15")], _figures("b", "23", "8")) == ["23 = 15 + 8"]


def test_three_figures_of_three_texts_are_no_sum_unless_they_answer_one_question() -> None:
    """Any large number of figures holds sums."""
    total, one, other = figure("a", "23"), figure("b", "15"), figure("c", "8")
    assert _words([total], [one, other]) == []
    assert _words([total, one, other]) == ["23 = 15 + 8"]


def test_sums_of_other_questions_alone_are_left_to_them() -> None:
    """The question's own figure is one of the three."""
    assert _words([figure("a", "100", at=900)], _figures("a", "23", "15", "8")) == []


def test_denials_plans_and_other_units_are_no_part_of_a_sum() -> None:
    """Only what is stated, and the same thing."""
    total, one, other = _figures("a", "23", "15", "8")
    assert _words([total, one, replace(other, polarity=Polarity.DENIED)]) == []
    assert _words([total, one, replace(other, certainty=Certainty.PLANNED)]) == []
    assert _words([total, one, figure("a", "€8", at=300)]) == []


def test_at_most_three_sums_are_told() -> None:
    """The greatest totals first."""
    found = _words(_figures("a", "3", "4", "5", "7", "8", "9", "12"))
    assert found == ["12 = 9 + 3", "12 = 8 + 4", "12 = 7 + 5"]
