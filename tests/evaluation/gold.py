"""The labelled questions of the seed articles and of the development clusters.

Refuses to guess where the data is: it lies in ``shared`` beside the repository or where
``CLAIMS_SHARED`` says, or ``MeasuringDataMissing`` is raised.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from tests.evaluation.errors import MeasuringDataMissing

REPOSITORY: Final = Path(__file__).resolve().parents[2]

DIFFERENCES: Final = ("contradiction", "update", "omission")
"""The relations that are worth reporting."""

TRAPS: Final = ("different_scope", "agreement", "compatible")
"""The relations that must not be reported as a difference; the worst mistake first."""

HELD_BACK: Final = frozenset(
    {"ecb13-church", "ecb21-hitrun", "ecb30-cables", "fk-qamishli", "fk-wedding"}
)
"""Clusters of which only totals may be printed, so that nobody tunes on them."""

_CLASS_OF_VALUES: Final = re.compile(
    r"""
      [ ]/[ ] | \bor\b | \bto\b     # 58 or 59
    | \d\s*-\s*\d                   # 20-24
    | ^(?:later|announced)$
    | dozens
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, as one article gives it.

    ``document`` is the file's name without its suffix, ``value`` text, a number, or a tuple
    of names; ``speaker`` is None where the article says it itself.
    """

    document: str
    quote: str
    value: object
    speaker: str | None

    @property
    def is_class(self) -> bool:
        """Whether the value stands for several, as "58 or 59" does."""
        return isinstance(self.value, str) and _CLASS_OF_VALUES.search(self.value) is not None


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled question: every two answers with different values stand in ``relation``."""

    id: str
    cluster: str
    question: str
    kind: str
    relation: str
    answers: tuple[Answer, ...]
    note: str

    @property
    def is_borderline(self) -> bool:
        """Whether honest readers may label it otherwise."""
        return "borderline" in self.note


@dataclass(frozen=True, slots=True)
class Cluster:
    """The articles of one story with their labelled questions."""

    name: str
    files: tuple[Path, ...]
    gold: tuple[Gold, ...] = field(repr=False)  # a failing test prints no labelled text

    @property
    def is_held_back(self) -> bool:
        """Whether only its totals may be printed."""
        return self.name in HELD_BACK


def shared_folder() -> Path:
    """Find the folder of the labelled articles.

    Raises:
        MeasuringDataMissing: It is not there, or holds no labelled articles.
    """
    folder = Path(os.environ.get("CLAIMS_SHARED") or REPOSITORY.parent / "shared")
    if not (folder / "data" / "dev" / "gold.jsonl").is_file():
        message = f"no labelled articles in {folder}; set CLAIMS_SHARED to the folder that has them"
        raise MeasuringDataMissing(message)
    return folder


def seeds_cluster(shared: Path) -> Cluster:
    """Load the five seed articles, as downloaded, with their questions."""
    gold = read_gold(shared / "data" / "seeds" / "gold.jsonl")
    return Cluster("seeds", _articles(shared / "seeds"), tuple(gold))


def dev_clusters(shared: Path) -> Iterator[Cluster]:
    """Load the development clusters in the order of their names, the held-back ones too."""
    folder = shared / "data" / "dev"
    records = read_gold(folder / "gold.jsonl")
    for name in sorted({record.cluster for record in records}):
        gold = tuple(record for record in records if record.cluster == name)
        yield Cluster(name, _articles(folder / "clusters" / name), gold)


def read_gold(path: Path) -> list[Gold]:
    """Read the records of a gold file, one JSON object a line, in the order of the file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [gold_record(json.loads(line)) for line in lines if line.strip()]


def gold_record(record: Mapping[str, Any]) -> Gold:
    """Make a record of its JSON object."""
    return Gold(
        id=record["id"],
        cluster=record["cluster"],
        question=record["question"],
        kind=record["kind"],
        relation=record["relation"],
        answers=tuple(_answers(record["answers"])),
        note=record["note"],
    )


def document_name(file: str) -> str:
    """Name the document of a file: "folder/5_1ecb.txt" becomes "5_1ecb"."""
    path = PurePosixPath(file)
    return path.stem if path.suffix.lower() in {".txt", ".md"} else path.name


def _answers(answers: Iterable[Mapping[str, Any]]) -> Iterator[Answer]:
    for answer in answers:
        yield Answer(
            document=document_name(answer["doc"]),
            quote=answer["quote"],
            value=_hashable(answer["value"]),
            speaker=answer["speaker"],
        )


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _articles(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.txt")))
