"""Whether something happened: did or did not.

The polarity of the claim says the same; the value makes it comparable with other answers to
"did it happen?".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class YesNo:
    """Did (`yes`) or did not, with the predicate as printed."""

    yes: bool
    text: str
    type: ClassVar[str] = "yes_no"
