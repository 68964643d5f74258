"""The names an article drops: which parties and places each text speaks of."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.statement import select_rows
from db.table import ALIAS


def names_of(session: Session, text_ids: Collection[str]) -> dict[str, frozenset[str]]:
    """Give the keys of the parties and places each text names; empty for a text that names none."""
    rows = select_rows(
        session,
        text_ids,
        lambda some: select(ALIAS.c.text_id, ALIAS.c.entity_key).where(ALIAS.c.text_id.in_(some)),
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row.text_id].add(row.entity_key)
    return {text_id: frozenset(found[text_id]) for text_id in text_ids}
