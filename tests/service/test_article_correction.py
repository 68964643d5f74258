"""What an article took back, from the file to the findings, on either database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from claims.model import CORRECTION_RULE, Filter, Relation
from claims.service.lead import find_leads
from claims.service.library import add_articles
from claims.service.listing import list_conflicts, list_questions
from tests.service.story import write_file

if TYPE_CHECKING:
    from claims.report.view import Case
    from db import Database

_HEAD: Final = '---\noutlet: "{}"\npublished: 2022-05-02\n---\n'
_STORY: Final = "A bus hit a bridge in Mbale in Uganda and {} people were killed, the mayor said."
_NOTE: Final = "An earlier version of this article said 15 people were killed. The toll is 14."
CORRECTED: Final = _HEAD.format("Alpha Post") + _STORY.format(14) + f"\n\n{_NOTE}\n"
STALE: Final = _HEAD.format("Beta Times") + _STORY.format(15).replace("mayor", "police") + "\n"


def _added(database: Database, folder: Path) -> list[Case]:
    files = {"corrected.md": CORRECTED, "stale.txt": STALE}
    paths = [write_file(folder / name, words) for name, words in files.items()]
    assert [one.error for one in add_articles(database, paths)] == [None, None]
    return list(list_conflicts(database, Filter()).cases)


@pytest.mark.usefixtures("remembered")
def test_a_correction_is_an_update_of_one_article(empty: Database, tmp_path: Path) -> None:
    """What was taken back on the left, what stands in its place on the right."""
    cases = _added(empty, tmp_path)
    (case,) = [case for case in cases if case.conflict.rule == CORRECTION_RULE]
    assert case.relation is Relation.UPDATE
    assert (case.left.claim.value.text, case.right.claim.value.text) == ("15", "14")
    assert case.left.claim.withdrawn
    assert case.left.claim.quote == "15 people were killed"
    assert not case.right.claim.speakers


@pytest.mark.usefixtures("remembered")
def test_other_articles_are_held_against_what_is_said_now(empty: Database, tmp_path: Path) -> None:
    """Nothing meets what was taken back: it supports no answer of another article."""
    others = [c for c in _added(empty, tmp_path) if c.conflict.rule != CORRECTION_RULE]
    assert others
    for case in others:
        assert {case.left.claim.value.text, case.right.claim.value.text} == {"14", "15"}
        assert not any(side.claim.withdrawn for side in (case.left, case.right))
        assert {case.conflict.left_support.articles, case.conflict.right_support.articles} == {1}


@pytest.mark.usefixtures("remembered")
def test_what_was_taken_back_sets_no_end_and_needs_no_settling(
    empty: Database, tmp_path: Path
) -> None:
    """The article has settled it."""
    path = write_file(tmp_path / "corrected.md", CORRECTED)
    add_articles(empty, [path])
    (case,) = list_conflicts(empty, Filter()).cases
    assert case.conflict.rule == CORRECTION_RULE
    leads, _ = find_leads(empty, Filter())
    assert not leads
    (sheet,) = (one for one in list_questions(empty, Filter()) if one.cases)
    assert {row.answer.value.text for row in sheet.rows} == {"14", "15"}
