"""Who took part in one event: lists, closed lists, everybody, denials, hosts."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.compare import Statement, missing
from claims.compare.participation import compare_participation, covers
from claims.extract.frame import all_frames
from claims.model import Polarity, Relation
from claims.values.party import Parties, Party
from tests.compare.cases import Case, check_outcome, party_of, read_cases, statement_of

_NAMES: Final = (
    "Kenya|Ghana|Chad|Uzbekistan|India|other leader|several central asian country|all parties"
).split("|")
_ROLES: Final = sorted({frame.name for frame in all_frames()})
_parties: Final = st.sampled_from(_NAMES).map(party_of)


@st.composite
def _values(draw: st.DrawFn) -> Party | Parties:
    members = draw(st.lists(_parties, min_size=1, max_size=5, unique=True))
    if len(members) == 1 and draw(st.booleans()):
        return members[0]
    return Parties(tuple(members), "", draw(st.booleans()), draw(st.booleans()))


statements: Final = st.builds(
    Statement,
    value=_values(),
    role=st.sampled_from(_ROLES),
    polarity=st.sampled_from(list(Polarity)),
    told=st.frozensets(_parties.map(lambda party: party.key), max_size=4),
)


@pytest.mark.parametrize("case", read_cases("participation.jsonl"))
def test_statements_about_one_event_stand_as_they_should(case: Case) -> None:
    """Whichever stands on the left, as far as relation and rule go."""
    left, right = statement_of(case["left"]), statement_of(case["right"])
    check_outcome(case, compare_participation(left, right))
    other = compare_participation(right, left)
    assert (other.relation, other.rule) == (case["relation"], case["rule"])


@given(left=statements, right=statements)
def test_the_order_of_two_statements_does_not_matter(left: Statement, right: Statement) -> None:
    """Any two have an outcome with a reason, the same from both sides."""
    one, other = compare_participation(left, right), compare_participation(right, left)
    assert (one.relation, one.rule) == (other.relation, other.rule)
    assert one.reason


@given(left=statements, right=statements)
def test_a_missing_member_alone_is_never_a_contradiction(left: Statement, right: Statement) -> None:
    """Two open, affirmed lists of guests agree, differ or are parts of one."""
    plain = [side.polarity is Polarity.AFFIRMED and not side.closed for side in (left, right)]
    if all(plain) and not {"host", "propose"} & {left.role, right.role}:
        assert compare_participation(left, right).relation is not Relation.CONTRADICTION


@given(left=statements, right=statements)
def test_an_omission_names_who_is_missing(left: Statement, right: Statement) -> None:
    """And neither list says only."""
    outcome = compare_participation(left, right)
    if outcome.relation is Relation.OMISSION:
        assert missing(left, right) or missing(right, left)
        assert "only in" in outcome.reason


@given(statement=statements)
def test_a_statement_does_not_stand_against_itself(statement: Statement) -> None:
    """Whatever it says."""
    outcome = compare_participation(statement, statement)
    assert outcome.relation in (Relation.AGREEMENT, Relation.COMPATIBLE)


def test_a_group_of_a_region_covers_its_states() -> None:
    """And no others."""
    told = ["words:several central asian country"]
    assert covers(told, "country:UZ")
    assert not covers(told, "country:PE")
    assert not covers([], "country:UZ")
