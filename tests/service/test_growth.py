"""However articles came and went, the findings are those of the articles that are there."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from claims.extract import Extraction, extract
from claims.model import Act, Claim, Relation, View
from claims.service.library import add_articles
from claims.service.removal import remove_article
from claims.service.tie import Said, tie
from db import list_articles, list_claims, list_conflicts, open_database
from tests.service.state import State, state_of
from tests.service.story import write_story

if TYPE_CHECKING:
    from db import Database

SEEDS: Final = Path(__file__).resolve().parent.parent.parent / "seeds"
ORDERS: Final = 6

Rebuild = Callable[[Iterable[Path]], State]


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write the invented articles down beside the seeds."""
    return [*write_story(tmp_path_factory.mktemp("story")), *sorted(SEEDS.glob("*.txt"))]


@pytest.fixture(scope="session")
def rebuilt() -> dict[frozenset[Path], State]:
    """Hold what a rebuild of some files gave."""
    return {}


@pytest.fixture(scope="session")
def rebuilt_told() -> dict[frozenset[Path], State]:
    """Hold what a rebuild of some files with all words gave."""
    return {}


@pytest.fixture
def rebuild(
    rebuilt: dict[frozenset[Path], State], sqlite_template: Path, tmp_path: Path, remembered: None
) -> Rebuild:
    """Give what builds a database from nothing, and tells its state."""

    def build(files: Iterable[Path]) -> State:
        wanted = frozenset(files)
        if wanted not in rebuilt:
            place = tmp_path / f"rebuilt-{len(rebuilt)}.sqlite"
            place.write_bytes(sqlite_template.read_bytes())
            database = open_database(str(place))
            add(database, sorted(wanted))
            rebuilt[wanted] = state_of(database)
            database.close()
        return rebuilt[wanted]

    assert remembered is None
    return build


def add(database: Database, files: Sequence[Path]) -> None:
    """Add files, none of which may fail."""
    assert [added.error for added in add_articles(database, files)] == [None] * len(files)


def remove(database: Database, file: Path) -> None:
    """Remove the article of a file."""
    with database.read() as session:
        (found,) = (
            one.article.id for one in list_articles(session) if one.article.file == file.name
        )
    remove_article(database, found)


def batches(files: Sequence[Path], dice: random.Random) -> Iterator[list[Path]]:
    """Part files into batches of one to four."""
    rest = list(files)
    while rest:
        size = dice.randint(1, 4)
        yield rest[:size]
        del rest[:size]


def test_the_articles_disagree(files: list[Path], rebuild: Rebuild) -> None:
    """The tests below would pass on nothing."""
    state = rebuild(files)
    relations = {conflict[0] for conflict in state.conflicts}
    wanted = {Relation.CONTRADICTION, Relation.UPDATE, Relation.OMISSION, Relation.DIFFERENT_SCOPE}
    assert wanted <= relations
    assert state.totals.contradictions_between > 3


@pytest.mark.parametrize("order", range(ORDERS))
def test_any_order_and_batches_give_the_same(
    order: int, files: list[Path], empty: Database, rebuild: Rebuild
) -> None:
    """Nothing hangs on who came first."""
    dice = random.Random(order)  # noqa: S311 - the same orders every time
    for batch in batches(dice.sample(files, len(files)), dice):
        add(empty, batch)
    assert state_of(empty) == rebuild(files)


