"""Corrections notes: what an earlier version said, and what stands in its place.

`correction.jsonl`: `withdrawn` lists all that is taken back, each with what stands in its place,
null where nothing does; `quotes` are quotes of what is taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extract.replacement import EARLIER
from claims.model import IN_PLACE, WITHDRAWN, Claim
from tests.extract.cases import Case, extracted, read_cases

if TYPE_CHECKING:
    from spacy.language import Language


def _in_place_of(claim: Claim, claims: tuple[Claim, ...]) -> str | None:
    """Give the value of what says that it stands in place of a claim."""
    noted = claim.correction
    assert noted is not None
    found = [
        one.value.text
        for one in claims
        if one.anchor == noted.span and one.kind is claim.kind and one.id != claim.id
        if one.correction is not None and one.correction.rule == IN_PLACE
    ]
    return found[0] if found else None


@pytest.mark.parametrize("case", read_cases("correction.jsonl"))
def test_what_was_taken_back_is_told_from_what_is_said(case: Case, parser: Language) -> None:
    """Each beside what stands in its place, and nothing else is marked."""
    claims = extracted(case, parser).claims
    taken_back = [claim for claim in claims if claim.withdrawn]
    found = [[claim.value.text, _in_place_of(claim, claims)] for claim in taken_back]
    assert sorted(found, key=str) == sorted(case["withdrawn"], key=str)
    for claim in taken_back:
        assert case["text"][claim.span.start : claim.span.end] == claim.quote
        assert case["text"][claim.anchor.start : claim.anchor.end] in claim.quote
    quotes = {claim.quote for claim in taken_back}
    assert quotes.issuperset(case.get("quotes", ()))


@pytest.mark.parametrize("case", read_cases("correction.jsonl"))
def test_the_article_does_not_say_what_it_took_back(case: Case, parser: Language) -> None:
    """An earlier version says it; what stands in its place is in the author's own words."""
    for claim in extracted(case, parser).claims:
        said_before = [speaker.name for speaker in claim.speakers[:1]] == [EARLIER]
        assert said_before == claim.withdrawn
        assert not any("version" in speaker.name for speaker in claim.speakers[1:])
        if claim.correction is None:
            assert not claim.withdrawn


def test_who_is_cited_within_a_note_is_kept(parser: Language) -> None:
    """The earlier version said it, citing the police."""
    words = "An earlier version of this story said 15 people died, according to police."
    claims = extracted({"text": words}, parser).claims
    (found,) = [claim for claim in claims if claim.withdrawn and claim.value.text == "15"]
    assert [speaker.name for speaker in found.speakers] == [EARLIER, "police"]
    assert found.correction is not None
    assert found.correction.rule == WITHDRAWN


def test_a_report_that_a_note_cites_is_not_the_article(parser: Language) -> None:
    """Both are called so."""
    words = "An earlier version of this story said 15 people died, according to a UN report."
    claims = extracted({"text": words}, parser).claims
    (found,) = [claim for claim in claims if claim.withdrawn and claim.value.text == "15"]
    assert len(found.speakers) == 2
