"""What a database holds, in a form by which two databases can be compared.

Ids of conflicts, numbers of runs and instants are left out: they tell how a database came to be,
not what is so.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Any, Final

from sqlalchemy import func, select

import db
from claims.model import Filter, Relation
from claims.values.document import to_document
from claims.values.field import to_fields
from db.query.finding import Totals
from db.table import METADATA

_HISTORY: Final = frozenset(
    "run outlet article_alias claim_alias edition conflict_alias conflict_change annotation review "
    "watch".split()
)
"""Tables that remember what was."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything that was stored of articles, and found about their claims.

    Args:
        rows: How many rows each table has, so that nothing half-stored goes unseen.
    """

    articles: tuple[Any, ...]
    claims: tuple[Any, ...]
    questions: tuple[Any, ...]
    conflicts: tuple[Any, ...]
    flags: tuple[Any, ...]
    totals: Totals
    rows: dict[str, int]


def state_of(database: db.Database) -> State:
    """Read the state of a database."""
    with database.read() as session:
        stored = db.list_conflicts(session, Filter(), tuple(Relation))
        listed = db.list_claims(session)
        pairs = {one.id: tuple(sorted((one.left, one.right))) for one in stored}
        return State(
            articles=_ordered(astuple(one.article) for one in db.list_articles(session)),
            claims=_ordered(_claim(one) for one in listed),
            questions=_ordered(map(_question, db.list_questions(session))),
            conflicts=_ordered(map(_conflict, stored)),
            flags=_ordered(
                (flag.claim, flag.word, pairs.get(flag.conflict or ""), flag.relation, flag.between)
                for one in listed
                for flag in one.flags
            ),
            totals=db.totals(session),
            rows={
                table.name: session.scalar(select(func.count()).select_from(table)) or 0
                for table in METADATA.sorted_tables
                if table.name not in _HISTORY
            },
        )


def _ordered(rows: Any) -> tuple[Any, ...]:
    return tuple(sorted(rows, key=repr))


def _claim(listing: db.ClaimListing) -> tuple[Any, ...]:
    claim = listing.claim
    read = claim.read or claim
    return (
        claim.id,
        claim.quote,
        claim.span,
        to_fields(claim),
        to_fields(read),
        claim.retracted,
        claim.signed,
        claim.extractor,
    )


def _question(question: Any) -> tuple[Any, ...]:
    answers = tuple(
        (
            to_document(answer.value),
            answer.claims,
            answer.as_of,
            answer.certainty,
            answer.polarity,
            answer.speaker,
        )
        for answer in question.answers
    )
    return (
        question.id,
        question.text,
        question.kind,
        answers,
        question.events,
        sorted(question.tally.items()),
        sorted(question.refusals.items()),
    )


def _conflict(conflict: db.StoredConflict) -> tuple[Any, ...]:
    return (
        conflict.relation,
        conflict.kind,
        conflict.rule,
        conflict.reason,
        conflict.rank,
        conflict.question,
        conflict.left,
        conflict.right,
        conflict.left_support,
        conflict.right_support,
    )
