"""The wording of texts: stored, read, replaced, and gone with its text."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Sketch
from db import remove_article, save_sketch, sketches_of
from db.engine import Database
from db.row.article import sketch_from, sketch_to
from tests.db.sample import make_article, store

_AP = frozenset({"Associated Press"})
_hashes = st.frozensets(st.integers(0, 2**63 - 1), max_size=6)
_sketches = st.builds(
    Sketch, st.integers(0, 10**6), _hashes, _hashes, st.frozensets(st.sampled_from(["AP", "dpa"]))
)


class _Row:
    """A row as the database gives it: columns by name."""

    def __init__(self, **columns: object) -> None:
        self.__dict__.update(columns)


@given(sketch=_sketches)
def test_sketches_come_back_as_they_went_in(sketch: Sketch) -> None:
    """Whatever the hashes, none or the largest."""
    row: Any = _Row(**sketch_to("a" * 64, sketch))
    assert sketch_from(row) == sketch


def test_a_sketch_is_stored_with_its_text_and_replaced(database: Database) -> None:
    """The last one stays; texts without one are left out."""
    article, other = make_article(), make_article("Another text of no more words.")
    first, second = (Sketch(n, frozenset({n, 2**62}), frozenset({7}), _AP) for n in (1, 2))
    with database.write() as session:
        store(session, article)
        store(session, other)
        save_sketch(session, article.text.id, first)
        save_sketch(session, article.text.id, second)
    with database.read() as session:
        assert sketches_of(session, [article.text.id, other.text.id]) == {article.text.id: second}


def test_a_sketch_goes_with_its_text(database: Database) -> None:
    """Nothing is left that points nowhere."""
    article = make_article()
    with database.write() as session:
        store(session, article)
        save_sketch(session, article.text.id, Sketch(0, frozenset(), frozenset()))
        assert remove_article(session, article.id)
        assert sketches_of(session, [article.text.id]) == {}
