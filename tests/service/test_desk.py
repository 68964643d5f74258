"""Several people at one database, and verdicts while articles come and go."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

import pytest

import db
from claims.extract import Extraction, extract
from claims.model import Act, Claim, Filter, Relation, Span, Verdict, View
from claims.service.annotation import Word, annotate
from claims.service.history import history
from claims.service.library import add_articles
from claims.service.listing import list_conflicts
from claims.service.removal import remove_article
from claims.service.tie import Said, tie
from db import list_articles, open_database
from tests.service.story import ARTICLES, write_file, write_story

if TYPE_CHECKING:
    from claims.report.view import Case
    from db import Database

WORDS_EACH: Final = 24

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture
def sides(empty: Database, tmp_path: Path) -> list[Path]:
    """Add two articles that contradict each other."""
    files = write_story(tmp_path, ("troops", "troops-more"))
    add_articles(empty, files)
    return files


def the_case(database: Database, status: str | None = None) -> Case:
    """Give the one contradiction there is."""
    found = list_conflicts(database, Filter(relations=(Relation.CONTRADICTION,), status=status))
    (case,) = found.cases
    return case


def short(case: Case) -> str:
    """Give the id that people see."""
    return f"k{case.conflict.id[:8]}"


def remove(database: Database, file: Path) -> None:
    """Remove the article of a file."""
    with database.read() as session:
        (id_,) = (one.article.id for one in list_articles(session) if one.article.file == file.name)
    remove_article(database, id_)


def dismiss(database: Database, case: Case) -> None:
    """Say that there is no dispute."""
    annotate(database, short(case), Word("Ana", verdict=Verdict.DISMISSED, reason="other"))


def _talk(url: str, name: str, case: Case) -> subprocess.Popen[str]:
    about = (short(case), f"c{case.left.claim.id}", f"c{case.right.claim.id}")
    command = [sys.executable, "-m", "tests.service.talking", url, name, str(WORDS_EACH), *about]
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)


def _hear(said: IO[str], many: int) -> list[str]:
    """Read what was acknowledged, up to a number of words."""
    heard = []
    for _ in range(many):
        line = said.readline()
        if not line.endswith("\n"):
            break
        heard.append(line.split(maxsplit=1)[0])
    return heard


@pytest.mark.parametrize("seed", range(2))
def test_every_acknowledged_word_of_several_people_is_there_once(
    seed: int, empty: Database, database_url: str, sides: list[Path]
) -> None:
    """Four talk at once, two are killed while they do, and an article comes and goes meanwhile."""
    dice = random.Random(seed)  # noqa: S311 - the same moments every time
    case = the_case(empty)
    names = ("Ana", "Bo", "Cy", "Di")
    talkers = {name: _talk(database_url, name, case) for name in names}
    acknowledged: list[str] = []
    for name in ("Bo", "Di"):
        talker = talkers[name]
        assert talker.stdout is not None
        acknowledged += _hear(talker.stdout, dice.randrange(1, WORDS_EACH - 4))
        talker.kill()
        acknowledged += _hear(talker.stdout, WORDS_EACH)
    more = write_file(sides[0].with_name("again.txt"), ARTICLES["troops-reprinted"])
    patient = open_database(database_url, busy_timeout_s=60)
    add_articles(patient, [more])
    patient.close()
    for talker in talkers.values():
        assert talker.stdout is not None
        acknowledged += _hear(talker.stdout, WORDS_EACH)
        talker.wait(60)
        talker.stdout.close()
    with empty.read() as session:
        stored = db.annotations(session)
    assert len(acknowledged) == len(set(acknowledged))
    assert set(acknowledged) <= {word.id for word in stored}
    counts = Counter(word.note for word in stored)
    assert set(counts.values()) == {1}
    unheard = len(stored) - len(acknowledged)
    assert 0 <= unheard <= 2, "a killed talker may have stored one word it could not tell of"
    assert {talkers[name].returncode for name in ("Ana", "Cy")} == {0}
    assert sum(count for note, count in counts.items() if note.startswith("Ana ")) == WORDS_EACH


def test_a_dismissed_conflict_stays_dismissed_when_articles_go_and_come(
    empty: Database, sides: list[Path]
) -> None:
    """It is not in the queue again; while it is not detected it stays listed as judged."""
    dismiss(empty, the_case(empty))
    remove(empty, sides[1])
    (word,) = list_conflicts(empty, Filter()).gone
    assert word.verdict is Verdict.DISMISSED
    add_articles(empty, sides)
    assert the_case(empty, "dismissed").outdated == frozenset()
    assert list_conflicts(empty, Filter(status="open")).cases == ()


def test_a_dismissed_conflict_stays_dismissed_when_its_articles_are_read_again(
    empty: Database, sides: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By better rules, which quote more of each sentence and know the claims by their anchors."""
    case = the_case(empty)
    dismiss(empty, case)

    def read_better(view: View, **basis: Any) -> Extraction:
        found = extract(view, **basis)
        return replace(found, claims=tuple(_longer(claim, view) for claim in found.claims))

    monkeypatch.setattr("claims.service.library.EXTRACTOR", "rules/better")
    monkeypatch.setattr("claims.service.basis.extract", read_better)
    add_articles(empty, sides)
    again = the_case(empty, "dismissed")
    assert again.conflict.id == case.conflict.id
    assert len(again.left.claim.quote) > len(case.left.claim.quote)
    assert again.outdated == frozenset()


