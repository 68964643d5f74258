"""What a person says of an article wins, is signed, and reaches days and conflicts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.errors import InputError, NotFound
from claims.model import Genre, KnownBy
from claims.read import Given
from claims.service.amendment_article import amend_article
from claims.service.annotation import Word, annotate
from claims.service.correction import Signature
from claims.service.history import history
from claims.service.library import add_articles
from claims.service.removal import remove_article
from db import get_article, list_articles, list_claims
from tests.service.state import State, state_of
from tests.service.story import ARTICLES, write_file

if TYPE_CHECKING:
    from db import Database

pytestmark = pytest.mark.usefixtures("remembered")

ANA = Signature("Ana", "asked the desk")
TODAY = "The flood in Peru killed six people yesterday, the Red Cross said.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Write two articles on one flood, one of them without a day of its own."""
    return [
        write_file(tmp_path / "flood.txt", ARTICLES["flood"]),
        write_file(tmp_path / "undated.txt", ARTICLES["flood-undated"] + TODAY),
    ]


@pytest.fixture
def floods(empty: Database, files: list[Path]) -> Database:
    """Add them."""
    add_articles(empty, files)
    return empty


def id_of(database: Database, file: str) -> str:
    """Give the id of the article of a file."""
    with database.read() as session:
        (found,) = (one.article.id for one in list_articles(session) if one.article.file == file)
    return found


def _without_words(state: State) -> State:
    """Leave out what the signed word itself adds to the index."""
    return replace(state, rows={})


def test_a_correction_is_what_adding_with_it_would_have_given(
    floods: Database, files: list[Path]
) -> None:
    """The day anchors "yesterday", and the conflicts follow."""
    before = state_of(floods)
    given = Given(outlet="Eta Post", authors=("Ann Example",), published="2022-05-02")
    found = amend_article(floods, id_of(floods, "undated.txt"), given, ANA)
    after = state_of(floods)
    assert after.claims != before.claims
    assert found.difference.changed or found.conflicts
    assert found.article.how_known("published") is KnownBy.USER
    add_articles(floods, [files[1]], Given())
    assert state_of(floods) == after
    remove_article(floods, id_of(floods, "undated.txt"))
    add_articles(floods, [files[1]], given)
    assert _without_words(state_of(floods)) == _without_words(after)


def test_it_is_kept_as_a_signed_word(floods: Database) -> None:
    """Who, when, what stood there before, and why; the same once more is no word."""
    id_ = id_of(floods, "undated.txt")
    found = amend_article(floods, id_[:9], Given(genre=Genre.NEWS, title="Lima"), ANA)
    assert found.fields == (("genre", "unknown", "news"), ("title", "unknown", "Lima"))
    (word,) = history(floods, f"a{id_}").words
    assert word == found.annotation
    assert (word.by, word.is_internal, word.tags) == ("Ana", True, ("amended",))
    assert word.note == "genre: unknown → news; title: unknown → Lima. asked the desk"
    again = amend_article(floods, id_, Given(genre=Genre.NEWS), Signature("Bo"))
    assert again.annotation is None
    assert len(history(floods, f"a{id_}").words) == 1


def test_words_follow_an_article_to_its_address(floods: Database) -> None:
    """Its id changes with the address; the claims keep theirs."""
    former = id_of(floods, "undated.txt")
    annotate(floods, f"a{former}", Word("Bo", note="called them"))
    with floods.read() as session:
        claims = {one.claim.id for one in list_claims(session)}
    given = Given(address="https://zeta.example/flood")
    found = amend_article(floods, former, given, ANA)
    assert found.article.id != former
    assert len(history(floods, f"a{found.article.id}").words) == 2
    with floods.read() as session:
        assert get_article(session, former).id == found.article.id
        assert {one.claim.id for one in list_claims(session)} == claims
        listed = {one.article.id: one.notes for one in list_articles(session)}
    assert listed[found.article.id] == 2


def test_what_cannot_be_corrected_is_refused(floods: Database) -> None:
    """Nothing given, nobody to sign, no such article, the address of another."""
    id_, other = id_of(floods, "undated.txt"), id_of(floods, "flood.txt")
    with pytest.raises(InputError, match="nothing to correct; give --outlet"):
        amend_article(floods, id_, Given(), ANA)
    with pytest.raises(InputError, match="who says so"):
        Signature(" ")
    with pytest.raises(NotFound, match="no article affff"):
        amend_article(floods, "affff", Given(title="x"), ANA)
    given = Given(address="https://zeta.example/flood")
    amend_article(floods, other, given, ANA)
    before = state_of(floods)
    with pytest.raises(InputError, match="claims add FILE --replaces ID"):
        amend_article(floods, id_, given, ANA)
    assert state_of(floods) == before
