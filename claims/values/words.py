"""Answers in free words: a place, a reason, a characterisation, as printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Words:
    """Free words; `head` is the lemma that names what they are about."""

    text: str
    head: str = ""
    type: ClassVar[str] = "words"
