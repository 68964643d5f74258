"""The results as Markdown that reads well in a terminal too."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from claims import __version__
from tests.benchmarks.bulk import Bulk, tell_bulk
from tests.benchmarks.detection import Detected
from tests.benchmarks.growth import tell_detection, tell_growth
from tests.benchmarks.listing import Listed, tell_listing
from tests.benchmarks.markdown import MARKED, draw_table
from tests.benchmarks.one_more import Grown
from tests.benchmarks.pipeline import WORKERS, Import, Speed
from tests.benchmarks.readers import Read, tell_readers
from tests.benchmarks.report import Reported, tell_reports
from tests.benchmarks.sampling import PARSE, Shares
from tests.benchmarks.start import Starts
from tests.benchmarks.timing import Measured

_FUNCTIONS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was measured; None and empty where it was left out."""

    rounds: int
    starts: Starts | None = None
    speed: Speed | None = None
    imports: Mapping[int, Import] = field(default_factory=dict)
    shares: Shares | None = None
    idle: float | None = None
    bulk: Bulk | None = None
    detected: Sequence[Detected] = ()
    grown: Sequence[Grown] = ()
    listed: Sequence[Listed] = ()
    reported: Reported | None = None
    read: Sequence[Read] = ()


def render(results: Results) -> str:
    """Write down what was measured, where, and how it stands to the aims."""
    parts = [
        "# Benchmarks",
        _machine(),
        *_starts(results),
        *_speed(results),
        *_imports(results),
        *_shares(results),
        *_idle(results),
        *tell_bulk(results.bulk),
        *tell_detection(results.detected),
        *tell_growth(results.grown),
        *tell_listing(results.listed),
        *tell_reports(results.reported),
        *tell_readers(results.read),
    ]
    return "\n\n".join(parts) + "\n"


def renew(before: str, text: str) -> str:
    """Put new sections in place of the old ones; what was not measured again stays as it was."""
    old, new = _sections(before), _sections(text)
    order = [*old, *(heading for heading in new if heading not in old)]
    told = "".join(new.get(heading, old.get(heading, "")) for heading in order)
    return told.rstrip("\n") + "\n"


def _sections(text: str) -> dict[str, str]:
    """Part a text at its headings: heading to section, the title with what follows it first."""
    found: dict[str, str] = {}
    for part in re.split(r"^(?=## )", text, flags=re.MULTILINE):
        if part:
            found[part.partition("\n")[0]] = part.rstrip("\n") + "\n\n"
    return found


def _machine() -> str:
    """Say what was measured and on what kind of machine; never on which one."""
    today = datetime.now(UTC).date().isoformat()
    cores = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    found = [
        f"claimledger {__version__}",
        f"Python {platform.python_version()}",
        *(f"{name} {_version(name)}" for name in ("spacy", "sqlmodel", "sqlalchemy")),
        f"SQLite {sqlite3.sqlite_version}",
    ]
    return (
        f"Written by `make benchmark ARGS=--write` on {today}: {cores}; {', '.join(found)}.\n"
        "What is compared ran in turns. Minimum and median over the rounds; a difference or a\n"
        "ratio is taken round by round. What was not measured again is older than that.\n"
        f"Programs that wanted a core, ours among them, in the last quarter of an hour: {_load()}."
    )


def _load() -> str:
    """Say how busy the machine was: where they are more than its cores, clocks say too much."""
    return f"{os.getloadavg()[2]:.1f}" if hasattr(os, "getloadavg") else "not known"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _starts(results: Results) -> Iterator[str]:
    if results.starts is None:
        return
    starts = results.starts
    help_, conflicts = (one.over(starts.empty) for one in (starts.help, starts.conflicts))
    yield "## Start-up"
    yield draw_table(
        ("seconds", "minimum", "median", "aim", "met"),
        [
            ("`python -c pass`", *_both(starts.empty), "", ""),
            ("`claims --help` over it", *_both(help_), "< 0.4", MARKED[help_.median_s < 0.4]),
            (
                "`claims conflicts` (seeds) over it",
                *_both(conflicts),
                "< 0.8",
                MARKED[conflicts.median_s < 0.8],
            ),
        ],
    )
    yield f"{len(starts.empty.times_s)} rounds."


