"""How what a report tells of came to be: the runs that made it, and the words around quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claims.model import Run, Span

REACH: Final = 32
"""How many characters before and after a quote are kept to find it by."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands right before and after a quote in its text."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """How the articles and claims of a report came to be.

    Args:
        articles: The runs that read articles, by article.
        claims: The runs that found claims, by claim.
        surroundings: What stands around the quotes of claims, by claim.
    """

    articles: Mapping[str, Run] = field(default_factory=dict)
    claims: Mapping[str, Run] = field(default_factory=dict)
    surroundings: Mapping[str, Surroundings] = field(default_factory=dict)


def surroundings_in(body: str, span: Span) -> Surroundings:
    """Take what stands around a quote out of its text."""
    return Surroundings(
        body[max(0, span.start - REACH) : span.start], body[span.end : span.end + REACH]
    )
