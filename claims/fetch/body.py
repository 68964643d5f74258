"""The bytes of an answer, its content encoding taken off, never more than a limit.

Only one layer of gzip or deflate is taken off: that is all that is asked for, and layers in
layers grow without bound.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Final

from claims.errors import InputError

_PLAIN: Final = frozenset({"", "identity"})
_PACKED: Final = frozenset({"gzip", "x-gzip", "deflate"})
_ANY_HEADER: Final = 32 + zlib.MAX_WBITS
_STEP: Final = 1024 * 1024


def read_body(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """Gather the bytes of an answer.

    Args:
        chunks: As they come over the wire.
        encoding: What the Content-Encoding header says.
        limit: Bytes, packed and unpacked, above which it is refused.

    Raises:
        InputError: There are more, the encoding is another one, or the bytes are not in it.
    """
    name = encoding.strip().lower()
    if name in _PLAIN:
        return _gather(chunks, limit)
    if name not in _PACKED:
        msg = f"the server packs its answer in a way nobody asked for ({name[:40]})"
        raise InputError(msg)
    return _unpack(_gather(chunks, limit), name, limit)


def _gather(chunks: Iterable[bytes], limit: int) -> bytes:
    found = bytearray()
    for chunk in chunks:
        found += chunk
        if len(found) > limit:
            raise _too_large(limit)
    return bytes(found)


def _unpack(packed: bytes, name: str, limit: int) -> bytes:
    """Unpack by steps, so that a bomb is met before it bursts."""
    # What is called deflate comes with and without a header.
    is_bare = name == "deflate" and packed[:1] and packed[0] & 0x0F != zlib.DEFLATED
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS if is_bare else _ANY_HEADER)
    found = bytearray()
    rest = packed
    try:
        while rest and not unpacker.eof:
            found += unpacker.decompress(rest, _STEP)
            rest = unpacker.unconsumed_tail
            if len(found) > limit:
                raise _too_large(limit)
    except zlib.error:
        msg = f"the server says that its answer is in {name}, and it is not; try again later"
        raise InputError(msg) from None
    if packed and not unpacker.eof:
        msg = "the answer of the server is cut short; try again later"
        raise InputError(msg)
    return bytes(found)


def _too_large(limit: int) -> InputError:
    return InputError(f"the answer is larger than {limit // 2**20} MB; save what you need of it")
