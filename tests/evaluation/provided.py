"""Figures on labelled sentences: amounts, days, speakers, each measured by a module of its own.

Such a module has ``HEADINGS`` and ``rows(shared)``, which gives rows of cells under them.  One
that is not there, or whose sentences are not, is passed over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from rich.console import Console

from tests.evaluation.errors import MeasuringDataMissing
from tests.evaluation.layout import heading, print_rows

NAMES: Final = ("amounts", "days", "speakers")


@dataclass(frozen=True, slots=True)
class Provided:
    """The rows of one module; none, and the reason, where its sentences are missing."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    missing: str = ""


def providers() -> list[str]:
    """Name the modules that are there."""
    return [name for name in NAMES if find_spec(f"{__package__}.{name}") is not None]


def provide(name: str, shared: Path) -> Provided:
    """Have a module measure; it runs in this process and may take a while."""
    module = import_module(f"{__package__}.{name}")
    if not (hasattr(module, "HEADINGS") and hasattr(module, "rows")):
        return Provided(name, (), (), f"{name}.py has no HEADINGS and rows(shared)")
    headings = tuple(module.HEADINGS)
    try:
        rows = tuple(tuple(map(str, row)) for row in module.rows(shared))
    except MeasuringDataMissing as missing:
        return Provided(name, headings, (), str(missing))
    return Provided(name, headings, rows)


def print_provided(console: Console, found: Sequence[Provided]) -> None:
    """Print the rows of each module under its name."""
    for each in found:
        console.print(heading(f"Labelled sentences: {each.name}"))
        if each.missing:
            console.print(each.missing)
        else:
            print_rows(console, each.headings, each.rows)


def provided_as_json(found: Sequence[Provided]) -> dict[str, list[dict[str, str]]]:
    """Give the rows by name, each cell by its heading; equal headings are numbered."""
    return {
        each.name: [dict(zip(_keys(each.headings), row, strict=True)) for row in each.rows]
        for each in found
    }


def _keys(headings: Sequence[str]) -> list[str]:
    """Tell equal headings apart: the second "right" becomes "right 2"."""
    numbers = [headings[: place + 1].count(name) for place, name in enumerate(headings)]
    return [f"{name} {n}" if n > 1 else name for name, n in zip(headings, numbers, strict=True)]
