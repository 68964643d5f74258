"""What a person says that a claim holds, as it was typed."""

from __future__ import annotations

from dataclasses import dataclass

from claims.errors import InputError
from claims.model.claim import Certainty, Polarity


@dataclass(frozen=True, slots=True)
class Fields:
    """What a person says that a claim holds; None where nothing is said of a field.

    Args:
        value: The value, as one writes it: "3,500", "2021-04", "Russia and China".
        subject: What is counted or spoken of: "US troops".
        attribute: What is said of it: "count", "killed".
        speakers: Who says so, the outermost first; empty for the author's own words.
        as_of: The day, month or year it is about, partial ISO.
    """

    value: str | None = None
    subject: str | None = None
    attribute: str | None = None
    speakers: tuple[str, ...] | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    as_of: str | None = None

    def __post_init__(self) -> None:
        for name in ("value", "subject", "attribute"):
            given = getattr(self, name)
            if given is not None and not given.strip():
                msg = f"the {name} is empty; give it, or leave --{name} out"
                raise InputError(msg)
