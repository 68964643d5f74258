"""Findings replaced: the same rows as cleared and saved, and nothing written that was there."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, select

from claims.model import Between, Claim, Findings, Flag, FlagWord, Relation
from db import Database, Session, list_previous, replace_findings, save_findings, take_findings
from db.table import (
    ANSWER,
    ANSWER_CLAIM,
    CLAIM_FLAG,
    CLAIM_PART,
    CONFLICT,
    CONFLICT_ALIAS,
    CONFLICT_CHANGE,
    QUESTION,
)
from tests.db.sample import (
    LATER,
    NOW,
    make_article,
    make_claim,
    make_conflict,
    make_question,
    store,
)

_TABLES = (
    *(QUESTION, ANSWER, ANSWER_CLAIM, CONFLICT),
    *(CLAIM_FLAG, CLAIM_PART, CONFLICT_ALIAS, CONFLICT_CHANGE),
)


@pytest.fixture
def sides(database: Database) -> list[Claim]:
    """Four claims of four articles."""
    claims = []
    with database.write() as session:
        for name, number in (("A", "1"), ("B", "1"), ("C", "2"), ("D", "2")):
            article = make_article(f"{name} says there were {number}.", file=f"{name}.txt")
            claims.append(make_claim(article.text, number))
            store(session, article, claims[-1:])
    return claims


def _found(sides: list[Claim], *groups: tuple[int, ...], asked: str = "How many?") -> Findings:
    """Give findings in which each group is an answer, the first of which stands against all."""
    answers = [[sides[at] for at in group] for group in groups]
    question = make_question(answers, asked)
    first = sides[groups[0][0]]
    against = [make_conflict(question, first, sides[group[0]]) for group in groups[1:]]
    flags = tuple(
        Flag(side, FlagWord.CONTRADICTED, conflict.id, Relation.CONTRADICTION, Between.ARTICLES)
        for conflict in against
        for side in (conflict.left, conflict.right)
    )
    parts = {sides[at].id: first.id for group in groups for at in group}
    return Findings((question,), tuple(against), flags, parts)


def _rows(session: Session) -> dict[str, list[str]]:
    """Give all rows of what comparison stores, but for numbers that the database gives."""
    return {
        table.name: sorted(
            repr(
                [
                    value
                    for name, value in row._asdict().items()
                    if not (name == "id" and isinstance(value, int))
                ]
            )
            for row in session.execute(select(table))
        )
        for table in _TABLES
    }


@contextmanager
def _writes(session: Session) -> Iterator[list[str]]:
    """Gather the statements that write."""
    written: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.lstrip().upper().startswith("SELECT"):
            written.append(statement)

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    try:
        yield written
    finally:
        event.remove(connection, "before_cursor_execute", note)


STEPS = [
    [((0, 1), (2, 3)), ((0, 1), (2, 3))],
    [((0,), (2,)), ((0, 1), (2, 3))],
    [((0, 1), (2, 3)), ((0,), (2,))],
    [((0, 1), (2, 3)), ((1,), (0,), (2, 3))],
    [((1, 3), (0,)), ((1,), (3, 0, 2)), ((2,), (3,))],
    [((0, 1, 2, 3),), ((0,), (1,), (2,), (3,)), ((0, 1, 2, 3),)],
]
"""Groupings of the four claims, one after the other."""


@pytest.mark.parametrize("steps", STEPS, ids=str)
def test_replaced_findings_are_those_that_are_cleared_and_saved(
    database: Database, sides: list[Claim], steps: list[tuple[tuple[int, ...], ...]]
) -> None:
    """Row by row, in every table, whatever was there before."""
    ids = [claim.id for claim in sides]
    with database.write() as session:
        for groups in steps:
            found = _found(sides, *groups, asked=f"{len(groups)} answers?")
            previous = take_findings(session, ids)
            save_findings(session, found, LATER, previous)
        expected = _rows(session)
        session.rollback()
    with database.write() as session:
        for groups in steps:
            found = _found(sides, *groups, asked=f"{len(groups)} answers?")
            replace_findings(session, ids, found, LATER)
        assert _rows(session) == expected


def test_findings_that_are_there_already_are_not_written_again(
    database: Database, sides: list[Claim]
) -> None:
    """Not one statement writes; one more answer writes what is its own."""
    ids = [claim.id for claim in sides]
    with database.write() as session:
        replace_findings(session, ids, _found(sides, (0,), (2,)), NOW)
        with _writes(session) as written:
            replace_findings(session, ids, _found(sides, (0,), (2,)), LATER)
            assert written == []
            replace_findings(session, ids, _found(sides, (0,), (2,), (3,)), LATER)
        assert written
        assert not [one for one in written if one.startswith("DELETE")]


def test_conflict_keeps_its_id_through_a_replacement(
    database: Database, sides: list[Claim]
) -> None:
    """Another claim comes to stand for it; what was cleared before counts as well."""
    ids = [claim.id for claim in sides]
    with database.write() as session:
        (kept,) = replace_findings(session, ids, _found(sides, (1,), (3,)), NOW).values()
        again = replace_findings(session, ids, _found(sides, (0, 1), (2, 3)), LATER)
        assert list(again.values()) == [kept]
        before = take_findings(session, ids[:1])
        assert list_previous(session, ids) == []
        third = replace_findings(session, ids[1:], _found(sides, (1,), (3,)), LATER, before)
        assert list(third.values()) == [kept]
