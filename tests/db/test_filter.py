"""Filters mean the same in every listing and on both databases."""

from datetime import UTC, datetime

import pytest

from claims.errors import InputError
from claims.model import (
    Annotation,
    AsOf,
    Claim,
    Filter,
    FlagWord,
    Genre,
    Kind,
    Relation,
    Scope,
    Speaker,
    Target,
    Verdict,
)
from claims.values.party import Party
from db import (
    add_annotation,
    list_articles,
    list_claims,
    list_conflicts,
    list_questions,
)
from db.engine import Database
from tests.db.sample import NOW, detect, make_article, make_claim, store

LEFT = make_article(
    "ÖSTERREICH counted 2,500 men.",
    title="The Count_1%",
    authors=("Zoë Ärger", "Al Khan"),
    outlet="Straße Gazette",
    published="2021-04",
    file="left.txt",
)
RIGHT = make_article(
    "Others counted 3,500 men.",
    authors=("Bo Li",),
    outlet="Daily",
    genre=Genre.OPINION,
    published="2021-06-05",
    file="right.txt",
)
ONE = make_claim(
    LEFT.text,
    "2500",
    value=Party("country:IN", "Bhārat"),
    subject="troops",
    scope=Scope(about=("person:khalilzad",), as_of=AsOf("2021-03-01", "2021-03-31", "text")),
)
TWO = make_claim(
    RIGHT.text,
    "3500",
    kind=Kind.PARTICIPANTS,
    speakers=(Speaker("words:us officials", "US officials"), Speaker("country:TR", "Türkiye")),
    scope=Scope(
        group=("country:RU",),
        place=("place:RU/moscow",),
        args=("agent:person:lavrov", "in:place:TR/ankara", "patient:noun:convoy"),
        as_of=AsOf("2021-06-01", None, "text"),
    ),
)


@pytest.fixture
def stored(database: Database) -> Database:
    """Store two articles whose claims contradict each other, one of them judged."""
    with database.write() as session:
        store(session, LEFT, [ONE], parties={"country:IN": "India"})
        store(session, RIGHT, [TWO])
        (conflict,) = detect(session, [ONE], [TWO]).values()
        for target, of in ((Target.CLAIM, ONE.id), (Target.CONFLICT, conflict)):
            word = Annotation(target, of, "Ann", NOW, tags=("hot",), verdict=Verdict.CONFIRMED)
            add_annotation(session, word)
    return database


def _claims(database: Database, narrow: Filter) -> list[Claim]:
    with database.read() as session:
        return [one.claim for one in list_claims(session, narrow)]


