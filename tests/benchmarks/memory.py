"""How much memory a process held at most."""

from __future__ import annotations

import os
import re
import resource
import sys
from pathlib import Path
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
