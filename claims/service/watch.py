"""Saved questions: kept, and looked at for what new articles brought.

What is new is told from the articles themselves: an answer is new where every text that gives it
was added since. So nothing is written by looking, and two people who look see the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import db
from claims.errors import InputError
from claims.model import Filter, Watch
from claims.report.watch import Move, Watched
from claims.service.asked import content_words
from claims.service.identity import is_id
from claims.service.sheet import complete_sheets

if TYPE_CHECKING:
    from claims.model import Question
    from claims.report.view import Row, Sheet
    from db import Session

_SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved question, and how many questions it leads to now."""

    watch: Watch
    questions: int


def save_watch(database: db.Database, asked: str, by: str, at: datetime | None = None) -> Saved:
    """Watch a question, given in words or as an id.

    Raises:
        InputError: It has no word that carries meaning.
        NotFound: There is no such question.
    """
    with database.write() as session:
        new = _watch(session, asked.strip(), by.strip(), at)
        watch = _same(session, new) or db.save_watch(session, new)
        return Saved(watch, len(_questions(session, watch)))


def _same(session: Session, new: Watch) -> Watch | None:
    """Find the watch of a person that holds claims of the question already."""
    claims = set(new.claims)
    return next(
        (one for one in db.list_watches(session) if one.by == new.by and claims & set(one.claims)),
        None,
    )


def _watch(session: Session, asked: str, by: str, at: datetime | None) -> Watch:
    now = at or datetime.now(UTC)
    if is_id(asked, "q"):
        question = db.get_question(session, asked)
        claims = sorted(id_ for answer in question.answers for id_ in answer.claims)
        return Watch(by, now, question.text, tuple(claims))
    if not content_words(asked):
        msg = f"no question in {asked!r}; give its words, or the id of one: claims questions"
        raise InputError(msg)
    return Watch(by, now, asked)


def end_watch(database: db.Database, prefix: str, at: datetime | None = None) -> Watch:
    """Stop watching a question.

    Raises:
        NotFound: There is no such one.
        InputError: More than one begins so.
    """
    with database.write() as session:
        watch = db.get_watch(session, prefix)
        db.end_watch(session, watch, at or datetime.now(UTC))
        return watch


def look(database: db.Database, since: str | None = None) -> list[Watched]:
    """Tell what is new of every question that is watched, the oldest watch first.

    Args:
        database: Where.
        since: A day or an instant, ISO 8601; the time each watch was made where None.

    Raises:
        InputError: It is neither.
    """
    start = None if since is None else _instant(since)
    with database.read() as session:
        return [
            Watched(watch, start or watch.at, _moves(session, watch, start or watch.at))
            for watch in db.list_watches(session)
        ]


def _instant(given: str) -> datetime:
    """Read a day, which begins in UTC, or an instant, which is UTC unless it says otherwise."""
    try:
        at = datetime.fromisoformat(given)
    except ValueError:
        return db.start_of(given)
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _moves(session: Session, watch: Watch, since: datetime) -> tuple[Move, ...]:
    sheets = complete_sheets(session, _questions(session, watch), ())
    texts = {entry.claim.text_id for sheet in sheets for row in sheet.rows for entry in row.entries}
    added = db.added_at(session, texts)
    return tuple(_move(sheet, added, since) for sheet in sheets)


def _move(sheet: Sheet, added: dict[str, datetime], since: datetime) -> Move:
    def is_new(row: Row) -> bool:
        return all(added[entry.claim.text_id] >= since for entry in row.entries)

    new = tuple(row for row in sheet.rows if is_new(row))
    before = tuple(row for row in sheet.rows if not is_new(row))
    return Move(sheet.question, before, new)


def _questions(session: Session, watch: Watch) -> list[Question]:
    """Find the questions that a watch leads to: by its claims while one is there, else by words.

    Those that ask with all the words go before those in whose claims they stand.
    """
    now = db.present_claims(session, watch.claims)
    found = db.questions_of(session, [now.get(id_, id_) for id_ in watch.claims])
    if found:
        return found
    words = content_words(watch.words)
    asked = db.list_questions(session, Filter(about=" ".join(words)))
    own = [question for question in asked if _holds(question.text, words)]
    return own or [question for question in asked if _asks(session, question, words)]


def _holds(text: str, words: Iterable[str]) -> bool:
    """Whether words begin words of a text: "us" stands in "Russia" too, but begins none there."""
    return all(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in words)


def _asks(session: Session, question: Question, words: Iterable[str]) -> bool:
    """Whether the words that are short are whole ones of the question or of its claims."""
    short = [word for word in words if len(word) <= _SHORT]
    ids = [id_ for answer in question.answers for id_ in answer.claims]
    claims = db.load_claims(session, ids) if short else []
    said = [part for claim in claims for part in (claim.subject, claim.quote)]
    return _holds("\n".join((question.text, *said)), short)
