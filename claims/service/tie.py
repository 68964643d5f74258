"""A person's word on two claims, obeyed at once: what it reaches is compared again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import db
from claims.errors import InputError
from claims.model import Act, Annotation, Target, conflict_id
from claims.report.facts import claim_facts, side_facts
from claims.report.identity import short_claim, short_conflict, short_id
from claims.service import gather
from claims.service.annotation import refuse_no_address, refuse_unsigned
from claims.service.identity import compared_claim
from claims.service.recomparison import compare_anew

if TYPE_CHECKING:
    from claims.model import Claim, Question
    from db import Session


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of two claims, before it is signed off.

    Raises:
        InputError: It has no name to it, raises a contradiction without a note, or its source is
            no address.
    """

    act: Act
    by: str
    note: str = ""
    source: str = ""
    is_internal: bool = False

    def __post_init__(self) -> None:
        refuse_unsigned(self.by)
        refuse_no_address(self.source)
        if self.act is Act.CONTRADICT and not self.note.strip():
            msg = "what contradicts what? say it for those who read it later: --note TEXT"
            raise InputError(msg)


@dataclass(frozen=True, slots=True)
class Tied:
    """A stored word on two claims, and what came of it, in a sentence."""

    annotation: Annotation
    outcome: str


def tie(
    database: db.Database, left: str, right: str, said: Said, at: datetime | None = None
) -> Tied:
    """Store what a person says of two claims, and compare again what that reaches.

    Args:
        left: The short id of one claim.
        right: That of the other.
        at: When it is said; now where None.

    Raises:
        NotFound: There is no such claim.
        InputError: Both are one claim or one answer, or there is nothing to take back.
    """
    with database.write() as session:
        ids = _two_claims(session, left, right)
        if said.act is Act.FREE and not _spoken_of(session, ids):
            msg = f"nobody said how {left} and {right} stand; there is nothing to take back"
            raise InputError(msg)
        word = db.add_annotation(session, _signed(session, ids, said, at))
        compare_anew(session, ids)
        return Tied(word, _outcome(session, ids, said.act))


def _two_claims(session: Session, left: str, right: str) -> tuple[str, str]:
    found = compared_claim(session, left), compared_claim(session, right)
    for claim in found:
        refuse_earlier(session, claim)
    one, other = found[0].id, found[1].id
    if one == other:
        msg = f"{left} and {right} are the same claim; give two"
        raise InputError(msg)
    return one, other


def refuse_earlier(session: Session, claim: Claim) -> None:
    """Refuse a claim that only an earlier version of an article makes: it is compared with none.

    Raises:
        InputError: It is one.
    """
    if not db.earlier_texts(session, [claim.text_id]):
        return
    later = db.present_claims(session, [claim.id]).get(claim.id)
    named = f"; {short_claim(later)} stands in its place" if later else ""
    head = db.article_heads(session, [claim.text_id])[claim.text_id][0]
    msg = f"{short_claim(claim.id)} is of an earlier version{named}; its present version: "
    msg += f"claims show {short_id(Target.ARTICLE, db.present_edition(session, head.id))}"
    raise InputError(msg)


def _spoken_of(session: Session, ids: tuple[str, str]) -> bool:
    said = [
        word for word in db.words_on_claims(session, ids) if {word.left, word.right} == set(ids)
    ]
    return bool(said) and said[-1].act is not Act.FREE


def _signed(session: Session, ids: tuple[str, str], said: Said, at: datetime | None) -> Annotation:
    left, right = ids
    known = gather.entries_of(session, ids)
    return Annotation(
        target=Target.PAIR,
        target_id=conflict_id(left, right),
        by=said.by.strip(),
        at=at or datetime.now(UTC),
        note=said.note.strip(),
        seen={
            **side_facts("left", claim_facts(known[left])),
            **side_facts("right", claim_facts(known[right])),
        },
        source=said.source.strip(),
        is_internal=said.is_internal,
        act=said.act,
        left=left,
        right=right,
    )


def _outcome(session: Session, ids: tuple[str, str], act: Act) -> str:
    """Tell what came of a word; one of two claims in one answer cannot contradict the other."""
    asked = _questions(session, ids)
    named = " and ".join(map(short_claim, ids))
    if act is Act.CONTRADICT:
        return f"{named} stand in {_raised(session, ids)}"
    if len(asked) == 1:
        return f"{named} answer one question: {asked[0]}"
    if act is Act.SAME:
        return f"{named} stay two questions, because somebody set claims of theirs apart"
    return f"{named} answer two questions: {' / '.join(asked)}"


def _questions(session: Session, ids: tuple[str, str]) -> list[str]:
    """Name the questions that two claims answer."""
    held: dict[str, Question] = {}
    for id_ in ids:
        held.update((one.id, one) for one in db.questions_of(session, [id_]))
    return [f"{short_id(Target.QUESTION, one.id)} {one.text}" for one in held.values()]


def _raised(session: Session, ids: tuple[str, str]) -> str:
    """Name the conflict that two claims stand in.

    Raises:
        InputError: They give one answer.
    """
    fellows = db.fellows_of(session, ids)
    one, other = (set(fellows.get(id_, ())) for id_ in ids)
    if one & other:
        msg = f"{short_claim(ids[0])} and {short_claim(ids[1])} give one answer, which cannot"
        msg += " contradict itself; if they are about two things: claims apart"
        raise InputError(msg)
    for conflict in db.list_conflicts(session):
        sides = {conflict.left, conflict.right}
        if sides & one and sides & other:
            return short_conflict(conflict.id, conflict.relation)
    msg = "two claims that a person held against each other stand in no conflict"
    raise RuntimeError(msg)
