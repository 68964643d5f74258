"""Recording a person's word, with the facts it was given on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import db
from claims.errors import InputError, NotFound
from claims.model import (
    Annotation,
    Article,
    Claim,
    Favour,
    Question,
    Target,
    Verdict,
)
from claims.report.facts import article_facts, case_facts, claim_facts, sheet_facts
from claims.report.identity import short_annotation, short_id
from claims.service import gather
from claims.service.case import complete_cases
from claims.service.identity import find_thing, is_short_for, short_of
from claims.service.reason import parse_reason
from claims.service.sheet import complete_sheets

if TYPE_CHECKING:
    from claims.report.view import Case
    from claims.service.identity import Thing
    from db import Session

_TARGETS: Final = "acqk"


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says of something, before it is signed off.

    Args:
        by: Who says so.
        reason: Why that verdict: see `parse_reason`.
        favour: For which answer it is settled; with the verdict `settled` alone.
        source: The address that it rests on.
        is_internal: Whether reports leave it out.
        supersedes: The short id of the word that it corrects; it takes the place of all of it.

    Raises:
        InputError: It says nothing, has no name to it, or parts of it do not go together.
    """

    by: str
    note: str = ""
    verdict: Verdict | None = None
    reason: str = ""
    tags: tuple[str, ...] = ()
    favour: Favour | None = None
    source: str = ""
    is_internal: bool = False
    supersedes: str | None = None

    def __post_init__(self) -> None:
        refuse_unsigned(self.by)
        if not (self.note.strip() or self.verdict or self.tags):
            msg = "nothing to record; give --note, --verdict or --tag, or pipe a note in"
            raise InputError(msg)
        parse_reason(self.verdict, self.reason)
        if any(not tag.strip() for tag in self.tags):
            msg = "a tag is empty; give it a word"
            raise InputError(msg)
        refuse_no_address(self.source)
        self._refuse_half_settled()

    def _refuse_half_settled(self) -> None:
        settled = self.verdict is Verdict.SETTLED
        if settled and self.favour is None:
            msg = "settled for which answer? give --for left, right, both or neither"
            raise InputError(msg)
        if settled and not self.source.strip():
            msg = "nothing is settled without a source; give its address: --source URL"
            raise InputError(msg)
        if self.favour is not None and not settled:
            msg = "--for belongs to --verdict settled; give that too, or leave it out"
            raise InputError(msg)


def refuse_unsigned(by: str) -> None:
    """Refuse a word without a name.

    Raises:
        InputError: The name is empty.
    """
    if not by.strip():
        msg = "who says so? give a name with --by, set CLAIMS_BY, or keep it: claims config by NAME"
        raise InputError(msg)


def refuse_no_address(source: str) -> None:
    """Refuse a source that is no address; an empty one is none at all.

    Raises:
        InputError: It is not written as an address.
    """
    if not source.strip():
        return
    try:
        parts = urlsplit(source.strip())
    except ValueError:
        parts = urlsplit("")
    if not parts.scheme or not (parts.netloc or parts.path):
        msg = f"{source!r} is no address; write it as https://…, and all else in the note"
        raise InputError(msg)


Shown = tuple[Mapping[str, str], tuple[str, str]]
"""The facts of a conflict as somebody looks at them, and the claims of both sides."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A stored word, and the short id of what it is about."""

    annotation: Annotation
    about: str