CASES = [
    (Filter(outlet="STRASSE gazette"), [ONE]),
    (Filter(outlet="gazette"), []),
    (Filter(outlet="The Daily"), []),
    (Filter(author="ZOË"), [ONE]),
    (Filter(author="khan"), [ONE]),
    (Filter(author="k_an"), []),
    (Filter(author="%"), []),
    (Filter(kinds=(Kind.QUANTITY,)), [ONE]),
    (Filter(about="österreich"), [ONE]),
    (Filter(about="india"), [ONE]),
    (Filter(about="bhārat TROOPS"), [ONE]),
    (Filter(about="how many"), [ONE, TWO]),
    (Filter(about="how many österreich"), [ONE]),
    (Filter(about="nothing of the kind"), []),
    (Filter(since="2021-04-15", until="2021-05"), [ONE]),
    (Filter(since="2021-05"), [TWO]),
    (Filter(since="2021", until="2021"), [ONE, TWO]),
    (Filter(until="2021-03-31", since="2000"), []),
    (Filter(flags=(FlagWord.CONTRADICTED,)), [ONE, TWO]),
    (Filter(flags=(FlagWord.AGREES,)), []),
    (Filter(relations=(Relation.CONTRADICTION,)), [ONE, TWO]),
    (Filter(relations=(Relation.OMISSION,)), []),
    (Filter(status="confirmed"), [ONE]),
    (Filter(status="open", outlet="daily"), [TWO]),
    (Filter(tags=("hot", "cold")), [ONE]),
    (Filter(outlet="daily", kinds=(Kind.QUANTITY,)), []),
    (Filter(rules=("quantity.disjoint",)), [ONE, TWO]),
    (Filter(rules=("quantity", "days")), [ONE, TWO]),
    (Filter(rules=("quan",)), []),
    (Filter(genres=(Genre.OPINION, Genre.AGENCY)), [TWO]),
    (Filter(speaker="us"), [TWO]),
    (Filter(speaker="official"), []),
    (Filter(speaker="officials US"), [TWO]),
    (Filter(party="lavrov"), [TWO]),
    (Filter(party="convoy"), []),
    (Filter(place="ankara"), [TWO]),
    (Filter(place="Türkiye"), [TWO]),
    (Filter(speaker="TURKIYE"), [TWO]),
    (Filter(speaker="Ankara"), [TWO]),
    (Filter(speaker="country:TR"), [TWO]),
    (Filter(speaker="country:T_"), []),
    (Filter(speaker="bharat"), []),
    (Filter(party="bharat"), [ONE]),
    (Filter(party="india"), [ONE]),
    (Filter(party="Mumbai"), []),
    (Filter(party="New Delhi"), [ONE]),
    (Filter(party="khalilzad"), [ONE]),
    (Filter(party="russia"), [TWO]),
    (Filter(party="us"), []),
    (Filter(party="–"), []),
    (Filter(place="Moscow"), [TWO]),
    (Filter(place="russia"), [TWO]),
    (Filter(place="india"), []),
    (Filter(as_of_since="2021-04"), [TWO]),
    (Filter(as_of_since="2021-03-31"), [ONE, TWO]),
    (Filter(as_of_since="2000", as_of_until="2021-05"), [ONE]),
    (Filter(as_of_since="2021-03-10", as_of_until="2021-03-11"), [ONE]),
    (Filter(as_of_since="2000", as_of_until="2020"), []),
    (Filter(judged_by="ANN"), [ONE]),
    (Filter(judged_by="An"), []),
    (Filter(found_since="2026-05-02"), []),
    (Filter(found_since="2026-05-01", outlet="daily"), [TWO]),
]


@pytest.mark.parametrize(("narrow", "expected"), CASES)
def test_claims_are_narrowed(stored: Database, narrow: Filter, expected: list[Claim]) -> None:
    """Each filter alone and together, with noise around."""
    assert _claims(stored, narrow) == expected


@pytest.mark.parametrize(
    ("narrow", "found"),
    [
        (Filter(outlet="straße gazette"), True),
        (Filter(outlet="noise weekly"), False),
        (Filter(author="bo li"), True),
        (Filter(kinds=(Kind.QUANTITY,)), True),
        (Filter(kinds=(Kind.DATE,)), False),
        (Filter(about="how india"), True),
        (Filter(about="noise"), False),
        (Filter(since="2021-06", until="2021-07"), True),
        (Filter(since="2022"), False),
        (Filter(relations=(Relation.CONTRADICTION,)), True),
        (Filter(relations=(Relation.UPDATE,)), False),
        (Filter(flags=(FlagWord.CONTRADICTED,)), True),
        (Filter(flags=(FlagWord.LOOK_ALIKE,)), False),
        (Filter(found_since="2026-05-01"), True),
        (Filter(found_since="2026-05-02"), False),
        (Filter(rules=("quantity",)), True),
        (Filter(rules=("participation",)), False),
        (Filter(genres=(Genre.OPINION,)), True),
        (Filter(genres=(Genre.AGENCY,)), False),
        (Filter(speaker="us officials"), True),
        (Filter(speaker="noise"), False),
        (Filter(party="india"), True),
        (Filter(place="moscow"), True),
        (Filter(place="moscow", outlet="straße gazette"), False),
        (Filter(as_of_since="2021-06"), True),
        (Filter(as_of_until="2020"), False),
    ],
)
def test_conflicts_and_questions_are_narrowed(
    stored: Database, narrow: Filter, found: bool
) -> None:
    """A conflict counts when a claim of either answer does, a question when any answer does."""
    with stored.read() as session:
        conflicts = [one.left for one in list_conflicts(session, narrow)]
        questions = [one.text for one in list_questions(session, narrow)]
    assert (ONE.id in conflicts) == found
    assert ("How many?" in questions) == found


