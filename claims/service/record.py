"""A person records a claim that the program did not see: by its quote, read by the same readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import db
from claims import __version__
from claims.errors import InputError, UnreadableValue
from claims.model import BY_HAND, Act, Article, Claim, Fields, Kind, Run, Span
from claims.read import find_quote
from claims.report.identity import short_claim
from claims.report.layout import clean
from claims.service.correction import (
    Corrected,
    Signature,
    claim_now,
    field_document,
    published_of,
    put,
    signed,
)
from claims.service.phrase import (
    event_at,
    find_passage,
    in_context,
    listed,
    read_quote,
    read_value,
)
from claims.values.days import Days
from claims.values.field import to_whole, with_fields
from claims.values.quantity import Quantity
from claims.values.words import Words

if TYPE_CHECKING:
    from claims.model import Value

_SAID_TO_BE: Final = {True: "count", False: "be"}
"""What is said of a thing where nobody says what: that so many are, or that it is so."""
_AROUND: Final = 30
"""Characters that are shown before and after a place."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a quote stands, with the words around it."""

    span: Span
    around: str


def places(database: db.Database, prefix: str, quote: str) -> list[Place]:
    """Find where a quote stands in an article.

    Raises:
        NotFound: There is no such article.
        InputError: The quote is empty, or does not stand there.
    """
    with database.read() as session:
        body = db.get_article(session, prefix).text.body
    return [Place(span, _around(body, span)) for span in _found(body, quote, prefix)]


def _found(body: str, quote: str, prefix: str) -> list[Span]:
    spans = find_quote(body, quote)
    if not spans:
        msg = f"{clean(quote)!r} does not stand in {prefix}; give the very words of the article"
        raise InputError(msg)
    return spans


def _around(body: str, span: Span) -> str:
    before = body[max(0, span.start - _AROUND) : span.start]
    after = body[span.end : span.end + _AROUND]
    return f"…{clean(before)} [{clean(body[span.start : span.end])}] {clean(after)}…"


def record(  # noqa: PLR0917  # one claim and all that is said of it
    database: db.Database,
    prefix: str,
    quote: str,
    given: Fields,
    said: Signature,
    kind: Kind | None = None,
    which: int | None = None,
    at: datetime | None = None,
) -> Corrected:
    """Record a claim of an article.

    Args:
        prefix: The short id of the article.
        quote: The words of the article, at most a sentence.
        given: What the person says that the claim holds; all else is read in the quote.
        kind: What it is about; as read where None.
        which: At which place it stands, counted from 1; None where there is one alone.
        at: When it is said; now where None.

    Raises:
        NotFound: There is no such article.
        InputError: The quote does not stand there, or more often than once; it does not tell
            what the claim is; or the program read the claim itself.
    """
    with database.read() as session:
        article = db.get_article(session, prefix)
        published = published_of(session, article.text.id)
        span = _chosen(article.text.body, quote, prefix, which)
        events = db.events_of(session, [article.text.id])
    passage = find_passage(article.text, span)
    claim = _read(read_quote(passage, article, published), article, span, given, kind, published)
    claim = with_fields(claim, field_document(claim, replace(given, value=None), published))
    scope = replace(claim.scope, event=event_at(events, span))
    claim = in_context(replace(claim, scope=scope, extractor=BY_HAND), passage)
    with database.write() as session:
        return _store(session, claim, said, at)


def _chosen(body: str, quote: str, prefix: str, which: int | None) -> Span:
    """Choose the place that is meant.

    Raises:
        InputError: It stands nowhere, or at several places.
    """
    spans = _found(body, quote, prefix)
    if which is None and len(spans) > 1:
        told = "; ".join(f"{n}: {_around(body, span)}" for n, span in enumerate(spans, 1))
        msg = f"the quote stands {len(spans)} times in {prefix}; pick one with --which N: {told}"
        raise InputError(msg)
    if which is not None and not 1 <= which <= len(spans):
        msg = f"there is no place {which}: the quote stands {len(spans)} times in {prefix}"
        raise InputError(msg)
    return spans[(which or 1) - 1]


