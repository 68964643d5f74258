"""Two offices that one person is said to hold: chief executive, or chief operating officer.

Scope (the person, the time, and that nobody holds both) is settled before. Nothing is judged of
titles that one person may hold together.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.compare.outcome import agreement, contradiction
from claims.model import Outcome


@dataclass(frozen=True, slots=True)
class Office:
    """An office, as a value: the name it is known by, whatever was printed."""

    name: str


def compare_offices(left: Office, right: Office) -> Outcome:
    """Compare two offices of one person, of which nobody holds two at a time."""
    if left.name == right.name:
        return agreement("office.same", "both give the person the same office")
    names = " / ".join(sorted((left.name, right.name)))
    reason = f"one person holds one of them at a time, and they name two ({names})"
    return contradiction("office.other", reason)
