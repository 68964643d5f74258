"""What comparison found: cleared and saved a component at a time, conflict ids kept.

A conflict is known by the pair of claims that first stood for it. `conflict_alias` says for
every pair ever seen which conflict it stands for; it outlives the conflicts themselves, because
people's verdicts hang on their ids.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any, Final

from sqlalchemy import Select, or_, select, update
from sqlalchemy.orm import Session

from claims.model import Findings, Flag, Question
from db.conflict_identity import PreviousConflict, assign_ids, own_ids
from db.query.finding import fellows_of
from db.row.base import Record, Stored
from db.row.finding import answer_to, conflict_to, flag_to, question_to
from db.statement import GIVEN, delete_rows, insert_rows, select_rows
from db.table import (
    ANSWER,
    ANSWER_CLAIM,
    CLAIM_FLAG,
    CLAIM_PART,
    CONFLICT,
    CONFLICT_ALIAS,
    QUESTION,
)
from db.write.change import facts_of, record_changes

_OWN_IDS: Final = 4
"""How many ids of its own a pair is looked up under; more than one is rare already."""


@dataclass(frozen=True, slots=True)
class _Reach:
    """What findings about some claims touch: questions, their claims, and conflicts."""

    questions: frozenset[str]
    claims: frozenset[str]
    conflicts: Sequence[Stored]


_QUESTIONS: Final = (
    select(ANSWER.c.question_id)
    .join(ANSWER_CLAIM, ANSWER_CLAIM.c.answer_id == ANSWER.c.id)
    .where(ANSWER_CLAIM.c.claim_id.in_(GIVEN))
    .distinct()
)
_ANSWERING: Final = (
    select(ANSWER_CLAIM.c.claim_id)
    .join(ANSWER, ANSWER_CLAIM.c.answer_id == ANSWER.c.id)
    .where(ANSWER.c.question_id.in_(GIVEN))
)
_SIDES: Final = select(
    CONFLICT.c.id,
    CONFLICT.c.relation,
    CONFLICT.c.question_id,
    CONFLICT.c.left_claim,
    CONFLICT.c.right_claim,
)
_STORED: Final = _SIDES.where(CONFLICT.c.id.in_(GIVEN))
_OF_QUESTIONS: Final = _SIDES.where(CONFLICT.c.question_id.in_(GIVEN))
_STOOD_FOR: Final = _SIDES.where(
    or_(CONFLICT.c.left_claim.in_(GIVEN), CONFLICT.c.right_claim.in_(GIVEN))
)
_ANSWERS: Final = select(ANSWER.c.id).where(ANSWER.c.question_id.in_(GIVEN))
_ALIASES: Final = select(
    CONFLICT_ALIAS.c.pair_id, CONFLICT_ALIAS.c.conflict_id, CONFLICT_ALIAS.c.found_at
).where(CONFLICT_ALIAS.c.pair_id.in_(GIVEN))
_EXISTING: Final = select(CONFLICT.c.id).where(CONFLICT.c.id.in_(GIVEN))


def _column(session: Session, statement: Select[Any], values: Collection[str]) -> set[str]:
    return {row[0] for row in select_rows(session, values, statement)}


def _reach(session: Session, claim_ids: Collection[str]) -> _Reach:
    claims = frozenset(claim_ids)
    questions = frozenset(_column(session, _QUESTIONS, claims))
    answering = _column(session, _ANSWERING, questions)
    return _Reach(questions, claims | answering, _conflicts_of(session, questions, claims))


def _conflicts_of(
    session: Session, questions: Collection[str], claims: Collection[str]
) -> list[Stored]:
    """Find the conflicts of questions, and those that one of the claims stands for."""
    rows = [
        *select_rows(session, questions, _OF_QUESTIONS),
        *select_rows(session, claims, _STOOD_FOR),
    ]
    return sorted({row.id: row for row in rows}.values(), key=lambda row: str(row.id))


def list_previous(session: Session, claim_ids: Collection[str]) -> list[PreviousConflict]:
    """List the conflicts that `clear_findings` with the same claims would remove, by id.

    Call it first, and hand the result to `save_findings`, so that conflicts keep their ids.
    """
    return _previous(session, _reach(session, claim_ids))


def _previous(session: Session, reach: _Reach) -> list[PreviousConflict]:
    sides = {side for row in reach.conflicts for side in (row.left_claim, row.right_claim)}
    members = fellows_of(session, sides)
    facts = facts_of(session, reach.conflicts)
    return [
        PreviousConflict(
            row.id,
            _led_by(row.left_claim, members),
            _led_by(row.right_claim, members),
            facts.get(row.id),
        )
        for row in reach.conflicts
    ]


def _led_by(claim: str, members: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Put the claim that stands for an answer before the others."""
    return (claim, *(other for other in members.get(claim, ()) if other != claim))


def clear_findings(session: Session, claim_ids: Collection[str]) -> None:
    """Remove every question that one of the claims answers, with its answers and conflicts.

    Flags and parts go from all claims of those questions. Aliases of conflicts stay.
    """
    _clear(session, _reach(session, claim_ids))


def take_findings(session: Session, claim_ids: Collection[str]) -> list[PreviousConflict]:
    """Do `clear_findings` and give what `list_previous` would have given before it."""
    reach = _reach(session, claim_ids)
    previous = _previous(session, reach)
    _clear(session, reach)
    return previous


