"""Words keep the facts they were given on, and say when those have changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Annotation, Relation, Target, Verdict, fingerprint
from claims.report.block import judged_lines, word_line
from claims.report.facts import case_facts, claim_facts, is_outdated, outdated_on
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
    assert "other facts" not in word_line(WORD, outdated=False)


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
    spoken = replace(changed, words=(WORD,))
    assert outdated_on(spoken, {}, {}) == {WORD.id}
    assert "given on other facts" in word_line(WORD, outdated=True)


def test_a_quote_of_which_more_is_shown_is_the_same_quote() -> None:
    """Better extraction trims or widens it; other words in its place are another fact."""
    facts = case_facts(CASE)
    longer = {**facts, "left_quote": f"He wrote:  {facts['left_quote']}"}
    assert not is_outdated(WORD, longer)
    assert is_outdated(WORD, {**facts, "left_quote": "there are still some US troops"})


COPY = replace(OWN, text_id=fingerprint("a copy"))
JUDGED = replace(WORD, left=OWN.id, right=CITED.id)


@pytest.mark.parametrize("turned", [False, True])
def test_a_copy_inherits_the_verdict(*, turned: bool) -> None:
    """A copy that stands for the answer now, on either side, changes nothing that was judged."""
    copy = Entry(COPY, (replace(ARTICLE, published="2021-04-01"),))
    sides = (CASE.right, copy) if turned else (copy, CASE.right)
    case = replace(CASE, left=sides[0], right=sides[1], words=(JUDGED,))
    members = {COPY.id: [COPY.id, OWN.id], CITED.id: [CITED.id]}
    known = {OWN.id: CASE.left, CITED.id: CASE.right}
    assert outdated_on(case, members, known) == frozenset()
    assert outdated_on(replace(case, words=(replace(WORD),)), members, known) == {WORD.id}


def test_a_copy_that_is_all_that_is_left_inherits_it_too() -> None:
    """The judged article went; another value of its answer would still be seen."""
    case = replace(CASE, left=Entry(COPY, (ARTICLE,)), words=(JUDGED,))
    known = {CITED.id: CASE.right}
    assert outdated_on(case, {COPY.id: [COPY.id]}, known) == frozenset()
    other = replace(case, left=Entry(replace(COPY, value=exactly(2600)), (ARTICLE,)))
    assert outdated_on(other, {COPY.id: [COPY.id]}, known) == {JUDGED.id}


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
    assert "(1 earlier word: claims history k" in text
