"""Holding quotes against the stored texts, byte for byte, and texts against their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import db
from claims.report.identity import short_claim
from claims.report.lapse import Lapse, Tally

if TYPE_CHECKING:
    from claims.model import Claim
    from db import Session


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote, where it is said to stand, and what else of its claim stands in the text.

    Args:
        claim: The short id of its claim.
        spans: Other stretches of the text by what they are: anchor, speaker, evidence.
    """

    claim: str
    text_id: str
    quote: str
    start: int
    end: int
    anchor: tuple[int, int]
    spans: tuple[tuple[str, int, int], ...] = ()


def quoted_from(document: Mapping[str, Any]) -> Quoted:
    """Read a quote from the document of a claim.

    Raises:
        KeyError: A field is missing.
        TypeError: A field is of another sort.
    """
    anchor = document["anchor"]
    speakers = [link for link in document["speakers"] if link["start"] is not None]
    return Quoted(
        claim=short_claim(_text(document["id"])),
        text_id=_text(document["article"]["text_id"]),
        quote=_text(document["quote"]),
        start=_number(document["start"]),
        end=_number(document["end"]),
        anchor=(_number(anchor["start"]), _number(anchor["end"])),
        spans=tuple(
            (name, _number(part["start"]), _number(part["end"]))
            for name, parts in (("speaker", speakers), ("evidence", document["evidence"]))
            for part in parts
        ),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def quoted_in(claim: Claim) -> Quoted:
    """Read a quote from a stored claim."""
    speakers = (("speaker", link.span) for link in claim.speakers if link.span is not None)
    evidence = (("evidence", part.span) for part in claim.evidence)
    return Quoted(
        claim=short_claim(claim.id),
        text_id=claim.text_id,
        quote=claim.quote,
        start=claim.span.start,
        end=claim.span.end,
        anchor=(claim.anchor.start, claim.anchor.end),
        spans=tuple((name, span.start, span.end) for name, span in (*speakers, *evidence)),
    )


def check_quotes(session: Session, quotes: Iterable[Quoted], tally: Tally, texts: set[str]) -> None:
    """Hold quotes against their texts, a text at a time.

    Args:
        texts: The texts whose SHA-256 was checked before; those that are checked here are added.
    """
    by_text: dict[str, list[Quoted]] = {}
    for one in quotes:
        by_text.setdefault(one.text_id, []).append(one)
    for text_id, some in sorted(by_text.items()):
        body = db.stored_body(session, text_id)
        if body is None:
            words = f"it is not in the database, so {len(some)} of its quotes cannot be checked"
            tally.add(Lapse("text", text_id[:8], "", words=words))
            continue
        if text_id not in texts:
            texts.add(text_id)
            check_text(text_id, body, tally)
        for one in some:
            check_quote(one, body, tally)


def check_text(text_id: str, body: str, tally: Tally) -> None:
    """Hold a text against its SHA-256, which is its id."""
    tally.count("text")
    found = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    if found != text_id:
        words = f"its words were changed: its SHA-256 is {found}, not {text_id}"
        tally.add(Lapse("text", text_id[:8], "SHA-256", text_id, found, words))


def check_quote(one: Quoted, body: str, tally: Tally) -> None:
    """Hold a quote against its text: the very characters between start and end."""
    tally.count("quote")
    there = body[max(0, one.start) : max(0, one.end)]
    if there != one.quote or one.start < 0:
        tally.add(_moved(one, body, there))
    for name, first, last in (("anchor", *one.anchor), *one.spans):
        if not 0 <= first < last <= len(body):
            words = f"characters {first} to {last} are not in the text"
            tally.add(Lapse("claim", one.claim, f"offset of its {name}", first, None, words))


def check_extent(one: Quoted, tally: Tally) -> None:
    """Hold a quote against its own offsets, where no text is at hand."""
    tally.count("quote length")
    if one.end - one.start != len(one.quote):
        words = f"characters {one.start} to {one.end} are not as many as the quote has"
        tally.add(Lapse("claim", one.claim, "offset", one.start, len(one.quote), words))


def _moved(one: Quoted, body: str, there: str) -> Lapse:
    """Tell a wrong offset from a wrong quote: the words may stand elsewhere, or nowhere."""
    where = f"characters {one.start} to {one.end}"
    place = body.find(one.quote) if one.quote else -1
    if place < 0:
        return Lapse("claim", one.claim, f"quote, {where}", one.quote, there)
    words = f"the quote does not stand there; it begins at character {place}"
    return Lapse("claim", one.claim, f"offset, {where}", one.start, place, words)
