"""Removing articles: the machine's rows go, what people said and everything else stays."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.model import Annotation, Target
from db import add_annotation, annotations, article_of_text, remove_article
from db.engine import Database
from db.table import CLAIM, ENTITY, METADATA
from tests.db.sample import NOW, detect, make_article, make_claim, store


def test_removing_the_last_article_takes_claims_and_findings(database: Database) -> None:
    """Everything of the machine's goes, what people said and everything else stays."""
    article, other = make_article("One side says 1."), make_article("The other says 2.")
    claim, against = make_claim(article.text, "1"), make_claim(other.text, "2")
    with database.write() as session:
        before = _counts(session)
        store(session, article, [claim], parties={"person:x": "X"})
        store(session, other, [against])
        (conflict,) = detect(session, [claim], [against]).values()
        word = add_annotation(session, Annotation(Target.CONFLICT, conflict, "Ann", NOW, "true"))
        assert remove_article(session, article.id) is True
        assert remove_article(session, other.id) is True
        after = _counts(session)
        assert annotations(session, Target.CONFLICT, [conflict]) == [word]
    kept = {"run", "annotation", "conflict_alias", "conflict_change"}
    kept |= {"search_document", "search_word"}  # the word can still be searched
    assert {name for name in before if before[name] != after[name]} == kept


def _counts(session: Session) -> dict[str, int | None]:
    return {
        name: session.scalar(select(func.count()).select_from(table))
        for name, table in METADATA.tables.items()
    }


def test_removing_one_of_two_articles_keeps_the_text(database: Database) -> None:
    """The claims are still the other's."""
    one, two = make_article(file="one.txt"), make_article(file="two.txt")
    with database.write() as session:
        store(session, one)
        store(session, two, [make_claim(two.text)])
        assert remove_article(session, one.id) is False
        assert remove_article(session, "0" * 64) is False
        found = select(func.count()).where(CLAIM.c.text_id == one.text.id)
        assert session.scalar(found) == 1
        assert article_of_text(session, one.text.id) == [two]


def test_party_is_kept_while_something_names_it(database: Database) -> None:
    """Entities go with their last name, and show the longest."""
    one, two = make_article("Text one is here."), make_article("Text two is here.")
    with database.write() as session:
        store(session, one, [make_claim(one.text)], parties={"person:k": "Khalilzad"})
        store(session, two, [make_claim(two.text)], parties={"person:k": "Zalmay Khalilzad"})
        name = select(ENTITY.c.name).where(ENTITY.c.key == "person:k")
        assert session.scalar(name) == "Zalmay Khalilzad"
        remove_article(session, two.id)
        assert session.scalar(name) is not None
        remove_article(session, one.id)
        assert session.scalar(name) is None
