"""What a server sent, with its chunks joined and its packing taken off, within bounds.

Tools that archive sometimes keep the headers and unpack the body: what is not packed as its header
says, and looks like a page or a PDF file, is taken as it is. What is cut short gives what there is.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Final

from claims.errors import InputError
from claims.read.format.unpacked import Unpacked

MOST_LAYERS: Final = 2
"""How often an answer may be packed: layers in layers grow without bound."""

_SIZE: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r\n")
_PLAIN: Final = re.compile(rb"[\xef\xbb\xbf\s]{0,100}(?:<|%PDF-)")
_STEP: Final = 64 * 1024
_REMEDY: Final = "make the archive again"


def decode_body(body: bytes, transfer: str, content: str, limit: int) -> bytes:
    """Join and unpack the body of an answer; no more than a byte beyond the limit.

    Args:
        body: As it was sent.
        transfer: The value of its header Transfer-Encoding.
        content: The value of its header Content-Encoding.
        limit: How many bytes are taken.

    Raises:
        InputError: It is damaged, or packed in a way that is not read here.
    """
    if "chunked" in _names(transfer):
        body = _join_chunks(body)
    layers = [name for name in _names(content) if name != "identity"]
    if len(layers) > MOST_LAYERS:
        msg = f"it is packed {len(layers)} times over; {_REMEDY}"
        raise InputError(msg)
    for name in reversed(layers):
        body = _unpack(body, name, limit)
    return body[: limit + 1]


def _names(header: str) -> list[str]:
    """Give the names in a header: "gzip, br" has two."""
    return [name for part in header.split(",") if (name := part.strip().lower())]


def _join_chunks(body: bytes) -> bytes:
    """Join a body that was sent in chunks; as it is from where that is not so."""
    joined = bytearray()
    at = 0
    while match := _SIZE.match(body, at):
        size = int(match[1], 16)
        joined += body[match.end() : match.end() + size]
        at = match.end() + size + 2
        if not size:
            return bytes(joined)
    return bytes(joined) + body[at:]


def _unpack(body: bytes, name: str, limit: int) -> bytes:
    """Take one layer off."""
    unpacker = _UNPACKERS.get(name)
    if unpacker is None:
        msg = f"it is packed in a way that is not read ({name[:20]!a}); {_REMEDY}"
        raise InputError(msg)
    found = bytearray()
    try:
        for piece in unpacker(body):
            found += piece
            if len(found) > limit:
                break
    except _Damaged:
        if _PLAIN.match(body):
            return body
        msg = f"it is not packed as it says ({name}), or is damaged; {_REMEDY}"
        raise InputError(msg) from None
    return bytes(found)


class _Damaged(Exception):
    """The bytes are not packed in this way."""


def _gunzip(body: bytes) -> Iterator[bytes]:
    stream = Unpacked(io.BytesIO(body))
    while piece := stream.read(_STEP):
        yield piece


def _inflate(body: bytes) -> Iterator[bytes]:
    """Unpack what is called deflate, which comes with and without a header."""
    is_bare = body[:1] != b"" and body[0] & 0x0F != zlib.DEFLATED
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS if is_bare else zlib.MAX_WBITS)
    rest = body
    try:
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, _STEP)
            rest = unpacker.unconsumed_tail
    except zlib.error:
        raise _Damaged from None


def _unbrotli(body: bytes) -> Iterator[bytes]:
    try:
        import brotli
    except ModuleNotFoundError:
        msg = "it is packed with brotli; install it with: pip install 'claimledger[warc]'"
        raise InputError(msg) from None
    unpacker = brotli.Decompressor()
    piece = body
    try:
        while not unpacker.is_finished():
            found = unpacker.process(piece, output_buffer_limit=_STEP)
            if not found and unpacker.can_accept_more_data():
                return
            yield found
            piece = b""
    except brotli.error:
        raise _Damaged from None


_UNPACKERS: Final[dict[str, Callable[[bytes], Iterator[Any]]]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
}
