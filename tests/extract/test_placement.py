"""Claims of captions and of entries of a live blog, from the page to the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract import Extraction, extract
from claims.model import CAPTION, ENTRY, Kind, Text
from claims.read import make_view
from tests.read.page.sample import data, html, paragraphs, read

if TYPE_CHECKING:
    from spacy.language import Language

_CAPTION: Final = "Rescuers carried 30 people out of the Osk valley on Sunday."
_ENTRIES: Final = "".join(
    f'<div class="live-entry"><time datetime="2021-04-0{day}T10:05">x</time>'
    f"<p>The ministry said that {count} people died on Monday.</p><p>{more}</p></div>"
    for day, count, more in (
        (9, "16", "Another 40 people were hurt."),
        (7, "14", "Nobody was missing."),
    )
)


def _extracted(page: str, parser: Language) -> tuple[str, Extraction]:
    body = read(page).body
    return body, extract(make_view(Text(body)), published="2021-04-07", parser=parser)


def test_a_claim_from_a_caption_says_so(parser: Language) -> None:
    """Its quote stands in the text letter by letter, without the label; no other says so."""
    figure = f"<figure><img src=a><figcaption>{_CAPTION}</figcaption></figure>"
    body, found = _extracted(html(body=figure + paragraphs()), parser)
    told = [claim for claim in found.claims if claim.from_caption]
    assert {claim.value.text for claim in told} >= {"30", "Sunday"}
    for claim in found.claims:
        assert body[claim.span.start : claim.span.end] == claim.quote
        assert claim.from_caption == (claim.quote in _CAPTION)
    (mark,) = [part for part in told[0].evidence if part.field == CAPTION]
    assert body[mark.span.start : mark.span.end] == _CAPTION


def test_a_pull_quote_gives_its_claims_once(parser: Language) -> None:
    """It stands in a paragraph already."""
    pulled = "<aside class='pull-quote'><p>300 engineers stay in the valley</p></aside>"
    _, once = _extracted(html(body=paragraphs()), parser)
    _, found = _extracted(html(body=paragraphs() + pulled), parser)
    assert [claim.id for claim in found.claims] == [claim.id for claim in once.claims]
    assert [claim.value.text for claim in found.claims].count("300") == 1


def test_a_claim_of_an_entry_is_of_its_time(parser: Language) -> None:
    """What names no day is of the entry's; what names a weekday hangs on it."""
    page = html(data(**{"@type": "LiveBlogPosting", "datePublished": "2021-04-07"}), body=_ENTRIES)
    body, found = _extracted(page, parser)
    assert "dates" not in read(page).remarks
    (hurt,) = [claim for claim in found.claims if claim.value.text == "40"]
    assert (hurt.scope.as_of.earliest, hurt.scope.as_of.known_by) == ("2021-04-09", "published")
    (mark,) = [part for part in hurt.evidence if part.rule == ENTRY]
    assert body[mark.span.start : mark.span.end] == "9 April 2021, 10:05"
    dead = [claim for claim in found.claims if claim.kind is Kind.QUANTITY and claim is not hurt]
    assert {claim.scope.as_of.earliest for claim in dead} == {"2021-04-05"}
    assert not any(claim.of_entry for claim in dead if claim.scope.as_of.known_by == "quote")
