"""What rows of every kind share: the shape of a record, folded words, the time of a statement."""

from typing import Any

from sqlalchemy import Row

from claims.model import AsOf

Record = dict[str, Any]
Stored = Row[*tuple[Any, ...]]


def fold(words: str) -> str:
    """Fold case, so that both databases find the same words."""
    return words.casefold()


def as_of_to(prefix: str, as_of: AsOf) -> Record:
    """Write the time a statement is about under columns that begin with a prefix."""
    return {
        f"{prefix}_from": as_of.earliest,
        f"{prefix}_to": as_of.latest,
        f"{prefix}_known_by": as_of.known_by,
    }
