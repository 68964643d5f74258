"""Short ids: any unique prefix, with or without the letter of its type."""

import pytest
from sqlalchemy import insert

from claims.errors import InputError, NotFound
from claims.model import Article, Claim
from db import get_annotation, get_article, get_claim, get_conflict, get_question
from db.engine import Database
from db.table import QUESTION
from tests.db import noise
from tests.db.sample import make_article, make_claim, store


def _add_question(database: Database, digits: str) -> str:
    whole = digits.ljust(64, "0")
    row = {"id": whole, "text": digits, "folded": digits, "kind": "date"}
    with database.write() as session:
        session.execute(insert(QUESTION).values(**row, events=[], tally={}, refusals={}))
    return whole


def test_prefix_with_and_without_letter_is_found(database: Database) -> None:
    """Upper case and blanks are forgiven."""
    short = noise.LEFT.id[:8]
    with database.read() as session:
        for typed in (short, "c" + short, noise.LEFT.id, f"  C{short.upper()} "):
            assert get_claim(session, typed) == noise.LEFT
        assert get_article(session, "a" + noise.ARTICLE.id[:8]) == noise.ARTICLE
        assert get_question(session, "q" + noise.QUESTION.id[:8]) == noise.QUESTION
        for letter in "kl":
            found = get_conflict(session, letter + noise.CONFLICT.id[:8])
            assert found.id == noise.CONFLICT.id


def test_letter_that_is_a_digit_is_read_as_the_letter_first(database: Database) -> None:
    """Then as a digit of the id itself."""
    article = make_article("Claims whose ids begin as others do.")
    whole = _claim_that_begins(article, "c")
    typed = whole.id[:3]
    lettered = _claim_that_begins(article, typed[1:])
    with database.write() as session:
        store(session, article, [whole])
        assert get_claim(session, typed) == whole
        store(session, article, [whole, lettered])
        assert get_claim(session, typed) == lettered


def _claim_that_begins(article: Article, digits: str) -> Claim:
    """Find a role that gives a claim an id beginning with some digits."""
    made = (make_claim(article.text, role=str(number)) for number in range(10_000))
    return next(claim for claim in made if claim.id.startswith(digits))


def test_ambiguous_prefix_says_how_many(database: Database) -> None:
    """One digit more decides."""
    first, second = _add_question(database, "123400a"), _add_question(database, "123400b")
    with database.read() as session:
        with pytest.raises(InputError, match="2 questions begin with q1234; give more of the id"):
            get_question(session, "q1234")
        assert get_question(session, "q123400a").id == first
        assert get_question(session, "123400b").id == second


@pytest.mark.parametrize("typed", ["zz", "", "q", "q0000ffff", "'; --", "%", "q" + "0" * 65])
def test_what_is_not_there_is_said_with_the_remedy(database: Database, typed: str) -> None:
    """Nothing that a person may type breaks it."""
    with (
        database.read() as session,
        pytest.raises(NotFound, match=r"^no question .*; list them with: claims questions$"),
    ):
        get_question(session, typed)


def test_each_sort_names_its_own_listing(database: Database) -> None:
    """So that the remedy can be typed."""
    expected = {
        get_article: "no article 0f0; list them with: claims articles",
        get_claim: "no claim 0f0; list them with: claims list",
        get_conflict: "no conflict 0f0; list them with: claims conflicts",
        get_annotation: "no annotation 0f0; list them with: claims show ID",
    }
    with database.read() as session:
        for get, message in expected.items():
            with pytest.raises(NotFound, match=message):
                get(session, "0f0")
