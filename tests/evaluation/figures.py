"""Recall, precision and false alarms: the numbers of judged clusters.

Refuses to average clusters: figures of several are the figures of all their pairs together.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.evaluation.conflicts import Judgement, Score, Verdict
from tests.evaluation.gold import DIFFERENCES


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def ratio(self) -> float | None:
        """The share as a number, None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one or several clusters.

    Counts are by reported relation; ``false_alarms`` by reported and gold relation.
    """

    found: Counter[str]
    wanted: Counter[str]
    matched: Counter[str]
    unjudged: Counter[str]
    false_alarms: Counter[tuple[str, str]]
    borderline: int
    ambiguous: int
    hidden: int
    long: int
    unlocated: int
    duplicates: int

    def recall(self, relation: str) -> Share:
        """Say how many of the labelled questions of a relation were found."""
        return Share(self.found[relation], self.wanted[relation])

    def false(self, *relations: str) -> int:
        """Count the pairs reported in one of these relations that are something else."""
        return sum(n for (reported, _), n in self.false_alarms.items() if reported in relations)

    def precision(self, *relations: str) -> Share:
        """Say how many of the pairs reported in these relations are right: the strict figure."""
        matched = sum(self.matched[relation] for relation in relations)
        unjudged = sum(self.unjudged[relation] for relation in relations)
        return Share(matched, matched + self.false(*relations) + unjudged)


def figures(scores: Sequence[Score]) -> Figures:
    """Add up the numbers of clusters."""
    judgements = [judgement for score in scores for judgement in score.judgements]
    false = [j for j in judgements if j.verdict is Verdict.FALSE_ALARM]
    return Figures(
        found=_per_relation(scores, Score.found),
        wanted=_per_relation(scores, Score.wanted),
        matched=_count(judgements, Verdict.MATCHED),
        unjudged=_count(judgements, Verdict.UNJUDGED),
        false_alarms=Counter((j.pair.relation, str(j.gold)) for j in false),
        borderline=sum(_only_borderline(j) for j in false if j.pair.relation == "contradiction"),
        ambiguous=sum(judgement.is_ambiguous for judgement in judgements),
        hidden=sum(_hides_contradiction(judgement) for judgement in judgements),
        long=sum(judgement.pair.is_long for judgement in judgements),
        unlocated=sum(not judgement.pair.is_located for judgement in judgements),
        duplicates=sum(score.duplicates for score in scores),
    )


def _per_relation(
    scores: Sequence[Score], collect: Callable[[Score, str], set[str]]
) -> Counter[str]:
    return Counter(
        {name: sum(len(collect(score, name)) for score in scores) for name in DIFFERENCES}
    )


def _count(judgements: Iterable[Judgement], verdict: Verdict) -> Counter[str]:
    return Counter(j.pair.relation for j in judgements if j.verdict is verdict)


def _only_borderline(judgement: Judgement) -> bool:
    return all(hit.record.is_borderline for hit in judgement.hits)


def _hides_contradiction(judgement: Judgement) -> bool:
    reported_as_none = judgement.verdict is Verdict.NO_DIFFERENCE
    return reported_as_none and judgement.gold == "contradiction"
