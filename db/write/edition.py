"""Versions of articles kept in order, and what people's words follow when claims change places."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from claims.model import conflict_id
from db.statement import GIVEN, delete_rows, insert_rows, select_rows
from db.table import CLAIM, CLAIM_ALIAS, CLAIM_KEY, CONFLICT, CONFLICT_ALIAS, EDITION
from db.write.reach import STOOD_FOR


def replace_edition(session: Session, earlier: str, present: str, at: datetime) -> None:
    """Put an article in the place of an earlier version of it, and of those before that."""
    session.execute(delete(EDITION).where(EDITION.c.article_id.in_([earlier, present])))
    session.execute(
        update(EDITION).where(EDITION.c.replaced_by == earlier).values(replaced_by=present)
    )
    session.execute(insert(EDITION).values(article_id=earlier, replaced_by=present, at=at))


def remove_edition(session: Session, article_id: str, present: str | None) -> None:
    """Take an article out of its versions.

    Args:
        present: The article that is the present version after it; None where it was not that, or
            none is left.
    """
    session.execute(delete(EDITION).where(EDITION.c.article_id.in_([article_id, present])))
    if present is not None:
        session.execute(
            update(EDITION).where(EDITION.c.replaced_by == article_id).values(replaced_by=present)
        )


def rename_edition(session: Session, former: str, article_id: str) -> None:
    """Follow an article to another id."""
    for column in (EDITION.c.article_id, EDITION.c.replaced_by):
        session.execute(update(EDITION).where(column == former).values({column.name: article_id}))


def delete_keys(session: Session, text_id: str) -> None:
    """Let nothing find the claims of a text any more to compare them with."""
    claims = select(CLAIM.c.id).where(CLAIM.c.text_id == text_id)
    session.execute(delete(CLAIM_KEY).where(CLAIM_KEY.c.claim_id.in_(claims)))


def save_keys(session: Session, keys: Mapping[str, Collection[str]]) -> None:
    """Let stored claims without keys be found by theirs."""
    rows = [{"claim_id": id_, "key": key} for id_, held in keys.items() for key in sorted(held)]
    insert_rows(session, CLAIM_KEY, rows)


def save_claim_aliases(session: Session, gone: Collection[str], places: Mapping[str, str]) -> None:
    """Record which claims stand in the place of some that are gone, or are of earlier versions.

    Args:
        gone: Claims that are no longer there; what was recorded of them before is forgotten.
        places: The claim that took the place of each that found one.
    """
    delete_rows(session, CLAIM_ALIAS.c.id, {*gone, *places})
    rows = [{"id": id_, "claim_id": claim} for id_, claim in sorted(places.items())]
    insert_rows(session, CLAIM_ALIAS, rows)


def forget_claim_aliases(session: Session, ids: Collection[str]) -> None:
    """Forget what took the place of claims: they are there themselves, or it is gone."""
    delete_rows(session, CLAIM_ALIAS.c.id, ids)


_STANDING: Final = select(CONFLICT.c.id, CONFLICT.c.left_claim, CONFLICT.c.right_claim).where(
    CONFLICT.c.id.in_(STOOD_FOR)
)
_FOUND: Final = select(CONFLICT_ALIAS).where(CONFLICT_ALIAS.c.conflict_id.in_(GIVEN))


def carry_conflicts(session: Session, places: Mapping[str, str], at: datetime) -> None:
    """Let the conflicts that claims stand for be known by the claims that take their places.

    Args:
        places: The claim that takes the place of each, while the conflicts are still stored.
        at: Now, aware: for a conflict of which it is not recorded when it was found.
    """
    rows = select_rows(session, places.keys(), _STANDING)
    found = {
        row.conflict_id: row.found_at
        for row in select_rows(session, {row.id for row in rows}, _FOUND)
    }
    pairs: dict[str, str] = {}
    for row in rows:
        left, right = (places.get(id_, id_) for id_ in (row.left_claim, row.right_claim))
        pairs[conflict_id(left, right)] = row.id
    delete_rows(session, CONFLICT_ALIAS.c.pair_id, pairs.keys())
    insert_rows(
        session,
        CONFLICT_ALIAS,
        [
            {"pair_id": pair, "conflict_id": id_, "found_at": found.get(id_, at)}
            for pair, id_ in sorted(pairs.items())
        ],
    )
