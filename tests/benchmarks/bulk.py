"""An import of many articles: whether its end is as quick, and as small, as its start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.benchmarks import corpus
from tests.benchmarks.markdown import MARKED, draw_table
from tests.benchmarks.pipeline import run_import

_WORKERS: Final = 2
_SLACK: Final = 1.1
"""How much slower, or larger, the end may be than the start and still count as no more."""


@dataclass(frozen=True, slots=True)
class Tenth:
    """A tenth of an import.

    Args:
        articles: How many were stored at its end.
        wall_s: Seconds it took.
        processor_s: Seconds of the processor that the process that stores took; that which workers
            take to parse does not depend on what is stored.
        held_mb: What that process held in memory at its end; None where the system does not tell.
    """

    articles: int
    wall_s: float
    processor_s: float
    held_mb: float | None


@dataclass(frozen=True, slots=True)
class Bulk:
    """A long import.

    Args:
        words: How many words the articles have.
        tenths: Its course.
        peak_mb: The most memory that the process that stores held.
        worker_peak_mb: The most that a worker held.
    """

    words: int
    tenths: Sequence[Tenth]
    peak_mb: float | None
    worker_peak_mb: float | None


def measure_bulk(articles: int, folder: Path) -> Bulk:
    """Import many articles with two workers."""
    pieces = corpus.invent(articles)
    place = folder / "bulk"
    corpus.write(pieces, place)
    told: dict[str, Any] = run_import(folder / "bulk.db", _WORKERS, place)
    return Bulk(
        words=sum(piece.words for piece in pieces),
        tenths=_tenths(told["course"]),
        peak_mb=told["peak_mb"],
        worker_peak_mb=told["worker_peak_mb"],
    )


def _tenths(course: Sequence[tuple[int, float, float, float | None]]) -> list[Tenth]:
    begun = [(0, 0.0, 0.0, None), *course]
    return [
        Tenth(done, wall - wall_before, processor - processor_before, held)
        for (_, wall_before, processor_before, _), (done, wall, processor, held) in zip(
            begun, course, strict=False
        )
    ]


def tell_bulk(bulk: Bulk | None) -> Iterator[str]:
    """Write how a long import went."""
    if bulk is None:
        return
    whole_s = sum(tenth.wall_s for tenth in bulk.tenths)
    yield "## Many articles"
    yield (
        f"{bulk.tenths[-1].articles:,} invented articles of {bulk.words:,} words, {_WORKERS}\n"
        f"workers: {whole_s / 60:.0f} minutes, {bulk.words / whole_s:,.0f} words a second.\n"
        "Processor: what the process that stores took for each article. At most that process held\n"
        f"{bulk.peak_mb or 0:,.0f} MB, a worker {bulk.worker_peak_mb or 0:,.0f} MB."
    )
    yield draw_table(
        ("articles", "seconds an article", "of the processor", "MB held"), _rows(bulk.tenths)
    )
    yield from _aims(bulk.tenths)


def _rows(tenths: Sequence[Tenth]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    before = 0
    for tenth in tenths:
        many = tenth.articles - before
        spent = (f"{tenth.wall_s / many:.3f}", f"{tenth.processor_s / many:.3f}")
        held = "" if tenth.held_mb is None else f"{tenth.held_mb:,.0f}"
        rows.append((f"{tenth.articles:,}", *spent, held))
        before = tenth.articles
    return rows


def _aims(tenths: Sequence[Tenth]) -> Iterator[str]:
    """Hold the end against the second tenth: in the first one, things are loaded."""
    early, late = tenths[1], tenths[-1]
    slower = late.processor_s / early.processor_s if early.processor_s else 1.0
    held = (late.held_mb or 1.0) / (early.held_mb or 1.0)
    yield (
        f"The last tenth took {slower:.2f} times the processor of the second, and held {held:.2f}\n"
        f"times the memory. Aim: no more (at most {_SLACK} times); met: time\n"
        f"{MARKED[slower <= _SLACK]}, memory {MARKED[held <= _SLACK]}."
    )
