"""The results as Markdown that reads well in a terminal too."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from claims import __version__
from tests.benchmarks.detection import Detected
from tests.benchmarks.one_more import Grown
from tests.benchmarks.pipeline import WORKERS, Import, Speed
from tests.benchmarks.plot import told
from tests.benchmarks.sampling import PARSE, Shares
from tests.benchmarks.start import Starts
from tests.benchmarks.timing import Measured

PLOT = "growth.svg"
_FUNCTIONS_SHOWN = 10
_MARKED = {True: "yes", False: "**no**"}


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was measured; None and empty where it was left out."""

    rounds: int
    starts: Starts | None = None
    speed: Speed | None = None
    imports: Mapping[int, Import] = field(default_factory=dict)
    shares: Shares | None = None
    idle: float | None = None
    detected: Sequence[Detected] = ()
    grown: Sequence[Grown] = ()


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
        *_detected(results),
        *_grown(results),
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
        "ratio is taken round by round. What was not measured again is older than that."
    )


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
    yield _table(
        ("seconds", "minimum", "median", "aim", "met"),
        [
            ("`python -c pass`", *_both(starts.empty), "", ""),
            ("`claims --help` over it", *_both(help_), "< 0.4", _MARKED[help_.median_s < 0.4]),
            (
                "`claims conflicts` (seeds) over it",
                *_both(conflicts),
                "< 0.8",
                _MARKED[conflicts.median_s < 0.8],
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
    yield _table(
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
    yield _table(
        ("times the bare parser's", "minimum", "median", "aim", "met"),
        [
            ("time", *_both(ratio), "≤ 1.3", _MARKED[ratio.median_s <= 1.3]),
            ("time of the processor", *_both(processor), "", ""),
        ],
    )
    yield "Times the parser's processor time, by the articles that are already in the database:"
    yield _table(
        ("articles before", "times"),
        [(str(start), f"{times:.2f}") for start, times in speed.grown.items()],
    )


def _words_a_second(words: int, measured: Measured) -> tuple[str, str]:
    return f"{words / measured.minimum_s:,.0f}", f"{words / measured.median_s:,.0f}"


def _imports(results: Results) -> Iterator[str]:
    if not results.imports or results.speed is None:
        return
    yield "## Workers and memory"
    yield _table(
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
        yield f"Aim: under 400 MB a process; met: {_MARKED[max(peaks) < 400]}."


def _megabytes(peak: float | None) -> str:
    return "" if peak is None else f"{peak:,.0f}"


def _shares(results: Results) -> Iterator[str]:
    if results.shares is None:
        return
    shares = results.shares
    parser = shares.stages.get(PARSE, 0.0) or 1.0
    yield "## Where an import spends its time"
    yield _table(
        ("stage", "share", "times the parser's"),
        [
            (stage, f"{seconds / shares.total_s:.0%}", f"{seconds / parser:.2f}")
            for stage, seconds in shares.stages.items()
        ],
    )
    yield "The functions of ours that most of it passes through last, the parser left out:"
    yield _table(
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


def _detected(results: Results) -> Iterator[str]:
    if not results.detected:
        return
    yield "## Detection"
    yield (
        "Invented claims with the spread of real news (tests/benchmarks/spread.py): stories of\n"
        "one to sixty articles, five claims a question, and some questions that a thousand\n"
        "articles answer. Memory is that of the whole process, the claims in it. All pairs: the\n"
        "naive way, every claim against every other; it finds the same, but for hot questions, of\n"
        "whose answers detection holds only the leading ones against all others."
    )
    yield f"![{told(results.detected)}]({PLOT})"
    yield _table(
        (
            *("claims", "articles", "questions", "most answers", "conflicts"),
            *("seconds", "of the processor", "peak MB", "all pairs, s", "times as long"),
        ),
        map(_detection_row, results.detected),
    )
    yield from filter(None, (_aim(results.detected), _growth(results.detected)))


def _detection_row(one: Detected) -> tuple[str, ...]:
    counts = (one.claims, one.articles, one.questions, one.most_answers, one.conflicts)
    naive = "" if one.all_pairs_s is None else f"{one.all_pairs_s:,.2f}"
    times = "" if one.all_pairs_s is None else f"{one.all_pairs_s / one.processor_s:.1f}"
    spent = (f"{one.wall_s:,.2f}", f"{one.processor_s:,.2f}", f"{one.peak_mb:,.0f}")
    return (*(f"{count:,}" for count in counts), *spent, naive, times)


def _aim(detected: Sequence[Detected]) -> str:
    aimed = next((one for one in detected if one.claims == _AIMED), None)
    if aimed is None:
        return ""
    quick, small = aimed.wall_s < 20, aimed.peak_mb < 500
    return (
        f"Aim: {_AIMED:,} claims in under 20 s, met: {_MARKED[quick]}; and in under 500 MB,\n"
        f"met: {_MARKED[small]}."
    )


def _growth(detected: Sequence[Detected]) -> str:
    by_size = {one.claims: one for one in detected}
    if not {_AIMED, 10 * _AIMED} <= by_size.keys():
        return ""
    small, large = by_size[_AIMED], by_size[10 * _AIMED]
    time, memory = large.processor_s / small.processor_s, large.peak_mb / small.peak_mb
    return (
        f"Ten times the claims took {time:.1f} times the time of the processor and {memory:.1f}\n"
        f"times the memory. Aim: at most 12 times; met: {_MARKED[max(time, memory) <= 12]}."
    )


_AIMED = 100_000


def _grown(results: Results) -> Iterator[str]:
    if not results.grown:
        return
    yield "## One article more"
    yield (
        "Seconds to add one article to a database that holds so many claims, from opening the\n"
        "transaction to its commit, besides reading and parsing it. Filling the database is not\n"
        "counted. An article on a hot topic answers five questions that a thousand others answer;\n"
        "one of five articles is on one."
    )
    yield _table(
        ("database", "claims", "articles", "median", "slowest", "hot topic, median", "aim", "met"),
        map(_grown_row, results.grown),
    )


def _grown_row(grown: Grown) -> tuple[str, ...]:
    times = grown.ordinary
    hot = "" if grown.hot is None else f"{grown.hot.median_s:.2f}"
    return (
        grown.database,
        f"{grown.claims:,}",
        str(len(times.times_s)),
        f"{times.median_s:.3f}",
        f"{max(times.times_s):.3f}",
        hot,
        "< 0.3",
        _MARKED[times.median_s < 0.3],
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Draw a Markdown table whose columns line up; figures stand to the right."""
    body = [list(row) for row in rows]
    widths = [max(3, *(len(row[i]) for row in (head, *body))) for i in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return f"| {' | '.join(padded)} |"

    rule = (f"{'-' * (width - 1)}:" if at else "-" * width for at, width in enumerate(widths))
    return "\n".join((line(head), f"| {' | '.join(rule)} |", *map(line, body)))
