"""What texts are about, and which claims belong together: stored, found, replaced, gone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import pytest

from claims.model import Findings, Gist
from db import (
    gists_of,
    holders_anywhere,
    holders_in,
    remove_article,
    save_findings,
    save_gist,
    take_findings,
    texts_sharing,
    with_parts,
)
from db.engine import Database
from tests.db.sample import make_article, make_claim, store

_AT: Final = datetime(2021, 4, 5, tzinfo=UTC)
_FLOOD: Final = Gist(("flood", "river", "mara"), (0, 4))


def test_a_gist_is_stored_with_its_text_and_replaced(database: Database) -> None:
    """The last one stays; texts without one are left out."""
    article, other = make_article(), make_article("Another text of no more words.")
    with database.write() as session:
        store(session, article)
        store(session, other)
        save_gist(session, article.text.id, Gist(("fire",)), ("fire",))
        save_gist(session, article.text.id, _FLOOD, _FLOOD.words)
    with database.read() as session:
        assert gists_of(session, [article.text.id, other.text.id]) == {article.text.id: _FLOOD}
        assert texts_sharing(session, ["fire"], 1) == set()


def test_texts_are_found_by_the_words_they_share(database: Database) -> None:
    """By as many as are asked for; the words behind those a text is found by do not count."""
    article, other = make_article(), make_article("Another text of no more words.")
    with database.write() as session:
        for one, found_by in ((article, _FLOOD.words), (other, _FLOOD.words[:1])):
            store(session, one)
            save_gist(session, one.text.id, _FLOOD, found_by)
    with database.read() as session:
        assert texts_sharing(session, _FLOOD.words, 2) == {article.text.id}
        assert texts_sharing(session, _FLOOD.words, 1) == {article.text.id, other.text.id}
        assert texts_sharing(session, [], 1) == set()


@pytest.mark.parametrize(
    ("published", "shared", "found"),
    [
        ("2021-05-31", 2, True),
        ("2021-06-01", 2, False),
        ("2021-02-07", 2, False),
        ("2021-06", 2, True),
        (None, 2, True),
        ("2021-06-01", 3, True),
        ("2021-04-05", 1, False),
    ],
)
def test_texts_of_known_other_days_must_share_more(
    database: Database, published: str | None, shared: int, found: bool
) -> None:
    """Two words near, three far; a day that is not known, or not to the day, counts as near."""
    article = make_article(published=published)
    with database.write() as session:
        store(session, article)
        save_gist(session, article.text.id, _FLOOD, _FLOOD.words[:shared])
    days = date(2021, 2, 8), date(2021, 5, 31)
    with database.read() as session:
        there = texts_sharing(session, _FLOOD.words, 2, days, 3)
        assert there == ({article.text.id} if found else set())
        assert texts_sharing(session, [], 2, days, 3) == set()


def test_claims_are_found_by_key_in_some_texts_or_in_any(database: Database) -> None:
    """Only those that have the key."""
    article, other = make_article(), make_article("Another text of no more words.")
    claims = [make_claim(one.text, start=place) for one in (article, other) for place in (0, 5)]
    keys = {claim.id: ["k1"] for claim in claims[::2]} | {
        claim.id: ["k2"] for claim in claims[1::2]
    }
    with database.write() as session:
        store(session, article, claims[:2], keys=keys)
        store(session, other, claims[2:], keys=keys)
    with database.read() as session:
        assert holders_in(session, ["k1"], [article.text.id]) == {claims[0].id}
        assert holders_anywhere(session, ["k1"]) == {claims[0].id, claims[2].id}


def test_claims_of_a_part_are_found_together_and_parted_when_cleared(database: Database) -> None:
    """A claim that was never compared stands alone."""
    article = make_article("Three claims stand in this text, side by side.")
    three = [make_claim(article.text, start=place) for place in (0, 5, 10)]
    ids = [claim.id for claim in three]
    with database.write() as session:
        store(session, article, three)
        save_findings(session, Findings(parts={ids[0]: ids[0], ids[1]: ids[0]}), _AT)
        assert with_parts(session, ids[:1]) == set(ids[:2])
        assert with_parts(session, ids[2:]) == set()
        take_findings(session, ids[:2])
        assert with_parts(session, ids) == set()


def test_a_gist_goes_with_its_text(database: Database) -> None:
    """Nothing is left that points nowhere."""
    article = make_article()
    with database.write() as session:
        store(session, article)
        save_gist(session, article.text.id, _FLOOD, _FLOOD.words)
        assert remove_article(session, article.id)
        assert gists_of(session, [article.text.id]) == {}
