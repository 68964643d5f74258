"""Reading again: with the same rules nothing changes, with others what people said stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claims.errors import InputError, NotFound
from claims.extract import Extraction, extract
from claims.model import Claim, Relation, Span, View
from claims.service.annotation import Word, annotate
from claims.service.history import find_orphans, history
from claims.service.library import add_articles
from claims.service.rereading import Rereading, extract_again
from db import list_claims, list_conflicts
from db.table import EDITION
from tests.service.state import state_of
from tests.service.story import MORE_TROOPS, TROOPS, write_file, write_story

if TYPE_CHECKING:
    from db import Database

pytestmark = pytest.mark.usefixtures("remembered")

Change = Callable[[Claim, View], Claim | None]


@pytest.fixture
def read_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[Change], None]:
    """Give what makes the rules others: each claim becomes another, or none."""

    def use(change: Change) -> None:
        def read(view: View, **basis: Any) -> Extraction:
            found = extract(view, **basis)
            made = (change(claim, view) for claim in found.claims)
            return replace(found, claims=tuple(claim for claim in made if claim is not None))

        monkeypatch.setattr("claims.service.basis.extract", read)

    return use


@pytest.fixture
def troops(empty: Database, tmp_path: Path) -> Database:
    """Give a database with two articles that contradict each other."""
    add_articles(empty, write_story(tmp_path, ("troops", "troops-more")))
    return empty


def sums(found: Rereading) -> tuple[int, int, int]:
    """Count the claims that changed value, were gained, and were lost."""
    told = [one.difference for one in found.texts if one.difference is not None]
    return (
        sum(len(one.changed) for one in told),
        sum(len(one.gained) for one in told),
        sum(len(one.lost) for one in told),
    )


def is_count(claim: Claim) -> bool:
    """Whether it is the claim of the 2,500."""
    return claim.value.text == "2,500"


def test_the_same_rules_change_nothing(troops: Database) -> None:
    """Neither claims nor findings, nor ids of conflicts."""
    with troops.read() as session:
        before = list_conflicts(session)
    state = state_of(troops)
    found = extract_again(troops)
    assert (sums(found), found.conflicts, found.orphans) == ((0, 0, 0), (), 0)
    assert len(found.texts) == 2
    assert state_of(troops) == state
    with troops.read() as session:
        assert list_conflicts(session) == before


def test_one_article_by_its_id(troops: Database) -> None:
    """The others are left alone; an id that nothing has is one line."""
    with troops.read() as session:
        article = list_claims(session)[0].article
    (reread,) = extract_again(troops, article.id[:10]).texts
    assert reread.article.id == article.id
    with pytest.raises(NotFound, match="no article affff"):
        extract_again(troops, "affff")


def test_rules_that_lose_a_claim_lose_no_word(
    troops: Database, read_with: Callable[[Change], None]
) -> None:
    """The conflict goes and stays listed as judged; the word on the claim is an orphan."""
    with troops.read() as session:
        (conflict,) = list_conflicts(session)
        (count,) = (one.claim for one in list_claims(session) if is_count(one.claim))
    annotate(troops, f"k{conflict.id}", Word("Ana", note="asked both"))
    annotate(troops, f"c{count.id}", Word("Ana", note="rounded"))
    read_with(lambda claim, _: None if is_count(claim) else claim)
    found = extract_again(troops)
    assert (sums(found), found.orphans) == ((0, 0, 1), 1)
    ((gone,), (orphan,)) = found.conflicts, find_orphans(troops)
    assert (gone.conflict_id, gone.now) == (conflict.id, None)
    assert (orphan.target_id, orphan.note) == (count.id, "rounded")
    told = history(troops, f"k{conflict.id}")
    assert (told.gone, len(told.words)) == (True, 1)
    read_with(lambda claim, _: claim)
    found = extract_again(troops)
    assert (sums(found), find_orphans(troops)) == ((0, 1, 0), [])
    with troops.read() as session:
        (again,) = list_conflicts(session)
    assert (again.id, again.found_at) == (conflict.id, conflict.found_at)


def test_rules_that_place_a_claim_otherwise_take_words_and_verdicts_along(
    troops: Database, read_with: Callable[[Change], None]
) -> None:
    """Another anchor is another id; the quote still stands there once."""
    with troops.read() as session:
        (conflict,) = list_conflicts(session)
        (count,) = (one.claim for one in list_claims(session) if is_count(one.claim))
    annotate(troops, f"c{count.id}", Word("Ana", note="rounded"))

    def wider(claim: Claim, _: View) -> Claim:
        if not is_count(claim):
            return claim
        return replace(claim, anchor=Span(claim.anchor.start, claim.anchor.end + 3))

    read_with(wider)
    found = extract_again(troops)
    assert (sums(found), found.conflicts, found.orphans) == ((0, 0, 0), (), 0)
    with troops.read() as session:
        (again,) = list_conflicts(session)
        (now,) = (one for one in list_claims(session) if is_count(one.claim))
    assert now.claim.id != count.id
    assert (now.notes, again.id, again.found_at) == (1, conflict.id, conflict.found_at)
    assert [word.note for word in history(troops, f"c{now.claim.id}").words] == ["rounded"]
    read_with(lambda claim, _: claim)
    extract_again(troops)
    assert [word.note for word in history(troops, f"c{count.id}").words] == ["rounded"]


def test_rules_that_read_another_value_say_so(
    troops: Database, read_with: Callable[[Change], None]
) -> None:
    """The claim keeps its id, the conflict changes."""
    with troops.read() as session:
        (more,) = (c.claim for c in list_claims(session) if c.claim.value.text == "3,500")
    read_with(lambda claim, _: replace(claim, value=more.value) if is_count(claim) else claim)
    found = extract_again(troops)
    assert sums(found) == (1, 0, 0)
    assert [one.now for one in found.conflicts] == [None]


def test_a_text_that_cannot_be_read_holds_up_no_other(
    troops: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It keeps its claims, and the problem is told."""
    before = state_of(troops)

    def refuse(view: View, **basis: Any) -> Extraction:
        if "2,500" in view.text.body:
            msg = "a sentence is too long"
            raise InputError(msg)
        return extract(view, **basis)

    monkeypatch.setattr("claims.service.basis.extract", refuse)
    found = extract_again(troops)
    assert [str(one.error) for one in found.texts if one.error] == ["a sentence is too long"]
    assert len(found.texts) == 2
    assert state_of(troops) == before


def test_two_texts_at_one_address_become_versions(empty: Database, tmp_path: Path) -> None:
    """As an older program stored them: the one that was added last is the present one."""
    address = "address: https://alpha.example/a\n---\nT"
    for name, words in (("one", TROOPS), ("two", MORE_TROOPS.replace("Beta Times", "Alpha Post"))):
        add_articles(
            empty, [write_file(tmp_path / f"{name}.txt", words.replace("---\nT", address))]
        )
    with empty.write() as session:
        session.execute(EDITION.delete())
    extract_again(empty)
    with empty.read() as session:
        assert list_conflicts(session, relations=(Relation.CONTRADICTION,)) == []
        assert {one.article.file for one in list_claims(session)} == {"two.txt"}
