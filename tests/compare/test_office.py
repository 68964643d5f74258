"""Two offices of one person."""

from __future__ import annotations

import pytest

from claims.compare.office import Office, compare_offices
from tests.compare.cases import Case, check_outcome, read_cases


@pytest.mark.parametrize("case", read_cases("office.jsonl"))
def test_two_offices_stand_as_they_should(case: Case) -> None:
    """Whichever stands on the left."""
    left, right = Office(case["left"]), Office(case["right"])
    check_outcome(case, compare_offices(left, right))
    check_outcome(case, compare_offices(right, left))
