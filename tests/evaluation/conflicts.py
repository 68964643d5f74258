"""Scores reported pairs of claims against the labelled questions.

A reported pair meets a labelled pair of answers when each of its quotes overlaps the labelled
quote of that document, or stands in its sentence, in either order.  What the labels say of the
pair is its *gold relation*.  Refuses to judge a pair that meets none (it is *unjudged*, though
it may be right), and every pair with a quote longer than a sentence.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from typing import Final, NotRequired, TypedDict

from tests.evaluation.errors import MalformedDocument
from tests.evaluation.gold import DIFFERENCES, TRAPS, Answer, Cluster, Gold, document_name
from tests.evaluation.passages import (
    Document,
    Nearness,
    Passage,
    locate,
    nearness,
    read_documents,
)

SCHEMA: Final = "claims/conflicts/1"

_WORST_FOR_CONTRADICTION: Final = (*TRAPS, "omission", "update", "contradiction")
_WORST_FOR_OTHERS: Final = (*DIFFERENCES, *TRAPS)


class ReportedArticle(TypedDict):
    """The article of a reported claim; ``file`` is its name without folders."""

    file: str


class ReportedClaim(TypedDict):
    """What scoring reads of a reported claim."""

    article: ReportedArticle
    quote: str


class ReportedConflict(TypedDict):
    """What scoring reads of a reported pair."""

    relation: str
    kind: str
    left: ReportedClaim
    right: ReportedClaim


class ConflictsDocument(TypedDict):
    """What ``claims conflicts --json`` prints, as far as scoring reads it."""

    schema: NotRequired[str]
    conflicts: Sequence[ReportedConflict]


class Verdict(StrEnum):
    """What the labels make of one reported pair."""

    MATCHED = "matched"
    FALSE_ALARM = "false alarm"
    UNJUDGED = "unjudged"
    NO_DIFFERENCE = "not a difference"


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two labelled answers and the relation between them.

    ``implied`` marks two equal answers of a question whose label speaks of the unequal ones.
    """

    left: Passage
    right: Passage
    relation: str
    implied: bool
    record: Gold


