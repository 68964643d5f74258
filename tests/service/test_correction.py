"""However articles and people's corrections came, the findings are those of all of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from claims.errors import InputError
from claims.model import Claim, Fields, Relation
from claims.service.correction import Signature, amend, restore, retract, take_back
from claims.service.history import find_orphans
from claims.service.record import record
from db import list_articles, list_claims, list_conflicts, open_database
from tests.service.state import State, state_of
from tests.service.story import write_story
from tests.service.test_growth import ORDERS, SEEDS, add, batches, remove

if TYPE_CHECKING:
    from db import Database

Rebuild = Callable[[Iterable[Path]], State]

SAID_AT: Final = datetime(2026, 6, 1, tzinfo=UTC)
MORE: Final = "There are 3,500 US troops in Afghanistan"
SEVEN: Final = "The flood in Peru killed seven people"
NINE: Final = "The flood in Peru has killed nine people"
RESCUERS: Final = "Chile and Ecuador sent rescuers to Lima"
US_TROOPS: Final = "US troops in Afghanistan"
BORDER: Final = "Pakistan and Iran share a border"
MORE_RESCUERS: Final = "Chile, Ecuador and Bolivia sent rescuers to Lima"

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write the invented articles down beside the seeds."""
    return [*write_story(tmp_path_factory.mktemp("story")), *sorted(SEEDS.glob("*.txt"))]


def claim_of(database: Database, quote: str) -> Claim | None:
    """Find the amount with a quote; None where it is not there."""
    with database.read() as session:
        listed = [one.claim for one in list_claims(session)]
    found = (one for one in listed if one.value.type == "quantity")
    return next((one for one in found if quote in " ".join(one.quote.split())), None)


def short(claim: Claim | None) -> str:
    """Give the id that people see."""
    assert claim is not None
    return f"c{claim.id[:8]}"


class Clerk:
    """What people say of single claims while articles come and go, each in an hour of its own.

    Args:
        database: The database it is said to.
    """

    def __init__(self, database: Database, dice: random.Random) -> None:
        self._database = database
        self._dice = dice
        self._unsaid: list[Callable[[], bool]] = [
            lambda: self._amend(MORE, Fields(value="2,600"), 1),
            lambda: self._amend(MORE, Fields(speakers=("NATO", "the Pentagon")), 2),
            lambda: self._amend(NINE, Fields(subject="people in Chile", as_of="2022-05-01"), 3),
            lambda: self._retract(SEVEN, 4),
            lambda: self._record("flood.txt", RESCUERS, 5, _counted("40", "2022-05-02")),
            lambda: self._record(
                "flood-undated.txt", MORE_RESCUERS, 6, _counted("about 900", "2022-05-02")
            ),
            lambda: self._record("troops.txt", BORDER, 7, Fields(value="9,000", subject=US_TROOPS)),
        ]

    def speak(self, *, all_of_it: bool = False) -> None:
        """Say some of what is not said yet, of what is there; everything at the end."""
        for word in self._dice.sample(self._unsaid, len(self._unsaid)):
            if (all_of_it or self._dice.random() < 0.4) and word():
                self._unsaid.remove(word)
        assert not (all_of_it and self._unsaid)

    def _amend(self, quote: str, fields: Fields, hour: int) -> bool:
        claim = claim_of(self._database, quote)
        if claim is not None:
            amend(self._database, short(claim), fields, _signed(hour), _at(hour))
        return claim is not None

    def _retract(self, quote: str, hour: int) -> bool:
        claim = claim_of(self._database, quote)
        if claim is not None:
            retract(self._database, short(claim), _signed(hour), _at(hour))
        return claim is not None

    def _record(self, file: str, quote: str, hour: int, fields: Fields) -> bool:
        article = article_of(self._database, file)
        if article is None:
            return False
        record(self._database, article, quote, fields, _signed(hour), at=_at(hour))
        return True


def _counted(value: str, as_of: str) -> Fields:
    return Fields(value=value, subject="rescuers in Peru", as_of=as_of)


def _at(hour: int) -> datetime:
    return SAID_AT + timedelta(hours=hour)


def _signed(hour: int) -> Signature:
    return Signature("Ana", f"word {hour}")


def article_of(database: Database, file: str) -> str | None:
    """Give the short id of the article of a file; None where it is not there."""
    with database.read() as session:
        found = [one.article.id for one in list_articles(session) if one.article.file == file]
    return f"a{found[0][:8]}" if found else None


