"""One way of printing days: a pattern, and what a match of it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from claims.values.days.period import Period
from claims.values.days.value import Days

Reader = Callable[[re.Match[str], date | None], Days | None]
"""Reads a match, given the day of publication; None where it is no date after all."""

UNKNOWN: Final = Days(None, None)
"""Words of time that nothing anchors: they stay words."""

START: Final = r"(?<![\w-])(?<!\d[.,])"
"""Where a date may begin."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of printing days.

    Args:
        pattern: Where it stands.
        read: What it means.
        group: The group of the pattern that is the date itself; 0 for all of the match.
    """

    pattern: re.Pattern[str]
    read: Reader
    group: str | int = 0


def rule(pattern: str, read: Reader, group: str | int = 0) -> Rule:
    """Make a rule of a pattern, which is read without regard to case."""
    return Rule(re.compile(pattern, re.IGNORECASE), read, group)


def within(period: Period) -> Days:
    """Make the value of a period."""
    return Days(*period)


def on(day: date) -> Days:
    """Make the value of a single day."""
    return Days(day, day)
