"""What people say of two claims is obeyed, whatever the ladder says, in any order."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Act, Annotation, Claim, Conflict, Relation, Target, conflict_id
from claims.questions import Context, Tie, detect, explain, ties_of
from claims.questions.part import near_claims, parts_of
from claims.questions.tie import RAISED
from tests.questions.contexts import contexts
from tests.questions.sample import context_of, figure, text_id
from tests.questions.test_growing import told

_AT: Final = datetime(2026, 5, 1, tzinfo=UTC)
ONE: Final = figure("a", "12", speakers=["police"])
OTHER: Final = figure("b", "40", speakers=["ministry"])
ELSEWHERE: Final = figure("c", "90", head="whale", attribute="strand", subject="whales")


def tied(context: Context, act: Act, left: Claim, right: Claim, note: str = "") -> Context:
    """Add what Ana says of two claims to a context."""
    ids = (min(left.id, right.id), max(left.id, right.id))
    return replace(context, ties={**context.ties, ids: Tie(act, "Ana", note)})


def questions_of(context: Context) -> dict[str, str]:
    """Give the question of every claim that answers one."""
    return {
        claim: question.id
        for question in detect(context).questions
        for answer in question.answers
        for claim in answer.claims
    }


def conflicts_of(context: Context) -> dict[str, Conflict]:
    """Give the conflicts and look-alikes by the id of their pair."""
    return {one.id: one for one in detect(context).conflicts}


def test_what_the_samples_come_to_when_nobody_speaks() -> None:
    """Two amounts contradict each other, the third is of something else."""
    context = context_of([ONE, OTHER, ELSEWHERE])
    assert conflicts_of(context).keys() == {conflict_id(ONE.id, OTHER.id)}
    asked = questions_of(context)
    assert asked[ONE.id] == asked[OTHER.id] != asked[ELSEWHERE.id]


def test_two_claims_set_apart_are_two_questions() -> None:
    """What was a contradiction is shown as not the same thing, in the person's words."""
    context = tied(context_of([ONE, OTHER]), Act.APART, ONE, OTHER, "two bridges")
    (shown,) = conflicts_of(context).values()
    assert (shown.relation, shown.rule) == (Relation.DIFFERENT_SCOPE, "scope.person")
    assert shown.reason == "Ana says that these are two questions: two bridges."
    assert len(set(questions_of(context).values())) == 2


def test_two_claims_joined_are_one_question() -> None:
    """Though they share no key and stand in articles of two stories; their values are compared."""
    context = tied(context_of([ONE, OTHER, ELSEWHERE]), Act.SAME, ONE, ELSEWHERE)
    asked = questions_of(context)
    assert asked[ONE.id] == asked[ELSEWHERE.id]
    decided = explain(ONE.id, ELSEWHERE.id, context)
    assert decided[0].reason == "a person spoke of the two"
    assert decided[1].reason == "Ana says that both answer one question"


def test_a_contradiction_that_a_person_raised_comes_first() -> None:
    """With who raised it and why, of claims that nothing compares."""
    conditional = replace(ELSEWHERE, text_id=text_id("d"), quote="if it blows, ninety")
    context = tied(
        context_of([ONE, OTHER, conditional]), Act.CONTRADICT, ONE, conditional, "see the map"
    )
    raised = detect(context).conflicts[0]
    assert (raised.relation, raised.rule, raised.rank) == (Relation.CONTRADICTION, RAISED, 1.0)
    assert raised.reason == "Raised by Ana: see the map."


def test_what_is_said_of_two_claims_holds_for_their_copies() -> None:
    """An article that prints one of them again does not bring the conflict back."""
    copy = replace(OTHER, text_id=text_id("d"))
    context = tied(context_of([ONE, OTHER, copy]), Act.APART, ONE, OTHER)
    assert {one.relation for one in conflicts_of(context).values()} == {Relation.DIFFERENT_SCOPE}
    asked = questions_of(context)
    assert asked[copy.id] == asked[OTHER.id] != asked[ONE.id]


