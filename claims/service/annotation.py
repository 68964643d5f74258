"""Recording a person's word, with the facts it was given on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import db
from claims.errors import InputError
from claims.model import (
    Annotation,
    Article,
    Claim,
    Question,
    Target,
    Verdict,
)
from claims.report.facts import article_facts, case_facts, claim_facts, sheet_facts
from claims.service import gather
from claims.service.identity import find_thing, short_of

if TYPE_CHECKING:
    from claims.report.view import Case
    from claims.service.identity import Thing
    from db import Session

_TARGETS: Final = "acqk"


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says of something, before it is signed off.

    Raises:
        InputError: It says nothing, has no name to it, or gives a reason without a verdict.
    """

    by: str
    note: str = ""
    verdict: Verdict | None = None
    reason: str = ""
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.by.strip():
            msg = "who says so? give a name with --by, or set CLAIMS_BY"
            raise InputError(msg)
        if not (self.note.strip() or self.verdict or self.tags):
            msg = "nothing to record; give --note, --verdict or --tag, or pipe a note in"
            raise InputError(msg)
        if self.reason.strip() and self.verdict is None:
            msg = "a reason belongs to a verdict; give --verdict too, or say it with --note"
            raise InputError(msg)
        if any(not tag.strip() for tag in self.tags):
            msg = "a tag is empty; give it a word"
            raise InputError(msg)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A stored word, and the short id of what it is about."""

    annotation: Annotation
    about: str


def annotate(
    database: db.Database, prefix: str, word: Word, at: datetime | None = None
) -> Recorded:
    """Store a word on an article, claim, question or conflict.

    Args:
        prefix: The short id of what it is about.
        at: When it is said; now where None.

    Raises:
        NotFound: Nothing has such an id.
        InputError: The id may mean more than one thing, or the words cannot be stored.
    """
    with database.write() as session:
        thing = find_thing(session, prefix, _TARGETS)
        target, id_, seen = _judged(session, thing)
        said = Annotation(
            target=target,
            target_id=id_,
            by=word.by.strip(),
            at=at or datetime.now(UTC),
            note=word.note.strip(),
            tags=tuple(dict.fromkeys(tag.strip().removeprefix("#") for tag in word.tags)),
            verdict=word.verdict,
            reason=word.reason.strip(),
            seen=seen,
        )
        return Recorded(db.add_annotation(session, said), short_of(thing))


def _judged(session: Session, thing: Thing) -> tuple[Target, str, dict[str, str]]:
    """Give what a word is about, and the facts as they are now."""
    match thing:
        case Claim():
            entry = gather.entries_of(session, [thing.id])[thing.id]
            return Target.CLAIM, thing.id, claim_facts(entry)
        case Question():
            return Target.QUESTION, thing.id, sheet_facts(gather.sheets(session, [thing], ())[0])
        case Article():
            (head,) = (
                one
                for one in db.article_heads(session, [thing.text.id])[thing.text.id]
                if one.id == thing.id
            )
            return Target.ARTICLE, thing.id, article_facts(gather.publication(head), thing.text)
        case db.StoredConflict():
            return Target.CONFLICT, thing.id, case_facts(only_case(session, thing))
    msg = "a word can be about an article, a claim, a question or a conflict"
    raise InputError(msg)


def only_case(session: Session, conflict: db.StoredConflict) -> Case:
    """Complete one conflict."""
    known = gather.entries_of(session, [conflict.left, conflict.right])
    question = db.get_question(session, conflict.question)
    return gather.cases(session, [conflict], known, {question.id: question.text})[0]
