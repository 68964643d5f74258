"""Pages inside other files: the HTML part of a mail, a chapter, a record of an archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claims.errors import InputError
from claims.read.format.draft import Draft, Fact, Part
from claims.read.format.fact import merge_facts
from claims.read.format.material import Material
from claims.read.format.registry import get_format, read_drafts


def read_page(page: Material, reader: str, facts: Mapping[str, Fact], part: Part | None) -> Draft:
    """Read a page that another reader took out of a file.

    Args:
        page: The HTML.
        reader: Name and version of the reader that took it out; the page's comes behind it.
        facts: What that reader knows of the article; of equally known, it comes first.
        part: Which part of the file it is.

    Raises:
        InputError: The page holds no article, or pages cannot be read here.
    """
    form = get_format("page")
    if form is None:
        msg = "it holds only a web page, which this version does not read; save its text as .txt"
        raise InputError(msg)
    draft = next(iter(read_drafts(page, form)), None)
    if draft is None:
        msg = "there is no article in its page"
        raise InputError(msg)
    if isinstance(draft, InputError):
        raise draft
    known = merge_facts((facts, draft.facts))
    return replace(draft, reader=f"{reader} {draft.reader}", facts=known, part=part)
