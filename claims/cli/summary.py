"""The end of `claims add`: how many articles became what, and why some did not go in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from claims.cli import output, table
from claims.report.layout import clean
from claims.report.wording import plural
from claims.service.summary import FATES, Group, Summary

_FEW: Final = 5
_HEADS: Final = ("", "articles", "why", "which")
_SHARES: Final = (0, 0, 3, 2)


def counted_words(summary: Summary) -> str:
    """Sum up: "2 files: 1 added, 0 updated, 0 unchanged, 1 failed"."""
    counts = summary.counts
    told = [f"{counts[fate]} {fate}" for fate in FATES if counts[fate] or fate != "skipped"]
    return f"{plural(counts.total(), 'file' if summary.alone else 'article')}: {', '.join(told)}"


def say_summary(summary: Summary) -> None:
    """Print the counts, above them a table of reasons; what failed in few is told already."""
    groups = summary.groups()
    if sum(group.count for group in groups) > _FEW:
        table.draw(_HEADS, _cells(groups), _SHARES)
    else:
        output.say_lines(
            f"skipped  {clean(f'{_named(group)}: {group.why}')}"
            for group in groups
            if group.fate == "skipped"
        )
    output.say(counted_words(summary))


def summary_documents(summary: Summary) -> Iterator[dict[str, Any]]:
    """Write each fate with its count, what did not go in by why."""
    for group in summary.rows():
        yield {
            "outcome": group.fate,
            "why": group.why,
            "count": group.count,
            "places_in_all": group.places_in_all or None,
            "places": group.places,
        }


def _cells(groups: list[Group]) -> Iterator[tuple[str, ...]]:
    """Give a row a group, the fate in the first of its rows."""
    before = ""
    for group in groups:
        fate = group.fate if group.fate != before else ""
        yield fate, f"{group.count:,}", clean(group.why or ""), clean(_named(group))
        before = group.fate


def _named(group: Group) -> str:
    """Name the first files, and count the others: "a.png, b.png, c.png and 9 more"."""
    more = group.places_in_all - len(group.places)
    return ", ".join(group.places) + (f" and {more:,} more" if more else "")
