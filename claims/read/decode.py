"""Bytes to characters: by byte order mark, as strict UTF-8, or as Windows-1252, in this order.

Nothing here guesses between code pages: short texts cannot tell them apart. What is not text,
is damaged UTF-8, or holds lone surrogates is refused with the remedy.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from claims.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT: Final = 64 * 1024 * 1024
"""The largest file that is read, in bytes."""

_CONTROL_SHARE: Final = 0.01
_HEAD: Final = 100_000
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f"))
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"{\\rtf", "an RTF document"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)


def read_bytes(path: Path) -> bytes:
    """Read a whole file of at most SIZE_LIMIT bytes.

    Raises:
        InputError: It is missing, no regular file, unreadable, or too large.
    """
    try:
        if path.exists() and not path.is_file():
            msg = "it is not a file that can be read; give a text file, or a folder of them"
            raise InputError(msg)
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        msg = f"it cannot be read ({error.strerror or error}); check the path and its permissions"
        raise InputError(msg) from None
    except ValueError:
        msg = "its name holds a NUL character; check the path"
        raise InputError(msg) from None
    if len(data) > SIZE_LIMIT:
        msg = f"it is larger than {SIZE_LIMIT // 2**20} MB; split it into its articles"
        raise InputError(msg)
    return data


def decode(data: bytes) -> tuple[str, str]:
    """Turn bytes into characters; newlines stay as they are, a byte order mark goes.

    Returns:
        The characters, and the encoding they were read by.

    Raises:
        InputError: The bytes are not text, or are damaged.
    """
    _refuse_formats(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding), encoding
    try:
        body, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error)
        body, encoding = _decode_western(data), "cp1252"
    _refuse_binary(data)
    return body, encoding


def _refuse_formats(data: bytes) -> None:
    """Refuse what is well known not to be text."""
    head = data[:64].lstrip().lower()
    for start, name in _FORMATS:
        if head.startswith(start.lower()):
            msg = f"it is {name}, not text; save its text as .txt or .md"
            raise InputError(msg)


def _decode_marked(data: bytes, encoding: str) -> str:
    """Decode by the encoding that the byte order mark named."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"it is damaged {encoding.upper()} (at byte {error.start}); save it again as UTF-8"
        raise InputError(msg) from None


def _refuse_damaged(data: bytes, error: UnicodeDecodeError) -> None:
    """Refuse UTF-8 with a few wrong bytes, which Windows-1252 would turn into nonsense.

    More well-formed characters beyond ASCII than broken ones: the file was meant as UTF-8.
    """
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        pass
    else:
        msg = f"it holds a lone surrogate (at byte {error.start}); save it again as UTF-8"
        raise InputError(msg)
    ignored = data.decode("utf-8", "ignore")
    good = len(ignored) - sum(map(ignored.count, map(chr, range(128))))
    bad = data.decode("utf-8", "replace").count("\ufffd") - ignored.count("\ufffd")
    if good > bad:
        msg = f"it is damaged UTF-8 (at byte {error.start}); save it again as UTF-8"
        raise InputError(msg)


def _decode_western(data: bytes) -> str:
    """Decode as Windows-1252, the usual encoding of older Western text files."""
    _refuse_binary(data)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        msg = "its encoding is neither UTF-8 nor Windows-1252; save it again as UTF-8"
        raise InputError(msg) from None


def _refuse_binary(data: bytes) -> None:
    """Refuse bytes that hold NUL, or more control characters than any text has."""
    place = data.find(b"\0")
    if place >= 0:
        msg = f"it holds NUL (at byte {place}): it is no text file, or UTF-16 without its mark"
        raise InputError(msg)
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(head):
        msg = "it is a binary file, not text; save its text as .txt or .md"
        raise InputError(msg)
