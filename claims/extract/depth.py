"""Lengths that are depths, though no noun says so: "a mile below the surface", "90 m deep".

A length that is told only with a place under the ground is no depth of anything: "a bunker under
the ground, a mile from the road".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.values.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc

DEPTH: Final = "depth"
"""The head of an amount that is a depth."""
_DOWN: Final = re.compile(
    r"\s*-?\s*(?:deep|underground"
    r"|(?:below|beneath|under)\s+(?:the\s+)?"
    r"(?:ground|surface|earth|sea\s?bed|sea\s?floor|sea|ocean|ice)\b"
    r"|(?:below|beneath)\s+sea\s+level)\b",
    re.IGNORECASE,
)
_LENGTH: Final = "metre"


def is_depth(value: Quantity, end: int, doc: Doc) -> bool:
    """Whether the words right after a length make it a depth.

    Args:
        value: The amount.
        end: Index of the token after it.
        doc: Its paragraph.
    """
    return value.unit == _LENGTH and _DOWN.match(doc[end : end + _WORDS].text) is not None


_WORDS: Final = 4
"""How many words may tell it: "below the sea floor"."""
