"""Origins from files to findings: reprints, agencies and cited reports, in any order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import delete

from claims.model import Filter, Support
from claims.service.detail import show
from claims.service.explain import explain
from claims.service.library import add_articles
from claims.service.listing import list_conflicts, list_questions
from db import sketches_of
from db.table import SKETCH
from tests.service.state import state_of
from tests.service.story import write_file

if TYPE_CHECKING:
    from db import Database

_DISPATCH: Final = """---
outlet: "Alpha Post"
published: 2022-05-02
---
LIMA (AP) — A flood in Peru killed nine people on Sunday. The river Rimac rose by two metres in the
night and took a bridge with it. Chile and Ecuador sent rescuers to Lima, and schools were closed.
"""
_REPRINT: Final = """---
outlet: "Beta Times"
published: 2022-05-02
---
Bridge lost in flood

A flood in Peru killed nine people Sunday. The Rimac river rose by two metres in the night and took
a bridge with it. Chile and Ecuador sent rescuers to Lima and all schools were closed.

AP
"""
_OWN: Final = """---
outlet: "Gamma Herald"
published: 2022-05-02
---
A flood in Peru killed nine people on Sunday. Families in Lima slept on roofs, our reporter saw.
Helpers from Chile and Ecuador are on their way.
"""
_OTHER: Final = """---
outlet: "Delta Daily"
published: 2022-05-02
---
A flood in Peru killed four people. Rescuers from Chile and Ecuador reached Lima by boat.
"""
_FILES: Final = {"dispatch": _DISPATCH, "reprint": _REPRINT, "own": _OWN, "other": _OTHER}


def _write(folder: Path, names: Iterable[str] = _FILES) -> list[Path]:
    return [write_file(folder / f"{name}.txt", _FILES[name]) for name in names]


def _supports(database: Database) -> set[tuple[str, Support]]:
    """Give what each answer of the question is held by."""
    (sheet,) = (one for one in list_questions(database, Filter()) if one.cases)
    return {(row.answer.value.text, row.support) for row in sheet.rows}


@pytest.mark.usefixtures("remembered")
def test_a_reprint_adds_an_article_and_no_origin(empty: Database, tmp_path: Path) -> None:
    """Three articles say nine, two of them one agency's text."""
    add_articles(empty, _write(tmp_path))
    assert _supports(empty) == {("nine", Support(3, 2)), ("four", Support(1, 1))}
    (case,) = list_conflicts(empty, Filter()).cases
    stored = {case.conflict.left_support, case.conflict.right_support}
    assert stored == {Support(3, 2), Support(1, 1)}


@pytest.mark.usefixtures("remembered")
def test_the_order_of_articles_does_not_matter(sqlite_template: Path, tmp_path: Path) -> None:
    """The reprint first, between or last."""
    from db import open_database

    states = []
    for at, names in enumerate(permutations(("dispatch", "reprint", "other"))):
        file = tmp_path / f"{at}.sqlite"
        file.write_bytes(sqlite_template.read_bytes())
        database = open_database(str(file))
        add_articles(database, _write(tmp_path, names))
        states.append(state_of(database))
        database.close()
    assert all(state == states[0] for state in states)


@pytest.mark.usefixtures("remembered")
def test_a_text_without_its_wording_gets_it_when_it_is_read_again(
    empty: Database, tmp_path: Path
) -> None:
    """As after an upgrade: until then it is an origin of its own."""
    files = _write(tmp_path, ("dispatch", "reprint", "other"))
    add_articles(empty, files)
    whole = state_of(empty)
    with empty.write() as session:
        session.execute(delete(SKETCH))
    assert _supports(empty) == {("nine", Support(2, 2)), ("four", Support(1, 1))}
    again = add_articles(empty, files)
    assert [added.outcome for added in again] == ["unchanged"] * 3
    assert state_of(empty) == whole
    with empty.read() as session:
        texts = {added.article.text.id for added in again if added.article is not None}
        assert set(sketches_of(session, texts)) == texts


@pytest.mark.usefixtures("remembered")
def test_a_conflict_tells_which_articles_are_one_origin(empty: Database, tmp_path: Path) -> None:
    """Beside the count, with the reason; an article tells which agency it credits."""
    added = add_articles(empty, _write(tmp_path))
    (case,) = list_conflicts(empty, Filter()).cases
    told = " ".join(show(empty, case.conflict.id, 80).split())
    assert "nine: 3 articles, at most 2 origins; four: 1 article" in told
    assert "one origin reprint.txt and dispatch.txt: a passage of twelve words or more" in told
    article = next(one.article for one in added if one.path.name == "reprint.txt")
    assert article is not None
    assert "credits Associated Press" in " ".join(show(empty, article.id, 80).split())


@pytest.mark.usefixtures("remembered")
def test_why_tells_the_origin_of_a_pair(empty: Database, tmp_path: Path) -> None:
    """It is no step that decides."""
    add_articles(empty, _write(tmp_path))
    (case,) = list_conflicts(empty, Filter()).cases
    told = explain(empty, case.conflict.left, case.conflict.right, 80)
    assert "origin          two, for all that is known" in told
