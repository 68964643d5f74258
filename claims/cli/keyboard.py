"""Single keys and lines from a terminal; what is typed ahead of a question is kept for it."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from claims.errors import InputError

END: Final = "\x04"
"""What stands for the end of input: Ctrl-D."""
_ESCAPE: Final = "\x1b"
_ENTER: Final = ("\r", "\n")


class Keyboard:
    """The keys of a terminal, as long as `keyboard` lends it."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._ahead = ""

    def key(self, prompt: str) -> str:
        """Ask for a key and show it; `END` at the end of input, nothing for arrows and the like."""
        sys.stdout.write(prompt)
        sys.stdout.flush()
        self._fill()
        if self._ahead.startswith(_ESCAPE):
            self._ahead, key = "", ""
        else:
            key, self._ahead = self._ahead[:1], self._ahead[1:]
        sys.stdout.write(f"{key if key.isprintable() else ''}\n")
        return key.lower()

    def line(self, prompt: str) -> str:
        """Ask for a line, which may be edited as usual; empty at the end of input."""
        import termios

        shown = termios.tcgetattr(self._handle)
        usual = [*shown]
        usual[3] |= termios.ICANON | termios.ECHO
        termios.tcsetattr(self._handle, termios.TCSADRAIN, usual)
        try:
            sys.stdout.write(f"{prompt}{self._ahead}")
            sys.stdout.flush()
            return self._line()
        finally:
            termios.tcsetattr(self._handle, termios.TCSADRAIN, shown)

    def _line(self) -> str:
        while not any(end in self._ahead for end in (*_ENTER, END)):
            self._ahead += self._read()
        ends = [at for at, letter in enumerate(self._ahead) if letter in (*_ENTER, END)]
        line, self._ahead = self._ahead[: ends[0]], self._ahead[ends[0] + 1 :]
        return line.strip()

    def _fill(self) -> None:
        while not self._ahead:
            self._ahead = self._read()

    def _read(self) -> str:
        read = os.read(self._handle, 1024)
        return self._decoder.decode(read) if read else END


@contextmanager
def keyboard() -> Iterator[Keyboard]:
    """Lend the keys of the terminal: each counts at once, and none is shown by itself.

    Raises:
        InputError: The program has no terminal, or runs on a system without such.
    """
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        msg = "review needs a terminal; list the queue with: claims conflicts --status open"
        raise InputError(msg)
    try:
        import termios
        import tty
    except ImportError:
        msg = "review needs a terminal of Linux or macOS; use claims annotate here"
        raise InputError(msg) from None
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    tty.setcbreak(handle, termios.TCSADRAIN)
    try:
        yield Keyboard(handle)
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
