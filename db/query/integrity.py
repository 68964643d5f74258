"""Rows as they are stored, held against what they must be.

Much is stored twice: an id is the hash of what it names, ends of values and folded words stand
beside what they were made from, and what became of a conflict is on record. Where the two differ,
something was changed past this program.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Table, bindparam, select, text
from sqlalchemy.orm import Session

from claims.errors import InputError
from claims.model import Claim, Question
from db.day import parse_partial
from db.query.finding import load_questions
from db.row.annotation import annotation_from
from db.row.base import Stored, fold
from db.row.claim import claim_to, event_from, participation_rows
from db.statement import GIVEN, select_rows
from db.table import (
    ANNOTATION,
    ARTICLE,
    CLAIM,
    CONFLICT,
    CONFLICT_CHANGE,
    EVENT,
    OUTLET,
    PARTICIPATION,
    QUESTION,
    TEXT,
)
from db.write.change import facts_of, is_changed

_AT_ONCE: Final = 500
_SEARCHED: Final = ("value_type", "value_low", "value_high", "value_from", "value_to")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A row that is not what it must be.

    Args:
        table: Whose row.
        id: Its key.
        column: Which column, or what of the row.
        stored: What stands there.
        wanted: What the rest of the row says that should.
    """

    table: str
    id: str
    column: str
    stored: Any
    wanted: Any


def stored_body(session: Session, text_id: str) -> str | None:
    """Give the body that is stored under the id of a text; None where there is no such text."""
    body: str | None = session.scalar(_BODY, {"text_id": text_id})
    return body


_BODY: Final = select(TEXT.c.body).where(TEXT.c.id == bindparam("text_id"))


def list_ids(session: Session, name: str) -> list[str]:
    """List the ids of all texts, questions or conflicts, in order."""
    table = {"text": TEXT, "question": QUESTION, "conflict": CONFLICT}[name]
    return sorted(session.scalars(select(table.c.id)))


def questions_by_id(session: Session, ids: Collection[str]) -> list[Question]:
    """Load questions with their answers by their whole ids."""
    return load_questions(session, [QUESTION.c.id.in_(sorted(ids))]) if ids else []


def misfits_of_claims(
    session: Session, text_ids: Collection[str], claims: Iterable[Claim]
) -> Iterator[Misfit]:
    """Hold the rows of claims against the claims that they were read into.

    Args:
        text_ids: The texts whose claims these are.
        claims: All their claims, as they were loaded.
    """
    made = {claim.id: claim for claim in claims}
    members = _members(session, text_ids)
    for row in select_rows(session, text_ids, _CLAIMS):
        claim = made.get(row.id)
        if claim is None:
            yield Misfit("claim", row.id, "id", row.id, "the hash of its text, kind and anchor")
            continue
        yield from _misfits_of_claim(row, claim)
        wanted = [(part["entity_key"], part["name"]) for part in participation_rows(claim)]
        if members.get(row.id, []) != wanted:
            yield Misfit("claim", row.id, "parties", members.get(row.id, []), wanted)


def _misfits_of_claim(row: Stored, claim: Claim) -> Iterator[Misfit]:
    wanted = claim_to(claim, 0, {})
    for column in _SEARCHED:
        stored = getattr(row, column)
        if stored != wanted[column]:
            yield Misfit("claim", row.id, column, stored, wanted[column])
    if not row.folded.startswith(wanted["folded"]):
        yield Misfit("claim", row.id, "folded", row.folded, wanted["folded"])


_CLAIMS: Final = (
    select(CLAIM.c.id, CLAIM.c.folded, *(CLAIM.c[name] for name in _SEARCHED))
    .where(CLAIM.c.text_id.in_(GIVEN))
    .order_by(CLAIM.c.id)
)


