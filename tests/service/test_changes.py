"""What is new, changed, gone and judged since a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.model import Act, Relation, Verdict
from claims.report.changes import Changes, render_changes
from claims.service.annotation import Word, annotate
from claims.service.changes import list_changes
from claims.service.library import add_articles
from claims.service.removal import remove_article
from claims.service.tie import Said, tie
from db import list_articles, list_conflicts
from tests.service.story import write_story

if TYPE_CHECKING:
    from db import Database

TODAY = datetime.now(UTC).date().isoformat()
TOMORROW = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture
def sides(tmp_path: Path) -> list[Path]:
    """Write two articles that contradict each other."""
    return write_story(tmp_path, ("troops", "troops-more"))


def long_ago(database: Database) -> None:
    """Let all that was recorded so far have happened before today."""
    from sqlalchemy import update

    from db.table import CONFLICT, CONFLICT_ALIAS, CONFLICT_CHANGE

    then = datetime(2020, 1, 1, tzinfo=UTC)
    with database.write() as session:
        session.execute(update(CONFLICT_CHANGE).values(at=then))
        for table in (CONFLICT, CONFLICT_ALIAS):
            session.execute(update(table).values(found_at=then))


def remove(database: Database, file: Path) -> None:
    """Remove the article of a file."""
    with database.read() as session:
        (id_,) = (one.article.id for one in list_articles(session) if one.article.file == file.name)
    remove_article(database, id_)


def shape(changes: Changes) -> tuple[int, int, int, int]:
    """Count what is new, changed, gone and judged."""
    sorts = changes.new, changes.changed, changes.vanished, changes.judged
    counts = tuple(map(len, sorts))
    return counts[0], counts[1], counts[2], counts[3]


def test_what_was_found_is_new_until_the_day_after(empty: Database, sides: list[Path]) -> None:
    """With the articles that came."""
    add_articles(empty, sides)
    found = list_changes(empty, TODAY)
    assert shape(found) == (1, 0, 0, 0)
    assert len(found.articles) == 2
    assert "NEW CONFLICTS (1)" in render_changes(found, 80)
    assert list_changes(empty, TOMORROW) == Changes(TOMORROW)
    assert render_changes(Changes(TOMORROW), 80) == f"Nothing changed since {TOMORROW}."


def test_what_is_no_longer_detected_is_told_with_what_it_was(
    empty: Database, sides: list[Path]
) -> None:
    """Its answers and what people made of it, though its article is gone."""
    add_articles(empty, sides)
    long_ago(empty)
    with empty.read() as session:
        (conflict,) = list_conflicts(session)
    annotate(empty, f"k{conflict.id[:8]}", Word("Ana", verdict=Verdict.CONFIRMED))
    remove(empty, sides[1])
    found = list_changes(empty, TODAY)
    assert shape(found) == (0, 0, 1, 1)
    told = " ".join(render_changes(found, 80).split())
    assert f"NO LONGER DETECTED (1) k{conflict.id[:8]} contradiction: 2,500 / 3,500." in told
    assert "It was judged: confirmed." in told


def test_what_went_and_came_again_as_it_was_is_not_told(empty: Database, sides: list[Path]) -> None:
    """Nor what was found and went again."""
    add_articles(empty, sides)
    long_ago(empty)
    remove(empty, sides[1])
    add_articles(empty, sides)
    assert shape(list_changes(empty, TODAY)) == (0, 0, 0, 0)
    remove(empty, sides[0])
    long_ago(empty)
    add_articles(empty, sides)
    remove(empty, sides[0])
    assert shape(list_changes(empty, TODAY)) == (0, 0, 0, 0)


def test_a_copy_that_stands_for_an_answer_changes_nothing(
    empty: Database, sides: list[Path], tmp_path: Path
) -> None:
    """It is the same conflict."""
    add_articles(empty, sides)
    long_ago(empty)
    add_articles(empty, write_story(tmp_path / "more", ("troops-reprinted",)))
    found = list_changes(empty, TODAY)
    assert (shape(found), len(found.articles)) == ((0, 0, 0, 0), 3)


def test_another_relation_is_a_change(empty: Database, tmp_path: Path) -> None:
    """An update that a person calls a contradiction: what it was stands beside what it is."""
    add_articles(empty, write_story(tmp_path, ("flood", "flood-later")))
    long_ago(empty)
    with empty.read() as session:
        conflict = next(one for one in list_conflicts(session) if one.relation is Relation.UPDATE)
    said = Said(Act.CONTRADICT, "Ana", "one and the same evening")
    tie(empty, f"c{conflict.left}", f"c{conflict.right}", said)
    found = list_changes(empty, TODAY)
    assert shape(found) == (0, 1, 0, 1)
    told = " ".join(render_changes(found, 80).split())
    assert "contradiction: four" in told
    assert "It was update: four" in told
