"""The program in a terminal of its own: keys go in, what it shows comes out."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_PATIENCE_S = 60.0


class Terminal:
    """A running command in a pseudo-terminal.

    Args:
        process: The command.
        screen: The end of the terminal that people sit at.
    """

    def __init__(self, process: subprocess.Popen[bytes], screen: int) -> None:
        self._process = process
        self._screen = screen
        self._shown = ""
        self._read_to = 0

    @property
    def shown(self) -> str:
        """All that was shown so far, white space folded."""
        return " ".join(self._shown.split())

    def see(self, words: str) -> str:
        """Wait until some words are shown; give what is new up to them, and keep what follows."""
        sought = re.compile(r"\s+".join(map(re.escape, words.split())))
        deadline = time.monotonic() + _PATIENCE_S
        while (found := sought.search(self._shown, self._read_to)) is None:
            if time.monotonic() > deadline or not self._read():
                msg = f"{words!r} was not shown, but: {self._shown[self._read_to :][-2000:]!r}"
                raise AssertionError(msg)
        new = self._shown[self._read_to : found.end()]
        self._read_to = found.end()
        return " ".join(new.split())

    def press(self, keys: str) -> None:
        """Type some keys."""
        os.write(self._screen, keys.encode())

    def end(self) -> int:
        """Wait for the end of the command and give its exit code."""
        while self._read():
            pass
        return self._process.wait(_PATIENCE_S)

    def _read(self) -> bool:
        """Read what is shown next; False at the end or after a while without anything."""
        ready, _, _ = select.select([self._screen], [], [], _PATIENCE_S)
        try:
            read = os.read(self._screen, 65536) if ready else b""
        except OSError:  # how Linux tells that the other end is closed
            read = b""
        self._shown += read.decode("utf-8", "replace")
        return bool(read)


@contextmanager
def terminal(*arguments: str, env: Mapping[str, str] | None = None) -> Iterator[Terminal]:
    """Run a command of the program in a terminal of 80 columns; kill what is left of it."""
    screen, inside = pty.openpty()
    command = [sys.executable, "-W", "error", "-P", "-m", "claims", *arguments]
    surroundings = {**os.environ, "COLUMNS": "80", "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        command,
        stdin=inside,
        stdout=inside,
        stderr=inside,
        start_new_session=True,
        env={**surroundings, **(env or {})},
    )
    os.close(inside)
    try:
        yield Terminal(process, screen)
    finally:
        process.kill()
        process.wait()
        os.close(screen)
