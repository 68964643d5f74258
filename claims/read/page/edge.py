"""Leaving out the lines of furniture above and below an article that has no markup to tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model import Zone
from claims.read.boilerplate import mark_zones
from claims.read.page.body import CAPTION

if TYPE_CHECKING:
    from collections.abc import Sequence


def without_edges(paragraphs: Sequence[str]) -> list[str]:
    """Take menus, banners and bylines off the top, and the site's own lines off the end.

    What stands between paragraphs of the article stays, and is marked like in any text.
    """
    lines = list(paragraphs)
    zones = mark_zones(lines)
    first, last = 0, len(lines)
    while (
        first < last
        and zones[first] in {Zone.BOILERPLATE, Zone.BYLINE}
        and not _is_caption(lines[first])
    ):
        first += 1
    while last > first and zones[last - 1] is Zone.BOILERPLATE and not _is_caption(lines[last - 1]):
        last -= 1
    return lines[first:last] or lines


def _is_caption(line: str) -> bool:
    return line.startswith(CAPTION)
