"""What people say: append-only, signed, dated words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from claims.model.text import fingerprint


class Verdict(StrEnum):
    """A person's finding on a conflict or claim."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    EXPLAINED = "explained"
    DISMISSED = "dismissed"
    NEEDS_SOURCE = "needs-source"
    SETTLED = "settled"


class Favour(StrEnum):
    """Which of two answers a conflict is settled for."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NEITHER = "neither"


class Act(StrEnum):
    """What a person says of one or two claims that comparison has to obey.

    Of two: `free` takes back what was said of them, and the program decides again. Of one:
    `record` makes it, `amend` corrects fields of it and `as-read` takes all corrections back,
    `retract` takes it out of comparison and `restore` puts it back.
    """

    SAME = "same"
    APART = "apart"
    CONTRADICT = "contradict"
    FREE = "free"
    RECORD = "record"
    AMEND = "amend"
    AS_READ = "as-read"
    RETRACT = "retract"
    RESTORE = "restore"


ON_PAIRS: Final = (Act.SAME, Act.APART, Act.CONTRADICT, Act.FREE)
"""What is said of two claims; the other acts are said of one."""
WITH_FIELDS: Final = (Act.RECORD, Act.AMEND)
"""The acts that say what a claim holds."""


REASONS: Final[Mapping[Verdict, tuple[str, ...]]] = {
    Verdict.EXPLAINED: (
        "other event",
        "other day",
        "other group",
        "other unit",
        "later update",
        "rounding",
        "translation",
        "error in source",
        "quoted view",
    ),
    Verdict.DISMISSED: (
        "misread amount",
        "misread speaker",
        "misread negation",
        "misread event",
        "boilerplate",
        "other",
    ),
}
"""The reasons of the verdicts that have a list of them: why no dispute, what was misread."""


class Target(StrEnum):
    """What an annotation hangs on."""

    ARTICLE = "article"
    CLAIM = "claim"
    QUESTION = "question"
    CONFLICT = "conflict"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A person's signed, dated word; never edited, never deleted by the program.

    `seen` holds what the person judged: for a conflict both quotes, both values and the relation;
    for a claim its quote and value. It is kept with the word and outlives the machine's rows.

    Args:
        tags: Words to find it by.
        reason: Why that verdict: one of `REASONS` where the verdict has such, else free words.
        favour: For which answer it is settled; with the verdict `settled` alone.
        source: The address that what is said rests on; empty where none was given.
        is_internal: Whether it is kept out of reports.
        supersedes: The id of the word of the same person that it corrects.
        act: What comparison has to obey; with a pair or a claim alone.
        left: The left of the two claims that were judged, of a conflict or a pair.
        right: The right one.
        text_id: The text of the claim, with an act on one.
        fields: What the claim holds, as a plain document; with `record` and `amend` alone.
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
    favour: Favour | None = None
    source: str = ""
    is_internal: bool = False
    supersedes: str | None = None
    act: Act | None = None
    left: str | None = None
    right: str | None = None
    text_id: str | None = None
    fields: Mapping[str, Any] | None = None

    @property
    def judgement(self) -> str:
        """What a verdict comes to, to be held against others: "explained", "settled for left"."""
        verdict = self.verdict.value if self.verdict else ""
        return f"{verdict} for {self.favour.value}" if self.favour else verdict

    @property
    def id(self) -> str:
        """The identity of the word itself."""
        return fingerprint(
            "annotation", self.target, self.target_id, self.by, self.at.isoformat(), self.note
        )


def standing(words: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Give the words that no other of them corrects, in their order."""
    said = tuple(words)
    corrected = {word.supersedes for word in said}
    return tuple(word for word in said if word.id not in corrected)


DISPUTED: Final = "disputed"
"""The status of what people judge in different ways."""


def status_of(words: Iterable[Annotation]) -> str:
    """Sum up the latest verdict of each person: open, what they agree on, or disputed.

    Corrected words count for nothing. Two that settle for different sides do not agree.

    Args:
        words: What was said of one thing, oldest first.
    """
    latest = {word.by: word for word in standing(words) if word.verdict is not None}
    if len({word.judgement for word in latest.values()}) > 1:
        return DISPUTED
    verdicts = [word.verdict for word in latest.values() if word.verdict is not None]
    return verdicts[0].value if verdicts else Verdict.OPEN.value
