"""The dateline in front of a first sentence, which is no part of it: "LIMA (AP) - Miners left".

The parser would take the town for who acts. Only a town in capitals, with or without a region, a
day or an agency, and a dash behind it, is taken for one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from claims.model import Paragraph, Zone

_DATELINE: Final = re.compile(
    r"[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]+){0,3}"
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: ?\([^()]{2,40}\))?(?: (?:--?|–|—) ?| ?(?:--|—) ?)(?=[\"“'‘]?[A-Z0-9])"
)


def without_dateline(paragraph: Paragraph) -> Paragraph:
    """Give a paragraph of the body without the dateline it begins with."""
    found = _DATELINE.match(paragraph.words) if paragraph.zone is Zone.BODY else None
    if found is None:
        return paragraph
    cut = found.end()
    return replace(paragraph, words=paragraph.words[cut:], offsets=paragraph.offsets[cut:])
