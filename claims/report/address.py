"""Which addresses may be followed: those of the web, whole and without what could break out."""

from __future__ import annotations

import re
from typing import Final

_ADDRESS: Final = re.compile(
    r"https?://[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\u200e\u200f\u2028-\u202e\u2066-\u2069]+"
)


def web_address(words: str | None) -> str | None:
    """Give an address of the web that may be followed or used as a name; None for anything else.

    "javascript:…" is none, nor is what holds a space, a bracket or a mark that turns writing.
    """
    return words if words and _ADDRESS.fullmatch(words) else None