def _members(session: Session, text_ids: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in select_rows(session, text_ids, _MEMBERS):
        found.setdefault(row.claim_id, []).append((row.entity_key, row.name))
    return found


_MEMBERS: Final = (
    select(PARTICIPATION.c.claim_id, PARTICIPATION.c.entity_key, PARTICIPATION.c.name)
    .join(CLAIM, CLAIM.c.id == PARTICIPATION.c.claim_id)
    .where(CLAIM.c.text_id.in_(GIVEN))
    .order_by(PARTICIPATION.c.claim_id, PARTICIPATION.c.position)
)


def misfits_of_events(session: Session, text_ids: Collection[str]) -> Iterator[Misfit]:
    """Hold the ids of events against what they name."""
    for row in select_rows(session, text_ids, select(EVENT).where(EVENT.c.text_id.in_(GIVEN))):
        wanted = event_from(row).id
        if row.id != wanted:
            yield Misfit("event", row.id, "id", row.id, wanted)


def misfits_of_articles(session: Session) -> Iterator[Misfit]:
    """Hold what is stored of articles against what was made from it to search by."""
    for row in _stream(session, ARTICLE):
        folded = {
            "title": (row.folded_title, fold(row.title or "")),
            "authors": (row.folded_authors, fold("\n".join(row.authors))),
            "published": ((row.published_from, row.published_to), _bounds(row.published)),
        }
        for column, (stored, wanted) in folded.items():
            if stored != wanted:
                yield Misfit("article", row.id, column, wanted, stored)
    for row in _stream(session, OUTLET):
        if row.folded != fold(row.name):
            yield Misfit("outlet", str(row.id), "name", fold(row.name), row.folded)


def _bounds(published: str | None) -> tuple[str | None, str | None]:
    try:
        return parse_partial(published) if published else (None, None)
    except InputError:
        return published, published


def misfits_of_words(session: Session) -> Iterator[Misfit]:
    """Hold the ids of people's words against who said what, when, of what."""
    for row in _stream(session, ANNOTATION):
        if annotation_from(row).id != row.id:
            yield Misfit("word", row.id, "id", row.id, "the hash of who said what of it, and when")


def misfits_of_conflicts(session: Session) -> Iterator[Misfit]:
    """Hold conflicts against the record of what became of them: relation and both answers."""
    recorded = _recorded(session)
    now = facts_of(session, session.execute(_STANDING).all())
    for id_, was in recorded.items():
        is_there = now.get(id_)
        if is_changed(was, is_there):
            yield Misfit("conflict", id_, "facts", _told(is_there), _told(was))


_LEFT: Final = CLAIM.alias("left_side")
_RIGHT: Final = CLAIM.alias("right_side")
_STANDING: Final = (
    select(CONFLICT)
    .join(_LEFT, _LEFT.c.id == CONFLICT.c.left_claim)
    .join(_RIGHT, _RIGHT.c.id == CONFLICT.c.right_claim)
    .join(QUESTION, QUESTION.c.id == CONFLICT.c.question_id)
    .order_by(CONFLICT.c.id)
)
"""The conflicts whose claims and question are there: in a damaged file some may not be."""


def _recorded(session: Session) -> dict[str, Mapping[str, Any] | None]:
    changes = select(CONFLICT_CHANGE.c.conflict_id, CONFLICT_CHANGE.c.now)
    return {row.conflict_id: row.now for row in session.execute(changes.order_by("id"))}


def _told(facts: Mapping[str, Any] | None) -> str | None:
    """Tell a conflict in short: "contradiction: 2,500 / 3,500"."""
    if facts is None:
        return None
    sides = (facts[side]["value"].get("text", "") for side in ("left", "right"))
    return f"{facts['relation']}: {' / '.join(sides)}"


def broken_rules(session: Session) -> list[str]:
    """Ask SQLite whether the file is sound and every reference leads somewhere.

    A server keeps its own files and never lets a reference go; there the list is empty.
    """
    if session.get_bind().dialect.name != "sqlite":
        return []
    sound = [row[0] for row in session.execute(text("PRAGMA integrity_check"))]
    lost = session.execute(text("PRAGMA foreign_key_check"))
    missing = [f"a row of {row[0]} names one of {row[2]} that is not there" for row in lost]
    return [words for words in sound if words != "ok"] + missing


def _stream(session: Session, table: Table) -> Iterator[Stored]:
    statement = select(table).order_by(*table.primary_key.columns)
    yield from session.execute(statement, execution_options={"yield_per": _AT_ONCE})