@pytest.mark.parametrize("order", range(ORDERS))
def test_what_went_leaves_no_trace(
    order: int, files: list[Path], empty: Database, rebuild: Rebuild
) -> None:
    """Articles come in batches, some go in between, some of those come again."""
    dice = random.Random(100 + order)  # noqa: S311 - the same orders every time
    there: set[Path] = set()
    for batch in batches(dice.sample(files, len(files)), dice):
        add(empty, batch)
        there |= set(batch)
        for file in dice.sample(sorted(there), min(len(there), dice.randint(0, 2))):
            remove(empty, file)
            there.discard(file)
    gone = sorted(set(files) - there)
    again = dice.sample(gone, len(gone) // 2)
    add(empty, again)
    assert state_of(empty) == rebuild(there | set(again))


class Desk:
    """What people say of claims of the stories while articles come and go.

    Args:
        database: The database it is said to.
    """

    def __init__(self, database: Database, dice: random.Random) -> None:
        self._database = database
        self._dice = dice
        self._unsaid = list(WORDS)

    def speak(self, *, all_of_it: bool = False) -> None:
        """Say some of what is not said yet, of claims that are there; everything at the end."""
        with self._database.read() as session:
            there = {quote_of(one.claim): one.claim.id for one in list_claims(session)}
        for word in self._dice.sample(self._unsaid, len(self._unsaid)):
            act, left, right, hours = word
            if left in there and right in there and (all_of_it or self._dice.random() < 0.4):
                said = Said(act, "Ana", f"word {hours}")
                at = SAID_AT + timedelta(hours=hours)
                tie(self._database, f"c{there[left]}", f"c{there[right]}", said, at)
                self._unsaid.remove(word)


SAID_AT: Final = datetime(2026, 5, 1, tzinfo=UTC)
TROOPS: Final = "There are 2,500 US troops in Afghanistan", "2,500"
MORE_TROOPS: Final = "There are 3,500 US troops in Afghanistan", "3,500"
FOUR: Final = "A flood in Peru killed four people", "four"
NINE: Final = "The flood in Peru has killed nine people", "nine"
SEVEN: Final = "The flood in Peru killed seven people", "seven"
WORDS: Final = (
    (Act.APART, TROOPS, MORE_TROOPS, 5),
    (Act.SAME, MORE_TROOPS, TROOPS, 3),
    (Act.CONTRADICT, NINE, FOUR, 1),
    (Act.SAME, FOUR, MORE_TROOPS, 2),
    (Act.APART, SEVEN, NINE, 4),
    (Act.SAME, SEVEN, TROOPS, 6),
)
"""What is said of which two claims, and in which hour: the latest on two claims counts."""


def quote_of(claim: Claim) -> tuple[str, str]:
    """Name a claim by the words it is known by here and the words of its amount."""
    quote = " ".join(claim.quote.split())
    named = (words for words, _ in (TROOPS, MORE_TROOPS, FOUR, NINE, SEVEN))
    return next((words for words in named if words in quote), ""), claim.value.text


@pytest.fixture
def told(
    rebuilt_told: dict[frozenset[Path], State],
    sqlite_template: Path,
    tmp_path: Path,
    remembered: None,
) -> Rebuild:
    """Give what builds a database from nothing, says everything, and tells its state."""

    def build(files: Iterable[Path]) -> State:
        wanted = frozenset(files)
        if wanted not in rebuilt_told:
            place = tmp_path / f"told-{len(rebuilt_told)}.sqlite"
            place.write_bytes(sqlite_template.read_bytes())
            database = open_database(str(place))
            add(database, sorted(wanted))
            Desk(database, random.Random(0)).speak(all_of_it=True)  # noqa: S311 - any order
            rebuilt_told[wanted] = state_of(database)
            database.close()
        return rebuilt_told[wanted]

    assert remembered is None
    return build


def test_what_people_say_changes_what_is_found(
    files: list[Path], rebuild: Rebuild, told: Rebuild
) -> None:
    """The tests below would pass on words that nobody obeys."""
    without, with_words = rebuild(files), told(files)
    assert with_words.claims == without.claims
    assert with_words.conflicts != without.conflicts
    rules = {conflict[2] for conflict in with_words.conflicts}
    assert {"person.contradict", "scope.person"} <= rules


@pytest.mark.parametrize("order", range(ORDERS))
def test_words_and_articles_in_any_order_give_the_same(
    order: int, files: list[Path], empty: Database, told: Rebuild
) -> None:
    """People speak between the batches; some articles go and come again after they spoke."""
    dice = random.Random(200 + order)  # noqa: S311 - the same orders every time
    desk = Desk(empty, dice)
    for batch in batches(dice.sample(files, len(files)), dice):
        add(empty, batch)
        desk.speak()
    desk.speak(all_of_it=True)
    for file in dice.sample(files, 4):
        remove(empty, file)
        add(empty, [file])
    assert state_of(empty) == told(files)


def test_removing_everything_leaves_nothing(
    files: list[Path], empty: Database, rebuild: Rebuild
) -> None:
    """The last article takes its claims and questions with it."""
    add(empty, files)
    for file in reversed(files):
        remove(empty, file)
    assert state_of(empty) == rebuild([])


def test_adding_again_changes_nothing(files: list[Path], empty: Database, rebuild: Rebuild) -> None:
    """Neither findings, nor ids of conflicts, nor when they were found."""
    add(empty, files)
    before = stored_conflicts(empty)
    again = add_articles(empty, list(reversed(files)))
    assert {added.outcome for added in again} == {"unchanged"}
    assert stored_conflicts(empty) == before
    assert state_of(empty) == rebuild(files)


def stored_conflicts(database: Database) -> list[Any]:
    """Give the conflicts with their ids and instants."""
    with database.read() as session:
        return list_conflicts(session)


def test_two_writers_released_together_find_the_conflict(
    empty: Database, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each adds one side of a contradiction, both parsed before either is stored."""
    together = threading.Barrier(2, timeout=60)

    def extract_and_wait(view: View, **basis: Any) -> Extraction:
        found = extract(view, **basis)
        together.wait()
        return found

    monkeypatch.setattr("claims.service.basis.extract", extract_and_wait)
    sides = write_story(tmp_path, ("troops", "troops-more"))
    failed: list[BaseException] = []

    def write(file: Path) -> None:
        database = open_database(database_url, busy_timeout_s=30)
        try:
            add(database, [file])
        except BaseException as error:  # noqa: BLE001 - a thread must tell the test
            failed.append(error)
        finally:
            database.close()

    writers = [threading.Thread(target=write, args=(file,)) for file in sides]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failed == []
    found = [one.relation for one in stored_conflicts(empty)]
    assert found == [Relation.CONTRADICTION]
