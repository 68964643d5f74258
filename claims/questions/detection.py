"""From the claims of a part to its findings."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from claims.model import CONFLICTS, Findings, Outcome, Question, Relation
from claims.questions.answer import Groups, gather_question, order_of
from claims.questions.conflict import (
    Compared,
    Judging,
    Supports,
    compare_answers,
    to_conflict,
    within_limit,
)
from claims.questions.family import Family, climb, family_of
from claims.questions.flag import flags_of
from claims.questions.judgement import judge, rivals_among
from claims.questions.key import keys_of
from claims.questions.ladder.step import DIFFERENT, REFUSED, SAME, Climb, Step
from claims.questions.numbered import Context
from claims.questions.part import Part, each_part, whole_of
from claims.questions.side import Pair
from claims.questions.tie import Ties, climb_of, judge_tied

_ASKED_ALONE: Final = frozenset({Family.AMOUNT, Family.MEETING})
"""Families of which one claim alone makes a question; acts are asked about where two tell them."""


_SHOWN: Final = frozenset({*CONFLICTS, Relation.DIFFERENT_SCOPE})


def detect_part(part: Part) -> Findings:
    """Find what the claims of one part come to."""
    climbs = _climbs(part)
    asked = [id_ for id_, side in part.sides.items() if part.pairs or _alone(part, id_)]
    questions = [gather_question(ids, part.sides) for ids in _groups(asked, climbs, part.ties)]
    return _findings(questions, climbs, part) if questions else Findings()


def _alone(part: Part, id_: str) -> bool:
    return family_of(part.sides[id_].claim) in _ASKED_ALONE


def _climbs(part: Part) -> list[tuple[Pair, Climb]]:
    """Climb the ladder with every pair of a part."""
    told = zip(part.pairs, part.odds, strict=True)
    pairs = (_ordered(part, ids, None if math.isnan(odds) else odds) for ids, odds in told)
    return [(pair, _climb(pair, part)) for pair in pairs]


def _climb(pair: Pair, part: Part) -> Climb:
    """Decide whether two claims answer one question: a person, if one spoke, else the ladder."""
    tie = part.ties.of(pair)
    return climb(pair) if tie is None else climb_of(tie)


def _judging(part: Part, climbs: Sequence[tuple[Pair, Climb]]) -> Judging:
    """Make what says what two claims come to: a person, if one spoke, else their values."""
    rivals = rivals_among(climbs)

    def judge_pair(pair: Pair, found: Climb) -> Outcome:
        tie = part.ties.of(pair)
        if tie is not None:
            return judge_tied(tie, pair, found)
        return rivals.judge(pair, found, judge(pair, found))

    return judge_pair


def _ordered(part: Part, ids: tuple[str, str], odds: float | None = None) -> Pair:
    """Put the earlier published on the left."""
    left, right = part.sides[ids[0]], part.sides[ids[1]]
    if left.once(order_of) <= right.once(order_of):
        return Pair(left, right, odds)
    return Pair(right, left, odds)


def _groups(
    asked: Sequence[str], climbs: Sequence[tuple[Pair, Climb]], ties: Ties
) -> list[list[str]]:
    """Join claims that answer one question, those that agree most first, never across a clash.

    What people joined is joined before all else, but not what people set apart.
    """
    groups = Groups(asked)
    for left, right in ties.parted:
        groups.clash(left, right)
    for left, right in ties.joined:
        groups.join(left, right)
    joins: list[tuple[float, tuple[str, str]]] = []
    for pair, found in climbs:
        if found.verdict == DIFFERENT:
            groups.clash(pair.left.claim.id, pair.right.claim.id)
        elif found.verdict == SAME:
            joins.append((-found.score, (pair.left.claim.id, pair.right.claim.id)))
    for _, (left, right) in sorted(joins):
        groups.join(left, right)
    return groups.all()


def _findings(
    questions: Sequence[Question], climbs: Sequence[tuple[Pair, Climb]], part: Part
) -> Findings:
    sides = part.sides
    owner = {id_: q.id for q in questions for a in q.answers for id_ in a.claims}
    answers = {id_: a for q in questions for a in q.answers for id_ in a.claims}
    compared = compare_answers(answers, climbs, _judging(part, climbs))
    counted = _counted(questions, compared, owner, part)
    shown = [item for item in compared if item.outcome.relation in _SHOWN]
    supports = Supports(sides)
    kept = [
        to_conflict(item, sides, question, supports)
        for item, question in within_limit(shown, sides, owner)
    ]
    agreed = [(c.left.claims, c.right.claims) for c in compared if _agrees(c)]
    return Findings(tuple(counted), tuple(kept), tuple(flags_of(counted, kept, agreed, sides)))


def _counted(
    questions: Sequence[Question],
    compared: Sequence[Compared],
    owner: Mapping[str, str],
    part: Part,
) -> list[Question]:
    """Count what the pairs of answers came to, each pair at one question."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    refusals: dict[str, Counter[str]] = defaultdict(Counter)
    for item in compared:
        question = owner[min(item.left.claims[0], item.right.claims[0])]
        tallies[question][item.outcome.relation] += 1
        if item.outcome.relation is Relation.NOT_COMPARABLE:
            refusals[question][_short(item)] += 1
    passed_over = _passed_over(questions, compared, owner, part.crowded)
    for asked in questions:
        passed = passed_over.get(asked.id, 0)
        if passed:
            tallies[asked.id][Relation.NOT_COMPARABLE] += passed
            refusals[asked.id][MANY_ANSWERS] += passed
        for answer in asked.answers:
            repeated = len({part.sides[id_].claim.text_id for id_ in answer.claims}) - 1
            tallies[asked.id][Relation.AGREEMENT] += repeated
    return [
        replace(q, tally=_tally(tallies[q.id]), refusals=dict(sorted(refusals[q.id].items())))
        for q in questions
    ]


