"""The report as a document: what `claims conflicts --json` tells, with what was set."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Filter, Genre
from claims.report.document import articles_document, conflicts_document
from claims.report.form import Form
from claims.report.in_turn import in_turn, to_json
from claims.service.listing import list_articles, list_conflicts
from claims.service.report import Order, write_report
from db import Database
from tests.report.hostile import ALL, store_hostile

JSON: Final = Order(Form.JSON, day="2026-06-01", title="Troops")
WORDS: Final = st.recursive(
    st.text() | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
DOCUMENTS: Final = st.dictionaries(st.text(max_size=5), WORDS, min_size=1, max_size=3)


def _text(database: Database, narrow: Filter | None = None) -> str:
    return "".join(write_report(database, narrow or Filter(), JSON))


def test_document(empty_story: Database, matches_golden: Callable[[str, str], None]) -> None:
    """The whole document, byte for byte, the same twice."""
    text = _text(empty_story)
    assert text == _text(empty_story)
    matches_golden("report.json", text)


def test_it_is_the_document_of_the_listings(database: Database) -> None:
    """The same conflicts, look-alikes, counts and articles, on a database with more in it."""
    with database.write() as session:
        store_hostile(session)
    for narrow in (Filter(), Filter(genres=(Genre.NEWS,))):
        found: dict[str, Any] = json.loads(_text(database, narrow))
        listed = conflicts_document(list_conflicts(database, narrow), everything=True)
        assert {name: found[name] for name in listed} == listed
        assert found["articles"] == articles_document(list_articles(database, narrow))["articles"]
        assert found["conflicts"]


def test_it_says_what_was_set(empty_story: Database) -> None:
    """Title, day, version and filters, each by its name."""
    report = json.loads(_text(empty_story, Filter(outlet="The Independent", since="2021-04")))[
        "report"
    ]
    assert report == {
        "title": "Troops",
        "day": "2026-06-01",
        "version": "0.1.0",
        "filters": {"outlet": "The Independent", "since": "2021-04"},
        "internal_words_left_out": 0,
        "limits": "A disagreement that is not listed may still exist.",
    }


def test_hostile_words_are_kept_and_steer_nothing(database: Database) -> None:
    """Whoever reads the document gets them as they are; whoever prints it sees escapes."""
    with database.write() as session:
        store_hostile(session)
    text = _text(database)
    assert not set(text) & set("\x1b\x07\u202e\u2066\u202c")
    assert ALL in {one["reason"] for one in json.loads(text)["conflicts"]}


@given(DOCUMENTS, st.lists(DOCUMENTS, max_size=3), st.booleans())
def test_in_turn_is_the_whole(
    head: dict[str, Any], items: list[dict[str, Any]], is_ascii: bool
) -> None:
    """Written item by item a document has the same bytes as written at once."""
    head = {f"h{name}": value for name, value in head.items()}
    text = "".join(in_turn(head, {"items": items}, is_ascii=is_ascii))
    assert text == to_json({**head, "items": items}, is_ascii=is_ascii) + "\n"
    assert json.loads(text) == {**head, "items": items}
