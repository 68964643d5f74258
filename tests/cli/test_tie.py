"""`claims same`, `apart` and `contradict`: said on the command line, seen in every listing."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.service.library import add_articles
from db import list_claims, open_database
from tests.cli.conftest import Run
from tests.service.story import write_story


@pytest.fixture(scope="module")
def stories(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one SQLite file with two articles that contradict each other, to be copied."""
    folder = tmp_path_factory.mktemp("stories")
    file = folder / "stories.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    database = open_database(str(file))
    add_articles(database, write_story(folder, ("troops", "troops-more")))
    database.close()
    return file


@pytest.fixture
def ids(stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Make CLAIMS_DB a copy that Ana works on; give the claims by the words of their amounts."""
    file = tmp_path / "stories.sqlite"
    file.write_bytes(stories.read_bytes())
    monkeypatch.setenv("CLAIMS_DB", str(file))
    monkeypatch.setenv("CLAIMS_BY", "Ana")
    database = open_database(str(file))
    with database.read() as session:
        found = {one.claim.value.text: f"c{one.claim.id[:8]}" for one in list_claims(session)}
    database.close()
    return found


def relations(run: Run) -> list[str]:
    """Give the relations of all conflicts and look-alikes."""
    document = run("conflicts", "--all", "--json").document
    return [conflict["relation"] for conflict in document["conflicts"]]


def test_what_is_set_apart_is_no_conflict_until_it_is_taken_back(
    run: Run, ids: dict[str, str]
) -> None:
    """The look-alike says who parted the two; the history of either tells both words."""
    left, right = ids["2,500"], ids["3,500"]
    assert "contradiction" in relations(run)
    said = run("apart", left, right, "--note", "two counts")
    assert (said.code, f"recorded: {left} and {right} answer two questions: q" in said.out) == (
        0,
        True,
    )
    assert "contradiction" not in relations(run)
    shown = " ".join(run("conflicts").out.split())
    assert "2,500 / 3,500: Ana says that these are two questions: two counts." in shown
    assert f"two questions: {left} and {right}; two counts" in " ".join(
        run("show", left).out.split()
    )
    assert "2 articles" in run("conflicts").out
    undone = run("apart", right, left, "--undo")
    assert "answer one question: q" in undone.out
    assert "contradiction" in relations(run)
    assert run("history", right).out.splitlines()[0] == f"{right}: 2 words"


def test_what_a_person_raised_is_listed_first_with_the_reason(
    run: Run, ids: dict[str, str]
) -> None:
    """It can be judged like any other; an internal reason stays out of the report."""
    left, right = ids["2,500"], ids["About 7,000"]
    raised = run("contradict", left, right, "--note", "the same soldiers", "--internal")
    id_ = raised.out.split()[-1]
    first = run("conflicts", "--json").document["conflicts"][0]
    assert (f"k{first['id'][:8]}", first["rule"]) == (id_, "person.contradict")
    assert "raised by Ana" in first["reason"].lower().replace("ana", "Ana")
    assert "the same soldiers" not in run("report").out
    assert "the same soldiers" in run("history", id_).out
    assert run("annotate", id_, "--verdict", "confirmed").code == 0


def test_what_was_joined_is_one_question(run: Run, ids: dict[str, str]) -> None:
    """Its values are compared; who said so is told with the steps."""
    left, right = ids["3,500"], ids["About 7,000"]
    assert "answer one question: q" in run("same", left, right).out
    why = " ".join(run("why", left, right).out.split())
    assert "person same: Ana says that both answer one question" in why
    assert "contradiction: quantity.disjoint" in why


@pytest.mark.usefixtures("ids")
def test_one_answer_cannot_contradict_itself(run: Run, tmp_path: Path) -> None:
    """Two articles that say the same are set apart first; nothing is stored."""
    (again,) = write_story(tmp_path / "more", ("troops-reprinted",))
    other = again.read_text("utf-8").replace("Pakistan and Iran", "Iran and Pakistan")
    again.write_text(other, "utf-8")
    assert run("add", str(again)).code == 0
    claims = run("list", "--json", "--about", "2,500").document["claims"]
    left, right = (f"c{claim['id'][:8]}" for claim in claims)
    ran = run("contradict", left, right, "--note", "x")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "give one answer, which cannot contradict itself" in ran.err
    assert run("history", left).out == f"{left}: nobody said anything of it yet.\n"
