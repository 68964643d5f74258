"""Other processes that do what this one gives them, and answer.

Each is a bare interpreter that is told over its input what to do and answers over its output. So
it is begun in the same way on every system, runs nothing of the program that asks for it (which
`multiprocessing` would import again), and ends with it. What cannot be done there, for want of
memory or because processes are forbidden, the process that asks does itself.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from claims.questions.packing import pack, unpack

_Given = TypeVar("_Given")
_Told = TypeVar("_Told")
_Process = subprocess.Popen[bytes]

_MOST: Final = 1
"""How many processes are begun beside this one at most: each takes memory for itself."""


class Lost(Exception):
    """A process went before it answered."""


def spare_processors() -> int:
    """Say how many processors there are beside the one that this process takes."""
    if getattr(sys, "frozen", False) or not sys.executable:
        return 0  # there is no interpreter to begin
    allowed = getattr(os, "sched_getaffinity", None)
    many = len(allowed(0)) if allowed is not None else os.cpu_count() or 1
    return min(_MOST, many - 1)


class Crew:
    """Some processes; each does one thing at a time.

    Use: `with Crew(2) as crew: told = list(crew.share(function, things))`; functions are those of
    a module. A crew of none does everything in this process.
    """

    def __init__(self, processes: int) -> None:
        """Begin so many processes."""
        self._begun: list[_Process] = []
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._threads = ThreadPoolExecutor(max(1, processes))
        self._processes = processes

    def __enter__(self) -> Self:
        """Begin the processes."""
        for _ in range(self._processes):
            try:
                self._begun.append(_begin())
            except OSError:
                break
        for process in self._begun:
            self._idle.put(process)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes, whatever they are doing."""
        for process in self._begun:
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._begun:
            with suppress(OSError), process:  # what it was not told any more is of no use
                pass

    def share(self, do: Callable[[_Given], _Told], things: Iterable[_Given]) -> Iterator[_Told]:
        """Do something with each of some things, in any order.

        The others begin with the first of them at once; this process helps from the last on, when
        it asks for what comes out, and does again what they lost.
        """
        if not self._begun:
            return map(do, things)
        asked = [(self._threads.submit(self._ask, do, given), given) for given in things]
        return self._done(do, asked)

    def _done(
        self, do: Callable[[_Given], _Told], asked: list[tuple[Future[_Told], _Given]]
    ) -> Iterator[_Told]:
        while asked:
            future, given = asked.pop()
            if future.cancel():
                yield do(given)
                continue
            try:
                told = future.result()
            except Lost:
                told = do(given)
            yield told

    def _ask(self, do: Callable[[_Given], _Told], given: _Given) -> _Told:
        process = self._idle.get()
        try:
            return _asked(process, do, given)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            msg = f"a process gave no answer: {error}"
            raise Lost(msg) from error
        finally:
            self._idle.put(process)


def _begin() -> _Process:
    """Begin an interpreter that finds modules where this one does."""
    told = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import serve; serve()"
    return subprocess.Popen(  # noqa: S603 - this interpreter with words of ours
        [sys.executable, "-c", told],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _asked(process: _Process, do: Callable[[Any], _Told], given: object) -> _Told:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    pack((do, given), process.stdin)
    told: _Told = unpack(process.stdout)
    return told


def serve() -> None:
    """Do what is asked over the input until nobody asks any more.

    An interruption from the keyboard is for the process that asks to answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # what is asked makes no cycles, and the process does not last
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            do, given = unpack(asked)
        except EOFError:
            return
        pack(do(given), answers)
