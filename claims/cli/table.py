"""Tables, drawn by rich: columns that share the width of the terminal, nothing by colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.cli.output import console, say, say_lines

if TYPE_CHECKING:
    from rich.table import Table


def draw(names: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int]) -> None:
    """Draw a table on stdout; nothing where it has no rows.

    Args:
        names: The heads of the columns.
        rows: The cells, which may hold line breaks.
        shares: How the width is shared out; a column with 0 takes just what it needs.
    """
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, leading=1)
    for name, share in zip(names, shares, strict=True):
        table.add_column(name, ratio=share or None, no_wrap=not share, overflow="fold")
    for row in rows:
        table.add_row(*row)
    if table.row_count:
        _print(table)


def _print(table: Table) -> None:
    """Print a table without the blanks that fill its lines up."""
    screen = console()
    with screen.capture() as drawn:
        screen.print(table)
    say_lines(line.rstrip() for line in drawn.get().splitlines())
    say("")
