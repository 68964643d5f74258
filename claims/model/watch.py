"""Saved questions: what a person wants to be told of when something moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.model.text import fingerprint


@dataclass(frozen=True, slots=True)
class Watch:
    """A question that a person watches.

    It hangs on words or on claims, not on the id of a question, which changes with its claims.

    Args:
        by: Who watches it; empty where nobody said.
        at: Since when.
        words: The question in that person's words, or as it was worded.
        claims: The claims that the question had, where it was chosen by its id; else none.
        ended_at: When the person stopped watching; None while it goes on.
    """

    by: str
    at: datetime
    words: str
    claims: tuple[str, ...] = ()
    ended_at: datetime | None = None

    @property
    def id(self) -> str:
        """The same for the same question of the same person, however often it is saved."""
        return fingerprint("watch", self.by, self.words, *self.claims)
