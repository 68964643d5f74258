"""Articles: added once, bettered, removed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from claims.errors import InputError, NotFound
from claims.model import Annotation, Article, Genre, KnownBy, Rendition, Source, Target, Text
from db import (
    Change,
    Saved,
    add_annotation,
    annotations,
    article_heads,
    article_of_text,
    get_article,
    get_text,
    list_articles,
    save_article,
    save_run,
    statuses,
)
from db.engine import Database
from db.query.article import load_article
from db.table import ARTICLE
from tests.db import noise
from tests.db.sample import (
    NOW,
    RUN,
    make_article,
    make_claim,
    make_full_article,
    store,
)
from tests.db.strategies import articles

several = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class _Undo(Exception):
    """Raised to roll a transaction back."""


def rolled_back(database: Database, check: Callable[[Session], None]) -> None:
    """Run a check in a transaction that is undone, so that examples do not meet."""

    def run() -> None:
        with database.write() as session:
            check(session)
            raise _Undo

    with pytest.raises(_Undo):
        run()


def _save(database: Database, *given: Article) -> Saved:
    """Save articles in turn and give what the last one did."""
    with database.write() as session:
        run_id = save_run(session, RUN)
        return [save_article(session, article, run_id, NOW) for article in given][-1]


@several
@given(article=articles)
def test_articles_come_back_as_they_went_in(database: Database, article: Article) -> None:
    """Every field, for any article."""

    def check(session: Session) -> None:
        save_article(session, article, save_run(session, RUN), NOW)
        assert load_article(session, article.id) == article
        assert article_of_text(session, article.text.id) == [article]
        assert get_text(session, article.text.id) == article.text

    rolled_back(database, check)


def test_run_numbers_count_up(database: Database) -> None:
    """Each run has a number of its own."""
    with database.write() as session:
        assert save_run(session, RUN) < save_run(session, RUN)


def test_first_time_is_added_second_time_unchanged(database: Database) -> None:
    """Adding is idempotent."""
    article = make_full_article()
    first = _save(database, article)
    assert (first.change, first.new_text, first.article_id) == (Change.ADDED, True, article.id)
    second = _save(database, article)
    assert (second.change, second.new_text, second.changed) == (Change.UNCHANGED, False, ())
    with database.read() as session:
        assert len(article_of_text(session, article.text.id)) == 1


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (KnownBy.TEXT, KnownBy.PAGE, "new"),
        (KnownBy.PAGE, KnownBy.TEXT, "old"),
        (KnownBy.FRONT_MATTER, KnownBy.FRONT_MATTER, "new"),
        (KnownBy.USER, KnownBy.FRONT_MATTER, "old"),
        (KnownBy.USER, KnownBy.USER, "new"),
        (KnownBy.UNKNOWN, KnownBy.INFERRED, "new"),
    ],
)
def test_surer_title_wins(database: Database, old: KnownBy, new: KnownBy, expected: str) -> None:
    """The newer one where both are known alike."""
    article = make_article(title="old", known_by={"title": old})
    saved = _save(database, article, replace(article, title="new", known_by={"title": new}))
    assert saved.article.title == expected
    assert saved.changed == (("title",) if expected == "new" else ())
    assert saved.article.how_known("title") == max(old, new, key=lambda known: known.trust)


def test_missing_values_replace_nothing(database: Database) -> None:
    """The same file without front matter keeps what the front matter said."""
    full = make_full_article()
    bare = Article(text=full.text, file=full.file)
    saved = _save(database, full, bare)
    assert (saved.change, saved.article) == (Change.UNCHANGED, full)


def test_rendition_is_a_default_unless_somebody_said_it(database: Database) -> None:
    """A digest stays one until a person says verbatim."""
    digest = make_article(rendition=Rendition.DIGEST, known_by={"rendition": KnownBy.FRONT_MATTER})
    silent = replace(digest, rendition=Rendition.VERBATIM, known_by={})
    assert _save(database, digest, silent).article.rendition is Rendition.DIGEST
    said = replace(silent, known_by={"rendition": KnownBy.USER})
    assert _save(database, said).article.rendition is Rendition.VERBATIM


def test_newly_known_fields_are_named(database: Database) -> None:
    """What changed is told field by field."""
    article = make_article()
    better = replace(article, outlet="Gazette", published="2021", genre=Genre.NEWS)
    saved = _save(database, article, better)
    assert (saved.change, saved.changed) == (Change.UPDATED, ("outlet", "genre", "published"))


def test_same_text_under_two_files_is_two_articles(database: Database) -> None:
    """Two outlets may print one agency text."""
    one = make_article(file="one.txt", outlet="One")
    two = make_article(file="two.txt", outlet="Two")
    assert _save(database, one, two).change is Change.ADDED
    with database.read() as session:
        assert {found.outlet for found in article_of_text(session, one.text.id)} == {"One", "Two"}


def test_same_file_under_two_addresses_is_two_articles(database: Database) -> None:
    """Different addresses are different publications."""
    one = make_article(file="same.txt", address="https://one.example")
    two = make_article(file="same.txt", address="https://two.example")
    assert _save(database, one, two).change is Change.ADDED


def test_same_address_from_another_file_is_one_article(database: Database) -> None:
    """The address says more than the name of a file."""
    one = make_article(file="one.txt", address="https://one.example")
    two = make_article(file="two.txt", address="https://one.example")
    saved = _save(database, one, two)
    assert (saved.change, saved.article.file) == (Change.UNCHANGED, "one.txt")


def test_same_address_with_another_text_is_another_article(database: Database) -> None:
    """Both versions are kept."""
    one = make_article("The first version.", file="v.txt", address="https://one.example")
    two = make_article("The second version.", file="v.txt", address="https://one.example")
    assert _save(database, one, two).change is Change.ADDED


def test_address_found_later_keeps_article_and_words(database: Database) -> None:
    """The id changes with the address; the former one still finds it and its annotations."""
    article = make_article(file="one.txt")
    word = Annotation(Target.ARTICLE, article.id, "Ann", NOW, "mine", tags=("t",))
    _save(database, article)
    with database.write() as session:
        add_annotation(session, word)
    saved = _save(database, replace(article, address="https://one.example"))
    assert (saved.change, saved.changed) == (Change.UPDATED, ("address",))
    _save(database, article)
    with database.read() as session:
        assert len(article_of_text(session, article.text.id)) == 1
        assert get_article(session, article.id).id == saved.article_id
        assert get_article(session, "a" + saved.article_id[:8]).id == saved.article_id
        assert annotations(session, Target.ARTICLE, [saved.article_id]) == [word]
        listed = [one for one in list_articles(session) if one.article.id == saved.article_id]
        assert [one.notes for one in listed] == [1]


def test_new_source_is_kept_without_a_change_being_told(database: Database) -> None:
    """Other bytes of one text: the newest reading is recorded."""
    article = make_full_article()
    source = Source("002.txt", "b" * 64, 3, "text/2", "cp1252")
    saved = _save(database, article, replace(article, source=source))
    assert saved.change is Change.UNCHANGED
    with database.read() as session:
        assert get_article(session, article.id).source == source


def test_heads_come_earliest_first_and_unknown_last(database: Database) -> None:
    """By the first day a partial date leaves open, then by id."""
    dates = [None, "2021-05", "2021-04-30", "2020"]
    given = [make_article(file=f"{day}.txt", published=day) for day in dates]
    _save(database, *given)
    with database.read() as session:
        heads = article_heads(session, [given[0].text.id])
        listed = list_articles(session)
    expected = ["2020", "2021-04-30", "2021-05", None]
    assert [head.published for head in heads[given[0].text.id]] == expected
    assert [one.article.published for one in listed] == [noise.ARTICLE.published, *expected]


def test_listing_tells_all_of_an_article(database: Database) -> None:
    """Counts, hash of the bytes, and how things are known."""
    article = make_full_article()
    with database.write() as session:
        store(session, article, [make_claim(article.text), make_claim(article.text, start=5)])
    with database.read() as session:
        one = list_articles(session)[-1]
    assert one.article.id == article.id
    assert (one.claims, one.characters, one.notes) == (2, len(article.text.body), 0)
    assert article.source is not None
    assert (one.source, one.known_by) == (article.source, article.known_by)
    assert (one.added_at, one.added_by, one.status) == (NOW, "", "open")
    assert one.article.published_known_by is KnownBy.TEXT


def test_listing_tells_who_added_an_article_first(database: Database) -> None:
    """Who adds it again, or reads it again, is not who added it."""
    article = make_full_article()
    with database.write() as session:
        save_article(session, article, save_run(session, replace(RUN, by="Ana")), NOW)
        save_article(session, article, save_run(session, replace(RUN, by="Bo")), NOW)
    with database.read() as session:
        listed = {one.article.id: one.added_by for one in list_articles(session)}
    assert listed[article.id] == "Ana"


@pytest.mark.parametrize("field", ["title", "outlet", "address", "file", "language"])
@pytest.mark.parametrize("letter", ["\0", "\ud800"])
def test_fields_that_cannot_be_stored_are_refused(
    database: Database, field: str, letter: str
) -> None:
    """On both databases, in one line."""
    article = make_article(**{field: f"bad{letter}"})
    with pytest.raises(InputError, match=f"the {field} holds a character"):
        _save(database, article)


def test_day_that_does_not_exist_is_refused(database: Database) -> None:
    """Nothing is guessed."""
    with pytest.raises(InputError, match="not a day: '2021-02-30'; write it as YYYY"):
        _save(database, make_article(published="2021-02-30"))


def test_unknown_text_is_not_found(database: Database) -> None:
    """A text is asked for by its whole id."""
    with database.read() as session:
        with pytest.raises(NotFound):
            get_text(session, Text("no").id)
        assert article_of_text(session, Text("no").id) == []


def test_status_of_an_article_follows_its_address(database: Database) -> None:
    """Nobody judged it, so it is open."""
    article = make_article()
    _save(database, article)
    with database.read() as session:
        assert statuses(session, Target.ARTICLE, [article.id]) == {article.id: "open"}


def test_text_length_is_counted_in_code_points(database: Database) -> None:
    """The CHECK agrees with Python beyond the basic plane."""
    article = make_article("Ünïcode 🙂 and é, twice.")
    _save(database, article)
    with database.read() as session:
        length = session.scalar(
            text("SELECT length(body) FROM text WHERE id = :id"), {"id": article.text.id}
        )
        assert length == len(article.text.body)
        assert session.scalar(select(func.count()).select_from(ARTICLE)) == 2
