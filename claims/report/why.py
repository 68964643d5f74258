"""How two claims were compared, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol

from claims.report.block import labelled
from claims.report.byline import source_words
from claims.report.layout import clean, wrap
from claims.report.meaning import meaning_words
from claims.report.quote import quote_lines
from claims.report.wording import RELATIONS, answer_words, as_of_words, names_of

if TYPE_CHECKING:
    from claims.model import Claim
    from claims.report.view import Entry

_INDENT: Final = " " * 12


class Step(Protocol):
    """One step of a comparison: its name, what it decided, and why."""

    @property
    def name(self) -> str:
        """What was looked at: "event", "time", "unit"."""

    @property
    def verdict(self) -> str:
        """What it decided: same, maybe, different, refused, or a relation."""

    @property
    def reason(self) -> str:
        """Why, in words; empty where there is nothing to add."""


def render_why(left: Entry, right: Entry, steps: Sequence[Step], width: int) -> str:
    """Render both claims with their quotes, then each step."""
    lines: list[str] = []
    for entry in (left, right):
        lines += labelled(answer_words(entry.claim), source_words(entry, entry.article), width)
        lines += quote_lines(entry, width, _INDENT)
        lines += _taken_as(entry.claim, width)
    lines.append("")
    name_width = max(len(step.name) for step in steps)
    for step in steps:
        text = ": ".join(part for part in (_verdict_words(step.verdict), step.reason) if part)
        lines += wrap(text, width, f"  {step.name:<{name_width}}  ")
    return "\n".join(lines)


def _taken_as(claim: Claim, width: int) -> list[str]:
    """Tell what is compared of a claim beside its words: its meaning, time and who it is about."""
    scope = claim.scope
    told = {
        "means": meaning_words(claim.value),
        "of": clean(claim.subject),
        "group": names_of(scope.group),
        "place": names_of(scope.place),
        "narrowed by": ", ".join(scope.modifiers),
        "as of": as_of_words(scope.as_of),
    }
    text = "; ".join(f"{name} {words}" for name, words in told.items() if words)
    return wrap(text, width, _INDENT) if text else []


def _verdict_words(verdict: str) -> str:
    known = {relation.value: words for relation, words in RELATIONS.items()}
    return known.get(verdict, verdict)
