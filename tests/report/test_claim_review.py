"""ClaimReview: from a `settled` verdict alone, in the words of the person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest

from claims.model import Annotation, Favour, Filter, Target, Verdict
from claims.report.facts import case_facts
from claims.report.form import Form
from claims.service.listing import list_conflicts
from claims.service.report import Order, write_report
from db import Database, add_annotation
from tests.report.linked import SCHEMA, Node, items_of, of_type, words
from tests.report.story import CITED, CONTRADICTION, INVITED, LOOK_ALIKE, NOT_INVITED, OWN

_AT: Final = datetime(2026, 5, 2, 10, tzinfo=UTC)
_SETTLED: Final = Annotation(
    Target.CONFLICT,
    CONTRADICTION.id,
    by="Ana",
    at=_AT,
    note="Both desks agree.",
    verdict=Verdict.SETTLED,
    reason="counted by the ministry itself",
    favour=Favour.RIGHT,
    source="https://example.org/count",
    left=OWN.id,
    right=CITED.id,
)


def _word(**fields: Any) -> Annotation:
    return replace(_SETTLED, **fields)


def _reviews(database: Database, *said: Annotation, is_internal_told: bool = False) -> list[Node]:
    (case,) = list_conflicts(database, Filter()).cases
    facts = case_facts(case)
    with database.write() as session:
        for word in said:
            add_annotation(session, replace(word, seen={**facts, **word.seen}))
    order = Order(Form.JSON_LD, day="2026-06-01", with_internal=is_internal_told)
    items = items_of("".join(write_report(database, Filter(), order)))
    return of_type(items, f"{SCHEMA}ClaimReview")


def test_a_settled_conflict_gives_a_review_of_each_side(empty_story: Database) -> None:
    """Signed, dated, with the rating in words and its source."""
    left, right = _reviews(empty_story, _SETTLED)
    reviewed = [words(one, f"{SCHEMA}claimReviewed")[0] for one in (left, right)]
    assert reviewed == ["US troops: 2,500", "US troops: 3,500"]
    for review, claim in ((left, OWN), (right, CITED)):
        (rating,) = review[f"{SCHEMA}reviewRating"]
        said = "settled for 3,500: counted by the ministry itself"
        assert words(rating, f"{SCHEMA}alternateName") == [said]
        assert words(rating, f"{SCHEMA}ratingExplanation") == ["Both desks agree."]
        assert f"{SCHEMA}ratingValue" not in rating
        assert words(review, f"{SCHEMA}datePublished") == ["2026-05-02"]
        assert words(review[f"{SCHEMA}author"][0], f"{SCHEMA}name") == ["Ana"]
        (item,) = review[f"{SCHEMA}itemReviewed"]
        assert item["@id"].endswith(claim.id)
        assert words(item, f"{SCHEMA}text") == [claim.quote]
        assert item[f"{SCHEMA}appearance"]


def test_a_review_uses_the_words_of_schema_org_alone(empty_story: Database) -> None:
    """Those who read ClaimReview know no others."""

    def names(node: Any) -> set[str]:
        if isinstance(node, list):
            return {name for one in node for name in names(one)}
        if not isinstance(node, dict):
            return set()
        return {*node} | {name for value in node.values() for name in names(value)}

    used = {name for name in names(_reviews(empty_story, _SETTLED)) if not name.startswith("@")}
    assert {name for name in used if not name.startswith(SCHEMA)} == set()


def test_words_of_a_digest_are_labelled(empty_story: Database) -> None:
    """By a word that schema.org has; those of an outlet are not."""
    on = {"target_id": LOOK_ALIKE.id, "left": INVITED.id, "right": NOT_INVITED.id}
    with empty_story.write() as session:
        add_annotation(session, _word(**on))
    order = Order(Form.JSON_LD, day="2026-06-01")
    items = items_of("".join(write_report(empty_story, Filter(), order)))
    outlet, digest = (
        one[f"{SCHEMA}itemReviewed"][0] for one in of_type(items, f"{SCHEMA}ClaimReview")
    )
    assert words(digest, f"{SCHEMA}description") == ["digest, not the outlet's own words"]
    assert f"{SCHEMA}description" not in outlet


@pytest.mark.parametrize(
    ("favour", "said"),
    [
        (Favour.LEFT, "settled for 2,500"),
        (Favour.BOTH, "settled for both"),
        (Favour.NEITHER, "settled for neither"),
    ],
)
def test_the_rating_names_the_answer(empty_story: Database, favour: Favour, said: str) -> None:
    """So that it reads the same on either side; without a reason it is the verdict alone."""
    left, right = _reviews(empty_story, _word(favour=favour, reason=""))
    for review in (left, right):
        (rating,) = review[f"{SCHEMA}reviewRating"]
        assert words(rating, f"{SCHEMA}alternateName") == [said]


@pytest.mark.parametrize("verdict", [None, *(one for one in Verdict if one is not Verdict.SETTLED)])
def test_no_other_word_gives_a_review(empty_story: Database, verdict: Verdict | None) -> None:
    """A note, a tag, any other verdict."""
    word = _word(verdict=verdict, favour=None, reason="", source="", tags=("settled",))
    assert _reviews(empty_story, word) == []


def test_a_verdict_that_was_changed_gives_none(empty_story: Database) -> None:
    """Neither one that its author corrected nor one that is not the latest."""
    later = _AT + timedelta(days=1)
    corrected = _word(at=later, verdict=None, favour=None, supersedes=_SETTLED.id)
    assert _reviews(empty_story, _SETTLED, corrected) == []


def test_only_the_latest_verdict_of_a_person_counts(empty_story: Database) -> None:
    """Somebody else's stands beside it."""
    later = _AT + timedelta(days=1)
    reopened = _word(at=later, verdict=Verdict.OPEN, favour=None)
    reviews = _reviews(empty_story, _SETTLED, reopened, _word(by="Bo"))
    assert {words(one[f"{SCHEMA}author"][0], f"{SCHEMA}name")[0] for one in reviews} == {"Bo"}
    assert len(reviews) == 2


def test_what_was_judged_on_other_facts_gives_none(empty_story: Database) -> None:
    """The conflict is open again."""
    assert _reviews(empty_story, _word(seen={"left_value": "2,400"})) == []


@pytest.mark.parametrize("is_told", [False, True])
def test_an_internal_word_gives_none(empty_story: Database, *, is_told: bool) -> None:
    """Whether or not the report tells such words: a review is for the public."""
    internal = _word(is_internal=True)
    assert _reviews(empty_story, internal, is_internal_told=is_told) == []
