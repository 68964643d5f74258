"""What a person typed, read by the readers that articles are read by.

A quote is read as a sentence of its own; a subject and a name are read in a plain sentence that
says nothing else. What cannot be read is refused or stays words: nothing is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claims.errors import InputError, UnreadableValue
from claims.extract import Extraction, extract
from claims.extract.context import with_context
from claims.extract.reading import read_view
from claims.model import Claim, Event, Paragraph, Scope, Span, Speaker, Text, View, Zone
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

_EMPTY_LINE: Final = re.compile(r"\n\s*\n")
_SEVERAL: Final = re.compile(r"\s*(?:,\s*and\s+|,|\band\b|;)\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote as the program reads it: cut out of its paragraph, and the paragraph."""

    text: Text
    span: Span
    cut: Paragraph
    whole: Paragraph


def find_passage(text: Text, span: Span) -> Passage:
    """Find the paragraph that a quote stands in.

    Raises:
        InputError: It is more than a sentence.
    """
    passage = _inside(text, span) or _over_lines(text, span)
    if passage is None or _count_sentences(passage) > 1:
        msg = "the quote is more than one sentence; give the one that makes the claim"
        raise InputError(msg)
    return passage


def _inside(text: Text, span: Span) -> Passage | None:
    """Cut a quote out of the paragraph that holds it; None where none holds all of it."""
    for paragraph in make_view(text).paragraphs:
        offsets = paragraph.offsets
        if offsets[0] <= span.start and span.end <= offsets[-1]:
            start, end = bisect_left(offsets, span.start), bisect_left(offsets, span.end)
            ends = (*offsets[start:end], span.end)
            cut = Paragraph(paragraph.words[start:end], ends, Zone.BODY)
            return Passage(text, span, cut, replace(paragraph, zone=Zone.BODY))
    return None


def _over_lines(text: Text, span: Span) -> Passage | None:
    """Take a quote over lines that were broken inside a sentence; None over an empty line."""
    words = text.body[span.start : span.end]
    if _EMPTY_LINE.search(words):
        return None
    plain = "".join(" " if letter.isspace() else letter for letter in words)
    cut = Paragraph(plain, range(span.start, span.end + 1), Zone.BODY)
    return Passage(text, span, cut, cut)


def _count_sentences(passage: Passage) -> int:
    """Count the sentences of a quote, as the parser parts them at a stop."""
    (block,) = read_view(View(passage.text, (passage.cut,)), anchor=None).blocks
    ends = [sentence.end_char for sentence in block.doc.sents]
    inside = (block.doc.text[:end].rstrip().rstrip("\"'”’)") for end in ends[:-1])
    return 1 + sum(before.endswith((".", "!", "?")) for before in inside)


def read_quote(passage: Passage, article: Article, published: str | None) -> list[Claim]:
    """Read a quote of an article as a sentence of its own.

    Args:
        published: The day that relative days hang on, partial ISO.

    Returns:
        What it claims, with the whole quote; the claims know no event.
    """
    view = View(passage.text, (passage.cut,))
    span = passage.span
    return [
        replace(
            claim,
            span=span,
            quote=passage.text.body[span.start : span.end],
            scope=replace(claim.scope, event=None),
        )
        for claim in extract(view, published=published, authors=article.authors).claims
    ]


def event_at(found: Sequence[Event], span: Span) -> str | None:
    """Give the event that a quote tells of: the only one that is mentioned in it."""
    told = {
        event.id for event in found if any(span.overlaps(mention) for mention in event.mentions)
    }
    return told.pop() if len(told) == 1 else None


def _extract(words: str) -> Extraction:
    """Read a sentence of our own making."""
    view = make_view(Text(words))
    body = tuple(replace(paragraph, zone=Zone.BODY) for paragraph in view.paragraphs)
    return extract(View(view.text, body))


def in_context(claim: Claim, passage: Passage) -> Claim:
    """Give a claim with the words that surround it in its paragraph."""
    reading = read_view(View(passage.text, (passage.whole,)), anchor=None)
    (told,), _ = with_context([claim], reading)
    return told


def read_subject(words: str) -> Scope:
    """Read what is counted or spoken of: its noun, whose it is, where, and what narrows it.

    Raises:
        InputError: It holds no noun.
    """
    found = _extract(f"There are 2 {words.strip()}.").claims
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
    for claim in _extract(f"There are 2 people, {told} said.").claims:
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
