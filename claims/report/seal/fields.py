"""Reading a long JSON document a field at a time, and a list of things one by one.

What is held is one thing, however long the document is; one thing may be long, within bounds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any, Final

from claims.errors import InputError

_AT_ONCE: Final = 1 << 16
_LONGEST: Final = 64_000_000
_NO_SPACE: Final = re.compile(r"[^ \t\r\n]")
_DECODER: Final = json.JSONDecoder()


def read_fields(stream: IO[str]) -> Iterator[tuple[str, Any]]:
    """Read an object that a stream begins with; what follows it is left alone.

    Yields:
        Name and value of each field in order; for each item of a list of its own, so that an
        empty list yields nothing.

    Raises:
        InputError: It is no object, or breaks off.
    """
    reader = _Reader(stream)
    reader.take("{")
    if reader.peek() == "}":
        return
    while True:
        name = reader.value()
        reader.take(":")
        if reader.peek() == "[":
            yield from ((name, item) for item in _items(reader))
        else:
            yield name, reader.value()
        if reader.take(",}") == "}":
            return


def _items(reader: _Reader) -> Iterator[Any]:
    reader.take("[")
    if reader.peek() == "]":
        reader.take("]")
        return
    while True:
        yield reader.value()
        if reader.take(",]") == "]":
            return


class _Reader:
    """The part of a stream that is not read yet."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._text = ""
        self._at = 0

    def peek(self) -> str:
        """Give the next character that is no space.

        Raises:
            InputError: There is none.
        """
        while True:
            found = _NO_SPACE.search(self._text, self._at)
            if found is not None:
                self._at = found.start()
                return found[0]
            self._at = len(self._text)
            if not self._more():
                msg = "it breaks off"
                raise InputError(msg)

    def take(self, wanted: str) -> str:
        """Take the next character, which must be one of some."""
        found = self.peek()
        if found not in wanted:
            msg = f"it has {found!r} where {' or '.join(wanted)} belongs"
            raise InputError(msg)
        self._at += 1
        return found

    def value(self) -> Any:
        """Take one value, as much of the stream as it needs."""
        self.peek()
        while True:
            try:
                found, end = _DECODER.raw_decode(self._text, self._at)
            except (ValueError, RecursionError):
                if self._more():
                    continue
                msg = "a part of it is no JSON"
                raise InputError(msg) from None
            if end < len(self._text) or not self._more():
                self._at = end
                return found

    def _more(self) -> bool:
        """Read on, as much again as is held, so that a long value is not begun too often."""
        held = self._text[self._at :]
        more = self._stream.read(max(_AT_ONCE, len(held))) if len(held) < _LONGEST else ""
        self._text, self._at = held + more, 0
        return bool(more)
