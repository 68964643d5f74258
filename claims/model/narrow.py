"""What a listing is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.claim import Kind
from claims.model.finding import FlagWord, Relation


@dataclass(frozen=True, slots=True)
class Filter:
    """What a listing is narrowed to; empty and None mean everything.

    Args:
        kinds: Kinds of claim.
        relations: Relations of a conflict.
        flags: Flag words on a claim.
        outlet: Outlet name, whole, case folded.
        author: A part of an author's name, case folded.
        about: Words that must stand in the quote, subject, question or party names, case folded.
        status: Status of a conflict or claim: the latest verdict, or "disputed".
        tags: Tags that people gave.
        since: First published day, ISO 8601.
        until: Last published day, ISO 8601.
        found_since: First detected on or after this day, ISO 8601 (UTC).
    """

    kinds: tuple[Kind, ...] = ()
    relations: tuple[Relation, ...] = ()
    flags: tuple[FlagWord, ...] = ()
    outlet: str | None = None
    author: str | None = None
    about: str | None = None
    status: str | None = None
    tags: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    found_since: str | None = None
