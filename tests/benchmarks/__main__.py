"""Measure speed and memory and print the results."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks import corpus
from tests.benchmarks.bulk import measure_bulk
from tests.benchmarks.detection import measure_detection
from tests.benchmarks.growth import PLOT
from tests.benchmarks.idle import share_without_claims
from tests.benchmarks.listing import measure_listing
from tests.benchmarks.one_more import measure_one_more
from tests.benchmarks.pipeline import measure_imports, measure_speed, sample_import
from tests.benchmarks.plot import draw
from tests.benchmarks.readers import measure_readers
from tests.benchmarks.report import measure_reports
from tests.benchmarks.start import measure_starts
from tests.benchmarks.table import Results, render, renew

RESULTS: Final = Path(__file__).with_name("RESULTS.md")
PARTS: Final = ("start", "add", "bulk", "detect", "grow", "list", "report", "readers")

_LARGE: Final = 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write down if that is asked for."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="claims-benchmark-") as folder:
        results = measure(options, Path(folder))
    text = render(results)
    sys.stdout.write(text)
    if options.write:
        before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
        RESULTS.write_text(renew(before, text), encoding="utf-8")
        if results.detected:
            RESULTS.with_name(PLOT).write_text(draw(results.detected), encoding="utf-8")
    return 0


def measure(options: argparse.Namespace, folder: Path) -> Results:
    """Measure the parts that are asked for."""
    parts = options.only or PARTS
    rounds: int = options.rounds
    results: dict[str, object] = {}
    if "start" in parts:
        _tell("start-up")
        results["starts"] = measure_starts(options.starts, folder)
    if "add" in parts:
        pieces = corpus.invent(options.articles)
        _tell("claims add against the parser")
        results["speed"] = measure_speed(pieces, rounds, folder)
        _tell("workers and memory")
        results["imports"] = measure_imports(pieces, rounds, folder)
        _tell("where the time goes")
        results["shares"] = sample_import(pieces, folder)
        results["idle"] = share_without_claims(pieces)
    if "bulk" in parts:
        _tell("many articles")
        results["bulk"] = measure_bulk(options.bulk, folder)
    if "detect" in parts:
        _tell("detection")
        sizes = (*options.sizes, *((_LARGE,) if options.large else ()))
        results["detected"] = measure_detection(sizes, options.naive_up_to)
    if "grow" in parts:
        _tell("one article more")
        size = _LARGE if options.large else options.grown_from
        results["grown"] = measure_one_more(size, folder)
    if "list" in parts:
        _tell("listings, search and exports")
        results["listed"] = measure_listing(options.listed, folder)
    if "report" in parts:
        _tell("reports")
        results["reported"] = measure_reports(options.reported, rounds, folder)
    if "readers" in parts:
        _tell("readers")
        results["read"] = measure_readers(options.read, rounds)
    return Results(rounds, **results)  # type: ignore[arg-type]  # the fields are named as they are


def _tell(part: str) -> None:
    sys.stderr.write(f"measuring {part} …\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    add = parser.add_argument
    add("--write", action="store_true", help=f"renew {RESULTS.name} too")
    add("--only", action="append", choices=PARTS, help="measure this part; may be repeated")
    add("--rounds", type=int, default=3, help="rounds of each comparison (%(default)s)")
    add("--starts", type=int, default=15, help="rounds of starting up (%(default)s)")
    add("--articles", type=int, default=200, help="articles that are added (%(default)s)")
    add("--bulk", type=int, default=500, help="articles that are added at once (%(default)s)")
    add(
        "--sizes",
        type=int,
        nargs="+",
        default=(1_000, 10_000, 100_000),
        help="numbers of claims to detect among (%(default)s)",
    )
    add(
        "--naive-up-to",
        type=int,
        default=10_000,
        help="claims up to which all pairs are tried too (%(default)s)",
    )
    add(
        "--grown-from",
        type=int,
        default=100_000,
        help="claims in a database before an article is added (%(default)s)",
    )
    add(
        "--listed",
        type=int,
        nargs="+",
        default=(10_000, 100_000),
        help="numbers of claims to list, search and export (%(default)s)",
    )
    add(
        "--reported",
        type=int,
        nargs="+",
        default=(10, 100, 1_000),
        help="numbers of conflicts to write reports of (%(default)s)",
    )
    add("--read", type=int, default=60, help="articles to read in each format (%(default)s)")
    add("--large", action="store_true", help=f"detect among {_LARGE:,} claims and add to them too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
