"""Answer recall and pair coverage: which labelled answers stand in the claims at all.

An answer is found when claims that share a sentence with its quote carry all that it asks for.
A question is covered when two of its answers that differ are found: only then can comparing find
the difference.  Answers that cannot be read are left out and counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Final

from claims.errors import UnreadableValue
from claims.values.days import parse_iso
from tests.evaluation.carried import carries
from tests.evaluation.figures import Share
from tests.evaluation.gold import Answer, Cluster, Gold
from tests.evaluation.passages import Document, locate
from tests.evaluation.stated import Stated
from tests.evaluation.wanted import read_answer

KINDS: Final = (
    "quantity",
    "date",
    "participants",
    "actor",
    "polarity",
    "place",
    "attribution",
)
"""The kinds of question, in the order of the table."""


class Fate(StrEnum):
    """What became of a labelled answer."""

    FOUND = "found"
    MISSED = "missed"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A labelled answer and what became of it."""

    record: Gold
    answer: Answer
    fate: Fate


@dataclass(frozen=True, slots=True)
class Tally:
    """A share, and how many could not be judged."""

    share: Share
    left_out: int


@dataclass(frozen=True, slots=True)
class Answers:
    """What became of every labelled answer of one cluster."""

    cluster: Cluster
    outcomes: tuple[Outcome, ...] = field(repr=False)


def find_answers(
    cluster: Cluster, claims: Sequence[Stated], documents: Mapping[str, Document]
) -> Answers:
    """Look for every labelled answer of a cluster among the claims.

    Args:
        cluster: The labels.
        claims: What the program found in the articles of the cluster.
        documents: These articles, by name.
    """
    said = _by_document(claims)
    outcomes = [
        Outcome(record, answer, _fate(record, answer, said.get(answer.document, []), documents))
        for record in cluster.gold
        for answer in record.answers
    ]
    return Answers(cluster, tuple(outcomes))


def answer_recall(found: Iterable[Answers], kind: str | None = None) -> Tally:
    """Say how many of the labelled answers were found.

    Args:
        found: What became of them, cluster by cluster.
        kind: The kind of question; None for all.
    """
    fates = [
        outcome.fate
        for answers in found
        for outcome in answers.outcomes
        if kind in (None, outcome.record.kind)
    ]
    return _tally(fates)


def pair_coverage(found: Iterable[Answers], kind: str | None = None) -> Tally:
    """Say of how many contradictions two answers that differ were found.

    Those without two such answers that can be read are left out.
    """
    fates = [
        _fate_of_pairs([outcome for outcome in answers.outcomes if outcome.record is record])
        for answers in found
        for record in answers.cluster.gold
        if record.relation == "contradiction" and kind in (None, record.kind)
    ]
    return _tally(fates)


def _by_document(claims: Iterable[Stated]) -> dict[str, list[Stated]]:
    said: dict[str, list[Stated]] = {}
    for claim in claims:
        said.setdefault(claim.document, []).append(claim)
    return said


def _fate(
    record: Gold, answer: Answer, claims: Sequence[Stated], documents: Mapping[str, Document]
) -> Fate:
    published = claims[0].published if claims else None
    wanted = read_answer(record, answer, day_of(published))
    if not wanted:
        return Fate.LEFT_OUT
    sentences = locate(documents, answer.document, answer.quote).sentences
    near = [claim for claim in claims if claim.sentences & sentences]
    found = all(any(carries(each, claim) for claim in near) for each in wanted)
    return Fate.FOUND if found else Fate.MISSED


def day_of(published: str | None) -> date | None:
    """Give the day of a publication date; None where it is unknown or no single day."""
    try:
        return parse_iso(published).single if published else None
    except UnreadableValue:
        return None


def _fate_of_pairs(outcomes: Sequence[Outcome]) -> Fate:
    pairs = [
        {one.fate, other.fate}
        for one, other in combinations(outcomes, 2)
        if one.answer.value != other.answer.value
    ]
    if {Fate.FOUND} in pairs:
        return Fate.FOUND
    readable = any(Fate.LEFT_OUT not in pair for pair in pairs)
    return Fate.MISSED if readable else Fate.LEFT_OUT


def _tally(fates: Sequence[Fate]) -> Tally:
    found, left_out = fates.count(Fate.FOUND), fates.count(Fate.LEFT_OUT)
    return Tally(Share(found, len(fates) - left_out), left_out)
