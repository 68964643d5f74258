"""The figures of the page reader as a table, beside its library alone in the same run."""

from collections.abc import Iterator

from rich.console import Console

from tests.evaluation.figures import Share
from tests.evaluation.layout import fraction, heading, print_rows
from tests.evaluation.pages.later import LATER
from tests.evaluation.pages.layout import LAYOUTS
from tests.evaluation.pages.measure import FIELDS, READERS, Judged, Layouts, judge_all

_HEADINGS = ("layout", *FIELDS, "words in common")


def print_pages(console: Console) -> None:
    """Read every page by both readers and print what is right."""
    for name, reader in READERS.items():
        for words, layouts in (("", LAYOUTS), (", layouts made later", LATER)):
            console.print(heading(f"Pages of known truth: {name}{words}"))
            print_rows(console, _HEADINGS, _rows(list(judge_all(reader, layouts)), layouts))


def _rows(judged: list[Judged], layouts: Layouts) -> Iterator[tuple[str, ...]]:
    for layout in layouts:
        yield _row(layout, [one for one in judged if one.layout == layout])
    yield _row("all", judged)


def _row(name: str, judged: list[Judged]) -> tuple[str, ...]:
    shares = (Share(sum(one.right[field] for one in judged), len(judged)) for field in FIELDS)
    common = sum(one.overlap for one in judged) / len(judged)
    return (name, *map(fraction, shares), f"{common:.1%}")