def _clear(session: Session, reach: _Reach) -> None:
    conflicts = [row.id for row in reach.conflicts]
    answers = _column(session, _ANSWERS, reach.questions)
    delete_rows(session, CLAIM_PART.c.claim_id, reach.claims)
    delete_rows(session, CLAIM_FLAG.c.claim_id, reach.claims)
    delete_rows(session, CLAIM_FLAG.c.conflict_id, conflicts)
    delete_rows(session, CONFLICT.c.id, conflicts)
    delete_rows(session, ANSWER_CLAIM.c.answer_id, answers)
    delete_rows(session, ANSWER.c.id, answers)
    delete_rows(session, QUESTION.c.id, reach.questions)


def save_findings(
    session: Session,
    findings: Findings,
    at: datetime,
    previous: Sequence[PreviousConflict] = (),
) -> dict[str, str]:
    """Store what a comparison found, after `clear_findings` of the same claims.

    A conflict keeps the id it has by an alias; else that of a previous conflict whose two
    answers it continues; else its pair becomes its id, found now.

    Args:
        findings: Questions, conflicts and flags; conflicts named by their pair of claims.
        at: Now, aware.
        previous: What `list_previous` gave before the clearing.

    Returns:
        The stored id of each conflict, by the id that the findings gave it.
    """
    _save_questions(session, findings.questions)
    ids, found = _save_identities(session, findings, at, previous)
    conflicts = [replace(conflict, id=ids[conflict.id]) for conflict in findings.conflicts]
    insert_rows(
        session, CONFLICT, [conflict_to(conflict, found[conflict.id]) for conflict in conflicts]
    )
    insert_rows(session, CLAIM_FLAG, _flag_rows(findings.flags, ids))
    _record_changes(session, previous, ids.values(), at)
    parts = sorted(findings.parts.items())
    insert_rows(session, CLAIM_PART, [{"claim_id": one, "part": part} for one, part in parts])
    return ids


def _record_changes(
    session: Session, previous: Iterable[PreviousConflict], ids: Iterable[str], at: datetime
) -> None:
    was = {one.id: dict(one.facts) for one in previous if one.facts is not None}
    now = facts_of(session, select_rows(session, set(ids), _STORED))
    record_changes(session, was, now, at)


def _flag_rows(flags: Iterable[Flag], ids: Mapping[str, str]) -> list[Record]:
    return [
        flag_to(replace(flag, conflict=ids.get(flag.conflict or "", flag.conflict)))
        for flag in flags
    ]


def _save_questions(session: Session, questions: Sequence[Question]) -> None:
    insert_rows(session, QUESTION, [question_to(question) for question in questions])
    answers = [
        answer_to(answer, question.id, position)
        for question in questions
        for position, answer in enumerate(question.answers)
    ]
    insert_rows(session, ANSWER, answers)
    members = [
        {"answer_id": answer.id, "claim_id": claim_id, "position": position}
        for question in questions
        for answer in question.answers
        for position, claim_id in enumerate(answer.claims)
    ]
    insert_rows(session, ANSWER_CLAIM, members)


def _save_identities(
    session: Session,
    findings: Findings,
    at: datetime,
    previous: Sequence[PreviousConflict],
) -> tuple[dict[str, str], dict[str, datetime]]:
    """Choose and record the id of each conflict; also give when each id was first found."""
    pairs = {conflict.id for conflict in findings.conflicts}
    aliases, found = _load_aliases(session, pairs | {conflict.id for conflict in previous})
    own = {own for pair in pairs for own in islice(own_ids(pair), _OWN_IDS)}
    wanted = set(aliases.values()) | own | {conflict.id for conflict in previous}
    ids = assign_ids(
        findings.conflicts,
        _fellows(findings.questions),
        {pair: aliases[pair] for pair in pairs if pair in aliases},
        previous,
        taken=_column(session, _EXISTING, wanted),
    )
    found = {conflict: found.get(conflict, at) for conflict in ids.values()}
    _save_aliases(session, ids, aliases, found)
    return ids, found


def _load_aliases(
    session: Session, pairs: Collection[str]
) -> tuple[dict[str, str], dict[str, datetime]]:
    """Give the conflict each pair stands for, and when each of those was first found."""
    rows = select_rows(session, pairs, _ALIASES)
    aliases = {row.pair_id: row.conflict_id for row in rows}
    return aliases, {row.conflict_id: row.found_at for row in rows}


def _fellows(questions: Iterable[Question]) -> dict[str, tuple[str, ...]]:
    """Give for each claim the claims of its answers."""
    fellows: dict[str, tuple[str, ...]] = {}
    for question in questions:
        for answer in question.answers:
            for claim in answer.claims:
                fellows[claim] = fellows.get(claim, ()) + answer.claims
    return fellows


def _save_aliases(
    session: Session,
    ids: Mapping[str, str],
    aliases: Mapping[str, str],
    found: Mapping[str, datetime],
) -> None:
    """Add an alias for each new pair; point those pairs elsewhere that got another id."""
    new = [
        {"pair_id": pair, "conflict_id": conflict, "found_at": found[conflict]}
        for pair, conflict in sorted(ids.items())
        if pair not in aliases
    ]
    insert_rows(session, CONFLICT_ALIAS, new)
    for pair, conflict in ids.items():
        if aliases.get(pair, conflict) != conflict:
            moved = update(CONFLICT_ALIAS).where(CONFLICT_ALIAS.c.pair_id == pair)
            session.execute(moved.values(conflict_id=conflict, found_at=found[conflict]))