def test_conflicts_are_narrowed_by_what_people_said(stored: Database) -> None:
    """Status and tags of the conflict itself."""
    with stored.read() as session:
        for narrow in (
            Filter(status="confirmed"),
            Filter(tags=("hot",)),
            Filter(judged_by="ann"),
        ):
            (found,) = list_conflicts(session, narrow)
            assert (found.left, found.status, found.notes) == (ONE.id, "confirmed", 1)
        assert list_conflicts(session, Filter(status="needs-source")) == []
        assert list_conflicts(session, Filter(judged_by="bo")) == []


@pytest.mark.parametrize(
    ("narrow", "files"),
    [
        (Filter(about="COUNT_1%"), ["left.txt"]),
        (Filter(about="nowhere"), []),
        (Filter(about="österreic"), ["left.txt"]),
        (Filter(kinds=(Kind.PARTICIPANTS,)), ["noise.txt", "right.txt"]),
        (Filter(flags=(FlagWord.CONTRADICTED,)), ["left.txt", "right.txt"]),
        (Filter(outlet="daily"), ["right.txt"]),
        (Filter(status="dismissed"), ["noise.txt"]),
        (Filter(tags=("noise",)), ["noise.txt"]),
        (Filter(found_since="2027"), []),
        (Filter(rules=("quantity",)), ["left.txt", "right.txt"]),
        (Filter(genres=(Genre.OPINION,)), ["right.txt"]),
        (Filter(speaker="us officials"), ["right.txt"]),
        (Filter(party="india"), ["left.txt"]),
        (Filter(as_of_since="2021-06-02"), ["right.txt"]),
        (Filter(judged_by="noise"), ["noise.txt"]),
    ],
)
def test_articles_are_narrowed(stored: Database, narrow: Filter, files: list[str]) -> None:
    """By themselves or by a claim of theirs."""
    with stored.read() as session:
        assert [one.article.file for one in list_articles(session, narrow)] == files


def test_first_article_that_the_filter_allows_is_shown(stored: Database) -> None:
    """One text under two outlets: the listing names the one that was asked for."""
    with stored.write() as session:
        article = make_article("Twice printed words.", outlet="First", published="2021")
        again = make_article("Twice printed words.", outlet="Second", file="z", published="2022")
        claim = make_claim(article.text)
        store(session, article, [claim])
        store(session, again, [claim])
    with stored.read() as session:
        (shown,) = list_claims(session, Filter(outlet="second"))
        assert shown.article.outlet == "Second"
        (shown,) = list_claims(session, Filter(outlet="first"))
        assert shown.article.outlet == "First"


def test_days_that_are_none_are_refused(stored: Database) -> None:
    """With the three ways to write one."""
    with (
        stored.read() as session,
        pytest.raises(InputError, match="not a day: 'yesterday'; write it as YYYY, YYYY-MM"),
    ):
        list_claims(session, Filter(since="yesterday"))


def test_text_sorts_by_code_point_on_both(database: Database) -> None:
    """An index of the server's language would put them in another order."""
    from sqlalchemy import insert, select

    from db.table import ENTITY

    words = ["a", "B", "Z", "ä", "Ä", "z", "a-b", "a b", "ab", "é", "İ", "ı"]
    with database.write() as session:
        rows = [{"key": f"sort:{word}", "name": word, "kind": "sort"} for word in words]
        session.execute(insert(ENTITY), rows)
        statement = select(ENTITY.c.name).where(ENTITY.c.kind == "sort").order_by(ENTITY.c.name)
        assert list(session.scalars(statement)) == sorted(words)


def test_found_since_is_in_utc(stored: Database) -> None:
    """The day begins at midnight UTC."""
    assert datetime(2026, 5, 1, tzinfo=UTC) < NOW
    assert _claims(stored, Filter(found_since="2026-05")) != []
