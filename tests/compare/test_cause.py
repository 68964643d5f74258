"""Two causes of one happening."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.compare import Cause, compare
from claims.questions.ladder.cause import cause_of
from claims.values.words import Words
from tests.compare.cases import Case, check_outcome, party_of, read_cases
from tests.questions.sample import took_part


def _cause(printed: str) -> Cause:
    """Read a cause as a claim tells it; "not" denies it, a country is a party."""
    name = printed.removeprefix("not ")
    party = party_of(name)
    value = Words(name, name.split()[-1]) if party.vague else party
    polarity = "denied" if name != printed else "affirmed"
    told = took_part(None, "KE", role="cause", polarity=polarity)
    return cause_of(replace(told, value=value))


@pytest.mark.parametrize("case", read_cases("cause.jsonl"))
def test_two_causes_stand_as_they_should(case: Case) -> None:
    """Whichever stands on the left."""
    left, right = _cause(case["left"]), _cause(case["right"])
    check_outcome(case, compare(left, right))
    check_outcome(case, compare(right, left))
