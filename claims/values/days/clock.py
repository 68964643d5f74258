"""Times of day, which are neither amounts nor days: "06:55:53 PM", "5 p.m.", "17:30"."""

from __future__ import annotations

import re
from typing import Final

_CLOCK: Final = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?(?::\d\d)?\s?(?:[ap]\.\s?m\.|[ap]\.?m\b|noon\b|midnight\b|o['’]clock\b)"
    r"|(?<![\d:.])\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\b(?!:)"
    r"|\b\d{4}\s?(?:GMT|UTC|CET|EST|BST)\b",
    re.IGNORECASE,
)


def find_clock_times(text: str) -> list[tuple[int, int]]:
    """Find the stretches that are times of day, in order."""
    return [match.span() for match in _CLOCK.finditer(text)]
