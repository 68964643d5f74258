"""Human words: kept as said, once, and summed up as a status."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError, StatementError

from claims.errors import InputError
from claims.model import Annotation, Favour, Target, Verdict, fingerprint
from db import add_annotation, annotations, get_annotation, statuses
from db.engine import Database
from db.query.annotation import tagged
from db.row.annotation import annotation_to
from db.table import ANNOTATION
from tests.db import noise
from tests.db.sample import NOW

CONFLICT = fingerprint("conflict")
WORD = Annotation(
    Target.CONFLICT,
    CONFLICT,
    "Ann",
    NOW,
    "Seen in print: “2,500”.",
    ("troops", "Kabul"),
    Verdict.CONFIRMED,
    "both quotes checked",
    {"left": "2,500", "relation": "contradiction"},
    source="https://example.org/count",
    is_internal=True,
    left=fingerprint("left"),
    right=fingerprint("right"),
)


def _say(database: Database, *words: Annotation) -> None:
    with database.write() as session:
        for word in words:
            add_annotation(session, word)


def _status(database: Database) -> str:
    with database.read() as session:
        return statuses(session, Target.CONFLICT, [CONFLICT])[CONFLICT]


def _verdict(by: str, verdict: Verdict | None, hours: int = 0) -> Annotation:
    return replace(WORD, by=by, verdict=verdict, at=NOW + timedelta(hours=hours))


def test_word_comes_back_as_it_was_said(database: Database) -> None:
    """Every field; the target need not exist."""
    _say(database, WORD)
    with database.read() as session:
        assert annotations(session, Target.CONFLICT, [CONFLICT]) == [WORD]
        assert get_annotation(session, "n" + WORD.id[:8]) == WORD


def test_same_word_twice_is_stored_once(database: Database) -> None:
    """A command repeated after a lost connection does no harm."""
    _say(database, WORD, WORD)
    with database.read() as session:
        assert annotations(session, Target.CONFLICT, [CONFLICT]) == [WORD]


def test_time_is_kept_in_utc_and_the_id_with_it(database: Database) -> None:
    """An instant said in another zone is the same instant."""
    there = replace(WORD, at=NOW.astimezone(timezone(timedelta(hours=5, minutes=30))))
    with database.write() as session:
        stored = add_annotation(session, there)
    assert stored.id == WORD.id
    with database.read() as session:
        (found,) = annotations(session, Target.CONFLICT, [CONFLICT])
    assert (found.at, found.at.tzinfo) == (NOW, UTC)


def test_naive_time_is_refused_by_the_table(database: Database) -> None:
    """A time without its zone is a bug."""
    record = {**annotation_to(WORD), "at": datetime(2026, 1, 1)}  # noqa: DTZ001
    with pytest.raises(StatementError, match="timezone"), database.write() as session:
        session.execute(insert(ANNOTATION).values(record))


@pytest.mark.parametrize("wrong", [{"verdict": "maybe"}, {"target": "outlet"}, {"id": "x"}])
def test_table_refuses_other_verdicts_and_targets(
    database: Database, wrong: dict[str, str]
) -> None:
    """The CHECKs bite."""
    with pytest.raises(IntegrityError), database.write() as session:
        session.execute(insert(ANNOTATION).values({**annotation_to(WORD), **wrong}))


def test_words_are_listed_oldest_first_by_target(database: Database) -> None:
    """Of all, of a sort, of some; of none for an empty list."""
    later = replace(WORD, at=NOW + timedelta(1), note="later")
    other = replace(WORD, target=Target.CLAIM, note="of a claim")
    _say(database, later, WORD, other)
    with database.read() as session:
        assert annotations(session, Target.CONFLICT, [CONFLICT]) == [WORD, later]
        assert annotations(session, Target.CONFLICT)[1:] == [WORD, later]
        assert len(annotations(session)) == 3 + 4
        assert annotations(session, Target.CONFLICT, []) == []
        assert annotations(session, target_ids=[noise.LEFT.id])[0].by == "Noise"


def test_latest_verdict_of_each_person_counts(database: Database) -> None:
    """Open, agreed, disputed, and settled again."""
    assert _status(database) == "open"
    _say(database, _verdict("Ann", None))
    assert _status(database) == "open"
    _say(database, _verdict("Ann", Verdict.EXPLAINED, 1))
    assert _status(database) == "explained"
    _say(database, _verdict("Bob", Verdict.CONFIRMED, 2))
    assert _status(database) == "disputed"
    _say(database, _verdict("Ann", Verdict.CONFIRMED, 3))
    assert _status(database) == "confirmed"
    _say(database, _verdict("Ann", Verdict.DISMISSED, -1))
    assert _status(database) == "confirmed"


def test_two_who_settle_for_different_sides_are_in_dispute(database: Database) -> None:
    """The verdict word alone does not tell."""
    ann = replace(
        WORD, verdict=Verdict.SETTLED, favour=Favour.LEFT, source="https://example.org/count"
    )
    _say(database, ann, replace(ann, by="Bob"))
    assert _status(database) == "settled"
    _say(database, replace(ann, by="Bob", favour=Favour.RIGHT, at=NOW + timedelta(hours=1)))
    assert _status(database) == "disputed"


def test_a_correction_takes_the_place_of_a_word(database: Database) -> None:
    """Its verdict and its tags count no longer; it is still there."""
    first = _verdict("Ann", Verdict.DISMISSED)
    second = replace(WORD, verdict=Verdict.OPEN, tags=(), supersedes=first.id, note="I was wrong")
    _say(database, first, second)
    assert _status(database) == "open"
    with database.read() as session:
        assert len(annotations(session, Target.CONFLICT, [CONFLICT])) == 2
        assert tagged(session, Target.CONFLICT, ["troops"]) == set()


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": "settled", "favour": "left", "source": ""},
        {"verdict": "settled", "source": "https://example.org"},
        {"favour": "middle"},
        {"act": "same"},
        {"target": "pair"},
        {"target": "pair", "act": "same", "left_claim": None},
        {"supersedes": "n1"},
        {"act": "retract"},
        {"target": "claim", "act": "retract"},
        {"target": "claim", "act": "amend", "text_id": WORD.target_id},
        {"target": "claim", "act": "retract", "text_id": WORD.target_id, "fields": {"a": 1}},
        {"fields": {"subject": "men"}},
    ],
)
def test_table_refuses_words_that_are_half_said(
    database: Database, wrong: dict[str, str | None]
) -> None:
    """Nothing is settled without a side and a source; a pair needs two claims."""
    with pytest.raises(IntegrityError), database.write() as session:
        session.execute(insert(ANNOTATION).values({**annotation_to(WORD), **wrong}))


def _with(field: str, words: str) -> Annotation:
    fields: dict[str, Any] = {field: words}
    return replace(WORD, **fields)


@pytest.mark.parametrize("field", ["note", "by", "reason"])
def test_words_that_cannot_be_stored_are_refused(database: Database, field: str) -> None:
    """NUL has no place in a database."""
    with pytest.raises(InputError, match="holds a character that cannot be stored"):
        _say(database, _with(field, "a\0b"))
    with pytest.raises(InputError, match="the tag holds"):
        _say(database, replace(WORD, tags=("fine", "\ud800")))
