"""Text from outside as a cell of a spreadsheet takes it: on one line, not too long, no formula.

Text that is longer than a cell takes does not only look bad: a spreadsheet puts what is too much
into the next row, where it may begin as a formula.
"""

from __future__ import annotations

import re
from typing import Final

from claims.report.layout import clean

LONGEST: Final = 16_000
"""Letters that a cell surely takes: at most 32,767, and those outside the basic plane count two."""
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]")


def short(text: str) -> str:
    """Clean text, and cut what no cell takes; the cut says how much is missing."""
    words = clean(text).strip()
    if len(words) <= LONGEST:
        return words
    return f"{words[:LONGEST]} … ({len(words) - LONGEST:,} more characters are left out here)"


def is_formula(words: str) -> bool:
    """Whether a spreadsheet would take words for a formula."""
    return _FORMULA.match(words) is not None
