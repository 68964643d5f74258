"""Bytes to characters: by byte order mark, as declared, as strict UTF-8, or as Windows-1252.

The first that fits wins, in this order.

Nothing here guesses between code pages: short texts cannot tell them apart. What is not text,
is damaged UTF-8, or holds lone surrogates is refused with the remedy.
"""

from __future__ import annotations

import codecs
from typing import Final

from claims.errors import InputError

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
_WESTERN: Final = {"iso8859-1": "cp1252", "ascii": "utf-8"}
"""What is meant where these are declared."""
_NO_ENCODINGS: Final = frozenset(
    "idna punycode unicode_escape raw_unicode_escape unicode-escape raw-unicode-escape".split()
)
"""Encodings that Python knows and no article is in; some take quadratic time."""
_FORMATS: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"{\\rtf", "an RTF document"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Turn bytes into characters; newlines stay as they are, a byte order mark goes.

    Args:
        data: The bytes.
        declared: The encoding that a header or the like names; passed over where it is unknown
            or does not fit.

    Returns:
        The characters, and the encoding they were read by.

    Raises:
        InputError: The bytes are not text, or are damaged.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding), encoding
    told = _decode_declared(data, declared) if declared else None
    if told is not None:
        return told
    try:
        body, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error)
        body, encoding = _decode_western(data), "cp1252"
    _refuse_binary(data)
    return body, encoding


def refuse_formats(data: bytes) -> None:
    """Refuse what is well known not to be plain text.

    Raises:
        InputError: It is; the message says what it is.
    """
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


def _decode_declared(data: bytes, declared: str) -> tuple[str, str] | None:
    """Decode by a declared encoding; None where it is none, or the bytes are not in it."""
    try:
        name = codecs.lookup(declared).name
        name = _WESTERN.get(name, name)
        body = None if name in _NO_ENCODINGS else data.decode(name)
    except (LookupError, ValueError):
        return None
    return None if body is None or "\0" in body else (body, name)


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
