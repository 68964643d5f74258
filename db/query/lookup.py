"""Finding one thing by the short id that people type.

Shown ids are a letter for the type and eight hexadecimal digits ("c1f00d5ca"); any unique prefix
is accepted, with or without the letter. A letter that is also a digit ("a", "c") is read as the
letter first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from claims.errors import InputError, NotFound
from db.table import (
    ANNOTATION,
    ARTICLE,
    ARTICLE_ALIAS,
    CLAIM,
    CONFLICT,
    CONFLICT_ALIAS,
    QUESTION,
    WATCH,
)

_HEX: Final = re.compile(r"[0-9a-f]{1,64}")


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of thing: its letters, its word, the command that lists it, its ids.

    `aliases` pairs a column of former ids with the column of what each stands for.
    """

    letters: str
    word: str
    listing: str
    ids: ColumnElement[Any]
    aliases: tuple[ColumnElement[Any], ColumnElement[Any]] | None = None


ARTICLES: Final = _Sort(
    "a",
    "article",
    "claims articles",
    ARTICLE.c.id,
    (ARTICLE_ALIAS.c.id, ARTICLE_ALIAS.c.article_id),
)
CLAIMS: Final = _Sort("c", "claim", "claims list", CLAIM.c.id)
QUESTIONS: Final = _Sort("q", "question", "claims questions", QUESTION.c.id)
CONFLICTS: Final = _Sort(
    "kl",
    "conflict",
    "claims conflicts",
    CONFLICT.c.id,
    (CONFLICT_ALIAS.c.pair_id, CONFLICT_ALIAS.c.conflict_id),
)
WATCHES: Final = _Sort("w", "saved question", "claims watches", WATCH.c.id)
ANNOTATIONS: Final = _Sort("n", "annotation", "claims show ID", ANNOTATION.c.id)


def find_id(session: Session, sort: _Sort, prefix: str) -> str:
    """Find the whole id that a prefix means.

    Raises:
        NotFound: No such thing.
        InputError: More than one begins so.
    """
    for digits in _readings(prefix.strip().lower(), sort.letters):
        found = _matches(session, sort, digits)
        if len(found) > 1:
            msg = f"{len(found)} {sort.word}s begin with {prefix}; give more of the id"
            raise InputError(msg)
        if found:
            return found[0]
    msg = f"no {sort.word} {prefix}; list them with: {sort.listing}"
    raise NotFound(msg)


def _readings(prefix: str, letters: str) -> Iterator[str]:
    """Give the hexadecimal digits a prefix may stand for: without its letter, then as it is."""
    if prefix[:1] and prefix[0] in letters and _HEX.fullmatch(prefix[1:]):
        yield prefix[1:]
    if _HEX.fullmatch(prefix):
        yield prefix


def _matches(session: Session, sort: _Sort, digits: str) -> Sequence[str]:
    """Give the ids that begin with some digits; if none does, those whose former ids do."""
    found = sorted(session.scalars(select(sort.ids).where(begins(sort.ids, digits))))
    if found or sort.aliases is None:
        return found
    former, present = sort.aliases
    still_there = select(sort.ids).where(sort.ids == present).exists()
    aliased = select(present).where(begins(former, digits), still_there).distinct()
    return sorted(session.scalars(aliased))


def begins(column: ColumnElement[Any], digits: str) -> ColumnElement[bool]:
    """Whether an id in hexadecimal begins with some digits; "g" sorts after all of them."""
    return (column >= digits) & (column < digits + "g")
