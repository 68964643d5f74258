"""Hypothesis strategies for texts, articles, values, claims and events."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from claims.model import (
    Article,
    AsOf,
    Certainty,
    Claim,
    Event,
    Evidence,
    Genre,
    Kind,
    KnownBy,
    Polarity,
    Rendition,
    Scope,
    Source,
    Span,
    Speaker,
    Text,
    Value,
)
from claims.values.days import Days
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from claims.values.words import Words

letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
names = st.text(letters, min_size=1, max_size=12)
keys = st.sampled_from(["country:US", "party:taliban", "person:kha lilzad", "words:ünder"])
bodies = st.text(letters, min_size=1, max_size=60).filter(lambda body: bool(body.strip()))
texts = st.builds(Text, bodies)
hashes = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
partial_days = st.dates(min_value=date(1, 1, 1)).flatmap(
    lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]])
)

articles = st.builds(
    Article,
    text=texts,
    title=st.none() | names,
    authors=st.lists(names, max_size=3).map(tuple),
    outlet=st.none() | names,
    genre=st.sampled_from(Genre),
    published=st.none() | partial_days,
    address=st.none() | names,
    file=st.none() | names,
    language=st.none() | st.sampled_from(["en", "fr"]),
    rendition=st.sampled_from(Rendition),
    known_by=st.dictionaries(st.sampled_from(["title", "published"]), st.sampled_from(KnownBy)),
    source=st.none()
    | st.builds(Source, st.none() | names, hashes, st.integers(0, 10**9), names, names),
)

amounts = st.decimals(allow_nan=False, allow_infinity=False, places=6) | st.integers(
    -(10**40), 10**40
).map(Decimal)


def _ordered(pair: tuple[Any, Any]) -> tuple[Any, Any]:
    return (min(pair), max(pair)) if None not in pair else pair


bounds = (
    st.tuples(st.none() | amounts, st.none() | amounts)
    .map(_ordered)
    .filter(lambda pair: pair != (None, None))
)
quantities = st.builds(
    lambda ends, **rest: Quantity(*ends, **rest),
    bounds,
    low_open=st.booleans(),
    high_open=st.booleans(),
    unit=st.sampled_from(["", "person", "USD"]),
    text=names,
    approximate=st.booleans(),
    digits=amounts,
)
days = st.builds(
    lambda ends, **rest: Days(*ends, **rest),
    st.tuples(st.none() | st.dates(), st.none() | st.dates()).map(_ordered),
    text=names,
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(0, 6),
)
parties = st.builds(Party, keys, names, st.just("") | names, st.booleans())
lists = st.builds(
    Parties,
    st.lists(parties, max_size=4).map(tuple),
    text=names,
    closed=st.booleans(),
    universal=st.booleans(),
)
values: st.SearchStrategy[Value] = st.one_of(
    quantities, days, parties, lists, st.builds(Words, names, names)
)
iso_days = st.none() | st.dates().map(str)
times = st.builds(AsOf, iso_days, iso_days, st.sampled_from(["unknown", "published", "quote"]))


@st.composite
def spans(draw: st.DrawFn, text: Text) -> Span:
    """Draw a span of a text."""
    start = draw(st.integers(0, len(text.body) - 1))
    return Span(start, draw(st.integers(start + 1, len(text.body))))


@st.composite
def events(draw: st.DrawFn, text: Text) -> Event:
    """Draw an event of a text."""
    few = st.lists(keys, max_size=3).map(tuple)
    return draw(
        st.builds(
            Event,
            text_id=st.just(text.id),
            anchor=spans(text),
            kind=st.sampled_from(["meeting", "visit"]),
            name=names,
            place=st.none() | keys,
            hosts=few,
            proposers=few,
            parties=few,
            on=times,
            month_day=st.none() | st.just("--03-18"),
            ordinal=st.none() | st.integers(1, 9),
            state=st.sampled_from(["held", "planned", "series"]),
            mentions=st.lists(spans(text), max_size=3).map(tuple),
        )
    )


@st.composite
def claims(draw: st.DrawFn, text: Text, event: Event | None) -> Claim:
    """Draw a claim of a text, about an event of it or about none."""
    span = draw(spans(text))
    few = st.lists(keys, max_size=3).map(tuple)
    scopes = st.builds(
        Scope,
        event=st.sampled_from([None, event.id if event else None]),
        head=names,
        group=few,
        place=few,
        modifiers=few,
        as_of=times,
    )
    claim = draw(
        st.builds(
            Claim,
            text_id=st.just(text.id),
            kind=st.sampled_from(Kind),
            role=names,
            span=st.just(span),
            quote=st.just(text.body[span.start : span.end]),
            anchor=spans(text),
            subject=names,
            attribute=names,
            value=values,
            scope=scopes,
            polarity=st.sampled_from(Polarity),
            certainty=st.sampled_from(Certainty),
            speakers=st.lists(
                st.builds(Speaker, keys, names, st.none() | spans(text)), max_size=3
            ).map(tuple),
            evidence=st.lists(st.builds(Evidence, names, spans(text), names), max_size=2).map(
                tuple
            ),
            weak=st.booleans(),
            extractor=names,
            party=st.just("") | names,
        )
    )
    if not draw(st.booleans()):
        return claim
    read = replace(claim, subject=draw(names), value=draw(values))
    signed = draw(st.lists(names, min_size=1, max_size=2).map(tuple))
    said = draw(st.none() | st.just(read))
    return replace(claim, read=said, retracted=draw(st.booleans()), signed=signed)