@dataclass(frozen=True, slots=True)
class ReportedPair:
    """Two claims and the relation that the program sees between them."""

    left: Passage
    right: Passage
    relation: str
    kind: str

    @property
    def is_long(self) -> bool:
        """Whether one of the quotes is longer than a sentence."""
        return self.left.is_long or self.right.is_long

    @property
    def is_located(self) -> bool:
        """Whether both quotes stand in their documents."""
        return self.left.is_located and self.right.is_located

    @property
    def identity(self) -> object:
        """What two reports of one thing have in common."""
        sides = frozenset((side.document, side.words) for side in (self.left, self.right))
        return self.relation, self.kind, sides


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reported pair and the labelled pairs that speak of it, none when it is unjudged."""

    pair: ReportedPair
    readings: tuple[GoldPair, ...]

    @property
    def gold_relations(self) -> frozenset[str]:
        """All that the labels call this pair."""
        return frozenset(reading.relation for reading in self.readings)

    @property
    def gold(self) -> str | None:
        """What the labels call this pair: the reported relation if they do, else the worst."""
        if not self.readings or self.pair.relation in self.gold_relations:
            return self.pair.relation if self.readings else None
        is_contradiction = self.pair.relation == "contradiction"
        worst_first = _WORST_FOR_CONTRADICTION if is_contradiction else _WORST_FOR_OTHERS
        return min(self.gold_relations, key=worst_first.index)

    @property
    def hits(self) -> tuple[GoldPair, ...]:
        """The labelled pairs that say what ``gold`` says."""
        return tuple(reading for reading in self.readings if reading.relation == self.gold)

    @property
    def verdict(self) -> Verdict:
        """Whether the program is right about this pair."""
        if not self.readings:
            return Verdict.UNJUDGED
        if self.pair.relation not in DIFFERENCES:
            return Verdict.NO_DIFFERENCE
        return Verdict.MATCHED if self.gold == self.pair.relation else Verdict.FALSE_ALARM

    @property
    def is_ambiguous(self) -> bool:
        """Whether it matches by the benefit of the doubt."""
        return self.verdict is Verdict.MATCHED and len(self.gold_relations) > 1

    @property
    def record_ids(self) -> list[str]:
        """The questions that ``gold`` comes from, in order."""
        return sorted({hit.record.id for hit in self.hits})


@dataclass(frozen=True, slots=True)
class Score:
    """Everything that the program reported of one cluster, judged."""

    cluster: Cluster
    judgements: tuple[Judgement, ...] = field(repr=False)
    duplicates: int

    def found(self, relation: str) -> set[str]:
        """Collect the ids of the questions of a relation that were reported as such."""
        told = (j for j in self.judgements if j.pair.relation == j.gold == relation)
        return {hit.record.id for judgement in told for hit in judgement.hits if not hit.implied}

    def wanted(self, relation: str) -> set[str]:
        """Collect the ids of all labelled questions of a relation."""
        return {record.id for record in self.cluster.gold if record.relation == relation}

    def missed(self, relation: str) -> set[str]:
        """Collect the ids of the labelled questions of a relation that were not found."""
        return self.wanted(relation) - self.found(relation)


def score(document: ConflictsDocument, cluster: Cluster, *, within_sentence: bool = True) -> Score:
    """Judge every pair that the program reported of a cluster.

    Args:
        document: What the program printed.
        cluster: The articles that it read, with their labels.
        within_sentence: Leave pairs with a quote longer than a sentence unjudged.

    Raises:
        MalformedDocument: The document is not what ``claims conflicts --json`` promises.
    """
    documents = read_documents(cluster.files)
    labelled = list(gold_pairs(cluster.gold, documents))
    pairs = reported_pairs(document, documents)
    unique = {pair.identity: pair for pair in pairs}
    judge = _judge_sentences if within_sentence else judge_pair
    judgements = tuple(judge(pair, labelled) for pair in unique.values())
    return Score(cluster, judgements, duplicates=len(pairs) - len(unique))


def gold_pairs(records: Iterable[Gold], documents: Mapping[str, Document]) -> Iterator[GoldPair]:
    """Give every two answers of a question on which its label speaks."""
    for record in records:
        located = [(answer, _passage(answer, documents)) for answer in record.answers]
        for (one, left), (other, right) in combinations(located, 2):
            relation = _relation_between(record, one, other)
            if relation and (one.document, one.quote) != (other.document, other.quote):
                implied = relation != record.relation
                yield GoldPair(left, right, relation, implied, record)


def reported_pairs(
    document: ConflictsDocument, documents: Mapping[str, Document]
) -> list[ReportedPair]:
    """Read what the program printed, in its order.

    Raises:
        MalformedDocument: Another schema, or a pair without its quotes.
    """
    if document.get("schema", SCHEMA) != SCHEMA:
        message = f"schema {document.get('schema')!r} instead of {SCHEMA!r}"
        raise MalformedDocument(message)
    try:
        return [_reported(conflict, documents) for conflict in document["conflicts"]]
    except (KeyError, TypeError) as problem:
        message = f"not a conflicts document: {problem!r}"
        raise MalformedDocument(message) from problem


def judge_pair(pair: ReportedPair, labelled: Iterable[GoldPair]) -> Judgement:
    """Find the labelled pairs that speak of a reported one.

    Overlap counts before the same sentence, then the reported kind before others, then what a
    label says before the mere equality of two values.
    """
    met = [(nearness_of_pairs(pair, gold), gold) for gold in labelled]
    nearest = max((near for near, _ in met), default=Nearness.APART)
    readings = [gold for near, gold in met if near is nearest] if nearest else []
    readings = _preferably(readings, lambda gold: gold.record.kind == pair.kind)
    readings = _preferably(readings, lambda gold: not gold.implied)
    return Judgement(pair, tuple(readings))


def nearness_of_pairs(pair: ReportedPair, gold: GoldPair) -> Nearness:
    """Say how near a reported pair stands to a labelled one, in the better of both orders."""
    return max(
        min(nearness(pair.left, gold.left), nearness(pair.right, gold.right)),
        min(nearness(pair.left, gold.right), nearness(pair.right, gold.left)),
    )


def _passage(answer: Answer, documents: Mapping[str, Document]) -> Passage:
    return locate(documents, answer.document, answer.quote)


def _relation_between(record: Gold, one: Answer, other: Answer) -> str | None:
    if record.relation == "agreement" or one.value != other.value:
        return record.relation
    speaks = record.relation in DIFFERENCES and not one.is_class
    return "agreement" if speaks else None


def _reported(conflict: ReportedConflict, documents: Mapping[str, Document]) -> ReportedPair:
    left, right = (_claim(conflict[side], documents) for side in ("left", "right"))
    return ReportedPair(left, right, conflict["relation"], conflict["kind"])


def _claim(claim: ReportedClaim, documents: Mapping[str, Document]) -> Passage:
    return locate(documents, document_name(claim["article"]["file"]), claim["quote"])


def _judge_sentences(pair: ReportedPair, labelled: Iterable[GoldPair]) -> Judgement:
    return Judgement(pair, ()) if pair.is_long else judge_pair(pair, labelled)


def _preferably(readings: list[GoldPair], wanted: Callable[[GoldPair], bool]) -> list[GoldPair]:
    return [reading for reading in readings if wanted(reading)] or readings
