"""Web pages, saved or fetched: the article with the page's furniture off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from typing import Final

from claims.read.format.draft import Draft
from claims.read.format.material import Material
from claims.read.page import read_page

VERSION: Final = "1"


def read(material: Material) -> Iterator[Draft]:
    """Read the one article of a page.

    Raises:
        InputError: It is no text, too large, or there is no article on it.
    """
    page = read_page(material.read(), charset=material.charset, address=material.address)
    yield Draft(page.body, _reader(), page.facts, page.encoding, remarks=page.remarks)


@cache
def _reader() -> str:
    return f"page/{VERSION} trafilatura/{version('trafilatura')}"
