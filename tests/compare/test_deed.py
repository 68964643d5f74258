"""Did it or did not, who did it, where."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.compare import Doer, Where, compare
from claims.model import Relation
from claims.values.yes_no import YesNo
from tests.compare.cases import Case, check_outcome, read_cases

_KEYS: Final = ("country:KE", "country:GH", "party:mara", "words:a neighbour")
doers: Final = st.builds(
    Doer,
    st.frozensets(st.sampled_from(_KEYS), min_size=1),
    st.sampled_from(["Kenya", "Ana Ruiz"]),
    st.booleans(),
)
places: Final = st.builds(
    Where,
    st.sampled_from(["", "place:KE", "place:KE/nairobi", "place:GH"]),
    st.sampled_from(["Kenya", "Nairobi", "kenya", "Ghana"]),
)
sides: Final = doers | places | st.builds(YesNo, yes=st.booleans(), text=st.just("did"))


def side_of(case: Case) -> object:
    """Make one side of a case."""
    if "did" in case:
        return YesNo(yes=case["did"], text="did")
    if "by" in case:
        keys = case["by"]
        named = case.get("as", " and ".join(keys))
        return Doer(frozenset(keys), named, alone=case.get("alone", False))
    return Where(case["in"], case["name"])


@pytest.mark.parametrize("case", read_cases("deed.jsonl"))
def test_statements_of_one_act_stand_as_they_should(case: Case) -> None:
    """Whichever stands on the left."""
    left, right = side_of(case["left"]), side_of(case["right"])
    check_outcome(case, compare(left, right))
    check_outcome(case, compare(right, left))


@given(left=sides, right=sides)
def test_the_order_of_two_statements_does_not_matter(left: object, right: object) -> None:
    """Any two have an outcome with a reason, the same from both sides."""
    assert compare(left, right) == compare(right, left)
    assert compare(left, right).reason


@given(one=sides)
def test_a_statement_does_not_stand_against_itself(one: object) -> None:
    """Whatever it says."""
    assert compare(one, one).relation is not Relation.CONTRADICTION
