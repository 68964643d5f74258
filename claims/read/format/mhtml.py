"""Pages that a browser saved in one file (MHTML): the page itself, its pictures left alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format.draft import Draft
from claims.read.format.fact import make_facts
from claims.read.format.material import SIZE_LIMIT, Material
from claims.read.format.message import header, parse_message, shown_parts
from claims.read.format.within import read_page

VERSION: Final = "1"


def read(material: Material) -> Iterator[Draft]:
    """Read the page of a saved file: the first HTML part, with the address it was saved from.

    Raises:
        InputError: It is damaged, or holds no page.
    """
    message = parse_message(material.read(SIZE_LIMIT))
    saved_from = header(message, "Snapshot-Content-Location")
    for kind, data, charset, location in shown_parts(message):
        if kind == "text/html":
            facts = make_facts({"address": saved_from or location}, KnownBy.PAGE)
            address = str(facts["address"][0]) if facts else None
            page = material.part("page.html", data, address=address, charset=charset)
            yield read_page(page, f"mhtml/{VERSION}", facts, None)
            return
    msg = "it holds no page; save the page again, or its text as .txt"
    raise InputError(msg)
