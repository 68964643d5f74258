"""Which texts are held against each other: told by any two of them alone."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Final

from claims.questions.story import TextFacts, linked

_FIRST: Final = date(2024, 3, 4)
_SHARED: Final = ("estuary", "ferryman", "lockkeeper")


def _texts(many: int, days_apart: int) -> dict[str, TextFacts]:
    """Make texts that share three telling words, each with four of its own."""
    return {
        f"t{number:03}": TextFacts(
            (_FIRST + timedelta(days=number * days_apart)).isoformat(),
            words=(*_SHARED, *(f"{word}{number}" for word in ("quay", "barge", "weir", "sluice"))),
        )
        for number in range(many)
    }


def test_a_link_depends_on_two_texts_alone() -> None:
    """However many texts share their words: more than any one word may find."""
    texts = _texts(130, days_apart=0)
    found = {(left, right) for left, right, _ in linked(texts)}
    assert found == set(combinations(texts, 2))
    few = dict(list(texts.items())[:9])
    within = {pair for pair in found if few.keys() >= set(pair)}
    assert {(left, right) for left, right, _ in linked(few)} == within


def test_texts_weeks_apart_must_share_more() -> None:
    """Some words are enough for some weeks; most of them for any time."""
    near, far = _texts(2, days_apart=10), _texts(2, days_apart=400)
    assert [pair for *pair, _ in linked(near)] == [["t000", "t001"]]
    assert list(linked(far)) == []
    words = (*_SHARED, "quay", "barge")
    retold = {id_: TextFacts(one.published, words=words) for id_, one in far.items()}
    assert [pair for *pair, _ in linked(retold)] == [["t000", "t001"]]
    few = {id_: TextFacts(one.published, words=_SHARED) for id_, one in far.items()}
    assert list(linked(few)) == []
