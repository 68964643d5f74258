"""What a person typed, read by the readers that articles are read by.

A quote is read as a sentence of its own; a subject and a name are read in a plain sentence that
says nothing else. What cannot be read is refused or stays words: nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.errors import InputError, UnreadableValue
from claims.extract import Extraction, extract
from claims.extract.context import with_context
from claims.extract.reading import read_view
from claims.model import Claim, Event, Evidence, Scope, Span, Speaker, Text, View, Zone
from claims.read import make_view
from claims.values.days import Days, find_days, parse_iso
from claims.values.gazetteer import longest_name
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity, parse_quantity
from claims.values.words import Words
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.model import Article, Value

_SEVERAL: Final = re.compile(r"\s*(?:,\s*and\s+|,|\band\b|;)\s*")


def read_quote(article: Article, span: Span, published: str | None) -> list[Claim]:
    """Read a quote of an article as a sentence of its own.

    Args:
        published: The day that relative days hang on, partial ISO.

    Returns:
        What it claims, as claims of the article; they know no event.
    """
    words = Text(article.text.body[span.start : span.end])
    found = _extract(words, published, article.authors)
    return [_moved(claim, article.text, span) for claim in found.claims]


def event_at(found: Sequence[Event], span: Span) -> str | None:
    """Give the event that a quote tells of: the only one that is mentioned in it."""
    told = {
        event.id for event in found if any(span.overlaps(mention) for mention in event.mentions)
    }
    return told.pop() if len(told) == 1 else None


def _extract(words: Text, published: str | None, authors: tuple[str, ...] = ()) -> Extraction:
    view = make_view(words)
    body = tuple(replace(paragraph, zone=Zone.BODY) for paragraph in view.paragraphs)
    return extract(View(words, body), published=published, authors=authors)


def _moved(claim: Claim, text: Text, span: Span) -> Claim:
    """Put a claim of a quote where the quote stands; the quote stays what was given."""

    def move(part: Span) -> Span:
        return Span(part.start + span.start, part.end + span.start)

    return replace(
        claim,
        text_id=text.id,
        span=span,
        quote=text.body[span.start : span.end],
        anchor=move(claim.anchor),
        scope=replace(claim.scope, event=None),
        speakers=tuple(
            replace(link, span=move(link.span) if link.span else None) for link in claim.speakers
        ),
        evidence=tuple(Evidence(part.field, move(part.span), part.rule) for part in claim.evidence),
        weak=False,
    )


def in_context(claim: Claim, text: Text) -> Claim:
    """Give a claim with the words that surround it in its paragraph."""
    for paragraph in make_view(text).paragraphs:
        if paragraph.offsets[0] <= claim.anchor.start < paragraph.offsets[-1]:
            body = View(text, (replace(paragraph, zone=Zone.BODY),))
            told, _ = with_context([claim], read_view(body, anchor=None))
            return told[0]
    return claim


def count_sentences(words: str) -> int:
    """Count the sentences of some words, as the parser parts them at a stop."""
    body = View(Text(words), make_view(Text(words)).paragraphs)
    paragraphs = tuple(replace(one, zone=Zone.BODY) for one in body.paragraphs)
    reading = read_view(View(body.text, paragraphs), anchor=None)
    return sum(
        _ends(block.doc.text, [s.end_char for s in block.doc.sents]) for block in reading.blocks
    )


def _ends(words: str, ends: Sequence[int]) -> int:
    """Count the sentences that end at a stop before white space, and the last."""
    inside = (words[:end].rstrip().rstrip("\"'”’)") for end in ends[:-1])
    return 1 + sum(before.endswith((".", "!", "?")) for before in inside)


def read_subject(words: str) -> Scope:
    """Read what is counted or spoken of: its noun, whose it is, where, and what narrows it.

    Raises:
        InputError: It holds no noun.
    """
    found = _extract(Text(f"There are 2 {words.strip()}."), None).claims
    for claim in found:
        if isinstance(claim.value, Quantity) and claim.scope.head:
            return claim.scope
    msg = f"cannot tell what {words!r} counts; give a noun with what narrows it: US troops"
    raise InputError(msg)


def read_speaker(name: str) -> Speaker:
    """Read who says so; a name that is not known stays words.

    Raises:
        InputError: It is empty.
    """
    told = " ".join(name.split())
    if not told:
        msg = "a speaker has no name; leave --speaker out, or give --own-words"
        raise InputError(msg)
    for claim in _extract(Text(f"There are 2 people, {told} said."), None).claims:
        if len(claim.speakers) == 1 and isinstance(claim.value, Quantity):
            key = claim.speakers[0].key
            if not key.startswith("words:"):
                return Speaker(key, told)
    return Speaker(f"words:{told.casefold()}", told)


def read_value(words: str, like: Value | None, published: str | None) -> Value:
    """Read a value.

    Args:
        words: As a person typed them.
        like: A value whose type it must have, and whose unit where it names none; None where it
            may be an amount or days.
        published: The day that relative days hang on, partial ISO.

    Raises:
        UnreadableValue: It is no such value, or more than one.
    """
    match like:
        case None:
            return _amount_or_days(words, published)
        case Quantity():
            return replace(parse_quantity(words, unit_hint=like.unit), text=words.strip())
        case Days():
            return _days(words, published)
        case Party():
            return _party(words)
        case Parties():
            members = tuple(_party(name) for name in _SEVERAL.split(words) if name.strip())
            return replace(like, members=members, text=words.strip(), universal=False)
        case YesNo():
            msg = f"whether it happened is no value but a polarity: --polarity, not {words!r}"
            raise UnreadableValue(msg)
        case _:
            return Words(words.strip(), like.head if isinstance(like, Words) else "")


def _amount_or_days(words: str, published: str | None) -> Value:
    try:
        return _days(words, published)
    except UnreadableValue:
        return replace(parse_quantity(words), text=words.strip())


def _days(words: str, published: str | None) -> Days:
    try:
        return replace(parse_iso(words.strip()), text=words.strip())
    except UnreadableValue:
        anchor = parse_iso(published).single if published else None
        found = list(find_days(words, anchor=anchor))
        if len(found) == 1:
            return found[0].value
        msg = f"{len(found) or 'no'} days in {words!r}; give one: 2021-04-05, or April 2021"
        raise UnreadableValue(msg) from None


def _party(name: str) -> Party:
    """Read one party: by the table of names, else as words."""
    told = " ".join(name.split())
    first = re.match(r"[\w']+", told)
    known = longest_name(told, 0, first.group()) if first else None
    if known is not None and known[0] == told:
        return Party(known[1].key, told)
    return Party(f"words:{told.casefold()}", told)


def _shown(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        yield f"{claim.kind.value} {claim.value.text!r}"


def listed(claims: Sequence[Claim]) -> str:
    """Name what was read of a quote, in a line."""
    return "; ".join(dict.fromkeys(_shown(claims)))
