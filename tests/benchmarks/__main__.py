"""Measure speed and memory and print the results."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks import corpus
from tests.benchmarks.detection import Race, Shape, race
from tests.benchmarks.idle import share_without_claims
from tests.benchmarks.pipeline import measure_imports, measure_speed, sample_import
from tests.benchmarks.start import measure_starts
from tests.benchmarks.table import Results, render

RESULTS: Final = Path(__file__).with_name("RESULTS.md")
PARTS: Final = ("start", "add", "detect")

_NAIVE_UP_TO: Final = 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write down if that is asked for."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="claims-benchmark-") as folder:
        text = render(measure(options, Path(folder)))
    sys.stdout.write(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")
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
    if "detect" in parts:
        _tell("detection")
        results["races"] = tuple(_races(options.sizes, rounds))
    return Results(rounds, **results)  # type: ignore[arg-type]  # the fields are named as they are


def _races(sizes: Iterable[int], rounds: int) -> Iterable[Race]:
    for shape in Shape:
        for size in sizes:
            often = rounds if size < _NAIVE_UP_TO else 1
            yield race(shape, size, often, naive=size <= _NAIVE_UP_TO)


def _tell(part: str) -> None:
    sys.stderr.write(f"measuring {part} …\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    add = parser.add_argument
    add("--write", action="store_true", help=f"write {RESULTS.name} too")
    add("--only", action="append", choices=PARTS, help="measure this part; may be repeated")
    add("--rounds", type=int, default=3, help="rounds of each comparison (%(default)s)")
    add("--starts", type=int, default=15, help="rounds of starting up (%(default)s)")
    add("--articles", type=int, default=200, help="articles that are added (%(default)s)")
    add(
        "--sizes",
        type=int,
        nargs="+",
        default=(100, 300, 1000),
        help="numbers of claims to detect among (%(default)s)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
