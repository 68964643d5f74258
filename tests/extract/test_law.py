"""Laws of extraction: quotes are verbatim, places real, nothing is found twice, nothing fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings

from claims.extract import extract
from claims.extract.reading import read_view
from claims.model import Claim, Span, Text
from claims.read import make_view
from tests.extract.cases import is_amount, is_participation
from tests.extract.stories import bare_news, news, noise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from claims.extract import Extraction

_PUBLISHED: Final = "2021-04-05"
_slowly: Final = settings(deadline=None, max_examples=60)


def found_in(body: str, parser: Language) -> Extraction:
    """Find the claims of a text published on a known day."""
    return extract(make_view(Text(body)), published=_PUBLISHED, authors=("Ana Ek",), parser=parser)


def sentences_of(body: str, parser: Language) -> list[Span]:
    """Give the sentences of a text as the parser parts it."""
    reading = read_view(make_view(Text(body)), anchor=None, parser=parser)
    return [block.span(s.start, s.end) for block in reading.blocks for s in block.doc.sents]


def places_of(claim: Claim) -> Iterator[Span]:
    """Give every span of a claim beside its quote."""
    yield claim.anchor
    yield from (evidence.span for evidence in claim.evidence)
    yield from (speaker.span for speaker in claim.speakers if speaker.span is not None)


def check_claims(body: str, found: Extraction) -> None:
    """Hold the claims of a text against the laws."""
    for claim in found.claims:
        assert body[claim.span.start : claim.span.end] == claim.quote
        assert claim.span.overlaps(claim.anchor)
        if is_amount(claim) or is_participation(claim):
            assert claim.span.covers(claim.anchor)
        assert all(place.end <= len(body) for place in places_of(claim))
    ids = [claim.id for claim in found.claims]
    assert len(set(ids)) == len(ids)
    assert found.claims == tuple(sorted(found.claims, key=lambda c: (c.anchor, c.id)))


def check_events(body: str, found: Extraction) -> None:
    """Hold the events of a text against the laws, and what claims say of them."""
    ids = [event.id for event in found.events]
    assert len(set(ids)) == len(ids)
    assert {claim.scope.event for claim in found.claims} <= {*ids, None}
    for event in found.events:
        assert event.anchor in event.mentions
        assert all(span.end <= len(body) for span in event.mentions)
        assert set(event.hosts) <= set(event.parties)


@given(body=news)
@_slowly
def test_the_claims_of_news_obey_the_laws(body: str, parser: Language) -> None:
    """Verbatim quotes, anchors inside them, real places, no identity twice, hosts on their list."""
    found = found_in(body, parser)
    check_claims(body, found)
    check_events(body, found)


@given(body=news)
@_slowly
def test_a_quote_is_at_most_a_sentence(body: str, parser: Language) -> None:
    """Whatever the clause it was found in hangs on; its anchor is in that sentence too."""
    sentences = sentences_of(body, parser)
    for claim in found_in(body, parser).claims:
        around = [sentence for sentence in sentences if sentence.covers(claim.span)]
        assert around, claim.quote
        assert around[0].covers(claim.anchor), claim.quote


@given(body=news)
@_slowly
def test_reading_a_text_again_finds_the_same(body: str, parser: Language) -> None:
    """What was read in between leaves no trace."""
    first = found_in(body, parser)
    found_in("Kenya attended the Oslo summit. Mayor Lena Okafor lost 40 houses.", parser)
    assert found_in(body, parser) == first


@given(body=noise)
@_slowly
def test_any_text_can_be_read(body: str, parser: Language) -> None:
    """Whatever its characters."""
    check_claims(body, found_in(body, parser))


@given(body=bare_news)
@_slowly
def test_news_without_its_punctuation_can_be_read(body: str, parser: Language) -> None:
    """Some collections print no apostrophes, quotation marks and commas."""
    check_claims(body, found_in(body, parser))


@pytest.mark.parametrize(
    "body",
    [
        "The army s planes killed 12 people in the town s market on Monday  a witness said",
        "It didnt say how many of the governments 300 troops have left",
        "“",
        "7",
        "1,000 1,000 1,000 of of of",
        "Only. Only. All. None of which.",
        "attended invited hosted declined",
        "The meeting the meeting the meeting",
        "Kenya " * 300,
        "said " * 300,
        "(" * 99 + "12 people" + ")" * 99,
        "\u202eThe army killed 12 people\u202c\u00ad in the mar\u00adket.",
        "👩‍👩‍👧 12 people 🇰🇪 attended\u00a0the\u00a0summit.",
    ],
)
def test_odd_texts_can_be_read(body: str, parser: Language) -> None:
    """What went wrong once, or looks as if it might."""
    found = found_in(body, parser)
    check_claims(body, found)
    check_events(body, found)


def test_the_day_of_publication_changes_no_identity(parser: Language) -> None:
    """Days are read anew from it; claims stay the same claims."""
    body = "Police arrested 40 people on Monday. Kenya attended the summit in Rome last month."
    view = make_view(Text(body))
    early, late = (extract(view, published=day, parser=parser) for day in ("2021-04-05", None))
    assert [claim.id for claim in early.claims] == [claim.id for claim in late.claims]
    assert early.claims != late.claims


def test_boilerplate_and_bylines_are_not_mined(parser: Language) -> None:
    """Words of a page round its article give no claims."""
    body = (
        "Share this article\n\nBy Ana Ek\n\nThe flood killed 34 people in Bangladesh on Monday.\n"
    )
    found = found_in(body, parser)
    assert found.claims
    assert all(claim.span.start > body.index("Ana Ek") for claim in found.claims)


def test_a_claim_of_a_heading_is_weak(parser: Language) -> None:
    """Headings say less surely than sentences."""
    story = "The flood killed 36 people in the hills of northern Bangladesh on Monday, police said."
    found = found_in(f"Flood kills 34 people\n\n{story}\n", parser)
    weak = {claim.value.text: claim.weak for claim in found.claims if is_amount(claim)}
    assert weak == {"34": True, "36": False}
