"""Processes that parse beside the one that stores."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Final

_NICER: Final = 5


def make_pool(workers: int) -> ProcessPoolExecutor:
    """Start processes that parse."""
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Make way for the process that stores, which all others wait for; and end with it."""
    if hasattr(os, "nice"):
        os.nice(_NICER)
    _die_with_parent()


def _die_with_parent() -> None:
    """Let a worker end when the process that started it is killed and cannot say so.

    An interruption from the keyboard is for that process to answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_wait_and_leave, args=(parent,), daemon=True).start()


def _wait_and_leave(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
