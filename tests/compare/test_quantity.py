"""Two amounts of one thing: do they exclude each other?"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.compare.quantity import compare_quantities, in_one_unit
from claims.model import Relation
from claims.values.quantity import Quantity, parse_quantity
from tests.compare.cases import Case, check_outcome, read_cases

_UNITS: Final = ("", "person", "year", "month", "day", "second", "USD", "EUR", "percent", "metre")
_ends: Final = st.none() | st.decimals(0, 10**12, places=2) | st.integers(0, 99).map(Decimal)


@st.composite
def _quantities(draw: st.DrawFn) -> Quantity:
    ends = [draw(_ends), draw(_ends)]
    if None not in ends:
        ends.sort()
    elif ends == [None, None]:
        ends[0] = Decimal(7)
    exact = ends[0] == ends[1]
    return Quantity(
        low=ends[0],
        high=ends[1],
        low_open=not exact and draw(st.booleans()),
        high_open=not exact and draw(st.booleans()),
        unit=draw(st.sampled_from(_UNITS)),
        text="so many",
        approximate=draw(st.booleans()),
        digits=draw(st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(5), Decimal(500)])),
    )


quantities: Final = _quantities()


@pytest.mark.parametrize("case", read_cases("quantity.jsonl"))
def test_amounts_exclude_or_allow_each_other(case: Case) -> None:
    """As printed, whichever stands on the left."""
    left, right = (parse_quantity(case[side]) for side in ("left", "right"))
    check_outcome(case, compare_quantities(left, right))
    check_outcome(case, compare_quantities(right, left))


@given(left=quantities, right=quantities)
def test_the_order_of_two_amounts_does_not_matter(left: Quantity, right: Quantity) -> None:
    """Any two amounts have an outcome with a reason, the same from both sides."""
    one, other = compare_quantities(left, right), compare_quantities(right, left)
    assert (one.relation, one.rule) == (other.relation, other.rule)
    assert one.reason
    assert other.reason


@given(amount=quantities)
def test_an_amount_agrees_with_itself(amount: Quantity) -> None:
    """Whatever its bounds."""
    assert compare_quantities(amount, amount).relation is Relation.AGREEMENT


@given(left=quantities, right=quantities)
def test_amounts_contradict_each_other_only_apart(left: Quantity, right: Quantity) -> None:
    """Wherever one amount fits both, they do not."""
    pair = in_one_unit(left, right)
    if compare_quantities(left, right).relation is not Relation.CONTRADICTION:
        return
    assert pair is not None
    low, high = sorted(pair, key=lambda q: q.low if q.low is not None else Decimal(-1))
    assert high.low is not None
    assert low.high is not None
    assert low.high <= high.low


@given(left=quantities, right=quantities)
def test_amounts_of_two_currencies_are_never_converted(left: Quantity, right: Quantity) -> None:
    """Units that do not convert exactly refuse every comparison."""
    outcome = compare_quantities(left, right)
    refused = in_one_unit(left, right) is None
    assert (outcome.relation is Relation.NOT_COMPARABLE) == refused
    if {left.unit, right.unit} == {"USD", "EUR"}:
        assert refused


@given(low=st.integers(0, 10**9), other=st.integers(0, 10**9))
def test_lower_bounds_never_contradict_each_other(low: int, other: int) -> None:
    """At least six and at least seven may both be true."""
    left, right = (Quantity(Decimal(n), None, unit="person") for n in (low, other))
    outcome = compare_quantities(left, right)
    assert outcome.relation in (Relation.AGREEMENT, Relation.COMPATIBLE)
