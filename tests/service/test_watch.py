"""Saved questions: what new articles bring to them, told without writing anything."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import db
from claims.errors import InputError, NotFound
from claims.service.library import add_articles
from claims.service.removal import remove_article
from claims.service.watch import end_watch, look, save_watch
from tests.service.story import MORE_TROOPS, TROOPS, TROOPS_REPRINTED, write_file

if TYPE_CHECKING:
    from claims.report.watch import Watched
    from db import Database

pytestmark = pytest.mark.usefixtures("remembered")


def _add(database: Database, folder: Path, name: str, words: str) -> str:
    (added,) = add_articles(database, [write_file(folder / name, words)])
    assert added.article is not None
    return added.article.id


def _new(watched: Watched) -> list[str]:
    return [row.answer.value.text for move in watched.moves for row in move.new]


def test_a_new_article_adds_an_answer_and_moves_the_high(
    database: Database, tmp_path: Path
) -> None:
    """What was there when the watch was saved is not new; a copy of it is not either."""
    _add(database, tmp_path, "one.txt", TROOPS)
    saved = save_watch(database, "US troops", "Ana")
    assert saved.questions == 1
    (watched,) = look(database)
    assert not watched.moved
    _add(database, tmp_path, "again.txt", TROOPS_REPRINTED)
    assert not look(database)[0].moved
    _add(database, tmp_path, "two.txt", MORE_TROOPS)
    (watched,) = look(database)
    assert watched.moved
    assert _new(watched) == ["3,500"]
    (move,) = watched.moves
    assert move.ends == (("2,500", "2,500"), ("2,500", "3,500"))


def test_looking_changes_nothing(database: Database, tmp_path: Path) -> None:
    """Whoever looks again sees the same."""
    save_watch(database, "US troops", "Ana")
    _add(database, tmp_path, "one.txt", TROOPS)
    assert look(database) == look(database)
    assert _new(look(database)[0]) == ["2,500"]


def test_a_day_or_an_instant_says_what_is_new(database: Database, tmp_path: Path) -> None:
    """The day begins in UTC, an instant is UTC unless it says otherwise."""
    _add(database, tmp_path, "one.txt", TROOPS)
    between = datetime.now(UTC)
    _add(database, tmp_path, "two.txt", MORE_TROOPS)
    save_watch(database, "US troops", "Ana")
    assert _new(look(database)[0]) == []
    assert _new(look(database, between.isoformat())[0]) == ["3,500"]
    assert _new(look(database, between.replace(tzinfo=None).isoformat())[0]) == ["3,500"]
    assert sorted(_new(look(database, "2020")[0])) == ["2,500", "3,500"]
    assert not look(database, "9999")[0].moved
    with pytest.raises(InputError, match="not a day: 'soon'"):
        look(database, "soon")


def test_a_question_is_followed_through_its_claims(database: Database, tmp_path: Path) -> None:
    """Its id changes with its claims; when they are gone, its words are left."""
    first = _add(database, tmp_path, "one.txt", TROOPS)
    with database.read() as session:
        (question,) = (one for one in db.list_questions(session) if "troops" in one.text)
    saved = save_watch(database, f"q{question.id[:8]}", "Ana")
    assert set(saved.watch.claims) == {id_ for one in question.answers for id_ in one.claims}
    _add(database, tmp_path, "two.txt", MORE_TROOPS)
    assert _new(look(database)[0]) == ["3,500"]
    with database.read() as session:
        (question,) = db.questions_of(session, saved.watch.claims)
    assert save_watch(database, f"q{question.id[:8]}", "Ana").watch == saved.watch
    remove_article(database, first)
    (watched,) = look(database)
    assert "3,500" in _new(watched)


def test_a_watch_is_saved_once_and_can_be_ended(database: Database) -> None:
    """A second time it goes on as it was; after its end it begins anew."""
    early, late = datetime(2021, 4, 5, tzinfo=UTC), datetime(2022, 4, 5, tzinfo=UTC)
    first = save_watch(database, "US troops", "Ana", early).watch
    assert save_watch(database, " US troops ", "Ana", late).watch == first
    save_watch(database, "US troops", "Bo", late)
    assert [watched.watch.by for watched in look(database)] == ["Ana", "Bo"]
    end_watch(database, f"w{first.id[:8]}", late)
    assert [watched.watch.by for watched in look(database)] == ["Bo"]
    assert save_watch(database, "US troops", "Ana", late).watch.at == late
    assert len(look(database)) == 2


@pytest.mark.parametrize("asked", ["", " ", "who is it", "–"])
def test_a_question_without_a_word_is_refused(database: Database, asked: str) -> None:
    """It would be about everything."""
    with pytest.raises(InputError, match=r"no question in .*; give its words, or the id of one"):
        save_watch(database, asked, "Ana")


def test_what_is_not_there_is_said(database: Database) -> None:
    """A question, or a saved one."""
    with pytest.raises(NotFound, match="no question q00000000"):
        save_watch(database, "q00000000", "Ana")
    with pytest.raises(NotFound, match="no saved question w00000000; list them with: claims wat"):
        end_watch(database, "w00000000")
