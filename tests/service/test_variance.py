"""Near copies: which articles have one origin, and what differs between them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from claims.errors import NotFound
from claims.model import Filter, Target
from claims.report.identity import short_id
from claims.report.variance import comparison_document, render_comparison
from claims.service.detail import show
from claims.service.library import add_articles
from claims.service.variance import compare_articles
from db import list_articles
from tests.service.story import write_file

if TYPE_CHECKING:
    from db import Database

pytestmark = pytest.mark.usefixtures("remembered")

_DISPATCH: Final = """---
outlet: "Alpha Post"
published: 2022-05-02
---
A flood in Peru killed nine people on Sunday. The river Rimac rose by two metres in the night and
took a bridge with it. Chile and Ecuador sent rescuers to Lima, and schools were closed.
"""
_EDITED: Final = _DISPATCH.replace("Alpha", "Beta").replace("nine", "ten")
_REPRINT: Final = f"{_EDITED}\nA reporter saw families on roofs.\n"
_OTHER: Final = """---
outlet: "Gamma Herald"
published: 2022-05-02
---
A flood in Peru killed four people. Rescuers from Chile and Ecuador reached Lima by boat.
"""


@pytest.fixture
def ids(empty: Database, tmp_path: Path) -> dict[str, str]:
    """Store a dispatch, its edited reprint and another article; give their ids by outlet."""
    words = {"dispatch": _DISPATCH, "reprint": _REPRINT, "other": _OTHER}
    files = [write_file(tmp_path / f"{name}.txt", text) for name, text in words.items()]
    assert not any(one.error for one in add_articles(empty, files))
    with empty.read() as session:
        listed = list_articles(session, Filter())
    return {str(one.article.outlet): short_id(Target.ARTICLE, one.article.id) for one in listed}


def test_an_article_names_its_near_copies(empty: Database, ids: dict[str, str]) -> None:
    """With the reason; another report of the event is none."""
    told = show(empty, ids["Alpha Post"], 200)
    assert f"{ids['Beta Post']}  author unknown (Beta Post)" in told
    assert "a passage of twelve words or more stands in both" in told
    assert ids["Gamma Herald"] not in told
    assert "of one origin" not in show(empty, ids["Gamma Herald"], 200)


def test_what_differs_is_shown_word_by_word(empty: Database, ids: dict[str, str]) -> None:
    """Without colour, each sentence once."""
    found = compare_articles(empty, ids["Alpha Post"], ids["Beta Post"])
    told = render_comparison(found, 200)
    assert "A flood in Peru killed [-nine-] {+ten+} people on Sunday." in told
    assert "ONLY IN " + ids["Beta Post"] + " (1)\n    A reporter saw families on roofs." in told
    assert "2 sentences stand in both, 1 in other words, 1 in one alone." in told
    document = comparison_document(found)
    assert document["changed"][0]["words"] == [{"left": "nine", "right": "ten"}]
    assert document["origin"] == "a passage of twelve words or more stands in both"


def test_articles_of_one_text_differ_in_nothing(empty: Database, ids: dict[str, str]) -> None:
    """The same id twice is an article beside itself."""
    found = compare_articles(empty, ids["Alpha Post"], ids["Alpha Post"])
    assert "Nothing differs" in render_comparison(found, 80)
    assert found.origin == "both print one and the same text"


def test_only_articles_are_compared(empty: Database) -> None:
    """The message names the listing."""
    with pytest.raises(NotFound, match="claims articles"):
        compare_articles(empty, "a0000000", "a0000000")
