"""What a listing is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.claim import Kind
from claims.model.finding import FlagWord, Relation
from claims.model.text import Genre


class Mark(StrEnum):
    """What people made of a claim."""

    BY_HAND = "by hand"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a listing is narrowed to; empty and None mean everything.

    Args:
        kinds: Kinds of claim.
        relations: Relations of a conflict.
        rules: Rules of a conflict, whole ("quantity.disjoint") or their beginning ("quantity").
        flags: Flag words on a claim.
        marks: What people made of a claim: recorded by hand, corrected, retracted.
        outlet: Outlet name, whole, case folded.
        genres: Genres of an article.
        author: A part of an author's name, case folded.
        about: Words that must stand in the quote, subject, question or party names, case folded.
        speaker: Who says so, anywhere in the chain: words of the name, or the key.
        party: Who is named by a claim: words of the name, another known name, or the key.
        place: Where it is: a place, or a country that the place is in.
        status: Status of a conflict or claim: the latest verdict, or "disputed".
        tags: Tags that people gave.
        judged_by: Who gave a verdict, case folded.
        since: First published day, ISO 8601.
        until: Last published day, ISO 8601.
        as_of_since: First day that a statement is about, ISO 8601.
        as_of_until: Last day that a statement is about, ISO 8601.
        found_since: First detected on or after this day, ISO 8601 (UTC).
    """

    kinds: tuple[Kind, ...] = ()
    relations: tuple[Relation, ...] = ()
    rules: tuple[str, ...] = ()
    flags: tuple[FlagWord, ...] = ()
    marks: tuple[Mark, ...] = ()
    outlet: str | None = None
    genres: tuple[Genre, ...] = ()
    author: str | None = None
    about: str | None = None
    speaker: str | None = None
    party: str | None = None
    place: str | None = None
    status: str | None = None
    tags: tuple[str, ...] = ()
    judged_by: str | None = None
    since: str | None = None
    until: str | None = None
    as_of_since: str | None = None
    as_of_until: str | None = None
    found_since: str | None = None
