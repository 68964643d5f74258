"""Versions of an article: both are kept, the present one is compared, words follow their quotes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from claims.errors import InputError, NotFound
from claims.model import Act, Filter, Relation
from claims.service.added import Added
from claims.service.annotation import Word, annotate
from claims.service.detail import show
from claims.service.history import find_orphans, history
from claims.service.library import add_articles
from claims.service.removal import plan_removal, remove_article
from claims.service.search import search
from claims.service.tie import Said, tie
from db import editions_of, list_articles, list_claims, list_conflicts, open_database
from tests.service.state import State, state_of
from tests.service.story import MORE_TROOPS, TROOPS, write_file, write_story

if TYPE_CHECKING:
    from db import Database

pytestmark = pytest.mark.usefixtures("remembered")

ADDRESS: Final = "address: https://alpha.example/troops\n"
FIRST: Final = TROOPS.replace("---\nThere", f"{ADDRESS}---\nThere").replace(
    "\nThere are 2,500 US troops",
    "\nThe ministry spoke on Monday. There are 2,500 US troops",
)
SECOND: Final = FIRST.replace("2,500", "3,500")
THIRD: Final = FIRST.replace("2,500", "4,500").replace("Iran", "Iran, which denies it,")

Build = Callable[[Sequence[str]], State]


@pytest.fixture
def put(empty: Database, tmp_path: Path) -> Callable[..., Added]:
    """Give what adds a file of some words."""

    def add(name: str, words: str, replaces: str | None = None) -> Added:
        file = write_file(tmp_path / f"{name}.txt", words)
        (added,) = add_articles(empty, [file], replaces=replaces)
        assert added.error is None
        return added

    return add


@pytest.fixture
def built(sqlite_template: Path, tmp_path: Path) -> Build:
    """Give what builds a database of some articles from nothing, and tells its state."""

    def build(articles: Sequence[str]) -> State:
        place = tmp_path / "built.sqlite"
        place.write_bytes(sqlite_template.read_bytes())
        database = open_database(str(place))
        files = [write_file(tmp_path / name_of(words), words) for words in articles]
        assert all(added.error is None for added in add_articles(database, files))
        state = state_of(database)
        database.close()
        return state

    return build


NAMES: Final = {FIRST: "first.txt", SECOND: "second.txt", THIRD: "third.txt", MORE_TROOPS: "m.txt"}


def name_of(words: str) -> str:
    """Name the file of an article."""
    return NAMES[words]


def amounts(database: Database) -> list[str]:
    """List the amounts of troops that are compared."""
    with database.read() as session:
        listed = list_claims(session)
    return sorted(one.claim.value.text for one in listed if "US troops" in one.claim.quote)


def found(database: Database, words: str) -> Sequence[object]:
    """Search for some words."""
    return search(database, words, Filter(), None).finds


def claim_of(database: Database, amount: str) -> str:
    """Give the id of the claim of an amount."""
    with database.read() as session:
        (found,) = (one.claim.id for one in list_claims(session) if one.claim.value.text == amount)
    return f"c{found}"


def article_of(added: Added) -> str:
    """Give the id of the article that was added."""
    assert added.article is not None
    return added.article.id


def test_the_same_address_with_another_text_is_a_new_version(
    empty: Database, put: Callable[..., Added]
) -> None:
    """It contradicts itself no more, and what changed its value is told with its sentence."""
    first = put("first", FIRST)
    second = put("second", SECOND)
    assert second.succession is not None
    assert (second.succession.other.id, second.succession.is_present) == (article_of(first), True)
    ((old, new),) = second.succession.difference.changed
    assert (old.value.text, new.value.text) == ("2,500", "3,500")
    assert second.succession.difference.gained == second.succession.difference.lost == ()
    assert amounts(empty) == ["3,500"]
    with empty.read() as session:
        assert list_conflicts(session, Filter(), tuple(Relation)) == []
        assert [one.article.id for one in list_articles(session)] == [article_of(second)]
        versions = editions_of(session, article_of(first))
    assert [one.article.id for one in versions] == [article_of(first), article_of(second)]
    earlier = " ".join(show(empty, f"c{old.id}", 200).split())
    assert f"the present one is a{article_of(second)[:8]}, which no longer says so" in earlier
    assert "version" not in show(empty, f"c{new.id}", 200)
    shown = show(empty, article_of(first), 200)
    assert "2 versions" in shown
    assert "2,500 → 3,500, sentence 2: There are 3,500 US troops in Afghanistan" in shown
    assert "There are 2,500 US troops in Afghanistan" in shown


def test_a_version_is_found_by_search_only_while_it_is_the_present_one(
    empty: Database, put: Callable[..., Added]
) -> None:
    """The earlier one is told by `claims show`."""
    put("first", FIRST)
    assert len(found(empty, "2,500")) > 0
    put("second", SECOND)
    assert len(found(empty, "2,500")) == 0
    assert len(found(empty, "3,500")) > 0


def test_the_versions_before_leave_no_trace_in_what_is_found(
    empty: Database, put: Callable[..., Added], built: Build
) -> None:
    """Three versions beside another article give what the last of them alone would give."""
    put("more", MORE_TROOPS)
    for name, words in (("first", FIRST), ("second", SECOND), ("third", THIRD)):
        put(name, words)
    assert _found(state_of(empty)) == _found(built([MORE_TROOPS, THIRD]))


def _found(state: State) -> State:
    """Leave out how many rows there are, and the names of files: versions are kept."""
    articles = tuple(one[3:] for one in state.articles)
    return replace(state, rows={}, articles=articles)


@pytest.mark.parametrize("seed", range(6))
def test_versions_come_and_go_in_any_order(
    seed: int, empty: Database, put: Callable[..., Added], built: Build
) -> None:
    """What is found is what the present version gives, and all rows go with the last of them."""
    dice = random.Random(seed)  # noqa: S311 - the same orders every time
    there: list[str] = []
    for words in dice.sample([MORE_TROOPS, FIRST, SECOND, THIRD] * 2, 8):
        if words in there:
            _take(empty, words)
            there.remove(words)
        else:
            put(name_of(words).removesuffix(".txt"), words)
            there.append(words)
        versions = [one for one in there if one != MORE_TROOPS]
        others = [one for one in there if one == MORE_TROOPS]
        assert _found(state_of(empty)) == _found(built([*others, *versions[-1:]]))
    left = there.pop() if there else FIRST
    for words in there:
        _take(empty, words)
    put("last", left)
    with empty.read() as session:
        assert len(editions_of(session, list_articles(session)[0].article.id)) == 1
    assert replace(state_of(empty), articles=()) == replace(built([left]), articles=())


def _take(database: Database, words: str) -> None:
    with database.read() as session:
        (found,) = (
            one.article.id
            for one in list_articles(session, earlier=True)
            if one.article.file == name_of(words)
        )
    remove_article(database, found)


def test_a_pasted_update_takes_over_what_it_does_not_say(
    empty: Database, put: Callable[..., Added]
) -> None:
    """Without front matter it is of the same outlet and day; adding it again changes nothing."""
    first = put("first", TROOPS)
    pasted = SECOND.rpartition("---\n")[2]
    second = put("pasted", pasted, replaces=article_of(first)[:9])
    assert second.article is not None
    assert (second.article.outlet, second.article.published) == ("Alpha Post", "2021-04-05")
    assert amounts(empty) == ["3,500"]
    again = put("pasted", pasted, replaces=article_of(first)[:9])
    assert (again.outcome, again.succession) == ("unchanged", None)
    assert put("first", TROOPS).outcome == "unchanged"
    assert amounts(empty) == ["3,500"]
    back = put("first", TROOPS, replaces=article_of(second))
    assert back.succession is not None
    assert amounts(empty) == ["2,500"]


def test_what_cannot_be_replaced_is_refused(
    empty: Database, put: Callable[..., Added], tmp_path: Path
) -> None:
    """One line each, and nothing is stored."""
    first = article_of(put("first", FIRST))
    second = write_file(tmp_path / "second.txt", SECOND)
    with pytest.raises(NotFound, match="no article affff"):
        add_articles(empty, [second], replaces="affff")
    with pytest.raises(InputError, match="2 files cannot all replace"):
        add_articles(empty, [second, tmp_path / "first.txt"], replaces=first)
    (same,) = add_articles(empty, [tmp_path / "first.txt"], replaces=first)
    assert "has the same text" in str(same.error)
    assert amounts(empty) == ["2,500"]


def test_the_later_day_of_publication_is_the_present_version(
    empty: Database, put: Callable[..., Added]
) -> None:
    """An older page that is added afterwards is an earlier version at once."""
    late = put("second", SECOND.replace("2021-04-05", "2021-04-07"))
    early = put("first", FIRST)
    assert early.succession is not None
    assert not early.succession.is_present
    assert early.succession.other.id == article_of(late)
    assert amounts(empty) == ["3,500"]
    with empty.read() as session:
        assert [one.article.id for one in list_articles(session)] == [article_of(late)]


def test_words_follow_their_quote_and_are_orphans_without_it(
    empty: Database, put: Callable[..., Added]
) -> None:
    """What was said of a figure that changed is not moved to the figure in its place."""
    first = put("first", FIRST)
    with empty.read() as session:
        kept = next(c.claim for c in list_claims(session) if "border" in c.claim.quote)
    on_kept = annotate(empty, f"c{kept.id}", Word("Ana", note="asked")).annotation
    on_figure = annotate(empty, claim_of(empty, "2,500"), Word("Ana", note="old")).annotation
    second = put("second", SECOND)
    with empty.read() as session:
        now = next(c for c in list_claims(session) if c.claim.quote == kept.quote)
    assert now.claim.id != kept.id
    assert now.notes == 1
    assert [word.id for word in history(empty, f"c{now.claim.id}").words] == [on_kept.id]
    assert history(empty, claim_of(empty, "3,500")).words == ()
    assert [word.id for word in find_orphans(empty)] == [on_figure.id]
    remove_article(empty, article_of(first))
    assert [word.id for word in history(empty, f"c{now.claim.id}").words] == [on_kept.id]
    planned = plan_removal(empty, article_of(second))
    assert (planned.orphans, planned.heir) == (1, None)
    remove_article(empty, article_of(second))
    assert {word.id for word in find_orphans(empty)} == {on_kept.id, on_figure.id}
    put("first", FIRST)
    assert find_orphans(empty) == []


def test_a_quote_that_stands_twice_is_no_place_for_words(
    empty: Database, put: Callable[..., Added]
) -> None:
    """They are orphans rather than attached to a look-alike."""
    put("first", FIRST)
    word = annotate(empty, claim_of(empty, "2,500"), Word("Ana", note="old")).annotation
    put("second", f"{FIRST}\nThere are 2,500 US troops in Afghanistan, the Pentagon said again.\n")
    assert [one.id for one in find_orphans(empty)] == [word.id]


def test_a_verdict_follows_the_conflict_into_the_new_version(
    empty: Database, put: Callable[..., Added]
) -> None:
    """The conflict keeps its id; where the figure changes the word is given on other facts."""
    put("more", MORE_TROOPS)
    put("first", FIRST)
    with empty.read() as session:
        (before,) = list_conflicts(session)
    annotate(empty, f"k{before.id}", Word("Ana", note="asked both"))
    reworded = FIRST.replace("The ministry spoke on Monday.", "The ministry spoke twice today.")
    put("reworded", reworded)
    with empty.read() as session:
        (after,) = list_conflicts(session)
    assert (after.id, after.found_at) == (before.id, before.found_at)
    assert {after.left, after.right} != {before.left, before.right}
    told = history(empty, f"k{before.id}")
    assert (len(told.words), told.outdated) == (1, frozenset())


def test_what_was_said_of_two_claims_holds_in_the_new_version(
    empty: Database, put: Callable[..., Added]
) -> None:
    """Set apart, they stay apart; the claim of the earlier version takes no more words on two."""
    put("more", MORE_TROOPS)
    put("first", FIRST)
    old, other = claim_of(empty, "2,500"), claim_of(empty, "3,500")
    tie(empty, old, other, Said(Act.APART, "Ana"))
    with empty.read() as session:
        assert list_conflicts(session) == []
    put("reworded", FIRST.replace("The ministry spoke on Monday.", "The ministry spoke today."))
    with empty.read() as session:
        assert list_conflicts(session) == []
    assert find_orphans(empty) == []
    with pytest.raises(
        InputError, match=r"of an earlier version; c[0-9a-f]{8} stands in its place"
    ):
        tie(empty, old, other, Said(Act.SAME, "Ana"))
    tie(empty, claim_of(empty, "2,500"), other, Said(Act.FREE, "Ana"))
    with empty.read() as session:
        assert len(list_conflicts(session)) == 1


def test_a_text_that_another_outlet_still_prints_stays_in_comparison(
    empty: Database, put: Callable[..., Added], tmp_path: Path
) -> None:
    """Only the outlet that corrected itself is no longer a source of it."""
    put("first", FIRST)
    (reprint,) = write_story(tmp_path, ("troops-reprinted",))
    words = FIRST.replace("Alpha Post", "Gamma Wire").replace("alpha.example", "gamma.example")
    put("reprint", words)
    put("second", SECOND)
    assert reprint.exists()
    with empty.read() as session:
        (conflict,) = list_conflicts(session)
        assert conflict.relation is Relation.CONTRADICTION
        assert {conflict.left_support.articles, conflict.right_support.articles} == {1}
        outlets = {one.article.outlet for one in list_claims(session)}
    assert outlets == {"Alpha Post", "Gamma Wire"}
    assert amounts(empty) == ["2,500", "3,500"]
