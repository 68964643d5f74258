"""Why two claims stand as they do: every step of the comparison, for any pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import db
from claims.errors import InputError
from claims.model import Claim
from claims.questions import Context, features_of, same_source
from claims.questions import explain as explain_pair
from claims.questions.ladder.step import Climb, Step
from claims.questions.side import Pair, Side
from claims.report.why import render_why
from claims.service import gather
from claims.service.context import context_around, context_of
from claims.service.identity import compared_claim, find_thing

if TYPE_CHECKING:
    from db import Session


def explain(database: db.Database, left: str, right: str | None, width: int) -> str:
    """Explain a pair of claims.

    Args:
        left: The id of a claim, or of a conflict where there is no right.
        right: The id of another claim.
        width: Columns of a line.

    Raises:
        NotFound: Nothing has such an id.
        InputError: A single claim, or twice the same.
    """
    with database.read() as session:
        one, other = _pair(session, left, right)
        steps = _steps(session, one, other)
        known = gather.entries_of(session, [one, other])
        return render_why(known[one], known[other], steps, width)


def _steps(session: Session, left: str, right: str) -> tuple[Step, ...]:
    context = context_around(session, [left, right])
    *ladder, decided = explain_pair(left, right, context)
    return (*ladder, _origin(left, right, context), decided)


def _origin(left: str, right: str, context: Context) -> Step:
    """Say whether the two claims have one origin, which no comparison looks at."""
    reason = same_source(context.claims[left], context.claims[right], context.texts)
    return (
        Step("origin", "one", reason)
        if reason
        else Step("origin", "two, for all that is known", "")
    )


def rank_features(session: Session, left: Claim, right: Claim) -> tuple[str, ...]:
    """Name what raised or lowered the rank of a pair."""
    _, *ladder, _ = explain_pair(left.id, right.id, context_of(session, [left, right]))
    return features_of(Pair(Side(left), Side(right)), Climb(tuple(ladder)))


def _pair(session: Session, left: str, right: str | None) -> tuple[str, str]:
    """Find the two claims that are meant."""
    if right is None:
        thing = find_thing(session, left, "ck")
        if isinstance(thing, Claim):
            msg = f"{left} is one claim; give a second one, or a conflict"
            raise InputError(msg)
        conflict = db.get_conflict(session, thing.id)
        return conflict.left, conflict.right
    one, other = (compared_claim(session, id_).id for id_ in (left, right))
    if one == other:
        msg = f"{left} and {right} are the same claim; give two"
        raise InputError(msg)
    return one, other
