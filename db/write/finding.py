"""What comparison found: cleared and saved a component at a time, conflict ids kept.

A conflict is known by the pair of claims that first stood for it. `conflict_alias` says for
every pair ever seen which conflict it stands for; it outlives the conflicts themselves, because
people's verdicts hang on their ids.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, select, update
from sqlalchemy.orm import Session

from claims.model import Findings, Question
from db.conflict_identity import PreviousConflict, assign_ids, own_ids
from db.row.base import Record, Stored
from db.row.finding import (
    answer_rows,
    conflict_rows,
    flag_rows,
    member_rows,
    part_rows,
    question_rows,
)
from db.statement import GIVEN, insert_rows, select_rows
from db.table import (
    ANSWER,
    ANSWER_CLAIM,
    CLAIM_FLAG,
    CLAIM_PART,
    CONFLICT,
    CONFLICT_ALIAS,
    QUESTION,
)
from db.write.change import Facts, facts_of, record_changes
from db.write.reach import SIDES, Reach, clear, column, previous_of, reach_of
from db.write.renewal import Renewal, renewal_of

_Among = tuple[ColumnElement[Any], Collection[str]]
_OWN_IDS: Final = 4
"""How many ids of its own a pair is looked up under; more than one is rare already."""


_STORED: Final = SIDES.where(CONFLICT.c.id.in_(GIVEN))
_ALIASES: Final = select(
    CONFLICT_ALIAS.c.pair_id, CONFLICT_ALIAS.c.conflict_id, CONFLICT_ALIAS.c.found_at
).where(CONFLICT_ALIAS.c.pair_id.in_(GIVEN))
_EXISTING: Final = select(CONFLICT.c.id).where(CONFLICT.c.id.in_(GIVEN))


def list_previous(session: Session, claim_ids: Collection[str]) -> list[PreviousConflict]:
    """List the conflicts that `clear_findings` with the same claims would remove, by id.

    Call it first, and hand the result to `save_findings`, so that conflicts keep their ids.
    """
    return previous_of(session, reach_of(session, claim_ids))


def clear_findings(session: Session, claim_ids: Collection[str]) -> None:
    """Remove every question that one of the claims answers, with its answers and conflicts.

    Flags and parts go from all claims of those questions. Aliases of conflicts stay.
    """
    clear(session, reach_of(session, claim_ids))


def take_findings(session: Session, claim_ids: Collection[str]) -> list[PreviousConflict]:
    """Do `clear_findings` and give what `list_previous` would have given before it."""
    reach = reach_of(session, claim_ids)
    previous = previous_of(session, reach)
    clear(session, reach)
    return previous


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
    return replace_findings(session, (), findings, at, previous)


def replace_findings(
    session: Session,
    claim_ids: Collection[str],
    findings: Findings,
    at: datetime,
    previous: Sequence[PreviousConflict] = (),
) -> dict[str, str]:
    """Do what `take_findings` and `save_findings` do one after the other, but write what differs.

    Args:
        session: The transaction; no claim of the findings changes between what was found and now.
        claim_ids: The claims whose findings are replaced.
        findings: What takes their place.
        at: Now, aware.
        previous: What `take_findings` gave of further claims, cleared before.

    Returns:
        The stored id of each conflict, by the id that the findings gave it.
    """
    reach = reach_of(session, claim_ids)
    before = [*previous, *previous_of(session, reach, told=False)]
    standing = frozenset(row.id for row in reach.conflicts)
    ids, found = _save_identities(session, findings, at, before, standing)
    conflicts = conflict_rows(findings, ids, found)
    same = _unmoved(reach.conflicts, conflicts)
    was = facts_of(session, [row for row in reach.conflicts if row.id not in same])
    was.update(_facts_before(previous))
    renewals = _renewals(session, reach, findings, conflicts, ids)
    for renewal in renewals:
        renewal.write(session)
    for renewal in reversed(renewals):  # what is still there refers to nothing that goes
        renewal.delete(session)
    _record_changes(session, was, set(ids.values()) - same, at)
    return ids


def _unmoved(stored: Iterable[Stored], rows: Iterable[Record]) -> frozenset[str]:
    """Give the conflicts that stand between the same claims in the same relation as before."""
    names = ("id", "relation", "left_claim", "right_claim")
    before = {tuple([getattr(row, name) for name in names]) for row in stored}
    return frozenset(row["id"] for row in rows if tuple([row[name] for name in names]) in before)


def _facts_before(previous: Iterable[PreviousConflict]) -> dict[str, Facts]:
    return {one.id: dict(one.facts) for one in previous if one.facts is not None}


def _renewals(
    session: Session,
    reach: Reach,
    findings: Findings,
    conflicts: Sequence[Record],
    ids: Mapping[str, str],
) -> list[Renewal]:
    """Say what is to be written of each table, those that others refer to first."""
    standing = [row.id for row in reach.conflicts]
    flags = flag_rows(findings.flags, ids)
    told: list[tuple[Table, Sequence[str], Sequence[Record], list[_Among]]] = [
        (QUESTION, ["id"], question_rows(findings), [(QUESTION.c.id, reach.questions)]),
        (ANSWER, ["id"], answer_rows(findings), [(ANSWER.c.id, reach.answers)]),
        (
            ANSWER_CLAIM,
            ["answer_id", "claim_id"],
            member_rows(findings),
            [(ANSWER_CLAIM.c.answer_id, reach.answers)],
        ),
        (CONFLICT, ["id"], conflicts, [(CONFLICT.c.id, standing)]),
        (
            CLAIM_FLAG,
            ["claim_id", "word", "conflict_id", "relation", "sides"],
            flags,
            [(CLAIM_FLAG.c.claim_id, reach.claims), (CLAIM_FLAG.c.conflict_id, standing)],
        ),
        (CLAIM_PART, ["claim_id"], part_rows(findings), [(CLAIM_PART.c.claim_id, reach.claims)]),
    ]
    return [renewal_of(session, *one) for one in told]


def _record_changes(
    session: Session, was: Mapping[str, Facts], ids: Iterable[str], at: datetime
) -> None:
    """Record what became of conflicts, with what was told of them and the ids of those there."""
    now = facts_of(session, select_rows(session, set(ids), _STORED))
    record_changes(session, was, now, at)


def _save_identities(
    session: Session,
    findings: Findings,
    at: datetime,
    previous: Sequence[PreviousConflict],
    standing: AbstractSet[str] = frozenset(),
) -> tuple[dict[str, str], dict[str, datetime]]:
    """Choose and record the id of each conflict; also give when each id was first found.

    `standing` are the ids of conflicts that are stored and about to go.
    """
    pairs = {conflict.id for conflict in findings.conflicts}
    aliases, found = _load_aliases(session, pairs | {conflict.id for conflict in previous})
    own = {own for pair in pairs for own in islice(own_ids(pair), _OWN_IDS)}
    wanted = set(aliases.values()) | own | {conflict.id for conflict in previous}
    ids = assign_ids(
        findings.conflicts,
        _fellows(findings.questions),
        {pair: aliases[pair] for pair in pairs if pair in aliases},
        previous,
        taken=column(session, _EXISTING, wanted) - standing,
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
