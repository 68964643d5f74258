"""All clusters in one database: nothing inside one may change, and nothing may join two of them.

No two clusters tell of one thing, so that every conflict between articles of two is false.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.evaluation.conflicts import ConflictsDocument, ReportedConflict
from tests.evaluation.gold import DIFFERENCES, Cluster
from tests.evaluation.run import PROGRAM, report_on


@dataclass(frozen=True, slots=True)
class Together:
    """What one database for everything gave.

    Args:
        within: Conflicts between articles of one cluster.
        gained: Of these, how many are not found in a database of that cluster alone.
        lost: How many are found there alone.
        across: Conflicts between articles of two clusters.
    """

    within: int
    gained: int
    lost: int
    across: int


def together(
    clusters: Iterable[Cluster],
    apart: Iterable[ConflictsDocument],
    program: Sequence[str] = PROGRAM,
) -> Together:
    """Add the articles of all clusters to one database and hold the conflicts against those apart.

    Args:
        clusters: The clusters; the names of their files are all different.
        apart: What the program printed of each of them alone.
        program: The command to run.
    """
    files = {file.name: (cluster.name, file) for cluster in clusters for file in cluster.files}
    paths: list[Path] = [file for _, file in files.values()]
    home = {name: cluster for name, (cluster, _) in files.items()}
    found = report_on(paths, program).conflicts
    inside = Counter[object]()
    across = 0
    for conflict in _differences(found):
        if home[conflict["left"]["article"]["file"]] == home[conflict["right"]["article"]["file"]]:
            inside[_identity(conflict)] += 1
        else:
            across += 1
    alone = Counter(_identity(one) for document in apart for one in _differences(document))
    return Together(inside.total(), (inside - alone).total(), (alone - inside).total(), across)


def _differences(document: ConflictsDocument) -> list[ReportedConflict]:
    return [one for one in document["conflicts"] if one["relation"] in DIFFERENCES]


def _identity(conflict: ReportedConflict) -> object:
    sides = (conflict["left"], conflict["right"])
    return (
        conflict["relation"],
        conflict["kind"],
        frozenset((side["article"]["file"], side["quote"]) for side in sides),
    )