def _longer(claim: Claim, view: View) -> Claim:
    span = Span(claim.span.start, min(claim.span.end + 9, len(view.text.body)))
    return replace(claim, span=span, quote=view.text.body[span.start : span.end])


def test_a_copy_inherits_the_verdict_and_a_new_value_is_open(
    empty: Database, sides: list[Path], tmp_path: Path
) -> None:
    """The earlier copy stands for the answer now, even when the judged article goes."""
    dismiss(empty, the_case(empty))
    body = ARTICLES["troops"].replace("Alpha Post", "Gamma Wire").replace("04-05", "04-01")
    copy = write_file(tmp_path / "copy.txt", body.replace("Pakistan and Iran", "Iran and Pakistan"))
    add_articles(empty, [copy])
    case = the_case(empty, "dismissed")
    assert case.left.article.outlet == "Gamma Wire"
    assert case.outdated == frozenset()
    remove(empty, sides[0])
    assert the_case(empty, "dismissed").left.article.outlet == "Gamma Wire"
    other = write_file(tmp_path / "other.txt", body.replace("2,500", "4,800"))
    add_articles(empty, [other])
    opened = list_conflicts(empty, Filter(status="open")).cases
    assert opened
    assert all("4,800" in (c.left.claim.value.text, c.right.claim.value.text) for c in opened)
    assert the_case(empty, "dismissed").conflict.relation is Relation.CONTRADICTION


def test_a_judged_conflict_that_changed_is_in_the_queue_again(
    empty: Database, sides: list[Path]
) -> None:
    """Its word stays and is marked; a word on the facts of now closes it."""
    case = the_case(empty)
    dismiss(empty, case)
    body = ARTICLES["troops"].replace("2021-04-05", "2021-04-04")
    write_file(sides[0], body)
    from claims.read.given import Given

    add_articles(empty, [sides[0]], Given(published="2021-04-04"))
    (open_again,) = list_conflicts(empty, Filter(status="open")).cases
    assert open_again.conflict.id == case.conflict.id
    assert len(open_again.outdated) == 1
    found = history(empty, short(case))
    assert found.outdated == open_again.outdated
    dismiss(empty, open_again)
    assert list_conflicts(empty, Filter(status="open")).cases == ()


def test_what_a_person_set_apart_stays_so_when_articles_go_and_come(
    empty: Database, sides: list[Path]
) -> None:
    """The word waits for the claims; taken back, the program decides again."""
    case = the_case(empty)
    left, right = f"c{case.left.claim.id}", f"c{case.right.claim.id}"
    tie(empty, left, right, Said(Act.APART, "Ana", "two counts"))
    remove(empty, sides[0])
    add_articles(empty, sides)
    found = list_conflicts(empty, Filter())
    assert found.cases == ()
    assert found.look_alikes[0].conflict.reason.startswith("Ana says that these are two questions")
    tie(empty, left, right, Said(Act.FREE, "Ana"))
    assert the_case(empty).conflict.id == case.conflict.id
    assert len(history(empty, left).words) == 2