def _both(measured: Measured, digits: int = 2) -> tuple[str, str]:
    return f"{measured.minimum_s:.{digits}f}", f"{measured.median_s:.{digits}f}"


def _speed(results: Results) -> Iterator[str]:
    if results.speed is None:
        return
    speed = results.speed
    ratio = speed.whole.ratio_to(speed.parser)
    processor = speed.whole_processor.ratio_to(speed.parser_processor)
    yield "## `claims add` against the bare parser"
    yield (
        f"{speed.words:,} words of invented news; one process, after loading. The bare parser is\n"
        "spaCy as it comes, with the program's model, without `ner`. It gets the paragraphs as\n"
        "they stand, of 20 articles at a time. The program's parser gives the same parses and\n"
        f"spends less: see claims/extract/parser.py. Rounds: {len(ratio.times_s)}."
    )
    yield draw_table(
        ("words a second", "best", "median"),
        [
            ("bare parser", *_words_a_second(speed.words, speed.parser)),
            ("the program's parser", *_words_a_second(speed.words, speed.own_parser)),
            (
                "`add`: read, parse, extract, store, compare",
                *_words_a_second(speed.words, speed.whole),
            ),
        ],
    )
    yield draw_table(
        ("times the bare parser's", "minimum", "median", "aim", "met"),
        [
            ("time", *_both(ratio), "≤ 1.3", MARKED[ratio.median_s <= 1.3]),
            ("time of the processor", *_both(processor), "", ""),
        ],
    )
    yield (
        "Times the parser's processor time, by the articles that are already in the database.\n"
        "Five articles tell one story, and some sentences of one story stand in others too."
    )
    yield draw_table(
        ("articles before", "times"),
        [(str(start), f"{times:.2f}") for start, times in speed.grown.items()],
    )


def _words_a_second(words: int, measured: Measured) -> tuple[str, str]:
    return f"{words / measured.minimum_s:,.0f}", f"{words / measured.median_s:,.0f}"


def _imports(results: Results) -> Iterator[str]:
    if not results.imports or results.speed is None:
        return
    yield "## Workers and memory"
    yield draw_table(
        ("workers", "words a second, best", "median", "whole import, s", "peak MB", "of a worker"),
        [
            (
                str(workers),
                *_words_a_second(results.speed.words, results.imports[workers].loaded),
                f"{results.imports[workers].whole.median_s:.1f}",
                _megabytes(results.imports[workers].peak_mb),
                _megabytes(results.imports[workers].worker_peak_mb),
            )
            for workers in WORKERS
        ],
    )
    peaks = [
        peak
        for one in results.imports.values()
        for peak in (one.peak_mb, one.worker_peak_mb)
        if peak is not None
    ]
    if peaks:
        yield f"Aim: under 400 MB a process; met: {MARKED[max(peaks) < 400]}."


def _megabytes(peak: float | None) -> str:
    return "" if peak is None else f"{peak:,.0f}"


def _shares(results: Results) -> Iterator[str]:
    if results.shares is None:
        return
    shares = results.shares
    parser = shares.stages.get(PARSE, 0.0) or 1.0
    yield "## Where an import spends its time"
    yield draw_table(
        ("stage", "share", "times the parser's"),
        [
            (stage, f"{seconds / shares.total_s:.0%}", f"{seconds / parser:.2f}")
            for stage, seconds in shares.stages.items()
        ],
    )
    yield "The functions of ours that most of it passes through last, the parser left out:"
    yield draw_table(
        ("function", "share"),
        [
            (f"`{name}`", f"{seconds / shares.total_s:.1%}")
            for name, seconds in list(shares.functions.items())[:_FUNCTIONS_SHOWN]
        ],
    )


def _idle(results: Results) -> Iterator[str]:
    if results.idle is None:
        return
    yield "## Sentences that need no parse"
    yield (
        f"Of the words, {results.idle:.1%} stand in sentences that no claim comes from. To leave\n"
        "those unparsed would save that share of the parser's time at most, if they could be told\n"
        "apart without a parse and without a miss. So every sentence is parsed."
    )
