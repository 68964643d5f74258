"""`claims add` against the bare parser: words a second, memory, and where the time goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from claims.extract.parser import find_model, load_parser, load_plain
from claims.service.library import add_articles
from db import open_database
from tests.benchmarks import corpus
from tests.benchmarks.sampling import Sampler, Shares
from tests.benchmarks.timing import Measured, Spent, spend

if TYPE_CHECKING:
    from spacy.language import Language

    from db import Database

ROOT: Final = Path(__file__).resolve().parent.parent.parent
BATCH: Final = 20
QUICKEST_BATCH: Final = 64
"""Paragraphs a batch: with fewer, and with more, the bare parser is slower."""
WORKERS: Final = (1, 2)


@dataclass(frozen=True, slots=True)
class Speed:
    """Times for the same articles, round by round.

    Args:
        words: How many words the articles have.
        parser: The bare parser: spaCy as it comes.
        own_parser: The program's parser, which spends less on the same model and parses alike.
        whole: Reading, parsing, extracting, storing and comparing.
        parser_processor: What the parser took of the processor; other programs do not count.
        whole_processor: The same of the whole.
        grown: By the number of articles stored before, how many times the parser's processor time
            the next batch took; the median of the rounds.
    """

    words: int
    parser: Measured
    own_parser: Measured
    whole: Measured
    parser_processor: Measured
    whole_processor: Measured
    grown: dict[int, float]


@dataclass(frozen=True, slots=True)
class Import:
    """Imports in processes of their own with one number of workers, round by round.

    Args:
        whole: From the first file to the last, loading the parser included.
        loaded: From the first article stored to the last.
        peak_mb: The most memory that the process held.
        worker_peak_mb: The most that a worker held; None where the process itself parses.
    """

    whole: Measured
    loaded: Measured
    peak_mb: float | None
    worker_peak_mb: float | None


def measure_speed(pieces: Sequence[corpus.Piece], rounds: int, folder: Path) -> Speed:
    """Let parsers and pipeline read the same articles in turns, a batch each, after loading."""
    parsers = _warm_parsers()
    files = corpus.write(pieces, folder / "articles")
    batches = [slice(at, at + BATCH) for at in range(0, len(pieces), BATCH)]
    rounds_spent = [
        _round(parsers, folder / f"speed-{turn}.db", [(pieces[at], files[at]) for at in batches])
        for turn in range(rounds)
    ]
    parsed, own, added = (
        [[spent[part] for spent in one_round] for one_round in rounds_spent] for part in range(3)
    )
    grown = [
        [add.processor_s / parse.processor_s for parse, _, add in one_round]
        for one_round in rounds_spent
    ]
    return Speed(
        words=sum(piece.words for piece in pieces),
        parser=_walls(parsed),
        own_parser=_walls(own),
        whole=_walls(added),
        parser_processor=_processors(parsed),
        whole_processor=_processors(added),
        grown={
            batch.start: Measured(times).median_s
            for batch, times in zip(batches, zip(*grown, strict=True), strict=True)
        },
    )


def _walls(rounds: Sequence[Sequence[Spent]]) -> Measured:
    return Measured(tuple(sum(one.wall_s for one in some) for some in rounds))


def _processors(rounds: Sequence[Sequence[Spent]]) -> Measured:
    return Measured(tuple(sum(one.processor_s for one in some) for some in rounds))


def _round(
    parsers: Sequence[Language],
    place: Path,
    batches: Sequence[tuple[Sequence[corpus.Piece], Sequence[Path]]],
) -> list[tuple[Spent, ...]]:
    """Give what parsers and pipeline spent on each batch, the pipeline on a fresh database."""
    database = open_database(str(place), create=True)
    spent = [
        (
            *(spend(partial(_parse, parser, pieces)) for parser in parsers),
            spend(partial(_add, database, files)),
        )
        for pieces, files in batches
    ]
    database.close()
    return spent


def _warm_parsers() -> tuple[Language, Language]:
    """Load the bare parser and ours and let them parse once, since the first time is slower."""
    parsers = load_plain(find_model()), load_parser()
    for parser in parsers:
        list(parser.pipe(["The talks began on Monday."]))
    return parsers


def _parse(parser: Language, pieces: Sequence[corpus.Piece]) -> None:
    words = (words for piece in pieces for words in piece.paragraphs)
    for _ in parser.pipe(words, batch_size=QUICKEST_BATCH):
        pass


def _add(database: Database, files: Sequence[Path]) -> None:
    failed = [added.error for added in add_articles(database, files) if added.error]
    if failed:
        raise failed[0]


def sample_import(pieces: Sequence[corpus.Piece], folder: Path) -> Shares:
    """See where one import spends its time, after loading."""
    _warm_parsers()
    files = corpus.write(pieces, folder / "articles")
    database = open_database(str(folder / "sampled.db"), create=True)
    with Sampler() as sampler:
        _add(database, files)
    database.close()
    return sampler.shares()


def measure_imports(pieces: Sequence[corpus.Piece], rounds: int, folder: Path) -> dict[int, Import]:
    """Import in processes of their own, with one worker and with several, in turns."""
    corpus.write(pieces, folder / "articles")
    told: dict[int, list[dict[str, Any]]] = {workers: [] for workers in WORKERS}
    for turn in range(rounds):
        for workers in WORKERS:
            place = folder / f"import-{workers}-{turn}.db"
            told[workers].append(run_import(place, workers, folder / "articles"))
    return {workers: _gather(found) for workers, found in told.items()}


def run_import(place: Path, workers: int, folder: Path) -> dict[str, Any]:
    """Import a folder of articles in a process of its own; see `one_import` for what it tells."""
    told = (str(place), str(workers), str(folder))
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.one_import", *told],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _gather(told: Sequence[dict[str, Any]]) -> Import:
    return Import(
        whole=Measured(tuple(one["whole_s"] for one in told)),
        loaded=Measured(tuple(one["loaded_s"] for one in told)),
        peak_mb=_most(told, "peak_mb"),
        worker_peak_mb=_most(told, "worker_peak_mb"),
    )


def _most(told: Sequence[dict[str, Any]], name: str) -> float | None:
    return max((one[name] for one in told if one[name] is not None), default=None)
