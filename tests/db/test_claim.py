"""Claims and events: stored exactly, replaced as a whole, reached through their keys."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from claims.errors import NotFound
from claims.model import Event, Filter, Kind, Polarity, Scope, Span, Text
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from db import (
    claim_listings,
    claims_of_texts,
    events_of,
    extractors_of_text,
    get_claim,
    ids_of_text,
    list_claims,
    load_claims,
    load_events,
    names_of,
)
from db.engine import Database
from db.query.claim import claim_keys
from db.row.claim import claim_to
from db.table import CLAIM, PARTICIPATION
from tests.db import noise
from tests.db.sample import make_article, make_claim, store
from tests.db.strategies import claims, events, texts
from tests.db.test_article import rolled_back

several = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@several
@given(data=st.data(), text=texts)
def test_claims_and_events_come_back_as_they_went_in(
    database: Database, data: st.DataObject, text: Text
) -> None:
    """Every field and every type of value, exact decimals to the last digit."""
    event = data.draw(events(text))
    claim = data.draw(claims(text, event))

    def check(session: Session) -> None:
        article = make_article(text.body, file="x.txt")
        store(session, article, [claim], [event], keys={claim.id: ["k"]})
        assert load_claims(session, [claim.id]) == [claim]
        assert get_claim(session, claim.id) == claim
        assert events_of(session, [text.id]) == load_events(session, [event.id]) == [event]

    rolled_back(database, check)


def test_exact_decimals_keep_their_digits(database: Database) -> None:
    """Neither 0.1 nor thirty digits suffer."""
    article = make_article()
    number = Decimal("1234567890123456789012345.10")
    claim = make_claim(article.text, value=Quantity(number, number))
    with database.write() as session:
        store(session, article, [claim])
    with database.read() as session:
        value = load_claims(session, [claim.id])[0].value
    assert isinstance(value, Quantity)
    assert str(value.low) == str(number)


def test_replacing_claims_leaves_other_texts_alone(database: Database) -> None:
    """The old ones go, the same one stays once, and the noise is untouched."""
    article = make_article("Text with several claims in it.")
    old, kept = make_claim(article.text, "1"), make_claim(article.text, "2", start=5)
    new = make_claim(article.text, "3", start=12)
    with database.write() as session:
        store(session, article, [old, kept])
        store(session, article, [kept, new, new])
    with database.read() as session:
        assert claims_of_texts(session, [article.text.id]) == [kept, new]
        assert ids_of_text(session, article.text.id) == {kept.id, new.id}
        assert extractors_of_text(session, article.text.id) == {kept.extractor}
        assert claims_of_texts(session, [noise.ARTICLE.text.id]) == [noise.LEFT, noise.RIGHT]
        assert events_of(session, [noise.ARTICLE.text.id]) == [noise.EVENT]


def test_claim_of_an_event_points_to_it(database: Database) -> None:
    """The event goes in first."""
    article = make_article()
    event = Event(article.text.id, Span(0, 3), "meeting", "the meeting")
    claim = make_claim(article.text, scope=Scope(event=event.id))
    with database.write() as session:
        store(session, article, [claim], [event])
        assert load_claims(session, [claim.id]) == [claim]
        store(session, article)
        assert events_of(session, [article.text.id]) == []


def test_every_member_of_a_list_is_a_row(database: Database) -> None:
    """Who takes part, did or did not, under which name."""
    article = make_article()
    members = (Party("country:IN", "India"), Party("country:IR", "Iran"))
    claim = make_claim(article.text, value=Parties(members), polarity=Polarity.DENIED)
    with database.write() as session:
        store(session, article, [claim])
        rows = session.execute(
            select(PARTICIPATION).where(PARTICIPATION.c.claim_id == claim.id)
        ).all()
    assert [tuple(row) for row in rows] == [
        (claim.id, 0, "country:IN", "India", "denied"),
        (claim.id, 1, "country:IR", "Iran", "denied"),
    ]


def test_keys_of_claims_are_given_as_they_were_stored(database: Database) -> None:
    """A claim without one has none."""
    article = make_article("Two claims stand in this text, side by side.")
    two = [make_claim(article.text, start=place) for place in (0, 5)]
    with database.write() as session:
        store(session, article, two, keys={two[0].id: ["k1", "k2"]})
    with database.read() as session:
        assert claim_keys(session, [two[0].id, two[1].id]) == {
            two[0].id: frozenset({"k1", "k2"}),
            two[1].id: frozenset(),
        }


def test_lists_of_ids_may_be_longer_than_a_statement_has_parameters(database: Database) -> None:
    """Both databases allow some thirty thousand."""
    article = make_article("Many claims stand in this text, side by side.")
    unknown = [f"{number:064x}" for number in range(70_000)]
    many = [make_claim(article.text, start=place) for place in range(9)]
    with database.write() as session:
        store(session, article, many)
    with database.read() as session:
        assert len(load_claims(session, [*unknown, *(claim.id for claim in many)])) == 9
        assert len(claim_listings(session, [*unknown, *(claim.id for claim in many)])) == 9


def test_unknown_claims_are_passed_over_or_not_found(database: Database) -> None:
    """By whole id passed over, by what a person typed said."""
    with database.read() as session:
        assert load_claims(session, ["0" * 64]) == []
        with pytest.raises(NotFound, match="no claim c12; list them with: claims list"):
            get_claim(session, "c12")


def test_listing_is_in_reading_order_of_the_earliest_article(database: Database) -> None:
    """Articles by day, claims by place."""
    late = make_article("The later article says 5.", published="2022")
    early = make_article("The earlier article says 4.", published="2021-03")
    with database.write() as session:
        for article in (late, early):
            places = [make_claim(article.text, start=place) for place in (7, 0)]
            store(session, article, places)
    with database.read() as session:
        listed = list_claims(session, Filter(since="2000"))
        everything = list_claims(session)
    found = [(one.article.published, one.claim.span.start) for one in listed]
    assert found == [("2021-03", 0), ("2021-03", 7), ("2022", 0), ("2022", 7)]
    assert [one.claim for one in everything[:2]] == [noise.LEFT, noise.RIGHT]


def test_listing_takes_a_fixed_number_of_statements(database: Database) -> None:
    """However many claims there are."""
    from sqlalchemy import event

    article = make_article("Many claims stand in this text, side by side.")
    counts: list[int] = []
    for many in (1, 20):
        with database.write() as session:
            claims_ = [make_claim(article.text, start=place) for place in range(many)]
            store(session, article, claims_)
            statements: list[Any] = []
            connection = session.connection()
            event.listen(connection, "before_cursor_execute", lambda *a: statements.append(a))  # noqa: B023
            assert len(list_claims(session)) == many + 2
            counts.append(len(statements))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "opinion"},
        {"polarity": "perhaps"},
        {"certainty": "sure"},
        {"span_start": 7, "span_end": 7},
        {"span_start": -1, "span_end": 9},
        {"anchor_start": 5, "anchor_end": 4},
        {"id": "short"},
        {"quote": "another length"},
        {"value_low": 2.0, "value_high": 1.0},
        {"text_id": "0" * 64},
        {"event_id": "0" * 64},
        {"run_id": 999},
        {"subject": None},
    ],
)
def test_database_refuses_what_rows_would_accept(
    database: Database, wrong: dict[str, object]
) -> None:
    """Table classes validate nothing: the CHECKs and foreign keys are the guard."""
    article = make_article()
    with database.write() as session:
        store(session, article)
    record = {**claim_to(make_claim(article.text), 1, {}), **wrong}
    with pytest.raises(IntegrityError), database.write() as session:
        session.execute(insert(CLAIM).values(record))


def test_corrected_claim_keeps_its_id_and_changes_its_value(database: Database) -> None:
    """Better rules may read another value at the same anchor."""
    article = make_article()
    claim = make_claim(article.text, "2500")
    better = replace(make_claim(article.text, "2600"), kind=Kind.QUANTITY)
    assert claim.id == better.id
    with database.write() as session:
        store(session, article, [claim])
        store(session, article, [better])
        assert load_claims(session, [claim.id]) == [better]


def test_names_of_a_text_are_the_keys_it_uses(database: Database) -> None:
    """Of the texts that were asked for, and no other."""
    article = make_article()
    claim = make_claim(article.text, value=Party("country:IN", "India"))
    with database.write() as session:
        store(session, article, [claim], parties={"person:b": "Joe Biden"})
        found = names_of(session, [article.text.id])
    assert found == {article.text.id: frozenset({"country:IN", "person:b"})}
