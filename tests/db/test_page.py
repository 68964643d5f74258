"""The listing of claims in parts: the same claims in the same order, whatever the parts."""

import pytest

from claims.model import Annotation, Filter, Target, Verdict
from db import ClaimPages, add_annotation, list_claims
from db.engine import Database
from tests.db.sample import NOW, make_article, make_claim, store

TEXTS = 7


@pytest.fixture
def stored(database: Database) -> Database:
    """Store texts of one to three claims, some judged, beside noise."""
    with database.write() as session:
        for number in range(TEXTS):
            article = make_article(f"Text {number} of some.", published=f"20{20 - number}")
            claims = [make_claim(article.text, start=start) for start in range(1 + number % 3)]
            store(session, article, claims)
            if number % 2:
                verdict = Verdict.CONFIRMED if number == 1 else Verdict.DISMISSED
                for by in ("Ann", "Bo")[: number % 3]:
                    word = Annotation(
                        Target.CLAIM, claims[0].id, by, NOW, tags=(by,), verdict=verdict
                    )
                    add_annotation(session, word)
    return database


@pytest.mark.parametrize("at_once", [1, 2, 3, 500])
@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_pages_together_are_the_listing(
    stored: Database, monkeypatch: pytest.MonkeyPatch, at_once: int, size: int
) -> None:
    """No claim twice, none left out, however many are loaded at a time."""
    with stored.read() as session:
        whole = list_claims(session)
        monkeypatch.setattr("db.query.page._AT_ONCE", at_once)
        pages = ClaimPages(session)
        assert pages.total == len(whole)
        found = [
            listing
            for skip in range(0, pages.total + size, size)
            for batch in pages.batches(skip, size)
            for listing in batch
        ]
    assert found == whole


@pytest.mark.parametrize(
    "narrow",
    [
        Filter(status="open"),
        Filter(status="confirmed"),
        Filter(status="dismissed"),
        Filter(status="disputed"),
        Filter(tags=("Bo", "noise")),
        Filter(tags=("Ann",), status="open"),
        Filter(judged_by="bo"),
        Filter(judged_by="bo", tags=("Ann",)),
        Filter(judged_by="ann", status="confirmed"),
        Filter(outlet="Noise Weekly", status="open"),
    ],
)
def test_what_people_said_narrows_pages(stored: Database, narrow: Filter) -> None:
    """As if the whole listing were gone through."""
    with stored.read() as session:
        whole = list_claims(session, Filter(outlet=narrow.outlet))
        tagged = {"Ann": "Ann", "Bo": "Bo", "noise": "Noise"}
        judges = {one.claim.id: _judges(stored, one.claim.id) for one in whole}
        expected = [
            one.claim.id
            for one in whole
            if narrow.status in (None, one.status)
            and (not narrow.tags or judges[one.claim.id] & {tagged[tag] for tag in narrow.tags})
            and (
                narrow.judged_by is None
                or narrow.judged_by in {name.casefold() for name in judges[one.claim.id]}
            )
        ]
        assert [one.claim.id for one in list_claims(session, narrow)] == expected


def _judges(database: Database, claim_id: str) -> set[str]:
    from db import annotations

    with database.read() as session:
        return {word.by for word in annotations(session, Target.CLAIM, [claim_id])}
