"""Where sentences end, by their stops alone: enough to show one, too rough to read claims from.

The parser parts sentences for reading; this serves where no parser may be loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])")
_SHORT: Final = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|col|lt|sgt|capt|maj|sen|rep|gov|st|no|vs|md|jr|sr|inc|co|corp|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|\b[A-Z](?:\.[A-Z])*)\.$",
    re.IGNORECASE,
)


def find_sentences(words: str) -> Iterator[tuple[int, int]]:
    """Find the sentences of a paragraph.

    "Dr. Ek came. She left." has two; an initial or a title ends none.

    Args:
        words: The paragraph in plain wording.

    Yields:
        First character and one past the last, white space between sentences left out.
    """
    start = 0
    for stop in _END.finditer(words):
        if _SHORT.search(words, start, stop.end()):
            continue
        yield start, stop.end()
        start = stop.end() + len(words[stop.end() :]) - len(words[stop.end() :].lstrip())
    if words[start:].strip():
        yield start, len(words.rstrip())
