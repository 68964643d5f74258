"""One import in a process of its own, which tells how long it took and what memory it held.

Started by `tests.benchmarks.pipeline`: python -m tests.benchmarks.one_import DB WORKERS FOLDER
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from claims.service.library import add_each
from db import open_database
from tests.benchmarks.memory import held_mb, peak_mb

PARTS = 10
"""In how many parts the course of an import is told."""


def main(arguments: Sequence[str]) -> None:
    """Import a folder and print what it took as JSON."""
    place, workers, folder = arguments
    many = sum(1 for _ in Path(folder).iterdir())
    ends = {many * (part + 1) // PARTS for part in range(PARTS)}
    peaks_mb: dict[int, float] = {}
    course: list[tuple[int, float, float, float | None]] = []
    first = 0.0
    database = open_database(place, create=True)
    begun = time.perf_counter()
    for done, _ in enumerate(add_each(database, [Path(folder)], workers=int(workers)), 1):
        first = first or time.perf_counter()
        _note_workers(peaks_mb)
        if done in ends:
            course.append((done, time.perf_counter() - begun, time.process_time(), held_mb()))
    told = {
        "whole_s": time.perf_counter() - begun,
        "loaded_s": time.perf_counter() - first,
        "peak_mb": peak_mb(),
        "worker_peak_mb": max(peaks_mb.values(), default=None),
        "course": course,
    }
    database.close()
    sys.stdout.write(json.dumps(told))


def _note_workers(peaks_mb: dict[int, float]) -> None:
    """Note the most that each worker has held so far."""
    for child in multiprocessing.active_children():
        held = peak_mb(child.pid)
        if child.pid is not None and held is not None:
            peaks_mb[child.pid] = held


if __name__ == "__main__":
    main(sys.argv[1:])
