"""From a set of claims to its findings."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.events import unite_events
from claims.model import CONFLICTS, Certainty, Event, Findings, Question, Relation
from claims.questions.answer import Groups, gather_question, order_of
from claims.questions.component import Context, components
from claims.questions.conflict import Compared, compare_answers, to_conflict, within_limit
from claims.questions.flag import flags_of
from claims.questions.judgement import judge
from claims.questions.key import keys_of
from claims.questions.scope import DIFFERENT, SAME, Climb, Side, Step, TextFacts, climb


def detect(context: Context) -> Findings:
    """Find every question, answer, conflict and look-alike of a set of claims.

    Args:
        context: The claims with their events and texts.

    Returns:
        The findings, in an order that depends on the set alone.
    """
    parts = [_detect_component(part) for part in components(context)]
    conflicts = [conflict for part in parts for conflict in part.conflicts]
    return Findings(
        questions=tuple(question for part in parts for question in part.questions),
        conflicts=tuple(sorted(conflicts, key=lambda c: (-c.rank, c.id))),
        flags=tuple(flag for part in parts for flag in part.flags),
    )


def _detect_component(context: Context) -> Findings:
    sides = _sides(context)
    pairs = _pairs(sides, context.events)
    climbs = {(left.claim.id, right.claim.id): climb(left, right) for left, right in pairs}
    asked = [s.claim.id for s in sides.values() if s.claim.certainty is not Certainty.CONDITIONAL]
    clashes = [pair for pair, found in climbs.items() if found.verdict == DIFFERENT]
    groups = Groups(asked, clashes)
    joins = sorted(
        (pair for pair, found in climbs.items() if found.verdict == SAME),
        key=lambda pair: (-climbs[pair].score, pair),
    )
    for left_id, right_id in joins:
        groups.join(left_id, right_id)
    questions = [gather_question(ids, sides) for ids in groups.all()]
    return _findings(questions, pairs, climbs, sides)


def _sides(context: Context) -> dict[str, Side]:
    """Give every claim with its event, united across texts, and its text."""
    group = unite_events(context.events.values())
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event in context.events.values():
        told[group[event.id], event.text_id] |= {*event.parties, *event.hosts, *event.proposers}
    sides = {}
    for claim in context.claims.values():
        own = context.events.get(claim.scope.event or "")
        united = group.get(own.id) if own is not None else None
        names = frozenset(told[united, claim.text_id]) if united else frozenset()
        facts = context.texts.get(claim.text_id, TextFacts())
        sides[claim.id] = Side(claim, own, united, facts, names)
    return sides


def _pairs(sides: Mapping[str, Side], events: Mapping[str, Event]) -> list[tuple[Side, Side]]:
    """Give every pair of claims that share a key, by id."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for side in sides.values():
        if side.claim.certainty is not Certainty.CONDITIONAL:
            for key in keys_of(side.claim, events):
                blocks[key].append(side.claim.id)
    found = {
        pair for ids in blocks.values() for pair in itertools.combinations(sorted(set(ids)), 2)
    }
    pairs = [sorted((sides[left], sides[right]), key=order_of) for left, right in sorted(found)]
    return [(left, right) for left, right in pairs]


def _findings(
    questions: Sequence[Question],
    pairs: Sequence[tuple[Side, Side]],
    climbs: Mapping[tuple[str, str], Climb],
    sides: Mapping[str, Side],
) -> Findings:
    owner = {id_: q.id for q in questions for a in q.answers for id_ in a.claims}
    answers = {id_: a for q in questions for a in q.answers for id_ in a.claims}
    compared = compare_answers(answers, pairs, climbs)
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    refusals: dict[str, Counter[str]] = defaultdict(Counter)
    for item in compared:
        question = owner[min(item.left.claims[0], item.right.claims[0])]
        tallies[question][item.outcome.relation] += 1
        if item.outcome.relation is Relation.NOT_COMPARABLE:
            refusals[question][_short(item)] += 1
    for asked in questions:
        for answer in asked.answers:
            repeated = len({sides[id_].claim.text_id for id_ in answer.claims}) - 1
            tallies[asked.id][Relation.AGREEMENT] += repeated
    counted = [
        replace(q, tally=_tally(tallies[q.id]), refusals=dict(sorted(refusals[q.id].items())))
        for q in questions
    ]
    shown = (*CONFLICTS, Relation.DIFFERENT_SCOPE)
    conflicts = [
        to_conflict(item, sides, owner[_first(item, sides)])
        for item in compared
        if item.outcome.relation in shown
    ]
    kept = within_limit(conflicts, owner)
    agreed = [(c.left.claims, c.right.claims) for c in compared if _agrees(c)]
    return Findings(tuple(counted), tuple(kept), tuple(flags_of(counted, kept, agreed, sides)))


def _agrees(compared: Compared) -> bool:
    return compared.outcome.relation is Relation.AGREEMENT


def _first(compared: Compared, sides: Mapping[str, Side]) -> str:
    both = (compared.left, compared.right)
    return min(both, key=lambda answer: order_of(sides[answer.claims[0]])).claims[0]


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
        context: Claims, events and texts, as for `detect`.
    """
    sides = _sides(context)
    one, other = sides[left], sides[right]
    found = climb(one, other)
    outcome = judge(one, other, found)
    shared = keys_of(one.claim, context.events) & keys_of(other.claim, context.events)
    met = "they share " + ", ".join(sorted(shared)) if shared else "they share no key"
    return (
        Step("found together", SAME if shared else "refused", met),
        *found.steps,
        Step("comparison", outcome.relation, f"{outcome.rule}: {outcome.reason}"),
    )
