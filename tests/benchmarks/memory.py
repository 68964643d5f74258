"""How much memory a process held at most."""

from __future__ import annotations

import os
import re
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Final

_HELD: Final = {
    name: re.compile(rf"^{name}:\s+(\d+) kB$", re.MULTILINE) for name in ("VmHWM", "VmRSS")
}
_MEGA: Final = 1_000_000


def peak_mb(process: int | None = None) -> float | None:
    """Give the most memory that a process has held in RAM, in MB of a million bytes.

    Args:
        process: Its number; this process where None.

    Returns:
        None where the process is gone, or the system does not tell of other processes.
    """
    held = _told("VmHWM", process)
    return _own_peak_mb() if held is None and process is None else held


def held_mb(process: int | None = None) -> float | None:
    """Give the memory that a process holds in RAM now, in MB of a million bytes.

    Args:
        process: Its number; this process where None.

    Returns:
        None where the process is gone, or the system does not tell.
    """
    return _told("VmRSS", process)


@contextmanager
def watched() -> Iterator[list[float]]:
    """Note the most memory that this process and those it began hold together, in MB.

    Looked at twenty times a second while the block runs; what several share counts for each. The
    list holds one number afterwards, and is empty where the system does not tell.
    """
    most: list[float] = []
    done = Event()

    def watch() -> None:
        while not done.wait(_LOOK_EVERY_S):
            held = [held_mb(process) for process in (os.getpid(), *_begun())]
            most[:] = [max([sum(one for one in held if one is not None), *most])]

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield most
    finally:
        done.set()
        watcher.join()


_LOOK_EVERY_S: Final = 0.05


def _begun() -> list[int]:
    """Give the numbers of the processes that this one began; none where the system tells none."""
    found: list[int] = []
    for one in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended
            found += map(int, one.read_text(encoding="ascii").split())
    return found


def _told(name: str, process: int | None) -> float | None:
    try:
        status = Path(f"/proc/{process or os.getpid()}/status").read_text(encoding="ascii")
    except OSError:
        return None
    found = _HELD[name].search(status)
    return int(found[1]) * 1024 / _MEGA if found else None


def _own_peak_mb() -> float:
    """Ask the way that every Unix knows: bytes on macOS, kilobytes elsewhere."""
    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / _MEGA
