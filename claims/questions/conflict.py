"""Pairs of answers compared, and those worth showing made into conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from sys import intern
from typing import Final, NamedTuple

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
from claims.questions.judgement import statement_of
from claims.questions.ladder.step import REFUSED, Climb
from claims.questions.origin import origins_at_most
from claims.questions.rank import rank_of
from claims.questions.side import Pair, Side
from claims.questions.wording import reason_text

LOOK_ALIKES_A_QUESTION: Final = 3


Judging = Callable[[Pair, Climb], Outcome]
"""What says what two claims come to, given how far their scopes agree."""


class Compared(NamedTuple):
    """One pair of answers and what it came to.

    Args:
        left: One answer.
        right: The other.
        outcome: The relation, its rule and reason.
        climb: How far their scopes agree.
        texts: For lists that differ, ids of the texts of the two claims held against each other.
        fuller: For those, ids of the answers that have what the other lacks.
    """

    left: Answer
    right: Answer
    outcome: Outcome
    climb: Climb
    texts: frozenset[str] = frozenset()
    fuller: frozenset[str] = frozenset()


def _fuller(left: Side, right: Side, one: Answer, other: Answer) -> frozenset[str]:
    """Give the answers that name somebody the other article does not."""
    statements = statement_of(left), statement_of(right)
    named = {one.id: missing(*statements), other.id: missing(*reversed(statements))}
    return frozenset(id_ for id_, keys in named.items() if keys)


def compare_answers(
    answers: Mapping[str, Answer], climbs: Iterable[tuple[Pair, Climb]], judging: Judging
) -> list[Compared]:
    """Compare every two answers once, by the pair of claims that tells most.

    Args:
        answers: The answer of each claim.
        climbs: The pairs that are considered, and how far their scopes agree.
        judging: Says what two claims come to.
    """
    seen: dict[tuple[str, str], Compared] = {}
    for pair, found in climbs:
        one, other = answers[pair.left.claim.id], answers[pair.right.claim.id]
        if one.id == other.id:
            continue
        key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        held = seen.get(key)
        if held is not None and (found.verdict == REFUSED or _tells_most(held.outcome)):
            continue  # it would tell no more
        outcome = judging(pair, found)
        if held is None or _telling(outcome) > _telling(held.outcome):
            seen[key] = _compared(pair, found, outcome, one, other)
    return _once_a_list(list(seen.values()))


def _compared(pair: Pair, found: Climb, outcome: Outcome, one: Answer, other: Answer) -> Compared:
    left, right = pair.left, pair.right
    if outcome.relation is not Relation.OMISSION:
        return Compared(one, other, outcome, found)
    texts = frozenset((left.claim.text_id, right.claim.text_id))
    return Compared(one, other, outcome, found, texts, _fuller(left, right, one, other))


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
            kept.append(item._replace(outcome=compatible("participants.part", reason)))
            continue
        if apart:
            met |= sides
        kept.append(item)
    return kept


def _longest_first(item: Compared) -> tuple[int, str, str]:
    ids = sorted((item.left.id, item.right.id))
    return -len(item.left.value.text) - len(item.right.value.text), ids[0], ids[1]


_TELLING: Final = {
    relation: place
    for place, relation in enumerate(
        (
            Relation.NOT_COMPARABLE,
            Relation.DIFFERENT_SCOPE,
            Relation.COMPATIBLE,
            Relation.AGREEMENT,
            Relation.OMISSION,
            Relation.UPDATE,
            Relation.CONTRADICTION,
        )
    )
}


def _tells_most(outcome: Outcome) -> bool:
    return outcome.relation is Relation.CONTRADICTION


def _telling(outcome: Outcome) -> int:
    return _TELLING[outcome.relation]


class Supports(dict[str, Support]):
    """How many articles and origins hold each answer, by its id, counted when first asked for."""

    def __init__(self, sides: Mapping[str, Side]) -> None:
        """Count nothing yet."""
        super().__init__()
        self._sides = sides

    def of(self, answer: Answer) -> Support:
        """Give what supports an answer."""
        found = self.get(answer.id)
        if found is None:
            found = self[answer.id] = _support(answer, self._sides)
        return found


def _support(answer: Answer, sides: Mapping[str, Side]) -> Support:
    texts = {sides[id_].claim.text_id: sides[id_].facts.articles for id_ in answer.claims}
    facts = {sides[id_].claim.text_id: sides[id_].facts for id_ in answer.claims}
    told = [sides[id_].claim for id_ in answer.claims]
    return Support(sum(texts.values()), origins_at_most(told, facts))


def _sides(compared: Compared, sides: Mapping[str, Side]) -> tuple[Pair, Answer, Answer]:
    """Give the representatives of two answers, the earlier published on the left."""
    one, other = compared.left, compared.right
    left, right = sides[one.claims[0]], sides[other.claims[0]]
    if order_of(left) <= order_of(right):
        return Pair(left, right), one, other
    return Pair(right, left), other, one


def to_conflict(
    compared: Compared, sides: Mapping[str, Side], question: str, supports: Supports
) -> Conflict:
    """Make a conflict of a pair of answers; the earlier published stands on the left."""
    pair, first, second = _sides(compared, sides)
    left, right = pair.left, pair.right
    return Conflict(
        id=conflict_id(left.claim.id, right.claim.id),
        relation=compared.outcome.relation,
        kind=_kind(left.claim, right.claim),
        rule=compared.outcome.rule,
        reason=intern(reason_text(left, right, compared.outcome, compared.climb)),
        rank=rank_of(pair, compared.outcome, compared.climb),
        question=question,
        left=left.claim.id,
        right=right.claim.id,
        left_support=supports.of(first),
        right_support=supports.of(second),
    )


def _kind(left: Claim, right: Claim) -> Kind:
    if Polarity.DENIED in (left.polarity, right.polarity):
        return Kind.POLARITY
    return left.kind


def within_limit(
    compared: Iterable[Compared], sides: Mapping[str, Side], owner: Mapping[str, str]
) -> Iterator[tuple[Compared, str]]:
    """Keep all conflicts, and of the look-alikes at most three a question, the best first.

    A conflict stands under the question of its earlier answer; a look-alike too, or under the
    other's where that one is full. Of two of one rank the smaller id comes first.

    Args:
        compared: Pairs of answers.
        sides: Their claims.
        owner: The question of each claim.

    Returns:
        What is kept with its question; look-alikes last.
    """
    alike = []
    for item in compared:
        pair, _, _ = _sides(item, sides)
        questions = owner[pair.left.claim.id], owner[pair.right.claim.id]
        if item.outcome.relation is not Relation.DIFFERENT_SCOPE:
            yield item, questions[0]
            continue
        id_ = conflict_id(pair.left.claim.id, pair.right.claim.id)
        alike.append((-rank_of(pair, item.outcome, item.climb), id_, item, questions))
    held: Counter[str] = Counter()
    for _, _, item, questions in sorted(alike, key=lambda entry: entry[:2]):
        free = next((q for q in questions if held[q] < LOOK_ALIKES_A_QUESTION), None)
        if free is not None:
            held[free] += 1
            yield item, free
