"""How figures look in a table and in JSON, whatever they are of."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tests.evaluation.figures import Share

WIDTH: Final = 118


def table_of(headings: Sequence[str], left: int = 1) -> Table:
    """Open a table; its first columns, as many as said, are words, the others figures."""
    table = Table(box=None, pad_edge=False)
    for number, heading in enumerate(headings):
        justify: Any = "left" if number < left else "right"
        table.add_column(heading, justify=justify, no_wrap=True)
    return table


def print_rows(
    console: Console, headings: Sequence[str], rows: Iterable[Sequence[str]], left: int = 1
) -> None:
    """Print rows under their headings."""
    table = table_of(headings, left)
    for row in rows:
        table.add_row(*row)
    console.print(table)


def heading(words: str) -> Text:
    """Give a line that opens a part of the output."""
    return Text(f"\n{words}", style="bold")


def fraction(share: Share) -> str:
    """Write "3/4"."""
    return f"{share.part}/{share.whole}"


def percent(share: Share) -> str:
    """Write "75.0%", a dash where there is nothing to share."""
    return "-" if share.ratio is None else f"{share.ratio:.1%}"


def json_share(share: Share) -> dict[str, Any]:
    """Give part, whole and ratio."""
    return {"part": share.part, "whole": share.whole, "ratio": share.ratio}