def corrected(template: Path, place: Path, files: Iterable[Path]) -> State:
    """Add files to a new database, say everything, and tell its state."""
    place.write_bytes(template.read_bytes())
    database = open_database(str(place))
    add(database, sorted(files))
    Clerk(database, random.Random(0)).speak(all_of_it=True)  # noqa: S311 - any order
    state = state_of(database)
    database.close()
    return state


@pytest.fixture(scope="module")
def kept() -> list[State]:
    """Hold what a rebuild with all corrections gave."""
    return []


@pytest.fixture
def wanted(kept: list[State], files: list[Path], sqlite_template: Path, tmp_path: Path) -> State:
    """Give the state of a rebuild with all that is said."""
    if not kept:
        kept.append(corrected(sqlite_template, tmp_path / "wanted.sqlite", files))
    return kept[0]


def test_what_is_corrected_changes_what_is_found(wanted: State) -> None:
    """The test below would pass on corrections that nobody obeys."""
    assert sum(bool(claim[6]) for claim in wanted.claims) == 6
    assert sum(claim[5] for claim in wanted.claims) == 1
    by_hand = {claim[0] for claim in wanted.claims if claim[7] == "hand/1"}
    assert len(by_hand) == 3
    assert any(
        conflict[0] is Relation.CONTRADICTION and by_hand & {conflict[6], conflict[7]}
        for conflict in wanted.conflicts
    )


@pytest.mark.parametrize("order", range(ORDERS))
def test_corrections_and_articles_in_any_order_give_the_same(
    order: int, files: list[Path], empty: Database, wanted: State
) -> None:
    """People correct between the batches; some articles go and come again after they spoke."""
    dice = random.Random(300 + order)  # noqa: S311 - the same orders every time
    clerk = Clerk(empty, dice)
    for batch in batches(dice.sample(files, len(files)), dice):
        add(empty, batch)
        clerk.speak()
    clerk.speak(all_of_it=True)
    for file in dice.sample(files, 4):
        remove(empty, file)
        add(empty, [file])
    assert state_of(empty) == wanted


def test_a_word_whose_claim_went_is_an_orphan_until_it_comes_again(
    empty: Database, tmp_path: Path
) -> None:
    """It is listed, and on nothing else meanwhile."""
    files = write_story(tmp_path, ("troops", "troops-more"))
    add(empty, files)
    amend(empty, short(claim_of(empty, MORE)), Fields(value="2,500"), Signature("Ana"))
    assert find_orphans(empty) == []
    remove(empty, files[1])
    (word,) = find_orphans(empty)
    assert word.seen["quote"] == MORE
    add(empty, files[1:])
    claim = claim_of(empty, MORE)
    assert claim is not None
    assert (claim.value.text, find_orphans(empty)) == ("2,500", [])


def relations(database: Database) -> list[Relation]:
    """Give the relations of the conflicts."""
    with database.read() as session:
        return [one.relation for one in list_conflicts(session)]


def test_what_is_taken_back_is_as_before(empty: Database, tmp_path: Path) -> None:
    """Findings, rows and all; only the words stay, and their place in the index."""
    add(empty, write_story(tmp_path, ("troops", "troops-more")))
    before, id_ = state_of(empty), short(claim_of(empty, MORE))
    said = Signature("Ana", "seen on paper")
    amend(empty, id_, Fields(value="2,500", subject="Afghan troops"), said)
    assert relations(empty) == []
    take_back(empty, id_, said)
    retract(empty, id_, said)
    assert relations(empty) == []
    restore(empty, id_, said)
    after = state_of(empty)
    assert (after.claims, after.conflicts, after.questions, after.flags, after.totals) == (
        before.claims,
        before.conflicts,
        before.questions,
        before.flags,
        before.totals,
    )
    words = {"search_document", "search_word"}
    assert {name: count for name, count in after.rows.items() if name not in words} == {
        name: count for name, count in before.rows.items() if name not in words
    }


def test_adding_again_neither_reads_again_nor_loses_what_was_recorded(
    empty: Database, tmp_path: Path
) -> None:
    """A claim by hand is not of an older extractor."""
    files = write_story(tmp_path, ("flood",))
    add(empty, files)
    article = article_of(empty, "flood.txt") or ""
    fields = Fields(value="40", subject="rescuers")
    recorded = record(empty, article, RESCUERS, fields, Signature("Ana")).claim
    before = state_of(empty)
    add(empty, files)
    assert state_of(empty) == before
    with pytest.raises(InputError, match="recorded that claim already"):
        record(empty, article, RESCUERS, fields, Signature("Bo"))
    assert recorded.scope.head == "rescuer"
