"""What people say: append-only, signed, dated words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from claims.model.text import fingerprint


class Verdict(StrEnum):
    """A person's finding on a conflict or claim."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    EXPLAINED = "explained"
    DISMISSED = "dismissed"
    NEEDS_SOURCE = "needs-source"


class Target(StrEnum):
    """What an annotation hangs on."""

    ARTICLE = "article"
    CLAIM = "claim"
    QUESTION = "question"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A person's signed, dated word; never edited, never deleted by the program.

    `seen` holds what the person judged: for a conflict both quotes, both values and the relation;
    for a claim its quote and value. It is kept with the word and outlives the machine's rows.
    """

    target: Target
    target_id: str
    by: str
    at: datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    verdict: Verdict | None = None
    reason: str = ""
    seen: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The identity of the word itself."""
        return fingerprint(
            "annotation", self.target, self.target_id, self.by, self.at.isoformat(), self.note
        )
