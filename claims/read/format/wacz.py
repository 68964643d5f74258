"""Web archives with their list of pages (WACZ): the pages that were archived on purpose.

A crawl holds more than these; where the list is missing, all pages are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from claims.errors import InputError
from claims.read.format.bundle import Bundle, open_bundle
from claims.read.format.draft import Draft
from claims.read.format.material import Material
from claims.read.format.warc import VERSION as WARC_VERSION
from claims.read.format.warc import read_archive

VERSION: Final = WARC_VERSION
_REMEDY: Final = "make the archive again"
_PAGES: Final = "pages/pages.jsonl"
_ARCHIVE: Final = "archive/"
_SUFFIXES: Final = (".warc", ".warc.gz")


def read(material: Material) -> Iterator[Draft | InputError]:
    """Read the articles of an archive in order.

    Raises:
        InputError: It is damaged, or holds no archive.
    """
    with open_bundle(material, "a WACZ file", _REMEDY) as bundle:
        names = [name for name in bundle.names() if _is_archive(name)]
        if not names:
            msg = f"it is a WACZ file without an archive; {_REMEDY}"
            raise InputError(msg)
        wanted = _wanted(bundle)
        for name in names:
            with bundle.open(name) as file:
                yield from read_archive(material, file, wanted)


def _is_archive(name: str) -> bool:
    return name.startswith(_ARCHIVE) and name.lower().endswith(_SUFFIXES)


def _wanted(bundle: Bundle) -> frozenset[str] | None:
    """Give the addresses of the listed pages; None where there is no list."""
    if _PAGES not in bundle:
        return None
    addresses = frozenset(filter(None, map(_address, bundle.read(_PAGES).splitlines())))
    return addresses or None


def _address(line: bytes) -> str | None:
    """Give the address in a line of the list; None where it has none."""
    try:
        page = json.loads(line)
    except (ValueError, RecursionError):
        return None
    url = page.get("url") if isinstance(page, dict) else None
    return url if isinstance(url, str) else None
