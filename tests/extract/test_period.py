"""A past time that opens a sentence holds for the sentences after it, and for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extract.period import CARRIED
from tests.extract.cases import Case, extracted, read_cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", read_cases("period.jsonl"))
def test_a_past_time_is_carried_on(case: Case, parser: Language) -> None:
    """And where it stands is kept as evidence."""
    claims = extracted(case, parser).claims
    (found,) = [claim for claim in claims if claim.value.text == case["value"]]
    as_of = found.scope.as_of
    assert [as_of.earliest, as_of.latest, as_of.known_by] == case["as_of"]
    marks = [part for part in found.evidence if part.rule == CARRIED]
    assert bool(marks) == (as_of.known_by == CARRIED)
    for mark in marks:
        assert "2012" in case["text"][mark.span.start : mark.span.end]
