"""How detection, and adding an article, grow with the claims: as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tests.benchmarks.markdown import MARKED, draw_table
from tests.benchmarks.plot import told

if TYPE_CHECKING:
    from tests.benchmarks.detection import Detected
    from tests.benchmarks.one_more import Grown

PLOT: Final = "growth.svg"
_AIMED: Final = 100_000


def tell_detection(detected: Sequence[Detected]) -> Iterator[str]:
    """Write what detection took, as a plot and as a table, and how it stands to the aims."""
    if not detected:
        return
    yield "## Detection"
    yield (
        "Invented claims with the spread of real news (tests/benchmarks/spread.py): stories of\n"
        "one to sixty articles, five claims to a question that is asked, and some questions\n"
        "that a thousand articles answer. Questions: those that the program makes of them; what\n"
        "it cannot hold together it leaves apart. From 20,000 claims on a second process helps,\n"
        "where the machine has a second processor: its time of the processor and its memory\n"
        "are counted in, and memory is that of both, the claims in it. All pairs: the naive way,\n"
        "every claim against every other; it finds the same, but for hot questions, of whose\n"
        "answers detection holds only the leading ones against all others."
    )
    yield f"![{told(detected)}]({PLOT})"
    yield draw_table(
        (
            *("claims", "articles", "questions", "most answers", "conflicts"),
            *("seconds", "of the processor", "peak MB", "all pairs, s", "times as long"),
        ),
        map(_detection_row, detected),
    )
    yield from filter(None, (_aim(detected), _growth(detected)))


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
        f"Aim: {_AIMED:,} claims in under 20 s, met: {MARKED[quick]}; and in under 500 MB,\n"
        f"met: {MARKED[small]}."
    )


def _growth(detected: Sequence[Detected]) -> str:
    by_size = {one.claims: one for one in detected}
    if not {_AIMED, 10 * _AIMED} <= by_size.keys():
        return ""
    small, large = by_size[_AIMED], by_size[10 * _AIMED]
    time, memory = large.processor_s / small.processor_s, large.peak_mb / small.peak_mb
    return (
        f"Ten times the claims took {time:.1f} times the time of the processor and {memory:.1f}\n"
        f"times the memory. Aim: at most 12 times; met: {MARKED[max(time, memory) <= 12]}."
    )


def tell_growth(grown: Sequence[Grown]) -> Iterator[str]:
    """Write what adding one article more took."""
    if not grown:
        return
    yield "## One article more"
    yield (
        "Seconds to add one article to a database that holds so many claims, from opening the\n"
        "transaction to its commit, besides reading and parsing it. Filling the database is not\n"
        "counted. An article on a hot topic answers five questions that a thousand others answer;\n"
        "one of five articles is on one."
    )
    yield draw_table(
        ("database", "claims", "articles", "median", "slowest", "hot topic, median", "aim", "met"),
        map(_grown_row, grown),
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
        MARKED[times.median_s < 0.3],
    )
