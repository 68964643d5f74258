"""Tables of Markdown that read well in a terminal too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

MARKED: Final = {True: "yes", False: "**no**"}
"""How it is told whether an aim is met."""


def draw_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
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
