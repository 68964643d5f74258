"""The ladder of scope: every rung says same, maybe, different or refused, and why."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given

from claims.model import Event, Polarity
from claims.questions import Context
from claims.questions.family import climb as climb_pair
from claims.questions.ladder.step import Climb, Step
from claims.questions.side import Pair, Side
from tests.questions.cases import Case, read_cases, side_of
from tests.questions.contexts import contexts
from tests.questions.sample import days, figure, meeting, took_part

_LAST: Final = ("refused", "different")


def climb(left: Side, right: Side) -> Climb:
    """Let two claims climb the ladder of their family."""
    return climb_pair(Pair(left, right))


def check_step(found: Climb, name: str, verdict: str) -> Step | None:
    """Hold one rung of a climb against what it should come to; a silent rung is "same"."""
    step = found.step(name)
    assert (step.verdict if step else "same") == verdict, found.steps
    if step is not None and verdict in _LAST:
        assert found.steps[-1] == step
        assert (found.verdict, found.reason) == (verdict, step.reason)
    return step


@pytest.mark.parametrize("case", read_cases("scope.jsonl"))
def test_each_rung_decides_as_it_should(case: Case) -> None:
    """From both sides; the rungs before it agree."""
    left, right = side_of("a", case["left"]), side_of("b", case["right"])
    for found in (climb(left, right), climb(right, left)):
        check_step(found, case["step"], case["verdict"])
        before = [step for step in found.steps if step.name != case["step"]]
        assert not [step for step in before if step.verdict in _LAST], found.steps
    step = climb(left, right).step(case["step"])
    assert case.get("says", "") in (step.reason if step else "")


def test_an_amount_never_meets_a_party() -> None:
    """The first rung refuses."""
    found = climb(Side(figure()), Side(took_part(meeting(), "KE")))
    check_step(found, "family", "refused")


def test_figures_that_stand_close_in_one_article_are_about_one_thing() -> None:
    """Far apart, one of them must say of whom."""
    near = figure("a", at=100, about=("name:mara",)), figure("a", at=300)
    far = figure("a", at=100, about=("name:mara",)), figure("a", at=900)
    check_step(climb(Side(near[0]), Side(near[1])), "about", "same")
    check_step(climb(Side(far[0]), Side(far[1])), "about", "maybe")


def side_with(event: Event, group: str | None = None) -> Side:
    """Make a side that says Kenya took part in an event."""
    return Side(took_part(event, "KE"), event, group)


def test_one_event_is_the_same_whatever_its_texts_call_it() -> None:
    """Once it is united; the shorter name is told."""
    left, right = meeting("a"), meeting("b", name="big conference")
    found = climb(side_with(left, "one"), side_with(right, "one"))
    step = check_step(found, "event", "same")
    assert step is not None
    assert step.reason == "same event (conference)"


def test_two_events_are_both_named() -> None:
    """With what tells them apart."""
    left = meeting("a", name="Rome talks")
    right = meeting("b", name="Madrid talks", place="place:ES/madrid", hosts=("country:ES",))
    step = check_step(climb(side_with(left, "1"), side_with(right, "2")), "event", "different")
    assert step is not None
    assert "two events: Rome talks / Madrid talks (another place and another host)" in step.reason


def test_events_that_may_be_one_are_not_compared() -> None:
    """Not knowing is neither a difference nor an agreement."""
    left, right = meeting("a"), meeting("b", place=None, hosts=(), on=days("2021"))
    step = check_step(climb(side_with(left, "1"), side_with(right, "2")), "event", "refused")
    assert step is not None
    assert "open" in step.reason


def test_who_held_it_is_not_held_against_who_came() -> None:
    """The role refuses."""
    event = meeting()
    host = Side(took_part(event, "RU", role="host"), event, "one")
    check_step(climb(host, side_with(event, "one")), "role", "refused")


def test_everybody_ever_invited_may_hold_the_one_who_was_not() -> None:
    """Where the inviter is one; at maybe only."""
    event = meeting()
    everybody = Side(took_part(None, "words:party", universal=True, group=("country:RU",)))
    denied = Side(took_part(event, "IN", role="invite", polarity=Polarity.DENIED), event, "one")
    step = check_step(climb(everybody, denied), "event", "maybe")
    assert step is not None
    assert "Russia" in step.reason
    other = Side(took_part(None, "words:party", universal=True, group=("country:ES",)))
    check_step(climb(other, denied), "event", "refused")


@given(context=contexts)
def test_the_ladder_is_the_same_from_both_sides(context: Context) -> None:
    """Step by step, for any two claims."""
    sides = [
        Side(claim, context.events.get(claim.scope.event or ""))
        for claim in context.claims.values()
    ]
    for left in sides:
        for right in sides:
            one, other = climb(left, right), climb(right, left)
            assert [(s.name, s.verdict) for s in one.steps] == [
                (s.name, s.verdict) for s in other.steps
            ]
            assert all(step.reason for step in one.steps if step.verdict != "same")