def annotate(
    database: db.Database,
    prefix: str,
    word: Word,
    at: datetime | None = None,
    *,
    shown: Shown | None = None,
) -> Recorded:
    """Store a word on an article, claim, question or conflict.

    Args:
        prefix: The short id of what it is about.
        at: When it is said; now where None.
        shown: Of a conflict the facts and the two claims that the person looked at; those of now
            where None.

    Raises:
        NotFound: Nothing has such an id.
        InputError: The id may mean more than one thing, or the words cannot be stored.
    """
    with database.write() as session:
        corrected = _corrected(session, word) if word.supersedes else None
        subject = _subject(session, prefix, corrected)
        if word.favour is not None and subject.target is not Target.CONFLICT:
            msg = f"only a conflict is settled for a side, and {prefix} is none"
            raise InputError(msg)
        seen, claims = shown or (subject.seen, subject.claims)
        said = Annotation(
            target=subject.target,
            target_id=subject.id,
            by=word.by.strip(),
            at=at or datetime.now(UTC),
            note=word.note.strip(),
            tags=tuple(dict.fromkeys(tag.strip().removeprefix("#") for tag in word.tags)),
            verdict=word.verdict,
            reason=parse_reason(word.verdict, word.reason),
            seen=seen,
            favour=word.favour,
            source=word.source.strip(),
            is_internal=word.is_internal,
            supersedes=corrected.id if corrected else None,
            left=claims[0],
            right=claims[1],
        )
        return Recorded(db.add_annotation(session, said), subject.short)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a word is about: its short id, the facts as they are now, the two claims judged."""

    target: Target
    id: str
    short: str
    seen: Mapping[str, str]
    claims: tuple[str | None, str | None] = (None, None)


def _corrected(session: Session, word: Word) -> Annotation:
    """Find the word that is to be corrected.

    Raises:
        InputError: Somebody else said it, or it was corrected before.
    """
    found = db.get_annotation(session, str(word.supersedes))
    short = short_annotation(found.id)
    if found.by != word.by.strip():
        msg = f"{short} is the word of {found.by}, who alone corrects it; say yours beside it"
        raise InputError(msg)
    if found.act is not None:
        msg = f"{short} tells of two claims; take it back with --undo of the command that said it"
        raise InputError(msg)
    said = db.annotations(session, found.target, [found.target_id])
    later = next((other for other in said if other.supersedes == found.id), None)
    if later is not None:
        msg = f"{short} was corrected before; correct {short_annotation(later.id)}"
        raise InputError(msg)
    return found


def _subject(session: Session, prefix: str, corrected: Annotation | None) -> _Subject:
    """Find what a word is about; a word on something that is gone can still be corrected."""
    try:
        subject = _judged(session, find_thing(session, prefix, _TARGETS))
    except NotFound:
        if corrected is None or not is_short_for(prefix, corrected):
            raise
        return _as_judged(corrected)
    if corrected is not None and corrected not in db.annotations(
        session, subject.target, [subject.id]
    ):
        of = short_id(corrected.target, corrected.target_id)
        msg = f"{short_annotation(corrected.id)} is about {of}, not about {subject.short}"
        raise InputError(msg)
    return subject


def _as_judged(word: Annotation) -> _Subject:
    return _Subject(
        word.target,
        word.target_id,
        short_id(word.target, word.target_id),
        word.seen,
        (word.left, word.right),
    )


def _judged(session: Session, thing: Thing) -> _Subject:
    """Give what a word is about, and the facts as they are now."""
    short = short_of(thing)
    match thing:
        case Claim():
            entry = gather.entries_of(session, [thing.id])[thing.id]
            return _Subject(Target.CLAIM, thing.id, short, claim_facts(entry))
        case Question():
            (sheet,) = complete_sheets(session, [thing], ())
            return _Subject(Target.QUESTION, thing.id, short, sheet_facts(sheet))
        case Article():
            heads = db.article_heads(session, [thing.text.id])[thing.text.id]
            (head,) = (one for one in heads if one.id == thing.id)
            facts = article_facts(gather.publication(head))
            return _Subject(Target.ARTICLE, thing.id, short, facts)
        case db.StoredConflict():
            facts = case_facts(only_case(session, thing))
            claims = thing.left, thing.right
            return _Subject(Target.CONFLICT, thing.id, short, facts, claims)
    msg = "a word can be about an article, a claim, a question or a conflict"
    raise InputError(msg)


def only_case(session: Session, conflict: db.StoredConflict) -> Case:
    """Complete one conflict."""
    known = gather.entries_of(session, [conflict.left, conflict.right])
    question = db.get_question(session, conflict.question)
    return complete_cases(session, [conflict], known, {question.id: question.text})[0]
