"""Tables, drawn by rich: columns that share the width of the terminal, nothing by colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from claims.cli.output import console, say, say_lines
from claims.report.layout import columns

if TYPE_CHECKING:
    from rich.table import Table

_AT_ONCE: Final = 500


def draw(names: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int]) -> int:
    """Draw a table on stdout; nothing where it has no rows.

    Some hundred rows are held at a time; a column that takes what it needs goes by the rows of
    the first of them.

    Args:
        names: The heads of the columns.
        rows: The cells, which may hold line breaks.
        shares: How the width is shared out; a column with 0 takes just what it needs.

    Returns:
        How many rows it has.
    """
    waiting = iter(rows)
    widths: list[int] | None = None
    count = 0
    while some := list(islice(waiting, _AT_ONCE)):
        table = _table(names, shares, widths)
        for row in some:
            table.add_row(*row)
        widths = widths or [_widest(cells) for cells in zip(*some, names, strict=False)]
        _print(table)
        count += len(some)
    if count:
        say("")
    return count


def _widest(cells: Iterable[str]) -> int:
    return max(columns(line) for cell in cells for line in cell.split("\n"))


def _table(names: Sequence[str], shares: Sequence[int], widths: Sequence[int] | None) -> Table:
    """Make an empty table; one that goes on with another has its widths and no heads."""
    from rich import box
    from rich.table import Table

    table = Table(
        box=box.SIMPLE_HEAD,
        expand=True,
        show_edge=False,
        pad_edge=False,
        leading=1,
        show_header=widths is None,
    )
    for place, (name, share) in enumerate(zip(names, shares, strict=True)):
        width = None if widths is None or share else widths[place]
        table.add_column(name, ratio=share or None, width=width, no_wrap=not share, overflow="fold")
    return table


def _print(table: Table) -> None:
    """Print a table without the blanks that fill its lines up."""
    screen = console()
    with screen.capture() as drawn:
        screen.print(table)
    say_lines(line.rstrip() for line in drawn.get().splitlines())
