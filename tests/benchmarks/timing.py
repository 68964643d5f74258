"""Wall time, measured in turns: what is compared runs beside what it is compared with.

A machine that is busy for a while then slows both sides. The minimum says what the program needs,
the median what it took here.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """How long one thing took, each time it was done, in seconds."""

    times_s: tuple[float, ...]

    @property
    def minimum_s(self) -> float:
        """The quickest time."""
        return min(self.times_s)

    @property
    def median_s(self) -> float:
        """The time in the middle."""
        return statistics.median(self.times_s)

    def over(self, other: Measured) -> Measured:
        """Give what this took beyond the other, round by round."""
        return Measured(tuple(a - b for a, b in zip(self.times_s, other.times_s, strict=True)))

    def ratio_to(self, other: Measured) -> Measured:
        """Give how many times as long this took as the other, round by round."""
        return Measured(tuple(a / b for a, b in zip(self.times_s, other.times_s, strict=True)))


@dataclass(frozen=True, slots=True)
class Spent:
    """What one thing took: seconds by the clock, and seconds of the processor.

    The processor's are those of this process and of the processes it began and ended meanwhile.
    """

    wall_s: float
    processor_s: float


def spend(action: Callable[[], object]) -> Spent:
    """Do something and give what it took."""
    wall, processor = time.perf_counter(), _processor_s()
    action()
    return Spent(time.perf_counter() - wall, _processor_s() - processor)


def _processor_s() -> float:
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system


def took(action: Callable[[], object]) -> float:
    """Do something and give the seconds it took."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def in_turns(
    actions: Mapping[str, Callable[[], object]], rounds: int, *, warm: bool = True
) -> dict[str, Measured]:
    """Do everything once a round, each round beginning with another of the actions.

    Args:
        actions: What to do, by name.
        rounds: How often.
        warm: Do everything once before, untimed, so that files are compiled and cached.
    """
    names = list(actions)
    for name in names if warm else ():
        actions[name]()
    times: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        for name in _rotated(names, turn):
            times[name].append(took(actions[name]))
    return {name: Measured(tuple(found)) for name, found in times.items()}


def _rotated(names: Sequence[str], turn: int) -> list[str]:
    at = turn % len(names)
    return [*names[at:], *names[:at]]
