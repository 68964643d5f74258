"""Laws of detection: sums add up, order does not matter, what is unrelated changes nothing."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import (
    CONFLICTS,
    Answer,
    Between,
    Certainty,
    Conflict,
    Findings,
    FlagWord,
    Relation,
)
from claims.questions import Context, detect, explain, keys_of
from claims.questions.part import parts_of
from tests.questions.contexts import contexts
from tests.questions.sample import context_of, figure

_slowly: Final = settings(deadline=None, max_examples=200)
_WORDS: Final = {
    Relation.CONTRADICTION: FlagWord.CONTRADICTED,
    Relation.UPDATE: FlagWord.UPDATED,
    Relation.OMISSION: FlagWord.LISTS_DIFFER,
    Relation.DIFFERENT_SCOPE: FlagWord.LOOK_ALIKE,
}


def answers_of(found: Findings) -> dict[str, Answer]:
    """Give the answer of every claim that has one."""
    answers = [answer for question in found.questions for answer in question.answers]
    return {claim: answer for answer in answers for claim in answer.claims}


def pairs_of(context: Context, found: Findings) -> set[frozenset[str]]:
    """Give every two answers that hold claims which are considered together."""
    answers = answers_of(found)
    return {
        frozenset((answers[left].id, answers[right].id))
        for part in parts_of(context)
        for left, right in part.pairs
        if answers[left].id != answers[right].id
    }


def repeated(context: Context, found: Findings) -> int:
    """Count the further texts of each answer: agreement is being one answer."""
    texts = (
        {context.claims[id_].text_id for id_ in answer.claims} for answer in all_answers(found)
    )
    return sum(len(some) - 1 for some in texts)


def all_answers(found: Findings) -> Iterator[Answer]:
    """Give every answer of every question."""
    return (answer for question in found.questions for answer in question.answers)


def sums_of(found: Findings) -> Counter[str]:
    """Add up the tallies of all questions."""
    sums: Counter[str] = Counter()
    for question in found.questions:
        sums.update(question.tally)
    return sums


def by_id(found: Findings) -> Mapping[str, object]:
    """Give questions and conflicts by id, and the flags of each claim."""
    questions = {question.id: question for question in found.questions}
    conflicts = {conflict.id: conflict for conflict in found.conflicts}
    flags: dict[str, list[object]] = {}
    for flag in found.flags:
        flags.setdefault(flag.claim, []).append(flag)
    sets = {claim: sorted(map(repr, some)) for claim, some in flags.items()}
    return {**questions, **conflicts, **sets}


@given(context=contexts)
@_slowly
def test_every_pair_considered_is_counted_once(context: Context) -> None:
    """As what it came to; what is not comparable, with its reason."""
    found = detect(context)
    sums = sums_of(found)
    assert sums.total() == len(pairs_of(context, found)) + repeated(context, found)
    refused = sum(sum(question.refusals.values()) for question in found.questions)
    assert refused == sums[Relation.NOT_COMPARABLE]


@given(context=contexts)
@_slowly
def test_every_conflict_counted_is_shown(context: Context) -> None:
    """Of the look-alikes only the best."""
    found = detect(context)
    sums, shown = sums_of(found), Counter(conflict.relation for conflict in found.conflicts)
    for relation in CONFLICTS:
        assert shown[relation] == sums[relation]
    assert shown[Relation.DIFFERENT_SCOPE] <= sums[Relation.DIFFERENT_SCOPE]


@given(context=contexts)
@_slowly
def test_every_claim_that_may_be_compared_answers_one_question(context: Context) -> None:
    """A condition answers none, and neither does a claim without a key."""
    claims = context.claims.values()
    answered = [claim for answer in all_answers(detect(context)) for claim in answer.claims]
    assert len(set(answered)) == len(answered)
    assert set(answered) == {
        claim.id
        for claim in claims
        if claim.certainty is not Certainty.CONDITIONAL and keys_of(claim, context.events)
    }


@given(context=contexts, seed=st.integers(0, 99))
@_slowly
def test_the_order_of_claims_does_not_matter(context: Context, seed: int) -> None:
    """Articles come in any order and batch."""
    shuffled = list(context.claims.items()), list(context.events.items())
    for some in shuffled:
        random.Random(seed).shuffle(some)  # noqa: S311 - only to mix
    again = Context(dict(shuffled[0]), dict(shuffled[1]), context.texts)
    assert by_id(detect(again)) == by_id(detect(context))


@given(context=contexts)
@_slowly
def test_an_unrelated_claim_changes_nothing_elsewhere(context: Context) -> None:
    """It is a question of its own."""
    stranger = figure("a", "7", at=2000, head="whale", attribute="strand")
    more = context_of([stranger], facts=None)
    both = Context(
        {**more.claims, **context.claims}, context.events, {**more.texts, **context.texts}
    )
    before, after = by_id(detect(context)), by_id(detect(both))
    assert {id_: after[id_] for id_ in before} == before
    assert len(after) == len(before) + 2


@given(context=contexts)
@_slowly
def test_each_part_stands_by_itself(context: Context) -> None:
    """What is found of all is what is found of each part."""
    together: dict[str, object] = {}
    for part in parts_of(context):
        claims = {id_: context.claims[id_] for id_ in part.sides}
        found = by_id(detect(Context(claims, context.events, context.texts)))
        assert not set(found) & set(together)
        together |= found
    assert by_id(detect(context)) == together


@given(context=contexts)
@_slowly
def test_comparing_by_answer_is_comparing_every_pair(context: Context) -> None:
    """No two claims that are considered contradict each other unless their answers do."""
    found = detect(context)
    answers = answers_of(found)
    told = {
        frozenset((answers[c.left].id, answers[c.right].id))
        for c in found.conflicts
        if c.relation is Relation.CONTRADICTION
    }
    pairs = [ids for part in parts_of(context) for ids in part.pairs]
    clashing = {
        frozenset((answers[left].id, answers[right].id))
        for left, right in pairs
        if explain(left, right, context)[-1].verdict == Relation.CONTRADICTION
    }
    assert {pair for pair in clashing if len(pair) == 2} == told


@given(context=contexts)
@_slowly
def test_conflicts_are_ranked_from_nought_to_one(context: Context) -> None:
    """Listed from the first to be read to the last, each once."""
    found = detect(context).conflicts
    ranks = [conflict.rank for conflict in found]
    assert ranks == sorted(ranks, reverse=True)
    assert all(0 < rank <= 1 for rank in ranks)
    assert len({conflict.id for conflict in found}) == len(found)


def representatives(found: Findings) -> set[str]:
    """Give the claims that stand for their answers."""
    return {answer.claims[0] for answer in all_answers(found)}


def check_sides(conflict: Conflict, context: Context) -> None:
    """Hold the sides of a conflict against the rule which of them stands on the left."""
    claims = [context.claims[side] for side in (conflict.left, conflict.right)]
    days = [context.texts[claim.text_id].published or "9999" for claim in claims]
    assert (days[0], claims[0].id) < (days[1], claims[1].id)


@given(context=contexts)
@_slowly
def test_a_conflict_stands_between_representatives(context: Context) -> None:
    """The earlier published on the left, with a rule and a reason in a sentence."""
    found = detect(context)
    questions = {question.id for question in found.questions}
    for conflict in found.conflicts:
        assert {conflict.left, conflict.right} <= representatives(found)
        assert conflict.question in questions
        assert conflict.rule
        assert conflict.reason.endswith(".")
        check_sides(conflict, context)


@given(context=contexts)
@_slowly
def test_support_counts_articles_and_texts(context: Context) -> None:
    """Two outlets with one text are two articles of one origin."""
    found = detect(context)
    answers = answers_of(found)
    for conflict in found.conflicts:
        texts = {context.claims[id_].text_id for id_ in answers[conflict.left].claims}
        assert conflict.left_support.origins_at_most == len(texts)
        articles = sum(context.texts[text].articles for text in texts)
        assert conflict.left_support.articles == articles


@given(context=contexts)
@_slowly
def test_flags_say_what_conflicts_say(context: Context) -> None:
    """On every claim of both answers, with where the two sides stand."""
    found = detect(context)
    answers = answers_of(found)
    marked = {(flag.claim, flag.word, flag.conflict, flag.relation) for flag in found.flags}
    wanted = {
        (claim, _WORDS[conflict.relation], conflict.id, conflict.relation)
        for conflict in found.conflicts
        for side in (conflict.left, conflict.right)
        for claim in answers[side].claims
    }
    assert {flag for flag in marked if flag[2] is not None} == wanted


@given(context=contexts)
@_slowly
def test_flags_tell_conflicts_inside_an_article_apart(context: Context) -> None:
    """By the texts of the two representatives."""
    found = detect(context)
    conflicts = {conflict.id: conflict for conflict in found.conflicts}
    for flag in found.flags:
        if flag.conflict is None:
            assert flag.word in (FlagWord.AGREES, FlagWord.ONLY_SOURCE)
            continue
        conflict = conflicts[flag.conflict]
        sides = (context.claims[side].text_id for side in (conflict.left, conflict.right))
        inside = len(set(sides)) == 1
        assert flag.between is (Between.ONE_ARTICLE if inside else Between.ARTICLES)


@given(context=contexts)
@_slowly
def test_any_two_claims_can_be_explained(context: Context) -> None:
    """Even those that never met, and conditions; the last step says what it comes to."""
    for left, right in itertools.product(list(context.claims)[:5], repeat=2):
        steps = explain(left, right, context)
        assert steps[0].name == "found together"
        assert steps[-1].name == "comparison"
        assert steps[-1].verdict in list(Relation)
        assert all(step.reason for step in steps if step.verdict != "same")


@given(context=contexts)
@_slowly
def test_a_conditional_claim_is_compared_with_nothing(context: Context) -> None:
    """It answers no question and stands in no conflict."""
    found = detect(context)
    conditional = {
        claim.id for claim in context.claims.values() if claim.certainty is Certainty.CONDITIONAL
    }
    assert not conditional & set(answers_of(found))
    assert not conditional & {side for c in found.conflicts for side in (c.left, c.right)}


def test_nothing_is_found_of_nothing() -> None:
    """No claims, no findings."""
    assert detect(Context({}, {}, {})) == Findings()
