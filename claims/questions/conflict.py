"""Pairs of answers compared, and those worth showing made into conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from claims.compare import missing
from claims.compare.outcome import compatible
from claims.model import (
    Answer,
    Claim,
    Conflict,
    Kind,
    Outcome,
    Polarity,
    Relation,
    Support,
    conflict_id,
)
from claims.questions.answer import order_of
from claims.questions.judgement import Rivals, judge, statement_of
from claims.questions.ladder.step import Climb
from claims.questions.origin import origins_at_most
from claims.questions.rank import rank_of
from claims.questions.side import Pair, Side
from claims.questions.wording import reason_text

LOOK_ALIKES_A_QUESTION: Final = 3


@dataclass(frozen=True)
class Compared:
    """One pair of answers and what it came to.

    Args:
        left: One answer.
        right: The other.
        outcome: The relation, its rule and reason.
        climb: How far their scopes agree.
        texts: Ids of the texts of the two claims that were held against each other.
        fuller: For lists that differ, ids of the answers that have what the other lacks.
    """

    left: Answer
    right: Answer
    outcome: Outcome
    climb: Climb
    texts: frozenset[str]
    fuller: frozenset[str] = frozenset()


def _fuller(left: Side, right: Side, one: Answer, other: Answer) -> frozenset[str]:
    """Give the answers that name somebody the other article does not."""
    statements = statement_of(left), statement_of(right)
    named = {one.id: missing(*statements), other.id: missing(*reversed(statements))}
    return frozenset(id_ for id_, keys in named.items() if keys)


def compare_answers(
    answers: Mapping[str, Answer], climbs: Iterable[tuple[Pair, Climb]], rivals: Rivals
) -> list[Compared]:
    """Compare every two answers once, by the pair of claims that tells most."""
    seen: dict[tuple[str, str], Compared] = {}
    for pair, found in climbs:
        left, right = pair.left, pair.right
        one, other = answers[left.claim.id], answers[right.claim.id]
        if one.id == other.id:
            continue
        key = (min(one.id, other.id), max(one.id, other.id))
        outcome = rivals.judge(pair, found, judge(pair, found))
        texts = frozenset((left.claim.text_id, right.claim.text_id))
        lacking = outcome.relation is Relation.OMISSION
        fuller = _fuller(left, right, one, other) if lacking else frozenset[str]()
        compared = Compared(one, other, outcome, found, texts, fuller)
        if key not in seen or _telling(compared) > _telling(seen[key]):
            seen[key] = compared
    return _once_a_list(list(seen.values()))


def _once_a_list(compared: Sequence[Compared]) -> list[Compared]:
    """Report what a list has and another article lacks once, not for each list of that article.

    A list that shares a member with one of the other article is held against that one; a list
    that shares none, against the longest, so that its members are not passed over.
    """
    met = {
        (answer, item.texts)
        for item in compared
        if item.outcome.rule == "participants.omission"
        for answer in item.fuller
    }
    kept = []
    for item in sorted(compared, key=_longest_first):
        apart = item.outcome.rule == "participants.omission_apart"
        sides = {(answer, item.texts) for answer in item.fuller}
        if apart and sides <= met:
            reason = "each names a part of those who took part"
            kept.append(replace(item, outcome=compatible("participants.part", reason)))
            continue
        if apart:
            met |= sides
        kept.append(item)
    return kept


def _longest_first(item: Compared) -> tuple[int, str, str]:
    ids = sorted((item.left.id, item.right.id))
    return -len(item.left.value.text) - len(item.right.value.text), ids[0], ids[1]


_TELLING: Final = (
    Relation.NOT_COMPARABLE,
    Relation.DIFFERENT_SCOPE,
    Relation.COMPATIBLE,
    Relation.AGREEMENT,
    Relation.OMISSION,
    Relation.UPDATE,
    Relation.CONTRADICTION,
)


def _telling(compared: Compared) -> int:
    return _TELLING.index(compared.outcome.relation)


def _support(answer: Answer, sides: Mapping[str, Side]) -> Support:
    texts = {sides[id_].claim.text_id: sides[id_].facts.articles for id_ in answer.claims}
    facts = {sides[id_].claim.text_id: sides[id_].facts for id_ in answer.claims}
    told = [sides[id_].claim for id_ in answer.claims]
    return Support(sum(texts.values()), origins_at_most(told, facts))


def to_conflict(compared: Compared, sides: Mapping[str, Side], question: str) -> Conflict:
    """Make a conflict of a pair of answers; the earlier published stands on the left."""
    first, second = sorted(
        (compared.left, compared.right), key=lambda answer: order_of(sides[answer.claims[0]])
    )
    left, right = sides[first.claims[0]], sides[second.claims[0]]
    return Conflict(
        id=conflict_id(left.claim.id, right.claim.id),
        relation=compared.outcome.relation,
        kind=_kind(left.claim, right.claim),
        rule=compared.outcome.rule,
        reason=reason_text(left, right, compared.outcome, compared.climb),
        rank=rank_of(Pair(left, right), compared.outcome, compared.climb),
        question=question,
        left=left.claim.id,
        right=right.claim.id,
        left_support=_support(first, sides),
        right_support=_support(second, sides),
    )


def _kind(left: Claim, right: Claim) -> Kind:
    if Polarity.DENIED in (left.polarity, right.polarity):
        return Kind.POLARITY
    return left.kind


def within_limit(conflicts: Iterable[Conflict], owner: Mapping[str, str]) -> list[Conflict]:
    """Keep all conflicts, and of the look-alikes at most three a question, the best first.

    A look-alike stands under one of its two questions: the earlier answer's, or the other's where
    that one is full.
    """
    held: Counter[str] = Counter()
    kept = []
    for conflict in sorted(conflicts, key=lambda c: (-c.rank, c.id)):
        if conflict.relation is not Relation.DIFFERENT_SCOPE:
            kept.append(conflict)
            continue
        sides = (owner[conflict.left], owner[conflict.right])
        free = next((q for q in sides if held[q] < LOOK_ALIKES_A_QUESTION), None)
        if free is not None:
            held[free] += 1
            kept.append(replace(conflict, question=free))
    return kept
