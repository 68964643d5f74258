"""Full-text search: the same list on both databases, and an index that is what is stored."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.model import Annotation, Filter, Kind, NameRole, Scope, Span, Speaker, Target, Verdict
from claims.values.search import query_words
from db import add_annotation, remove_article, replace_claims, save_article, save_run, search
from db.engine import Database, open_database
from db.query.condition import EVERYTHING
from db.query.named import naming
from db.table import CLAIM_NAME, DOCUMENT, DOCUMENT_WORD
from db.write.index import index_everything
from tests.db.sample import NOW, RUN, detect, make_article, make_claim, store
from tests.db.server import Shelf, address_of

QUOTES = [
    "Türkiye sent 2,500 troops to Łódź.",
    "COVID-19 killed 1.5 million, the W.H.O. said",
    "Covid19 is over, says the O'Brien report",
    "Russia’s co-operation with Türkiye",
    "İSTANBUL and istanbul; ISPARTA ısparta",
    "see https://www.example.org/news_1?id=7",
    "2 500 men, 2.5 per cent, 2500 troops and 2500 others",
    "çà et là: naïve cafés",
    "the the the troops",
    "Straße 19",
    "東京 2021-04-05",
]
WORDS = sorted({word for quote in QUOTES for word in quote.split()})


def _fill(database: Database) -> list[str]:
    """Store an article a quote, a claim that is the whole text, and a word on some."""
    with database.write() as session:
        for number, quote in enumerate(QUOTES):
            article = make_article(
                quote,
                title=f"Troops {number}",
                outlet="Daily" if number % 2 else "Weekly",
                address=f"https://example.org/{number}",
            )
            claim = make_claim(
                article.text,
                span=Span(0, len(quote)),
                quote=quote,
                kind=Kind.DATE if number % 3 else Kind.QUANTITY,
            )
            store(session, article, [claim])
            if number % 4 == 0:
                word = Annotation(Target.CLAIM, claim.id, "Zoë", NOW, f"On {quote}", ("troops",))
                add_annotation(session, word)
    return QUOTES


@pytest.fixture
def filled(database: Database) -> Database:
    """Store the quotes beside noise."""
    _fill(database)
    return database


def _found(database: Database, query: str, narrow: Filter = EVERYTHING) -> list[tuple[str, str]]:
    """Give sort and quote, or id, of what is found."""
    quotes = {make_claim_id(quote): quote for quote in QUOTES}
    with database.read() as session:
        hits = search(session, query_words(query), narrow)
    return [(hit.target.value, quotes.get(hit.target_id, "")) for hit in hits]


def make_claim_id(quote: str) -> str:
    """Give the id of the claim that is made of a quote."""
    article = make_article(quote)
    for kind in (Kind.DATE, Kind.QUANTITY):
        number = QUOTES.index(quote)
        if (kind is Kind.DATE) == bool(number % 3):
            return make_claim(article.text, span=Span(0, len(quote)), quote=quote, kind=kind).id
    raise AssertionError


def _claims(database: Database, query: str, narrow: Filter = EVERYTHING) -> list[int]:
    """Give the numbers of the quotes that are found."""
    return [
        QUOTES.index(quote) for sort, quote in _found(database, query, narrow) if sort == "claim"
    ]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("turkiye", [0, 3]),
        ("TÜRKİYE lodz", [0]),
        ("covid-19", [2, 1]),
        ("covid 19", [2, 1]),
        ("cooperation", [3]),
        ("russia", [3]),
        ("istanbul", [4]),
        ("isparta", [4]),
        ("example.org", [5]),
        ("who", [1]),
        ("2500", [6, 0]),
        ("2,500 troops", [6, 0]),
        ("2.5", [6]),
        ("cafes NAIVE", [7]),
        ("strasse", [9]),
        ("troop*", [8, 0, 6]),
        ("trop*", []),
        ("nothing", []),
        ("東京", [10]),
        ("2021-04", [10]),
    ],
)
def test_claims_are_found(filled: Database, query: str, numbers: list[int]) -> None:
    """Accents, hyphens, addresses, decimals and signs as people write them."""
    assert _claims(filled, query) == numbers


def test_articles_and_words_of_people_are_found(filled: Database) -> None:
    """By title, address, note and tag."""
    assert _found(filled, "troops 3") == [("article", "")]
    assert _found(filled, "example.org/10") == [("article", "")]
    assert ("annotation", "") in _found(filled, "on straße") + _found(filled, "on the troops")


def test_some_words_will_do_where_that_is_asked(filled: Database) -> None:
    """What has more of them, and rarer ones, comes first."""
    with filled.read() as session:
        assert search(session, query_words("lodz cafes troops")) == []
        hits = search(session, query_words("lodz cafes troops"), every=False)
    assert hits[0].target_id == make_claim_id(QUOTES[0])
    assert len(hits) > 3


@pytest.mark.parametrize(
    ("narrow", "numbers"),
    [
        (Filter(outlet="weekly"), [8, 0, 6]),
        (Filter(outlet="daily"), []),
        (Filter(kinds=(Kind.QUANTITY,)), [0, 6]),
        (Filter(status="confirmed"), []),
        (Filter(tags=("troops",)), [8, 0]),
    ],
)
def test_finds_are_narrowed(filled: Database, narrow: Filter, numbers: list[int]) -> None:
    """A filter means what it means in listings."""
    assert _claims(filled, "troops", narrow) == numbers


def test_words_on_what_a_filter_allows_are_found(database: Database) -> None:
    """Whatever they are about."""
    with database.write() as session:
        left, right = make_article("One left."), make_article("Two right.", outlet="Daily")
        one, two = make_claim(left.text), make_claim(right.text, "7")
        store(session, left, [one])
        store(session, right, [two])
        (conflict,) = detect(session, [one], [two]).values()
        for target, of in ((Target.CONFLICT, conflict), (Target.ARTICLE, left.id)):
            word = Annotation(target, of, "Ann", NOW, "zebra", verdict=Verdict.CONFIRMED)
            add_annotation(session, word)
    with database.read() as session:
        zebra = query_words("zebra")
        assert len(search(session, zebra)) == 2
        assert len(search(session, zebra, Filter(outlet="daily"))) == 1
        assert len(search(session, zebra, Filter(status="confirmed"))) == 2
        assert search(session, zebra, Filter(status="open")) == []


def _index(session: Session) -> list[list[tuple[object, ...]]]:
    """Give all that is indexed, whatever numbers the documents have."""
    words = select(
        DOCUMENT.c.target, DOCUMENT.c.target_id, DOCUMENT.c.length, DOCUMENT_WORD.c.word
    ).add_columns(DOCUMENT_WORD.c.count)
    joined = words.join(DOCUMENT_WORD, DOCUMENT_WORD.c.document_id == DOCUMENT.c.id)
    return [sorted(map(tuple, session.execute(rows))) for rows in (joined, select(CLAIM_NAME))]


def test_the_index_is_what_is_stored(filled: Database) -> None:
    """Added, bettered, read again, removed: as if it were all made anew."""
    article = make_article(QUOTES[0], title="Later", authors=("Ana",), address="https://b.example")
    again = make_claim(
        article.text,
        speakers=(Speaker("country:US#official", "US officials"),),
        scope=Scope(group=("country:RU",), place=("place:RU/moscow",), about=("person:biden",)),
    )
    with filled.write() as session:
        before = _index(session)
        run_id = save_run(session, RUN)
        save_article(session, article, run_id, NOW)
        replace_claims(session, article.text.id, [again], (), {}, {"country:US": "U.S."}, run_id)
        changed = _index(session)
        index_everything(session)
        assert before != changed == _index(session)
        gone = make_article(QUOTES[1], address="https://example.org/1")
        assert remove_article(session, gone.id)
        removed = _index(session)
        index_everything(session)
        assert changed != removed == _index(session)
        assert gone.id not in {row[1] for row in removed[0]}


def test_a_change_that_is_undone_leaves_the_index(filled: Database) -> None:
    """Words go in with the article, in its transaction."""

    class Stop(Exception):
        pass

    with filled.read() as session:
        before = _index(session)
    article = make_article("zebra quagga")

    def change(session: Session) -> None:
        store(session, article, [make_claim(article.text)])
        raise Stop

    with pytest.raises(Stop), filled.write() as session:
        change(session)
    with filled.read() as session:
        assert _index(session) == before


@pytest.fixture(scope="module")
def both(
    sqlite_template: Path, postgresql: Shelf, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Database, Database]]:
    """Fill a database of either sort with the same."""
    file = tmp_path_factory.mktemp("both") / "both.sqlite"
    url = postgresql.take()
    opened = open_database(str(shutil.copy(sqlite_template, file))), open_database(address_of(url))
    for database in opened:
        _fill(database)
    yield opened
    for database in opened:
        database.close()
    postgresql.give_back(url)


@given(
    query=st.lists(st.sampled_from(WORDS) | st.text(max_size=6), min_size=1, max_size=3),
    narrow=st.sampled_from([Filter(), Filter(outlet="weekly"), Filter(kinds=(Kind.DATE,))]),
    every=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_both_databases_give_the_same_list(
    both: tuple[Database, Database], query: list[str], narrow: Filter, every: bool
) -> None:
    """Whatever is asked: the same finds in the same order with the same rank."""
    words = query_words(" ".join(query))
    lists = []
    for database in both:
        with database.read() as session:
            lists.append(search(session, words, narrow, every=every))
    assert lists[0] == lists[1]


def test_each_of_two_who_say_it_together_is_found_by_key(filled: Database) -> None:
    """As if either had said it alone."""
    article = make_article("The army and Oxfam said 14 people died.")
    claim = make_claim(
        article.text, speakers=(Speaker("party:oxfam + words:army", "army and Oxfam"),)
    )
    with filled.write() as session:
        run_id = save_run(session, RUN)
        save_article(session, article, run_id, NOW)
        replace_claims(session, article.text.id, [claim], (), {}, {}, run_id)
        for key in ("party:oxfam", "words:army"):
            found = CLAIM_NAME.c.claim_id.in_(naming(NameRole.SPEAKER, key))
            told = {row[0] for row in session.execute(select(CLAIM_NAME.c.claim_id).where(found))}
            assert told == {claim.id}
