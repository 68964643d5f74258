"""What a report says of itself: its title, the day it bears, the version that made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims.report.wording import day_words

TITLE: Final = "Discrepancy report"


@dataclass(frozen=True, slots=True)
class Imprint:
    """The one place where a report states day and version.

    Args:
        day: The day it bears, ISO.
        version: Of the program.
        title: What it is called.
    """

    day: str
    version: str
    title: str = TITLE

    @property
    def words(self) -> str:
        """Say when it was made and by what."""
        return f"Made on {day_words(self.day)} by claimledger {self.version}."
