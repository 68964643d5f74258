"""Where the time of an import goes, by looking at its stack every few milliseconds.

The clock interrupts the program itself. Another thread that looks on would see it only where it
lets go of the interpreter, as the database library does, and count too much there.

A stage is told by the folder of the code that runs, so nothing has to be marked or replaced in
the program. Time in the parser itself is a stage of its own.
"""

from __future__ import annotations

import signal
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType
from typing import Final, Self

ROOT: Final = Path(__file__).resolve().parent.parent.parent
PARSE: Final = "parse (spaCy)"

_INTERVAL_S: Final = 0.001
_PARSER_FILE: Final = str(Path("spacy", "language.py"))
_STAGES: Final = {
    "claims/read/": "read and view",
    "claims/extract/": "extract",
    "claims/questions/": "compare",
    "claims/compare/": "compare",
    "claims/events": "compare",
    "db/query/": "load",
    "db/row/": "load and store",
    "db/": "store",
    "claims/service/": "the service itself",
}
"""What code of a folder does, the first that fits; values and model count for their callers."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Seconds by stage, and by function of ours outside the parser, both the most first."""

    stages: Mapping[str, float]
    functions: Mapping[str, float]

    @property
    def total_s(self) -> float:
        """Everything together."""
        return sum(self.stages.values())


class Sampler:
    """Samples the main thread from entering to leaving.

    Use: `with Sampler() as sampler: work()`, then `sampler.shares()`.
    """

    def __init__(self) -> None:
        self._stages: dict[str, float] = defaultdict(float)
        self._functions: dict[str, float] = defaultdict(float)
        self._before = 0.0

    def __enter__(self) -> Self:
        self._before = time.perf_counter()
        signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, _INTERVAL_S, _INTERVAL_S)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)

    def shares(self) -> Shares:
        """Give what was seen."""
        return Shares(_most_first(self._stages), _most_first(self._functions))

    def _look(self, _: int, frame: FrameType | None) -> None:
        now = time.perf_counter()
        stage, function = _place(frame)
        self._stages[stage] += now - self._before
        if function and stage != PARSE:
            self._functions[function] += now - self._before
        self._before = now


def _most_first(seconds: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(seconds.items(), key=lambda pair: (-pair[1], pair[0])))


def _place(frame: FrameType | None) -> tuple[str, str]:
    """Say at which stage a stack is, and in which function of ours it is deepest."""
    function = ""
    for file, name in _walk(frame):
        if file.endswith(_PARSER_FILE) and name == "Language.pipe":
            return PARSE, function
        ours = file.removeprefix(f"{ROOT}/")
        if not ours.startswith(("claims/", "db/")):
            continue
        function = function or f"{ours} {name}"
        for folder, stage in _STAGES.items():
            if ours.startswith(folder):
                return stage, function
    return "other", function


def _walk(frame: FrameType | None) -> Iterator[tuple[str, str]]:
    """Give file and function of every frame, the deepest first."""
    while frame is not None:
        yield frame.f_code.co_filename, frame.f_code.co_qualname
        frame = frame.f_back
