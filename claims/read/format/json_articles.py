"""JSON: one article, a list of them, or one a line (JSON Lines), which may be of any length.

A list may stand under a name, as search services send it. Numbers and nested objects are not text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from claims.errors import InputError
from claims.read.decode import decode
from claims.read.format.draft import Draft, Part
from claims.read.format.material import Material
from claims.read.format.record import make_draft

VERSION: Final = "1"
LONGEST_LINE: Final = 16 * 1024 * 1024
"""The longest line of JSON Lines that is read, in bytes."""

_READER: Final = f"json/{VERSION}"
_LARGEST: Final = 32 * 1024 * 1024
_MOST_VALUES: Final = 500_000
_LISTS: Final = ("articles", "items", "results", "data", "docs", "documents", "records", "hits")
_LINES: Final = frozenset({".jsonl", ".ndjson"})
_REMEDY: Final = "mend it, or save it as JSON Lines"
_SPACE: Final = re.compile(r"[\s,]*")


def read(material: Material) -> Iterator[Draft | InputError]:
    """Read the articles of a file of JSON or JSON Lines.

    Raises:
        InputError: It is no JSON, or holds no objects.
    """
    if material.suffix in _LINES or _is_lines(material):
        yield from _read_lines(material)
    else:
        yield from _read_whole(material)


def _is_lines(material: Material) -> bool:
    """Whether the first line is an object of its own and another one follows."""
    with material.open() as file:
        first, second = file.readline(LONGEST_LINE), file.read(1)
    if not second or not first.strip().endswith(b"}"):
        return False
    try:
        return isinstance(_parse(first.decode("utf-8-sig")), dict)
    except (InputError, UnicodeDecodeError):
        return False


def _read_lines(material: Material) -> Iterator[Draft | InputError]:
    with material.open() as file:
        for number, line in _lines(file):
            name = f"line {number:,}"
            try:
                yield _read_line(material, name, line)
            except InputError as error:
                yield InputError(f"{name}: {error}")


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Give the lines that are not blank, with their number; None for one that is too long."""
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        cut = len(line) == LONGEST_LINE and not line.endswith(b"\n")
        while cut and (rest := file.readline(LONGEST_LINE)):
            cut = not rest.endswith(b"\n")
            line = b""
        if not line:
            yield number, None
        elif line.strip():
            yield number, line


def _read_line(material: Material, name: str, line: bytes | None) -> Draft:
    if line is None:
        msg = f"it is longer than {LONGEST_LINE // 2**20} MB; split it into its articles"
        raise InputError(msg)
    text, encoding = decode(line)
    return _draft(material, _parse(text), Part.of(name, line), encoding)


def _read_whole(material: Material) -> Iterator[Draft | InputError]:
    """Read a file that is one value; the items of a list are parsed one by one."""
    text, encoding = decode(material.read(_LARGEST), material.charset)
    if text.lstrip()[:1] != "[":
        value = _parse(text)
        items = _find_list(value)
        if items is None:
            yield _draft(material, value, None, encoding)
            return
        for number, item in enumerate(items, start=1):
            raw = json.dumps(item, ensure_ascii=False).encode(errors="replace")
            yield _try(material, number, item, raw, encoding)
        return
    for number, (item, raw) in enumerate(_items(text), start=1):
        yield _try(material, number, item, raw, encoding)


def _find_list(value: Any) -> list[Any] | None:
    """Find the list of articles that an answer of a service holds under a name."""
    lists = [value[name] for name in _LISTS if isinstance(value, Mapping) and name in value]
    return next((some for some in lists if isinstance(some, list)), None)


def _items(text: str) -> Iterator[tuple[Any, bytes]]:
    """Parse the items of a list as they are asked for."""
    _refuse_crowded(text)
    decoder = json.JSONDecoder()
    at = _skip(text, text.index("[") + 1)
    while at < len(text) and text[at] != "]":
        item, end = _parse_at(decoder, text, at)
        yield item, text[at:end].encode(errors="replace")
        at = _skip(text, end)
    if at >= len(text):
        msg = "its list has no end; the file may be cut off"
        raise InputError(msg)


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _try(
    material: Material, number: int, item: Any, raw: bytes, encoding: str
) -> Draft | InputError:
    name = f"item {number:,}"
    try:
        return _draft(material, item, Part.of(name, raw), encoding)
    except InputError as error:
        return InputError(f"{name}: {error}")


def _draft(material: Material, value: Any, part: Part | None, encoding: str) -> Draft:
    if not isinstance(value, Mapping):
        msg = 'it is no object with the text and the title of an article; write {"text": …}'
        raise InputError(msg)
    return make_draft(value, material, _READER, part, encoding)


def _parse(text: str) -> Any:
    """Parse one value that stands alone.

    Raises:
        InputError: It is no JSON.
    """
    _refuse_crowded(text)
    start = _skip(text.rstrip(), 0)
    value, end = _parse_at(json.JSONDecoder(), text, start)
    if text[end:].strip():
        msg = f"it goes on after the end of its JSON (at character {end:,}); {_REMEDY}"
        raise InputError(msg)
    return value


def _refuse_crowded(text: str) -> None:
    """Refuse what takes far more memory than its length."""
    if text.count("[") + text.count("{") > _MOST_VALUES:
        msg = f"it holds more than {_MOST_VALUES:,} lists and objects; {_REMEDY}"
        raise InputError(msg)


def _parse_at(decoder: json.JSONDecoder, text: str, at: int) -> tuple[Any, int]:
    try:
        return decoder.raw_decode(text, at)
    except RecursionError:
        msg = f"its JSON is nested too deeply; {_REMEDY}"
        raise InputError(msg) from None
    except ValueError as error:
        why = getattr(error, "msg", None) or "a number that is too long"
        msg = f"it is no JSON ({why}, at character {getattr(error, 'pos', at):,}); {_REMEDY}"
        raise InputError(msg) from None