def _passed_over(
    questions: Iterable[Question],
    compared: Iterable[Compared],
    owner: Mapping[str, str],
    crowded: AbstractSet[str],
) -> Mapping[str, int]:
    """Count the pairs of answers of each question that were not held against each other.

    Only where it has too many answers; see `block`.
    """
    if not crowded:
        return {}
    many = {
        asked.id: {answer.id for answer in asked.answers if not crowded.isdisjoint(answer.claims)}
        for asked in questions
    }
    met = Counter(
        question
        for item in compared
        if (question := owner[item.left.claims[0]]) == owner[item.right.claims[0]]
        and item.left.id in many[question]
        and item.right.id in many[question]
    )
    return {id_: len(some) * (len(some) - 1) // 2 - met[id_] for id_, some in many.items()}


MANY_ANSWERS: Final = "the question has many answers, and only the leading ones meet all others"


def _agrees(compared: Compared) -> bool:
    return compared.outcome.relation is Relation.AGREEMENT


def _tally(counts: Counter[str]) -> dict[str, int]:
    return {relation: counts[relation] for relation in Relation if counts[relation]}


def _short(compared: Compared) -> str:
    """Give a reason for not comparing without the names in it, so that reasons can be counted."""
    return compared.outcome.reason.split(":")[0].split(" (")[0]


def explain(left: str, right: str, context: Context) -> tuple[Step, ...]:
    """Explain any pair of claims: every step of the ladder and what decided.

    Args:
        left: Id of a claim of the context.
        right: Id of another.
        context: Claims, events and texts, as for `detect`: all that the two are considered with.
    """
    part = _holding(left, right, context)
    pair = _ordered(part, (left, right))
    found = _climb(pair, part)
    outcome = _judging(part, _climbs(part))(pair, found)
    return (
        _meeting(pair, part, context),
        *found.steps,
        Step("comparison", outcome.relation, f"{outcome.rule}: {outcome.reason}"),
    )


def _meeting(pair: Pair, part: Part, context: Context) -> Step:
    """Say by what two claims are found together."""
    if part.ties.of(pair) is not None:
        return Step("found together", SAME, "a person spoke of the two")
    shared = keys_of(pair.left.claim, context.events) & keys_of(pair.right.claim, context.events)
    met = "they share " + ", ".join(sorted(shared)) if shared else "they share no key"
    return Step("found together", SAME if shared else REFUSED, met)


def _holding(left: str, right: str, context: Context) -> Part:
    """Give the part that holds both claims, or a part of the two alone."""
    for part in each_part(context):
        if left in part.sides and right in part.sides:
            return part
    alone = {id_: context.claims[id_] for id_ in (left, right)}
    return whole_of(Context(alone, context.events, context.texts, context.ties))
