"""Words keep the facts they were given on, and say when those have changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Annotation, Relation, Target, Verdict
from claims.report.block import judged_lines, word_line
from claims.report.facts import case_facts, claim_facts, is_outdated
from claims.report.view import Case, Entry, Publication
from tests.report.story import CITED, CONTRADICTION, FOUND_AT, OPINION, OWN, exactly

ARTICLE = Publication(OPINION.id, OPINION.text.id, published="2021-04-05", file="002.txt")
CASE = Case(CONTRADICTION, Entry(OWN, (ARTICLE,)), Entry(CITED, (ARTICLE,)), "How many?")
WORD = Annotation(
    Target.CONFLICT,
    CONTRADICTION.id,
    "Ana",
    FOUND_AT,
    note="Two counts",
    verdict=Verdict.DISMISSED,
    seen=case_facts(CASE),
)


def test_a_word_on_the_facts_of_now_is_not_outdated() -> None:
    """Nothing is said about it."""
    assert not is_outdated(WORD, case_facts(CASE))
    assert "other facts" not in word_line(WORD, case_facts(CASE))


@pytest.mark.parametrize(
    "changed",
    [
        replace(CASE, conflict=replace(CONTRADICTION, relation=Relation.UPDATE)),
        replace(CASE, left=Entry(replace(OWN, value=exactly(2600)), (ARTICLE,))),
        replace(CASE, right=Entry(CITED, (replace(ARTICLE, published="2021-04-06"),))),
    ],
    ids=["relation", "value", "date"],
)
def test_a_word_on_other_facts_says_so(changed: Case) -> None:
    """Another relation, value or date: the word stays and is marked."""
    assert "given on other facts" in word_line(WORD, case_facts(changed))


def test_another_wording_of_the_program_outdates_nothing() -> None:
    """Only facts do."""
    facts = {**case_facts(CASE), "rule": "other", "left_answer": "two and a half thousand"}
    assert not is_outdated(WORD, facts)


def test_facts_that_were_not_kept_are_passed_over() -> None:
    """A word of an older version names fewer."""
    assert not is_outdated(replace(WORD, seen={}), claim_facts(CASE.left))


def test_only_the_latest_word_stands_in_a_listing() -> None:
    """The others are counted, with the command that shows them."""
    case = replace(CASE, status="confirmed", words=(WORD, replace(WORD, verdict=Verdict.CONFIRMED)))
    text = " ".join(" ".join(judged_lines(case, 80)).split())
    assert text.startswith("status confirmed (a real disagreement). Ana, 1 May 2026: confirmed;")
    assert "(1 earlier word: claims show k" in text
