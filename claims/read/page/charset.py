"""The bytes of a page as characters, whatever the page says of its encoding.

A page may say one thing in its header and another in its head, and lie in both. UTF-8 that reads
as UTF-8 is UTF-8; else the declared encoding counts, where it is one that pages use. A few broken
characters are shown as such and counted; a page of broken characters is refused.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from claims.errors import InputError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META: Final = re.compile(
    rb"""<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)
_XML: Final = re.compile(
    rb"""<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,30})["']""", re.IGNORECASE
)
_HEAD: Final = 16_384
# Of the encodings Python knows, those that pages use; others decode to no text at all.
_USED: Final = re.compile(
    r"utf-?8|utf-?16(-?[lb]e)?|us-ascii|(iso|iso8859|iso-8859|latin)[-_]?\d+|(windows|cp)-?125\d|cp866"
    r"|(windows|cp)-?(874|932|936|949|950)|koi8-[ru]|gb(k|2312|18030)|big5(-?hkscs)?|euc-(jp|kr)"
    r"|shift[-_]?jis|iso-2022-jp|tis-620|macintosh|mac-?roman",
    re.IGNORECASE,
)
# What pages call by these names is read by browsers as Windows' pages of code.
_MEANT: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
}
_MOST_BROKEN: Final = 0.01
_BROKEN: Final = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as characters.

    Args:
        encoding: What it was read by.
        broken: How many characters were broken in its bytes.
    """

    text: str
    encoding: str
    broken: int = 0


def decode_page(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a page.

    Args:
        data: Its bytes.
        declared: The encoding that came with it, outside of its own bytes.

    Raises:
        InputError: It is no text in any encoding that it can be in.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _mended(data[len(mark) :], encoding)
    said = _usable(declared) or _usable(_declared(data))
    if said not in {"iso2022_jp", "utf-16", "utf-16-le", "utf-16-be"}:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    if said not in {None, "utf-8"}:
        return _mended(data, str(said))
    mended = _mended(data, "utf-8") if _is_mostly_utf8(data) else None
    return mended or _mended(data, "cp1252")


def _declared(data: bytes) -> str | None:
    """Give the encoding that the head of a page names."""
    head = data[:_HEAD]
    match = _META.search(head) or _XML.match(head.lstrip())
    return match[1].decode("ascii") if match else None


def _usable(name: str | None) -> str | None:
    """Give Python's name of an encoding that pages use, None for any other."""
    if name is None or not _USED.fullmatch(name.strip()):
        return None
    try:
        found = codecs.lookup(name.strip()).name
    except LookupError:
        return None
    return _MEANT.get(found, found)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether well-formed characters beyond ASCII outnumber broken bytes."""
    ignored = data.decode("utf-8", "ignore")
    good = sum(1 for char in ignored if char > "\x7f")
    bad = data.decode("utf-8", "replace").count(_BROKEN) - ignored.count(_BROKEN)
    return good > bad


def _mended(data: bytes, encoding: str) -> Decoded:
    """Decode with broken characters shown as such.

    Raises:
        InputError: More than one in a hundred characters is broken.
    """
    text = data.decode(encoding, "replace")
    broken = text.count(_BROKEN)
    if broken > max(2, _MOST_BROKEN * len(text)):
        msg = f"its bytes are not the {encoding} they should be; save the page again as UTF-8"
        raise InputError(msg)
    return Decoded(text, encoding, broken)
