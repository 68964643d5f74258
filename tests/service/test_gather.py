"""Views from rows, on both databases, among rows that nobody asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Annotation, Filter, Target, Verdict, status_of
from claims.report.facts import sheet_facts
from claims.service.annotation import Word, annotate
from claims.service.listing import list_claims, list_conflicts, list_questions
from claims.service.sheet import complete_sheets
from db import Database, add_annotation, clear_findings, list_previous, save_findings
from tests.report.story import (
    AGENCY_TEXT,
    CITED,
    CLAIMS,
    CONTRADICTION,
    FINDINGS,
    FOUND_AT,
    LOOK_ALIKE,
    OWN,
    REPRINT,
    TIMES,
    TROOPS,
    WIRE,
    store_story,
)


@pytest.fixture
def told(database: Database) -> Database:
    """Store the story beside the noise."""
    with database.write() as session:
        store_story(session)
    return database


ABOUT_TROOPS = Filter(about="troops")


def test_a_docket_holds_both_sides_their_question_and_all_its_answers(told: Database) -> None:
    """Nothing of the noise among them."""
    docket = list_conflicts(told, ABOUT_TROOPS)
    (case,) = docket.cases
    assert (case.conflict.id, case.left.claim, case.right.claim) == (CONTRADICTION.id, OWN, CITED)
    rows = docket.sheets[TROOPS.id].rows
    assert [len(row.articles) for row in rows] == [3, 1, 1]
    assert docket.narrowed


def test_a_claim_stands_in_every_article_on_its_text(told: Database) -> None:
    """The article that the filter allows comes first."""
    (entry,) = list_claims(told, Filter(outlet="Evening Post"))
    assert entry.claim == WIRE
    assert entry.article.id == REPRINT.id
    assert {article.text_id for article in entry.articles} == {AGENCY_TEXT.id}
    assert len(entry.articles) == 2


def test_a_cited_outlet_is_absent_until_it_has_an_article(told: Database) -> None:
    """With or without its "The"."""
    (entry,) = [one for one in list_claims(told, ABOUT_TROOPS) if one.claim == CITED]
    assert entry.absent == {TIMES.key}
    from claims.model import Article, Text
    from db import save_article, save_run
    from tests.db.sample import NOW, RUN

    with told.write() as session:
        article = Article(Text("News."), outlet="New York Times", file="n.txt")
        save_article(session, article, save_run(session, RUN), NOW)
    (entry,) = [one for one in list_claims(told, ABOUT_TROOPS) if one.claim == CITED]
    assert entry.absent == frozenset()


def test_words_on_a_question_follow_its_claims(told: Database) -> None:
    """Comparison gives it another id: the words are with the one that holds most of its claims."""
    word = Word("Ana", "ask the ministry", Verdict.NEEDS_SOURCE)
    annotate(told, f"q{TROOPS.id[:8]}", word, FOUND_AT)
    renamed = replace(TROOPS, id="f" * 64)
    questions = tuple(renamed if one.id == TROOPS.id else one for one in FINDINGS.questions)
    conflicts = (replace(CONTRADICTION, question=renamed.id), LOOK_ALIKE)
    ids = [claim.id for claim in CLAIMS]
    with told.write() as session:
        previous = list_previous(session, ids)
        clear_findings(session, ids)
        found = replace(FINDINGS, questions=questions, conflicts=conflicts)
        save_findings(session, found, FOUND_AT, previous)
    sheets = {sheet.question.id: sheet for sheet in list_questions(told, Filter())}
    assert [said.note for said in sheets[renamed.id].words] == ["ask the ministry"]
    assert sheets[renamed.id].status == "needs-source"
    assert sum(len(sheet.words) for sheet in sheets.values()) == 2  # the other one is noise


def test_a_word_on_a_conflict_that_is_gone_stays_listed(told: Database) -> None:
    """With the answers that were judged."""
    annotate(told, f"k{CONTRADICTION.id[:8]}", Word("Ana", verdict=Verdict.CONFIRMED), FOUND_AT)
    with told.write() as session:
        clear_findings(session, [claim.id for claim in CLAIMS])
    (word,) = list_conflicts(told, Filter()).gone
    assert word.target_id == CONTRADICTION.id
    assert (word.seen["left_answer"], word.seen["right_answer"]) == ("2,500", "3,500")


def test_the_status_is_the_latest_word_of_each_person() -> None:
    """Two people who differ make it disputed."""

    def said(by: str, verdict: Verdict | None) -> Annotation:
        return Annotation(Target.QUESTION, TROOPS.id, by, FOUND_AT, verdict=verdict)

    ana, bo = said("Ana", Verdict.CONFIRMED), said("Bo", Verdict.DISMISSED)
    assert status_of([]) == "open"
    assert status_of([said("Ana", None)]) == "open"
    assert status_of([bo, ana]) == "disputed"
    assert status_of([bo, ana, said("Bo", Verdict.CONFIRMED)]) == "confirmed"


def test_facts_of_a_question_name_the_claims_it_hangs_on(told: Database) -> None:
    """Every claim of every answer."""
    with told.read() as session:
        sheet = complete_sheets(session, [TROOPS], [])[0]
    assert sheet_facts(sheet)["claims"].split() == sorted(
        id_ for answer in TROOPS.answers for id_ in answer.claims
    )


def test_the_same_word_twice_is_one(told: Database) -> None:
    """A command run again by mistake adds nothing."""
    first = annotate(told, f"c{OWN.id[:8]}", Word("Ana", "x"), FOUND_AT).annotation
    with told.write() as session:
        again = add_annotation(session, first)
    assert again.id == first.id
    (entry,) = [one for one in list_claims(told, ABOUT_TROOPS) if one.claim == OWN]
    assert entry.notes == 1