def test_who_set_two_apart_is_obeyed_before_who_joined_others() -> None:
    """One with two, two with three, and one not with three: one stays alone or three does."""
    context = context_of([ONE, OTHER, ELSEWHERE])
    for act, left, right in (
        (Act.SAME, ONE, OTHER),
        (Act.SAME, OTHER, ELSEWHERE),
        (Act.APART, ONE, ELSEWHERE),
    ):
        context = tied(context, act, left, right)
    asked = questions_of(context)
    assert asked[ONE.id] != asked[ELSEWHERE.id]
    assert asked[OTHER.id] in (asked[ONE.id], asked[ELSEWHERE.id])


def test_a_claim_that_is_not_there_ties_nothing() -> None:
    """What was said waits until both are."""
    alone = context_of([ONE, OTHER])
    assert detect(tied(alone, Act.SAME, ONE, ELSEWHERE)) == detect(alone)


def _word(act: Act, hours: int, left: Claim = ONE, right: Claim = OTHER) -> Annotation:
    at = _AT + timedelta(hours=hours)
    pair = conflict_id(left.id, right.id)
    return Annotation(
        Target.PAIR, pair, "Ana", at, f"{hours}", act=act, left=left.id, right=right.id
    )


def test_the_latest_word_on_two_claims_counts() -> None:
    """Whichever of the two is named first, in whatever order the words are read."""
    words = [_word(Act.SAME, 1), _word(Act.APART, 2, OTHER, ONE), _word(Act.CONTRADICT, 0)]
    for order in (words, words[::-1]):
        assert list(ties_of(order).values()) == [Tie(Act.APART, "Ana", "2")]
    assert ties_of([*words, _word(Act.FREE, 3)]) == {}
    assert list(ties_of([*words, _word(Act.FREE, 3), _word(Act.SAME, 4)]).values()) == [
        Tie(Act.SAME, "Ana", "4")
    ]


@st.composite
def _tied_contexts(draw: st.DrawFn) -> Context:
    """Any claims, some of which somebody spoke of."""
    context = draw(contexts)
    ids = sorted(context.claims)
    ties: dict[tuple[str, str], Tie] = {}
    if len(ids) > 1:
        two = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
        for left, right in draw(st.lists(two, max_size=4)):
            act = draw(st.sampled_from([Act.SAME, Act.APART, Act.CONTRADICT]))
            ties[min(left, right), max(left, right)] = Tie(act, "Ana", "so")
    return replace(context, ties=ties)


_slowly: Final = settings(deadline=None, max_examples=150)


@given(context=_tied_contexts(), seed=st.integers(0, 99))
@_slowly
def test_the_order_of_claims_and_words_does_not_matter(context: Context, seed: int) -> None:
    """Articles and words come in any order."""
    claims, ties = list(context.claims.items()), list(context.ties.items())
    for some in (claims, ties):
        random.Random(seed).shuffle(some)  # noqa: S311 - only to mix
    again = replace(context, claims=dict(claims), ties=dict(ties))
    assert told(again) == told(context)


@given(context=_tied_contexts())
@_slowly
def test_what_people_set_apart_is_never_one_question(context: Context) -> None:
    """And two that alone were joined always are."""
    asked = questions_of(context)
    for (left, right), tie in context.ties.items():
        assert {left, right} <= asked.keys()
        if not tie.joins:
            assert asked[left] != asked[right]
        elif len(context.ties) == 1:
            assert asked[left] == asked[right]


@given(context=_tied_contexts())
@_slowly
def test_each_part_stands_by_itself_when_people_spoke(context: Context) -> None:
    """So that a word reaches no more than the parts of its claims."""
    together: dict[str, object] = {}
    for part in parts_of(context):
        claims = {id_: context.claims[id_] for id_ in part.sides}
        together |= told(replace(context, claims=claims))
    assert told(context) == together


@given(context=_tied_contexts())
@_slowly
def test_a_text_reaches_every_claim_that_people_tied_to_its_own(context: Context) -> None:
    """What is near a text and the text itself hold all of the parts it is in."""
    for text in {claim.text_id for claim in context.claims.values()}:
        near = near_claims(text, context)
        for ids in context.ties:
            inside: Mapping[str, bool] = {id_: context.claims[id_].text_id == text for id_ in ids}
            if sum(inside.values()) == 1:
                assert {id_ for id_, own in inside.items() if not own} <= near
