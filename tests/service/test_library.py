"""Articles come in, are bettered, and go: what stands in the database after each step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

import db
from claims.errors import InputError, NotFound
from claims.model import FlagWord, KnownBy, Relation
from claims.read import Given
from claims.service.added import Added, Progress
from claims.service.intake import LONGEST_TEXT
from claims.service.library import add_articles, add_each
from claims.service.removal import remove_article
from tests.db.noise import ARTICLE as NOISE
from tests.service.story import MORE_TROOPS, TROOPS, TROOPS_REPRINTED, write_file

if TYPE_CHECKING:
    from db import Database

pytestmark = pytest.mark.usefixtures("remembered")

FOUR: Final = """---
outlet: "Alpha Post"
published: 2022-05-03
---
A flood in Peru killed four people on Monday, the ministry said.
"""
CONTRADICTION: Final = (Relation.CONTRADICTION, "2,500", "3,500")


def add(database: Database, file: Path, words: str, given: Given | None = None) -> Added:
    """Write a file and add it."""
    (added,) = add_articles(database, [write_file(file, words)], given)
    return added


def claims_in(database: Database) -> list[db.ClaimListing]:
    """List the claims of the test."""
    with database.read() as session:
        listed = db.list_claims(session)
    return [one for one in listed if one.claim.text_id != NOISE.text.id]


def conflicts_in(database: Database) -> list[tuple[Any, str, str]]:
    """Give relation and both values of every conflict of the test."""
    values = {one.claim.id: one.claim.value.text for one in claims_in(database)}
    with database.read() as session:
        found = db.list_conflicts(session)
    return [(c.relation, values[c.left], values[c.right]) for c in found if c.left in values]


def conflict_in(database: Database) -> db.StoredConflict:
    """Give the one conflict of the test."""
    mine = {one.claim.id for one in claims_in(database)}
    with database.read() as session:
        (found,) = (c for c in db.list_conflicts(session) if c.left in mine)
    return found


def articles_in(database: Database) -> list[db.ArticleHead]:
    """List the articles of the test."""
    with database.read() as session:
        listed = db.list_articles(session)
    return [one.article for one in listed if one.article.file != NOISE.file]


def flags_in(database: Database) -> dict[str, set[FlagWord]]:
    """Give the flag words of every amount of the test."""
    return {
        one.claim.value.text: {flag.word for flag in one.flags}
        for one in claims_in(database)
        if one.claim.kind == "quantity"
    }


def test_an_article_is_added_with_its_claims(database: Database, tmp_path: Path) -> None:
    """Nothing stands against it yet."""
    added = add(database, tmp_path / "troops.txt", TROOPS)
    assert (added.outcome, added.error, added.changed) == ("added", None, ())
    assert added.article is not None
    assert added.article.outlet == "Alpha Post"
    assert added.claims == len(claims_in(database)) > 0
    assert conflicts_in(database) == []
    assert flags_in(database) == {"2,500": {FlagWord.ONLY_SOURCE}}


def test_articles_are_told_one_by_one(database: Database, tmp_path: Path) -> None:
    """Each when it is stored, before the last file is read; who stops in between keeps those."""
    for name in "abcdef":
        (tmp_path / f"{name}.txt").write_text(
            f"The ministry said {ord(name)} people died.", "utf-8"
        )
    found = add_each(database, [tmp_path])
    assert next(found).path.name == "a.txt"
    assert _files(database) == ["a.txt"]
    (tmp_path / "f.txt").unlink()
    assert [next(found).path.name for _ in range(2)] == ["b.txt", "c.txt"]
    found.close()
    assert _files(database) == ["a.txt", "b.txt", "c.txt"]


def _files(database: Database) -> list[str]:
    """List the files of one letter that are stored."""
    with database.read() as session:
        stored = [one.article.file or "" for one in db.list_articles(session)]
    return sorted(name for name in stored if len(name) == len("a.txt"))


def test_the_second_of_two_articles_brings_the_conflict(database: Database, tmp_path: Path) -> None:
    """Both sides are flagged; who was published first stands on the left."""
    add(database, tmp_path / "more.txt", MORE_TROOPS)
    add(database, tmp_path / "troops.txt", TROOPS)
    assert conflicts_in(database) == [CONTRADICTION]
    flags = flags_in(database)
    assert FlagWord.CONTRADICTED in flags["2,500"]
    assert FlagWord.CONTRADICTED in flags["3,500"]


def test_adding_the_same_file_again_changes_nothing(database: Database, tmp_path: Path) -> None:
    """Not even the id of a conflict or the day it was found."""
    add(database, tmp_path / "troops.txt", TROOPS)
    add(database, tmp_path / "more.txt", MORE_TROOPS)
    before = conflict_in(database), claims_in(database), articles_in(database)
    again = add(database, tmp_path / "troops.txt", TROOPS)
    assert (again.outcome, again.changed) == ("unchanged", ())
    assert (conflict_in(database), claims_in(database), articles_in(database)) == before


def test_better_known_metadata_is_taken_over(database: Database, tmp_path: Path) -> None:
    """What the user says stays when the file comes again without it."""
    add(database, tmp_path / "troops.txt", TROOPS)
    bettered = add(database, tmp_path / "troops.txt", TROOPS, Given(title="A better title"))
    assert (bettered.outcome, bettered.changed) == ("updated", ("title",))
    again = add(database, tmp_path / "troops.txt", TROOPS)
    assert again.outcome == "unchanged"
    (article,) = articles_in(database)
    assert article.title == "A better title"
    assert again.article is not None
    assert again.article.how_known("title") is KnownBy.USER


def days_of(database: Database) -> set[tuple[str | None, str | None]]:
    """Give the days that the amounts of the test are about."""
    scopes = [one.claim.scope for one in claims_in(database) if one.claim.kind == "quantity"]
    return {(scope.as_of.earliest, scope.as_of.known_by) for scope in scopes}


def test_another_day_of_publication_reads_relative_days_anew(
    database: Database, tmp_path: Path
) -> None:
    """Monday is the Monday before; the claims stay the same claims."""
    add(database, tmp_path / "flood.txt", FOUR)
    before = {one.claim.id for one in claims_in(database)}
    assert days_of(database) == {("2022-05-02", "quote")}
    later = add(database, tmp_path / "flood.txt", FOUR, Given(published="2022-05-12"))
    assert (later.outcome, later.changed) == ("updated", ("published",))
    assert days_of(database) == {("2022-05-09", "quote")}
    assert {one.claim.id for one in claims_in(database)} == before


def test_another_day_of_publication_compares_anew(database: Database, tmp_path: Path) -> None:
    """Two counts a year apart are of two times."""
    add(database, tmp_path / "troops.txt", TROOPS)
    add(database, tmp_path / "more.txt", MORE_TROOPS)
    assert conflicts_in(database) == [CONTRADICTION]
    add(database, tmp_path / "more.txt", MORE_TROOPS, Given(published="2022-04-06"))
    assert conflicts_in(database) == []
    add(database, tmp_path / "more.txt", MORE_TROOPS, Given(published="2021-04-06"))
    assert conflicts_in(database) == [CONTRADICTION]


def test_one_text_in_two_outlets_is_two_articles_of_one_origin(
    database: Database, tmp_path: Path
) -> None:
    """Its claims are stored once, and a conflict counts both articles."""
    add(database, tmp_path / "more.txt", MORE_TROOPS)
    add(database, tmp_path / "troops.txt", TROOPS)
    claims = len(claims_in(database))
    added = add(database, tmp_path / "reprint.txt", TROOPS_REPRINTED)
    assert added.outcome == "added"
    assert [article.outlet for article in articles_in(database)] == [
        "Gamma Wire",
        "Alpha Post",
        "Beta Times",
    ]
    assert len(claims_in(database)) == claims
    support = conflict_in(database).left_support
    assert (support.articles, support.origins_at_most) == (2, 1)


def test_removing_one_of_two_outlets_leaves_the_text(database: Database, tmp_path: Path) -> None:
    """And the support falls."""
    add(database, tmp_path / "more.txt", MORE_TROOPS)
    add(database, tmp_path / "troops.txt", TROOPS)
    reprint = add(database, tmp_path / "reprint.txt", TROOPS_REPRINTED)
    claims = {one.claim.id for one in claims_in(database)}
    assert reprint.article is not None
    remove_article(database, reprint.article.id)
    assert len(articles_in(database)) == 2
    assert {one.claim.id for one in claims_in(database)} == claims
    assert conflict_in(database).left_support.articles == 1


def test_removing_an_article_takes_its_conflicts_along(database: Database, tmp_path: Path) -> None:
    """The other side is the only source again; added anew, it is all back."""
    add(database, tmp_path / "troops.txt", TROOPS)
    more = add(database, tmp_path / "more.txt", MORE_TROOPS)
    assert more.article is not None
    removed = remove_article(database, more.article.id[:12])
    assert removed.article.outlet == "Beta Times"
    assert conflicts_in(database) == []
    assert flags_in(database) == {"2,500": {FlagWord.ONLY_SOURCE}}
    add(database, tmp_path / "more.txt", MORE_TROOPS)
    assert conflicts_in(database) == [CONTRADICTION]


def test_what_is_not_there_cannot_be_removed(database: Database) -> None:
    """The message names the way to list what is."""
    with pytest.raises(NotFound):
        remove_article(database, "0123456789ab")


def test_one_bad_file_does_not_hold_up_the_rest(database: Database, tmp_path: Path) -> None:
    """It is listed with its error, in its place, and nothing of it is stored."""
    bad = tmp_path / "b.txt"
    bad.write_bytes(b"\x00\x01")
    write_file(tmp_path / "a.txt", TROOPS)
    write_file(tmp_path / "c.txt", MORE_TROOPS)
    seen: list[Progress] = []
    files = [tmp_path / f"{name}.txt" for name in "abc"]
    results = add_articles(database, files, watch=seen.append)
    assert [added.outcome for added in results] == ["added", "failed", "added"]
    assert isinstance(results[1].error, InputError)
    assert results[1].article is None
    assert [(step.done, step.total) for step in seen] == [(1, 3), (2, 3), (3, 3)]
    assert conflicts_in(database) == [CONTRADICTION]


def test_a_file_that_is_more_than_an_article_is_refused(database: Database, tmp_path: Path) -> None:
    """The message says what to do."""
    added = add(database, tmp_path / "long.txt", "The flood rose. " * (LONGEST_TEXT // 15))
    assert added.outcome == "failed"
    assert "split it into its articles" in str(added.error)
    assert articles_in(database) == []


def test_a_changed_text_of_one_file_is_another_article(database: Database, tmp_path: Path) -> None:
    """Both are kept."""
    add(database, tmp_path / "troops.txt", TROOPS)
    changed = add(database, tmp_path / "troops.txt", TROOPS.replace("2,500", "2,900"))
    assert changed.outcome == "added"
    assert len(articles_in(database)) == 2


def test_totals_are_those_of_the_articles_that_are_there(
    database: Database, tmp_path: Path
) -> None:
    """Every step adds up; what leaves is no longer counted."""
    with database.read() as session:
        before = db.totals(session)
    add(database, tmp_path / "troops.txt", TROOPS)
    more = add(database, tmp_path / "more.txt", MORE_TROOPS)
    with database.read() as session:
        both = db.totals(session)
    contradictions = both.tally["contradiction"] - before.tally["contradiction"]
    assert (both.articles - before.articles, contradictions) == (2, 1)
    assert more.article is not None
    remove_article(database, more.article.id)
    (first,) = articles_in(database)
    remove_article(database, first.id)
    with database.read() as session:
        assert db.totals(session) == before
