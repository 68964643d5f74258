"""The names an article drops: which parties and places each text speaks of."""

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.statement import GIVEN, select_rows
from db.table import ALIAS

_KEYS_OF_TEXTS: Final = select(ALIAS.c.text_id, ALIAS.c.entity_key).where(
    ALIAS.c.text_id.in_(GIVEN)
)


def names_of(session: Session, text_ids: Collection[str]) -> dict[str, frozenset[str]]:
    """Give the keys of the parties and places each text names; empty for a text that names none."""
    found: dict[str, set[str]] = defaultdict(set)
    for text_id, key in select_rows(session, text_ids, _KEYS_OF_TEXTS):
        found[text_id].add(key)
    return {text_id: frozenset(found[text_id]) for text_id in text_ids}
