"""What comparison finds: questions, answers, conflicts, flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from claims.model.claim import UNDATED, AsOf, Certainty, Kind, Polarity, Value
from claims.model.text import fingerprint


class Relation(StrEnum):
    """How two answers stand to each other."""

    CONTRADICTION = "contradiction"
    UPDATE = "update"
    OMISSION = "omission"
    DIFFERENT_SCOPE = "different_scope"
    COMPATIBLE = "compatible"
    AGREEMENT = "agreement"
    NOT_COMPARABLE = "not_comparable"


CONFLICTS = (Relation.CONTRADICTION, Relation.UPDATE, Relation.OMISSION)
"""The relations that make a conflict; look-alikes (different_scope) are kept beside them."""


CORRECTION_RULE: Final = "correction.note"
"""The rule by which what an article took back and what stands in its place are an update."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a comparison found: the relation, the rule that decided, and why, in a sentence."""

    relation: Relation
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One value given to one question, with every claim that gives it.

    `claims` are claim ids: earliest published first, then by id; the first represents the rest.
    """

    id: str
    value: Value
    claims: tuple[str, ...]
    as_of: AsOf = UNDATED
    certainty: Certainty = Certainty.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """How many articles hold an answer, and how many independent origins they have at most."""

    articles: int
    origins_at_most: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two answers that stand against each other, or only look as if they did.

    `left` and `right` are claim ids: the representatives of the two answers. `id` is the hash of
    their two anchors at first detection; a later change of representative keeps it by an alias.
    """

    id: str
    relation: Relation
    kind: Kind
    rule: str
    reason: str
    rank: float
    question: str
    left: str
    right: str
    left_support: Support = Support(1, 1)
    right_support: Support = Support(1, 1)


def conflict_id(left: str, right: str) -> str:
    """Give the identity of the unordered pair of two claims."""
    return fingerprint("conflict", *sorted((left, right)))


@dataclass(frozen=True, slots=True)
class Question:
    """What a set of comparable answers answers.

    `tally` counts the pairs of answers that were considered from here, by relation, and
    `refusals` says why those that are not comparable were not: reason to count.
    """

    id: str
    text: str
    kind: Kind
    answers: tuple[Answer, ...]
    events: tuple[str, ...] = ()
    tally: Mapping[str, int] = field(default_factory=dict)
    refusals: Mapping[str, int] = field(default_factory=dict)


class FlagWord(StrEnum):
    """What is said of a claim in listings, as words."""

    CONTRADICTED = "contradicted"
    UPDATED = "updated"
    LISTS_DIFFER = "lists differ"
    LOOK_ALIKE = "look-alike"
    AGREES = "agrees"
    ONLY_SOURCE = "only source"


class Between(StrEnum):
    """Where the two sides of a conflict stand."""

    ARTICLES = "articles"
    ONE_ARTICLE = "one_article"


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark on one claim; `conflict`, `relation` and `between` where a conflict put it there."""

    claim: str
    word: FlagWord
    conflict: str | None = None
    relation: Relation | None = None
    between: Between | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that a comparison of a set of claims found; a pure function of that set.

    `parts` names for each claim the part of the set that comparison connects it with.
    """

    questions: tuple[Question, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    flags: tuple[Flag, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
