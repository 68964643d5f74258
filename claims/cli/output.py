"""Printing: data to stdout, talk to stderr, as wide as the terminal."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TextIO

from claims.report.in_turn import in_turn, to_json
from claims.report.layout import clean

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST: Final = 40
WIDEST: Final = 110


def prepare() -> None:
    """Let streams that cannot print a character print a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        _forgive(stream)


def _forgive(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def width() -> int:
    """Give how many columns a line may take: the terminal's, COLUMNS, or 80."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def say(text: str) -> None:
    """Print data."""
    sys.stdout.write(f"{text}\n")


def say_lines(lines: Iterable[str]) -> None:
    """Print lines of data."""
    for line in lines:
        say(line)


def say_document(document: Mapping[str, Any]) -> None:
    """Print a document as JSON; letters that the stream cannot print are written as escapes."""
    say(_json(document))


def say_in_turn(head: Mapping[str, Any], lists: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    """Print a document whose last fields are lists, item by item, as `say_document` would.

    Args:
        head: The other fields; at least one.
        lists: The lists by their names, in order; of each, one item is held at a time.
    """
    sys.stdout.writelines(in_turn(head, lists, is_ascii=_is_plain()))


def _json(document: Mapping[str, Any]) -> str:
    return to_json(document, is_ascii=_is_plain())


def _is_plain() -> bool:
    """Whether the stream prints the letters of ASCII alone, as far as is known."""
    return (sys.stdout.encoding or "").lower().replace("-", "") not in ("utf8", "utf8sig")


def say_bytes(lines: Iterable[bytes]) -> None:
    """Print lines that are bytes already, the same on every system."""
    sys.stdout.flush()
    sys.stdout.buffer.writelines(lines)
    sys.stdout.buffer.flush()


def talk(text: str) -> None:
    """Print what is no data."""
    sys.stderr.write(f"{text}\n")


def complain(message: str) -> None:
    """Print one line about what went wrong."""
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
    talk(f"claims: {clean(message)}")


def flush() -> None:
    """Write everything out now, while a closed pipe can still be noticed."""
    sys.stdout.flush()


def give_up() -> None:
    """Write nothing more: whoever read our output has gone."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def console() -> Console:
    """Give what draws tables on stdout."""
    from rich.console import Console

    return Console(width=width(), highlight=False, markup=False, emoji=False, soft_wrap=False)
