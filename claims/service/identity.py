"""What a short id means when its type is not known beforehand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import db
from claims.errors import InputError, NotFound
from claims.model import Target
from claims.report.identity import short_annotation, short_conflict, short_id

if TYPE_CHECKING:
    from claims.model import Annotation, Article, Claim, Question
    from db import Session

    Thing = Article | Claim | Question | db.StoredConflict | Annotation

_SHORTEST: Final = 4
_HEX: Final = re.compile(r"[0-9a-f]{4,64}")
_GETTERS: Final[dict[str, str]] = {
    "a": "get_article",
    "c": "get_claim",
    "q": "get_question",
    "k": "get_conflict",
    "n": "get_annotation",
}
_SAME: Final = {"l": "k"}


def is_id(text: str, letter: str) -> bool:
    """Whether some words are an id with a letter for its type, rather than words."""
    return text[:1] == letter and _HEX.fullmatch(text[1:]) is not None


def find_thing(session: Session, prefix: str, letters: str = "acqkn") -> Thing:
    """Find what an id means: by its letter first, else among everything.

    Args:
        letters: The types that may be meant.

    Raises:
        NotFound: Nothing has such an id.
        InputError: More than one thing begins so.
    """
    asked = prefix.strip().lower()
    letter = _SAME.get(asked[:1], asked[:1])
    if letter in letters:
        first = list(_found(session, asked, letter))
        if first:
            return first[0]
    found = [
        thing for other in letters if other != letter for thing in _found(session, asked, other)
    ]
    if len(found) > 1:
        ids = ", ".join(map(short_of, found))
        msg = f"{prefix} may mean {ids}; give the one you mean"
        raise InputError(msg)
    if not found:
        msg = f"nothing has the id {prefix}; listings show ids: claims conflicts, claims list"
        raise NotFound(msg)
    return found[0]


def _found(session: Session, prefix: str, letter: str) -> Iterator[Thing]:
    get: Callable[[Session, str], Any] = getattr(db, _GETTERS[letter])
    try:
        yield get(session, prefix)
    except NotFound:
        return


def compared_claim(session: Session, prefix: str) -> Claim:
    """Find a claim that takes part in comparison.

    Raises:
        NotFound: There is no such claim.
        InputError: Somebody retracted it, or more than one begins so.
    """
    claim = db.get_claim(session, prefix)
    if claim.retracted:
        short = short_id(Target.CLAIM, claim.id)
        msg = f"{short} is retracted and compared with nothing; put it back: claims retract {short}"
        msg += " --undo"
        raise InputError(msg)
    return claim


def is_short_for(prefix: str, word: Annotation) -> bool:
    """Whether some words are the short id of what a person's word is about, be it there or not."""
    asked = prefix.strip().lower()
    letters = ("k", "l") if word.target is Target.CONFLICT else (short_id(word.target, "")[0],)
    digits = [asked[1:]] if asked[:1] in letters else []
    return any(len(one) >= _SHORTEST and word.target_id.startswith(one) for one in (*digits, asked))


def short_of(thing: Thing) -> str:
    """Give the short id of anything that has one."""
    from claims.model import Annotation, Article, Claim, Question

    match thing:
        case Article():
            return short_id(Target.ARTICLE, thing.id)
        case Claim():
            return short_id(Target.CLAIM, thing.id)
        case Question():
            return short_id(Target.QUESTION, thing.id)
        case Annotation():
            return short_annotation(thing.id)
        case _:
            return short_conflict(thing.id, thing.relation)
