"""Detection on invented claims of a realistic spread: time, memory, and the naive way beside it.

Each size is measured in a process of its own, because a process never tells how much memory its
last part alone took.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from claims.model import Conflict, Findings, Relation
from claims.questions import Context, detect
from tests.benchmarks.asked import is_hot
from tests.benchmarks.memory import peak_mb, watched
from tests.benchmarks.naive import detect_all_pairs
from tests.benchmarks.spread import invent_claims
from tests.benchmarks.timing import spend

ROOT: Final = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Detected:
    """What detecting among so many claims took.

    Args:
        claims: How many claims.
        articles: How many articles tell them.
        questions: How many questions they answer, as detection found.
        most_answers: How many answers the question with most of them has.
        conflicts: Contradictions, updates and look-alikes found.
        wall_s: Seconds by the clock.
        processor_s: Seconds of the processor, those of a helper too: other programs do not count.
        peak_mb: The most memory that the process and its helper held together, with the claims.
        claims_mb: The most that it held when the claims were there.
        all_pairs_s: Seconds of the processor that the naive way took; None where not tried.
    """

    claims: int
    articles: int
    questions: int
    most_answers: int
    conflicts: int
    wall_s: float
    processor_s: float
    peak_mb: float
    claims_mb: float
    all_pairs_s: float | None = None


def measure_detection(sizes: Iterable[int], naive_up_to: int) -> list[Detected]:
    """Measure each size in a process of its own."""
    return [_apart(size, naive=size <= naive_up_to) for size in sizes]


def _apart(claims: int, *, naive: bool) -> Detected:
    command = [sys.executable, "-m", "tests.benchmarks.detection", str(claims), str(int(naive))]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    return Detected(**json.loads(done.stdout))


def detect_among(claims: int, *, naive: bool = False) -> Detected:
    """Detect among so many invented claims.

    Raises:
        AssertionError: The naive way found something else.
    """
    context = invent_claims(claims)
    before_mb = peak_mb() or 0.0
    found: list[Findings] = []
    with watched() as together_mb:
        spent = spend(lambda: found.append(detect(context)))
    told = Detected(
        claims=len(context.claims),
        articles=len(context.texts),
        questions=len(found[0].questions),
        most_answers=max(len(question.answers) for question in found[0].questions),
        conflicts=len(found[0].conflicts),
        wall_s=spent.wall_s,
        processor_s=spent.processor_s,
        peak_mb=max([peak_mb() or 0.0, *together_mb]),
        claims_mb=before_mb,
    )
    return replace(told, all_pairs_s=_all_pairs(context, found[0])) if naive else told


def _all_pairs(context: Context, found: Findings) -> float:
    """Do it the naive way, see that both found the same, and give what it took."""
    again: list[Findings] = []
    spent = spend(lambda: again.append(detect_all_pairs(context)))
    one, other = (_told(some.conflicts, context) for some in (found, again[0]))
    if one != other:
        msg = f"all pairs found {len(other - one)} conflicts more and {len(one - other)} fewer"
        raise AssertionError(msg)
    return spent.processor_s


def _told(conflicts: Iterable[Conflict], context: Context) -> set[tuple[str, str, str]]:
    """Give conflicts as who stands against whom; hot questions and look-alikes left out.

    A hot question has so many claims that only some of them are held against each other.
    """
    return {
        (one.left, one.right, one.relation)
        for one in conflicts
        if one.relation is not Relation.DIFFERENT_SCOPE and not is_hot(context.claims[one.left])
    }


def main(arguments: Sequence[str]) -> None:
    """Measure one size and print what it took as JSON."""
    claims, naive = map(int, arguments)
    sys.stdout.write(json.dumps(asdict(detect_among(claims, naive=bool(naive)))))


if __name__ == "__main__":
    main(sys.argv[1:])
