"""Whether a page holds the whole article or only what stands before a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.read.page.terms import names_one, stub_lines
from claims.read.page.tree import Element, text_of, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.read.page.json_ld import Told

_SHORT: Final = 250
_SHARE: Final = 0.6
_LONGEST: Final = 300


def find_wall(root: Element) -> bool:
    """Whether the page shows a wall to readers who have not paid; before furniture goes."""
    for element in root.iter(
        "div", "section", "aside", "p", "span", "h2", "h3", "h4", "a", "strong"
    ):
        words = text_of(element, _LONGEST)
        if 0 < len(words) <= _LONGEST and stub_lines().match(words):
            return True
        if names_one(tokens(element), "wall") and 0 < len(words) <= _LONGEST:
            return True
    return False


def find_missing(told: Told | None, paragraphs: Sequence[str], *, has_wall: bool) -> str | None:
    """Say why a text is only a part of its article; None where nothing says that it is.

    A page that is not free may hold the whole article: whoever saved it may have paid.
    """
    count = sum(line.count(" ") + 1 for line in paragraphs)
    if told is not None and told.words and count < _SHARE * told.words:
        return f"{count} of the {told.words} words that the page counts"
    ends = bool(paragraphs) and (
        paragraphs[-1].endswith(("…", "...")) or bool(stub_lines().match(paragraphs[-1]))
    )
    closed = told is not None and not told.is_free
    if (has_wall or closed) and (ends or count < _SHORT):
        return "the page says that the rest is for subscribers"
    return None


def without_wall(paragraphs: Sequence[str]) -> list[str]:
    """Leave out the lines that ask readers to pay."""
    return [line for line in paragraphs if len(line) > _LONGEST or not stub_lines().match(line)]
