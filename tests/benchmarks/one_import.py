"""One import in a process of its own, which tells how long it took and what memory it held.

Started by `tests.benchmarks.pipeline`: python -m tests.benchmarks.one_import DB WORKERS FILE…
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from claims.service.added import Progress
from claims.service.library import add_articles
from db import open_database
from tests.benchmarks.memory import peak_mb


def main(arguments: Sequence[str]) -> None:
    """Import files and print what it took as JSON."""
    place, workers, *files = arguments
    done_at: list[float] = []
    held_mb: dict[int, float] = {}

    def watch(_: Progress) -> None:
        done_at.append(time.perf_counter())
        for child in multiprocessing.active_children():
            held = peak_mb(child.pid)
            if child.pid is not None and held is not None:
                held_mb[child.pid] = held

    database = open_database(place, create=True)
    begun = time.perf_counter()
    add_articles(database, [Path(file) for file in files], workers=int(workers), watch=watch)
    told = {
        "whole_s": time.perf_counter() - begun,
        "loaded_s": done_at[-1] - done_at[0],
        "peak_mb": peak_mb(),
        "worker_peak_mb": max(held_mb.values(), default=None),
    }
    database.close()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
