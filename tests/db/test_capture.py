"""Copies of what was fetched: kept once, seen again, found by article, gone with the last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Capture, Source
from db import captures_of, last_capture, remove_article, save_capture
from db.engine import Database
from db.row.capture import capture_from, capture_to
from tests.db.sample import make_article, store

_AT = datetime(2021, 4, 5, 12, tzinfo=UTC)
_HERE = "http://page.example/a"
_HEADERS = st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=3).map(tuple)


def _copy(body: bytes = b"page", address: str = _HERE, days: int = 0) -> Capture:
    at = _AT + timedelta(days=days)
    return Capture(address, address, 200, (("ETag", '"1"'), ("ETag", '"2"')), body, at, at)


class _Row:
    """A row as the database gives it: columns by name."""

    def __init__(self, **columns: object) -> None:
        self.__dict__.update(columns)


@given(st.builds(Capture, st.just(_HERE), st.just(_HERE), st.integers(200, 599), _HEADERS,
                 st.binary(max_size=99), st.just(_AT), st.just(_AT)))  # fmt: skip
def test_copies_come_back_as_they_went_in(copy: Capture) -> None:
    """Byte for byte, headers in order and more than once."""
    row: Any = _Row(**capture_to(copy))
    assert capture_from(row) == copy


def test_the_same_bytes_at_an_address_are_one_copy(database: Database) -> None:
    """That was seen again; a look back in time changes nothing."""
    with database.write() as session:
        save_capture(session, _copy())
        save_capture(session, _copy(days=2))
        save_capture(session, _copy(days=1))
        found = last_capture(session, _HERE)
    assert found is not None
    assert (found.body, found.fetched_at, found.seen_at) == (b"page", _AT, _AT + timedelta(days=2))


def test_the_last_copy_of_an_address_is_the_one_seen_last(database: Database) -> None:
    """Of several that it answered; another address has none of them."""
    with database.write() as session:
        save_capture(session, _copy(b"later", days=3))
        save_capture(session, _copy(b"first"))
        save_capture(session, _copy(b"other", "http://page.example/b", days=9))
        last, none = last_capture(session, _HERE), last_capture(session, "http://page.example/c")
    assert last is not None
    assert (last.body, none) == (b"later", None)


def test_an_article_has_the_copies_of_its_bytes_and_its_address(database: Database) -> None:
    """In the order in which they were fetched; they go with the last article that has them."""
    own, old, other = _copy(days=1), _copy(b"old"), _copy(b"other", "http://page.example/b")
    article = make_article(
        address=_HERE, source=Source(None, own.sha256, len(own.body), "page/1", "utf-8")
    )
    twin = make_article(
        "Another text of no more words.",
        address="http://mirror.example/a",
        source=Source(None, own.sha256, len(own.body), "page/1", "utf-8"),
    )
    with database.write() as session:
        store(session, article)
        store(session, twin)
        for copy in (own, old, other):
            save_capture(session, copy)
        assert captures_of(session, article.id) == [old, own]
        assert captures_of(session, twin.id) == [own]
        remove_article(session, article.id)
        assert captures_of(session, twin.id) == [own]
        assert last_capture(session, _HERE) == own
        remove_article(session, twin.id)
        assert last_capture(session, _HERE) is None
        assert last_capture(session, "http://page.example/b") == other
