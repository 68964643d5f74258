"""Says how many reported conflicts are right: ``python -m tests.evaluation.reported``.

The labels of a cluster speak of one question at a time, so most pairs of a long ledger stand in
none of them. Here each reported contradiction and update of a readable cluster is held against the
judgements by hand in `pairs.jsonl`. `--open` prints those that nobody has judged, for a reader.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.model import Claim
from tests.evaluation.gold import Cluster, dev_clusters, shared_folder
from tests.evaluation.pairing import read_cluster
from tests.evaluation.pairs import CONFLICTING, Place, read_pairs
from tests.evaluation.run import report_on


@dataclass(frozen=True, slots=True)
class ReportedPair:
    """A reported conflict with what a reader says of it.

    Args:
        cluster: Name of its cluster.
        relation: What the program calls it.
        places: Where its two claims rest.
        label: What a reader calls it, None where nobody looked.
        told: The conflict as the program prints it.
    """

    cluster: str
    relation: str
    places: tuple[Place, Place]
    label: str | None
    told: Mapping[str, Any]


def reported_pairs(cluster: Cluster) -> Iterator[ReportedPair]:
    """Give the contradictions and updates that the program reports of a cluster.

    Raises:
        ValueError: The cluster is held back.
    """
    if cluster.is_held_back:
        message = f"{cluster.name} is held back: nobody judges its pairs"
        raise ValueError(message)
    places = dict(_places(cluster))
    judged = read_pairs()
    for conflict in report_on(cluster.files).conflicts["conflicts"]:
        told: Mapping[str, Any] = {**conflict}
        if told["relation"] in CONFLICTING:
            pair = places[told["left"]["id"]], places[told["right"]["id"]]
            label = judged.get(frozenset(pair))
            yield ReportedPair(cluster.name, told["relation"], pair, label, told)


def _places(cluster: Cluster) -> Iterator[tuple[str, Place]]:
    for name, (_, found) in read_cluster(cluster).items():
        for claim in found.claims:
            yield claim.id, _place(name, claim)


def _place(name: str, claim: Claim) -> Place:
    return name, claim.anchor.start, claim.anchor.end


def counts_of(pairs: Iterable[ReportedPair]) -> Counter[str]:
    """Count reported conflicts by what readers say.

    "right" has the very relation, "other word" is an update called a contradiction or the other
    way round, "wrong" is no conflict, "open" was judged by nobody.
    """
    counted: Counter[str] = Counter()
    for pair in pairs:
        if pair.label is None:
            counted["open"] += 1
        elif pair.label == pair.relation:
            counted["right"] += 1
        else:
            counted["other word" if pair.label in CONFLICTING else "wrong"] += 1
    return counted


def _as_lines(pair: ReportedPair) -> Iterator[str]:
    yield f"{pair.cluster} {pair.relation} {list(pair.places[0])} {list(pair.places[1])}"
    for side in (pair.told["left"], pair.told["right"]):
        yield f"    {side['value']['text']} | {side['quote']}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts, and with `--open` the pairs that nobody has judged."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.reported")
    parser.add_argument("--open", action="store_true", help="print what nobody has judged")
    parser.add_argument("--wrong", action="store_true", help="print what is judged wrong")
    options = parser.parse_args(arguments)
    readable = [one for one in dev_clusters(shared_folder()) if not one.is_held_back]
    pairs = [pair for cluster in readable for pair in reported_pairs(cluster)]
    counted = counts_of(pairs)
    known = counted["right"] + counted["other word"] + counted["wrong"]
    sys.stdout.write(
        f"{len(pairs)} contradictions and updates reported, {known} judged by hand: "
        f"{counted['right']} right, {counted['other word']} right but for the word (update or "
        f"contradiction), {counted['wrong']} wrong\n"
    )
    if options.open:
        unjudged = [pair for pair in pairs if pair.label is None]
        sys.stdout.writelines(f"{line}\n" for pair in unjudged for line in _as_lines(pair))
    if options.wrong:
        wrong = [pair for pair in pairs if pair.label is not None and pair.label != pair.relation]
        sys.stdout.writelines(f"{line}\n" for pair in wrong for line in _as_lines(pair))
    return 0


if __name__ == "__main__":
    sys.exit(main())
