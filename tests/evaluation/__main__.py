"""Measure the program on the labelled articles and print one table."""

import argparse
import json
import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from rich.console import Console

from tests.evaluation.answers import Answers, find_answers
from tests.evaluation.answers_table import answers_as_json, print_answers, print_missed_answers
from tests.evaluation.baseline import pair_by_noun
from tests.evaluation.conflicts import ConflictsDocument, Score, score
from tests.evaluation.errors import EvaluationError
from tests.evaluation.gold import Cluster, dev_clusters, seeds_cluster, shared_folder
from tests.evaluation.judged import (
    Identity,
    Precision,
    identify,
    precision,
    precision_as_json,
    print_precision,
    read_judgements,
)
from tests.evaluation.layout import WIDTH
from tests.evaluation.pages.table import print_pages
from tests.evaluation.passages import read_documents
from tests.evaluation.provided import (
    Provided,
    print_provided,
    provide,
    provided_as_json,
    providers,
)
from tests.evaluation.run import PROGRAM, report_on
from tests.evaluation.stated import Stated, read_claims
from tests.evaluation.table import (
    as_json,
    baseline_as_json,
    print_baseline,
    print_dev,
    print_list,
    print_seeds,
    print_together,
)
from tests.evaluation.together import Together, together


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of the labels of one cluster, and what the program claims there.

    ``claims`` are for judging by hand; of a held-back cluster there are none.
    """

    conflicts: Score
    baseline: Score
    answers: Answers
    claims: dict[Identity, Stated]
    printed: ConflictsDocument


@dataclass(frozen=True, slots=True)
class Everything:
    """All figures: the clusters, the seeds first, and the labelled sentences."""

    clusters: list[Measured]
    provided: list[Provided]
    together: Together | None

    @property
    def scores(self) -> list[Score]:
        """What became of the conflicts, cluster by cluster."""
        return [each.conflicts for each in self.clusters]

    @property
    def answers(self) -> list[Answers]:
        """What became of the labelled answers, cluster by cluster."""
        return [each.answers for each in self.clusters]

    @property
    def precision(self) -> Precision:
        """The share of judged claims that are right."""
        claims = {name: claim for each in self.clusters for name, claim in each.claims.items()}
        return precision(claims, read_judgements())


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Returns:
        0 whatever the figures are, 1 when there are none.
    """
    options = _parser().parse_args(arguments)
    try:
        _print(_measure_all(options), options)
    except EvaluationError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def measure(cluster: Cluster, program: Sequence[str]) -> Measured:
    """Run the program on one cluster and judge what it reports.

    Raises:
        EvaluationError: The program failed; of a held-back cluster it is not told how.
    """
    try:
        return _measure(cluster, program)
    except EvaluationError as problem:
        told = "failed" if cluster.is_held_back else str(problem)
        message = f"{cluster.name}: {told}"
        raise type(problem)(message) from None


def _measure(cluster: Cluster, program: Sequence[str]) -> Measured:
    reported = report_on(cluster.files, program)
    documents = read_documents(cluster.files)
    claims = read_claims(reported.claims, documents)
    shown = [] if cluster.is_held_back else claims
    return Measured(
        score(reported.conflicts, cluster),
        score(pair_by_noun(reported.claims), cluster),
        find_answers(cluster, claims, documents),
        {identify(cluster.name, claim): claim for claim in shown},
        reported.conflicts,
    )


def _measure_all(options: argparse.Namespace) -> Everything:
    shared = shared_folder()
    dev = [] if options.seeds_only else list(dev_clusters(shared))
    names = [] if options.seeds_only or options.program else providers()
    program = shlex.split(options.program) if options.program else PROGRAM
    with _workers(options.jobs) as (threads, processes):
        # The slowest first.
        others = [threads.submit(_apart, processes, name, shared) for name in names[::-1]]
        everything = [seeds_cluster(shared), *dev]
        clusters = list(threads.map(partial(measure, program=program), everything))
        whole = together(everything, [each.printed for each in clusters], program) if dev else None
        return Everything(clusters, [each.result() for each in others[::-1]], whole)


@contextmanager
def _workers(jobs: int) -> Iterator[tuple[ThreadPoolExecutor, ProcessPoolExecutor]]:
    """Open as many threads as things may go on at a time, each of which waits for a process."""
    with (
        ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as processes,
        ThreadPoolExecutor(jobs) as threads,
    ):
        yield threads, processes


def _apart(processes: ProcessPoolExecutor, name: str, shared: Path) -> Provided:
    waiting: Future[Provided] = processes.submit(provide, name, shared)
    return waiting.result()


def _print(found: Everything, options: argparse.Namespace) -> None:
    console = Console(width=WIDTH, highlight=False, soft_wrap=True)
    print_answers(console, found.answers)
    print_precision(console, found.precision)
    print_provided(console, found.provided)
    print_pages(console)
    seeds, *dev = found.scores
    print_seeds(console, seeds)
    if dev:
        print_dev(console, dev)
        print_baseline(console, dev, [each.baseline for each in found.clusters[1:]])
    if found.together:
        print_together(console, found.together)
    if options.list:
        print_list(console, found.scores)
        print_missed_answers(console, found.answers)
    if options.json:
        text = json.dumps(_as_json(found), ensure_ascii=False, indent=1)
        options.json.write_text(f"{text}\n", encoding="utf-8")


def _as_json(found: Everything) -> dict[str, Any]:
    seeds, *dev = found.scores
    return {
        **as_json(seeds, dev),
        "baseline": baseline_as_json([each.baseline for each in found.clusters[1:]]),
        "together": asdict(found.together) if found.together else None,
        "answers": answers_as_json(found.answers),
        "precision_of_claims": precision_as_json(found.precision),
        "labelled_sentences": provided_as_json(found.provided),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    add = parser.add_argument
    add("--seeds-only", action="store_true", help="leave the development clusters out")
    add("--list", action="store_true", help="list what was missed and the false alarms by id")
    add("--json", type=Path, metavar="OUT", help="write all figures to this file")
    add("--jobs", type=int, default=os.cpu_count() or 1, help="clusters at a time (%(default)s)")
    add("--program", metavar="COMMAND", help="measure this command instead of this repository")
    return parser


if __name__ == "__main__":
    sys.exit(main())
