"""What a report takes: time, memory and size of each form, and how the page opens in a browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from claims.report.form import Form
from db import open_database
from tests.benchmarks.browser import Opened, find_browser, open_page
from tests.benchmarks.dispute import fill_with_disputes
from tests.benchmarks.listing import walk
from tests.benchmarks.markdown import draw_table

SLOWED: Final = 4
"""How many times slower than this machine a phone is taken to be."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a report of one form took, in a process of its own."""

    form: str
    seconds: float
    peak_mb: float
    size: int


@dataclass(frozen=True, slots=True)
class Shown:
    """How the page of so many conflicts opens: at full speed, and on a slower processor."""

    conflicts: int
    size: int
    opened: tuple[Opened, ...]
    slowed: tuple[Opened, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """What reports took.

    Args:
        conflicts: How many conflicts the forms tell of.
        written: A row a form.
        shown: A row a page; empty where no browser is installed.
    """

    conflicts: int
    written: tuple[Written, ...]
    shown: tuple[Shown, ...]


def measure_reports(sizes: Sequence[int], rounds: int, folder: Path) -> Reported:
    """Write reports of so many conflicts, the last size in each form, and open the pages."""
    places = {size: _filled(size, folder) for size in sizes}
    largest = sizes[-1]
    written = tuple(_write(form, places[largest], folder / f"of.{form}") for form in Form)
    browser = find_browser()
    shown = [_show(browser, size, places[size], rounds, folder) for size in sizes if browser]
    return Reported(largest, written, tuple(shown))


def _filled(size: int, folder: Path) -> str:
    place = str(folder / f"disputes-{size}.db")
    with_disputes = open_database(place, create=True)
    fill_with_disputes(with_disputes, size)
    with_disputes.close()
    return place


def _write(form: str, place: str, file: Path) -> Written:
    ran = walk(form, "report", "--format", form, "-o", str(file), "--db", place)
    return Written(form, ran.seconds, ran.peak_mb, file.stat().st_size)


def _show(browser: str, size: int, place: str, rounds: int, folder: Path) -> Shown:
    page = folder / f"{size}.html"
    written = _write(Form.HTML, place, page)
    opened = [
        tuple(open_page(browser, page, folder, slowed=slowed) for _ in range(rounds))
        for slowed in (1, SLOWED)
    ]
    return Shown(size, written.size, opened[0], opened[1])


def tell_reports(reported: Reported | None) -> Iterator[str]:
    """Write down what reports took."""
    if reported is None:
        return
    yield "## Reports"
    yield (
        f"{reported.conflicts:,} contradictions on as many questions, two articles for every two\n"
        "of them (tests/benchmarks/dispute.py). Each report is a process of its own; seconds are\n"
        "of the processor, its start included."
    )
    yield draw_table(
        ("form", "seconds", "peak MB", "size, MB"),
        [
            (f"`{one.form}`", f"{one.seconds:.2f}", f"{one.peak_mb:,.0f}", _mega(one.size))
            for one in reported.written
        ],
    )
    if reported.shown:
        yield from _pages(reported.shown)


def _pages(shown: Sequence[Shown]) -> Iterator[str]:
    yield (
        "The HTML page in Chromium without a window, 390 wide: milliseconds by the clock until\n"
        "it is read, and until it is drawn and can be used, the middle of "
        f"{len(shown[0].opened)}; the last column\n"
        f"on a processor slowed down {SLOWED} times, as a phone may be. A busy machine, whose\n"
        "load is told above, makes the clock say too much."
    )
    yield draw_table(
        ("conflicts", "size, MB", "elements", "read, ms", "usable, ms", "usable, slowed, ms"),
        [
            (
                f"{one.conflicts:,}",
                _mega(one.size),
                f"{one.opened[0].elements:,}",
                f"{median(each.loaded_ms for each in one.opened):,.0f}",
                f"{median(each.interactive_ms for each in one.opened):,.0f}",
                f"{median(each.interactive_ms for each in one.slowed):,.0f}",
            )
            for one in shown
        ],
    )


def _mega(size: int) -> str:
    return f"{size / 1_000_000:.2f}"
