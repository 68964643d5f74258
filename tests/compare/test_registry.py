"""The registry: every pair of value types that may meet has one comparator and one case file."""

from __future__ import annotations

import itertools
from typing import Final

import pytest

from claims.compare import COMPARATORS, Cause, Doer, Office, Statement, Where, compare
from claims.model import Polarity, Relation
from claims.values.days import Days, parse_iso
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity, parse_quantity
from claims.values.words import Words
from claims.values.yes_no import YesNo
from tests.compare.cases import FOLDER

VALUES: Final = (
    parse_quantity("12"),
    parse_iso("2021-04-05"),
    Party("country:KE", "Kenya"),
    Parties((Party("country:KE", "Kenya"),), "Kenya"),
    Words("so they say"),
    Statement(Party("country:KE", "Kenya"), "attend", Polarity.AFFIRMED),
    YesNo(yes=True, text="came"),
    Doer(frozenset({"country:KE"}), "Kenya"),
    Where("place:KE", "Kenya"),
    Office("mayor"),
    Cause(frozenset({"weather"}), frozenset(), "storm", "storm"),
)


def test_every_pair_that_may_meet_has_one_comparator() -> None:
    """Each sort meets its own; lists, single parties and everybody meet as statements."""
    sorts = (Quantity, Statement, Days, YesNo, Doer, Where, Office, Cause)
    assert set(COMPARATORS) == {(sort, sort) for sort in sorts}


def test_every_comparator_has_a_file_of_cases() -> None:
    """Called like its module; and no file is left without one."""
    files = {file.stem for file in FOLDER.glob("*.jsonl")}
    modules = {comparator.__module__ for comparator in COMPARATORS.values()}
    assert {module.rpartition(".")[2] for module in modules} == files


@pytest.mark.parametrize(("left", "right"), list(itertools.product(VALUES, VALUES)))
def test_any_two_values_have_an_outcome(left: object, right: object) -> None:
    """Where nothing compares them, it says so, the same from both sides."""
    outcome = compare(left, right)
    assert outcome == compare(right, left)
    if (type(left), type(right)) not in COMPARATORS:
        assert (outcome.relation, outcome.rule) == (Relation.NOT_COMPARABLE, "types")
        assert type(left).__name__ in outcome.reason
