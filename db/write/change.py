"""The record of what became of conflicts: found, changed, no longer found. Added to, never edited.

A change is one to the relation, a value, or a day that a quote states. That another claim stands
for an answer, or more articles hold it, is none; neither is a look-alike that comes or goes.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.model import CONFLICTS
from db.row.base import Record, Stored
from db.statement import GIVEN, insert_rows, select_rows
from db.table import CLAIM, CONFLICT_CHANGE, QUESTION

Facts = dict[str, Any]

_CLAIMS: Final = select(
    CLAIM.c.id,
    CLAIM.c.value,
    CLAIM.c.role,
    CLAIM.c.polarity,
    CLAIM.c.certainty,
    CLAIM.c.as_of_from,
    CLAIM.c.as_of_to,
    CLAIM.c.as_of_known_by,
).where(CLAIM.c.id.in_(GIVEN))
_QUESTIONS: Final = select(QUESTION.c.id, QUESTION.c.text).where(QUESTION.c.id.in_(GIVEN))
_WORDED: Final = frozenset({"text", "digits"})


def facts_of(session: Session, conflicts: Iterable[Stored]) -> dict[str, Facts]:
    """Give what is recorded of conflicts while their claims are there, by id.

    Args:
        conflicts: Rows with id, relation, question and the two claims; look-alikes are left out.
    """
    rows = [row for row in conflicts if row.relation in CONFLICTS]
    sides = {side for row in rows for side in (row.left_claim, row.right_claim)}
    claims = {row.id: _side(row) for row in select_rows(session, sides, _CLAIMS)}
    asked = {row.question_id for row in rows}
    texts = {row.id: row.text for row in select_rows(session, asked, _QUESTIONS)}
    return {
        row.id: {
            "relation": row.relation,
            "question": texts[row.question_id],
            "left": claims[row.left_claim],
            "right": claims[row.right_claim],
        }
        for row in rows
    }


def _side(row: Stored) -> Facts:
    stated = row.as_of_known_by == "quote"
    return {
        "value": row.value,
        "role": row.role,
        "polarity": row.polarity,
        "certainty": row.certainty,
        "as_of": [row.as_of_from, row.as_of_to] if stated else [],
    }


def is_changed(was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> bool:
    """Whether a conflict is another one than it was; which side is left makes no difference."""
    return _essence(was) != _essence(now)


def _essence(facts: Mapping[str, Any] | None) -> tuple[object, ...]:
    if facts is None:
        return ()
    return facts["relation"], *sorted(repr(_answer(facts[side])) for side in ("left", "right"))


def _answer(side: Mapping[str, Any]) -> Facts:
    """Give an answer without the words that it happens to be printed in.

    Words alone are all there is to some values.
    """
    value = side["value"]
    bare = {name: part for name, part in value.items() if name not in _WORDED}
    told = dict(sorted((bare if set(bare) - {"type"} else value).items()))
    return {**dict(sorted(side.items())), "value": told}


def record_changes(
    session: Session, was: Mapping[str, Facts], now: Mapping[str, Facts], at: datetime
) -> None:
    """Record what became of conflicts, by id, where they changed.

    Args:
        was: What was recorded before; none for those that are new.
        now: What is so now; none for those that are gone.
        at: Now, aware.
    """
    ids: Sequence[str] = sorted({*was, *now})
    rows: list[Record] = [
        {"conflict_id": id_, "at": at, "was": was.get(id_), "now": now.get(id_)}
        for id_ in ids
        if is_changed(was.get(id_), now.get(id_))
    ]
    insert_rows(session, CONFLICT_CHANGE, rows)