def _read(  # noqa: PLR0917  # a quote and all that is said of it
    found: Sequence[Claim],
    article: Article,
    span: Span,
    given: Fields,
    kind: Kind | None,
    published: str | None,
) -> Claim:
    """Give the claim that is meant: one that the readers find in the quote, else a bare one."""
    fitting = [claim for claim in found if kind in (None, claim.kind)]
    if given.value is None:
        return _only(fitting, found)
    worded = _worded(fitting, given.value)
    if worded:
        return worded[0]
    value = _value(given.value, fitting, kind, published)
    alike = [claim for claim in fitting if type(claim.value) is type(value)]
    if len(alike) == 1:
        return replace(alike[0], value=value)
    return _bare(article, span, given, kind, value)


def _value(words: str, fitting: Sequence[Claim], kind: Kind | None, published: str | None) -> Value:
    """Read the value that is given: an amount or days, or as the only claim of the quote has it."""
    if kind in (None, Kind.QUANTITY, Kind.DATE):
        try:
            return read_value(words, None, published)
        except UnreadableValue:
            if len(fitting) != 1:
                raise
    return read_value(words, fitting[0].value if len(fitting) == 1 else Words(""), published)


def _worded(found: Sequence[Claim], value: str) -> list[Claim]:
    """Give the claims whose value is worded so."""
    wanted = clean(value).casefold()
    return [claim for claim in found if clean(claim.value.text).casefold() == wanted]


def _only(fitting: Sequence[Claim], found: Sequence[Claim]) -> Claim:
    """Give the only claim; of several the only amount.

    Raises:
        InputError: There is none, or it is not told which.
    """
    if len(fitting) == 1:
        return fitting[0]
    amounts = [claim for claim in fitting if claim.kind is Kind.QUANTITY]
    if len(amounts) == 1:
        return amounts[0]
    if not fitting:
        beside = f" of that kind, only: {listed(found)}" if found else ""
        msg = f"nothing could be read in the quote{beside}; give --value and --subject"
        raise InputError(msg)
    msg = f"the quote says several things; pick one with --kind and --value: {listed(fitting)}"
    raise InputError(msg)


def _bare(article: Article, span: Span, given: Fields, kind: Kind | None, value: Value) -> Claim:
    """Make a claim of which the readers find nothing: its anchor is the whole quote."""
    if given.subject is None:
        msg = "what is the value of? nothing could be read in the quote; give --subject"
        raise InputError(msg)
    return Claim(
        text_id=article.text.id,
        kind=kind or _kind_of(value),
        role=given.attribute or _SAID_TO_BE[isinstance(value, Quantity)],
        span=span,
        quote=article.text.body[span.start : span.end],
        anchor=span,
        subject=given.subject.strip(),
        attribute=given.attribute or _SAID_TO_BE[isinstance(value, Quantity)],
        value=value,
    )


def _kind_of(value: Value) -> Kind:
    if isinstance(value, Quantity):
        return Kind.QUANTITY
    return Kind.DATE if isinstance(value, Days) else Kind.ATTRIBUTION


def _store(session: db.Session, claim: Claim, said: Signature, at: datetime | None) -> Corrected:
    held = db.load_claims(session, [claim.id])
    if held:
        short = short_claim(claim.id)
        known = "somebody recorded" if held[0].by_hand else "the program read"
        msg = f"{known} that claim already: {short}; correct it with: claims amend {short}"
        raise InputError(msg)
    run = Run(__version__, BY_HAND, datetime.now(UTC))
    facts = {"quote": claim.quote, "value": claim.value.text}
    word = signed(claim, Act.RECORD, said, at, facts, to_whole(claim))
    word = db.add_annotation(session, word)
    now = claim_now(session, claim.text_id, claim.id)
    return Corrected(word, now, put(session, now, db.save_run(session, run)))
