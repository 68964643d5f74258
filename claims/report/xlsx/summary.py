"""The sheet of the summary: what the report is, what was set, and counts that add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.model import Relation
from claims.report.closing import LIMITS, METHOD, WARNING
from claims.report.disclosure import hidden_words
from claims.report.wording import RELATIONS
from claims.report.xlsx.cell import Cell, day_cell
from claims.report.xlsx.table import Column, Table

if TYPE_CHECKING:
    from claims.report.imprint import Imprint
    from claims.report.view import Docket, Dossier

NAME: Final = "summary"
Line = tuple[str, Cell]


def summary_table(dossier: Dossier, imprint: Imprint) -> Table:
    """Make the sheet: a name and the number, day or words it holds, line by line."""
    lines = (
        *_of_the_report(dossier, imprint),
        *_counts(dossier.docket),
        ("limits", f"{WARNING}{LIMITS}"),
        ("method", METHOD),
    )
    columns = {
        "what": Column("What is told", lambda line: line[0], 60),
        "value": Column(
            "The number or day", lambda line: _unless(line[1], isinstance(line[1], str))
        ),
        "words": Column(
            "The words", lambda line: _unless(line[1], not isinstance(line[1], str)), 90
        ),
    }
    return Table(NAME, columns, lines)


def _unless(cell: Cell, is_left_out: bool) -> Cell:  # one thing to decide by
    return None if is_left_out else cell


def _of_the_report(dossier: Dossier, imprint: Imprint) -> Iterator[Line]:
    yield "title", imprint.title
    yield "made on", day_cell(imprint.day)
    yield "made by", f"claimledger {imprint.version}"
    if not dossier.filters:
        yield "filters", "none"
    for name, value in dossier.filters.items():
        yield f"filter: {name}", value
    if dossier.hidden_words is None or dossier.hidden_words:
        yield "internal words", hidden_words(dossier.hidden_words)


def _counts(docket: Docket) -> Iterator[Line]:
    """Count what is shown, then the whole database: its relations add up to the pairs."""
    sums = docket.sums
    yield "conflicts in this report", len(docket.cases)
    yield "look-alikes in this report", len(docket.look_alikes)
    yield "articles in the database", sums.articles
    yield "claims in the database", sums.claims
    yield "pairs of answers considered", sums.considered
    yield "pairs: contradiction between articles", sums.between
    yield "pairs: contradiction inside one article", sums.inside
    for relation in Relation:
        if relation is not Relation.CONTRADICTION:
            yield f"pairs: {RELATIONS[relation]}", sums.of(relation)
    for reason, count in sorted(sums.refusals.items(), key=lambda item: (-item[1], item[0])):
        yield f"not comparable: {reason}", count
