"""Says why labelled conflicts were missed: ``python -m tests.evaluation.causes``.

Of all pairs of claims that carry two differing answers the one that climbs highest says what
stopped it: no such claims (extraction), a rung of the ladder (scope), or the two values
(comparison). Prints record ids alone, as Markdown; held-back clusters are left out.
"""

import itertools
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from claims.model import CONFLICTS, Claim
from claims.questions.family import climb, family_of
from claims.questions.judgement import outcome_of
from claims.questions.ladder.step import DIFFERENT, MAYBE, REFUSED
from claims.questions.part import Part, whole_of
from claims.questions.side import Pair
from tests.evaluation.conflicts import Verdict, score
from tests.evaluation.gold import DIFFERENCES, Cluster, Gold, dev_clusters, shared_folder
from tests.evaluation.pairing import Read, carriers_of, context_of, read_cluster, stated_of
from tests.evaluation.pairs import Place
from tests.evaluation.passages import Document, read_documents
from tests.evaluation.run import report_on
from tests.evaluation.stated import Stated

NO_CLAIM: Final = "extraction: no claims carry two differing answers"
ONE_CLAIM: Final = "extraction: one claim carries both answers"
CLOSER: Final = "scope: another statement of the article fits more closely, or it gives both"
MARGIN: Final = "scope: the statements are not close enough"


class Causes:
    """The claims of one cluster, to be asked why a question was missed."""

    def __init__(self, cluster: Cluster) -> None:
        """Read the articles of a cluster."""
        read: Read = read_cluster(cluster)
        self._documents: Mapping[str, Document] = read_documents(cluster.files)
        self._stated: Mapping[str, list[Stated]] = {
            name: stated_of(name, told, self._documents) for name, told in read.items()
        }
        told = [(article.text, article.published, found) for article, found in read.values()]
        self._part: Part = whole_of(context_of(told))
        self._at: dict[Place, list[Claim]] = defaultdict(list)
        for name, (_, found) in read.items():
            for claim in found.claims:
                self._at[name, claim.anchor.start, claim.anchor.end].append(claim)

    def cause(self, record: Gold) -> str:
        """Say what kept a labelled conflict from being found."""
        seen = [_stopped(pair) for pair in self._pairs(record)]
        if seen:
            return max(seen)[1]
        places = self._carriers(record)
        held = [one for one in places if one]
        return ONE_CLAIM if len(held) > 1 else NO_CLAIM

    def _carriers(self, record: Gold) -> list[set[Place]]:
        numbers = range(len(record.answers))
        return [carriers_of(record, n, self._stated, self._documents) for n in numbers]

    def _pairs(self, record: Gold) -> Iterator[Pair]:
        places = self._carriers(record)
        for one, other in itertools.combinations(range(len(places)), 2):
            if record.answers[one].value == record.answers[other].value:
                continue
            for left, right in itertools.product(places[one], places[other]):
                yield from self._at_places(left, right)

    def _at_places(self, left: Place, right: Place) -> Iterator[Pair]:
        for one, other in itertools.product(self._at[left], self._at[right]):
            sides = self._part.sides
            if one.id != other.id and one.id in sides and other.id in sides:
                yield Pair(sides[one.id], sides[other.id])


def _stopped(pair: Pair) -> tuple[int, str]:
    """Say how far two claims come, and what stops them: the further, the higher the number."""
    if family_of(pair.left.claim) is not family_of(pair.right.claim):
        return 0, "scope: the two are told as two sorts of statement"
    found = climb(pair)
    name = found.steps[-1].name if found.steps else "family"
    if found.verdict in (REFUSED, DIFFERENT):
        return (2 if name == "likeness" else 1), (
            MARGIN if name == "likeness" else f"scope: {name}"
        )
    outcome = outcome_of(pair)
    if outcome.relation not in CONFLICTS:
        return 3, f"comparison: {outcome.relation}, {outcome.rule}"
    return (4, MARGIN) if found.verdict == MAYBE else (5, CLOSER)


def main() -> int:
    """Print causes with the ids of what was missed, and the false alarms."""
    causes: dict[str, list[str]] = defaultdict(list)
    alarms: list[str] = []
    for cluster in dev_clusters(shared_folder()):
        if cluster.is_held_back:
            continue
        judged, known = score(report_on(cluster.files).conflicts, cluster), Causes(cluster)
        missed = {id_ for relation in DIFFERENCES for id_ in judged.missed(relation)}
        for record in cluster.gold:
            if record.id in missed:
                causes[known.cause(record)].append(record.id)
        alarms += [
            f"{judgement.pair.relation} for {judgement.gold}: {', '.join(judgement.record_ids)}"
            for judgement in judged.judgements
            if judgement.verdict is Verdict.FALSE_ALARM
        ]
    for cause, ids in sorted(causes.items(), key=lambda told: (-len(told[1]), told[0])):
        sys.stdout.write(f"- {cause} ({len(ids)}): {', '.join(ids)}\n")
    sys.stdout.writelines(f"- false alarm, {line}\n" for line in sorted(set(alarms)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
