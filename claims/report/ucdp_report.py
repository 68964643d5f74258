"""Figures as conflict data has them: a row a question with low, best and high.

The heads are those of UCDP's events where they mean the same: best, low, high, date_prec,
number_of_sources, source_office, source_original … Only questions that are answered by amounts
have a row. Low and high are the ends of what is said; `best` is there only where a person settled
it, signed and on a source. What each source says is in the columns of sources, in one order, and
whole in the CSV report. A figure is told with its days and place; this program gives it no event
of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claims.model import Relation, Target, standing
from claims.report.best import best_of
from claims.report.block import word_line
from claims.report.byline import short_speaker_words, speaker_words
from claims.report.csv_report import MARK, OF_THE_REPORT, about_report, csv_record
from claims.report.figure import Figure, figure_of
from claims.report.identity import short_conflict, short_id
from claims.report.publication_day import inferred_day, known_day
from claims.report.told import told_cases, told_sheets
from claims.report.when import When, when_of
from claims.report.wording import answer_words, names_of

if TYPE_CHECKING:
    from claims.report.best import Best
    from claims.report.imprint import Imprint
    from claims.report.view import Case, Dossier, Entry, Publication, Sheet

_UNKNOWN: Final = "unknown"
"""Keeps the place of a source in a list of what is known of each."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question that is answered by amounts.

    Args:
        sheet: The question.
        figure: The ends of what is said.
        best: What a person settled it for; None where nobody did, or people differ.
        said: The days that its statements name.
        inferred: The days that are only those of publication.
        sources: Each article that answers it, once for each claim by which it does.
        cases: Its conflicts and look-alikes, as far as the report tells of them.
    """

    sheet: Sheet
    figure: Figure
    best: Best | None
    said: When
    inferred: When
    sources: Sequence[tuple[Publication, Entry]]
    cases: Sequence[Case]


def _of_sources(tell: Callable[[Publication, Entry], str | None]) -> Callable[[Line], str]:
    """Tell something of each source, in the order of `source_ids`."""
    return lambda line: "; ".join(tell(*source) or _UNKNOWN for source in line.sources)


def _places(line: Line) -> str:
    keys = {key: None for row in line.sheet.rows for key in row.first.claim.scope.place}
    return names_of(tuple(keys))


def _count(relation: Relation) -> Callable[[Line], int]:
    return lambda line: sum(case.relation is relation for case in line.cases)


def _words(line: Line) -> str:
    said = [
        word_line(word, outdated=word.id in outdated)
        for words, outdated in (
            *((case.words, case.outdated) for case in line.cases),
            (line.sheet.words, line.sheet.outdated),
        )
        for word in standing(words)
    ]
    return " / ".join(dict.fromkeys(said))


def _yes(*, is_so: bool) -> str:
    return "yes" if is_so else ""


COLUMNS: Final[Mapping[str, tuple[str, Callable[[Line], Any]]]] = {
    "id": (
        "The short id of the question",
        lambda line: short_id(Target.QUESTION, line.sheet.question.id),
    ),
    "question": ("What the figures answer", lambda line: line.sheet.question.text),
    "unit": ("The unit of low, best and high", lambda line: "; ".join(line.figure.units)),
    "low": (
        "The least that is said; empty where nobody says one, or units differ",
        lambda line: _number(line.figure.low),
    ),
    "best": (
        "The figure that people settled, signed and on a source; empty unless they did",
        lambda line: _number(line.best.amount) if line.best else "",
    ),
    "high": (
        "The most that is said; empty where nobody says one, or units differ",
        lambda line: _number(line.figure.high),
    ),
    "low_open": (
        "yes where somebody leaves room for fewer",
        lambda line: _yes(is_so=line.figure.is_low_open),
    ),
    "high_open": (
        "yes where somebody leaves room for more",
        lambda line: _yes(is_so=line.figure.is_high_open),
    ),
    "low_said_by": ("Who says the least", lambda line: _speakers(line.figure.lowest)),
    "high_said_by": ("Who says the most", lambda line: _speakers(line.figure.highest)),
    "best_set_by": ("Who settled it, and when", lambda line: line.best.signed if line.best else ""),
    "best_source": ("On which source", lambda line: line.best.source if line.best else ""),
    "year": ("The year, where the days that are named lie in one", lambda line: line.said.year),
    "date_start": ("First day that the statements name", lambda line: line.said.first),
    "date_end": ("Last day that they name", lambda line: line.said.last),
    "date_prec": (
        "How exact those days are: 1 a day, 2 up to 6 days, 3 a week, 4 up to 31 days, 5 more",
        lambda line: line.said.precision,
    ),
    "date_start_inferred": (
        "First day of publication, of statements that name no day",
        lambda line: line.inferred.first,
    ),
    "date_end_inferred": ("Last day of publication, of these", lambda line: line.inferred.last),
    "date_prec_inferred": (
        "How exact those days are, as date_prec",
        lambda line: line.inferred.precision,
    ),
    "where_description": ("The places that the statements name", _places),
    "number_of_sources": (
        "How many articles answer it",
        lambda line: line.sheet.support.articles,
    ),
    "number_of_origins_at_most": (
        "How many independent origins those have at most",
        lambda line: line.sheet.support.origins_at_most,
    ),
    "number_of_answers": ("How many answers there are", lambda line: len(line.sheet.rows)),
    "source_ids": (
        "The article of each statement, by its short id; all columns of sources have this order",
        _of_sources(lambda article, _: short_id(Target.ARTICLE, article.id)),
    ),
    "source_value": ("What each says", _of_sources(lambda _, entry: answer_words(entry.claim))),
    "source_article": (
        "The address of each article, else its file",
        _of_sources(lambda article, _: article.address or article.file),
    ),
    "source_office": ("Who published each", _of_sources(lambda article, _: article.outlet)),
    "source_date": ("The day each bears", _of_sources(lambda article, _: known_day(article))),
    "source_date_inferred": (
        "The day of each where it is only inferred, or nobody knows how it is known",
        _of_sources(lambda article, _: inferred_day(article)),
    ),
    "source_headline": ("The headline of each", _of_sources(lambda article, _: article.title)),
    "source_original": (
        "Who says so within each",
        _of_sources(lambda _, entry: speaker_words(entry)),
    ),
    "source_wording": (
        "Whose the words of each are: verbatim, or digest or translation: not the outlet's own",
        _of_sources(lambda article, _: article.rendition.value),
    ),
    "contradictions": ("How many contradictions there are", _count(Relation.CONTRADICTION)),
    "updates": ("How many updates there are", _count(Relation.UPDATE)),
    "look_alikes": (
        "How many pairs only look as if they disagreed",
        _count(Relation.DIFFERENT_SCOPE),
    ),
    "finding_ids": (
        "The short ids of all of these",
        lambda line: "; ".join(short_conflict(one.conflict.id, one.relation) for one in line.cases),
    ),
    "statuses": (
        "What people decided on each",
        lambda line: "; ".join(case.status for case in line.cases),
    ),
    "words": ("What people said of them and of the question, signed and dated", _words),
}
"""The columns in order: what each means, and what it holds of a question."""

GUIDE: Final[Mapping[str, str]] = {
    **{name: meaning for name, (meaning, _) in COLUMNS.items()},
    **OF_THE_REPORT,
}
"""What each column means, in order."""


def _number(amount: Decimal | None) -> int | Decimal | None:
    """Write an amount in full: 1200000 rather than 1.2E+6."""
    whole = amount is not None and amount == amount.to_integral_value()
    return int(amount) if amount is not None and whole else amount


def _speakers(entries: Sequence[Entry]) -> str:
    return "; ".join(dict.fromkeys(map(short_speaker_words, entries)))


def render_ucdp(dossier: Dossier, imprint: Imprint) -> Iterator[str]:
    """Render the figures, row by row, the heads first.

    Args:
        dossier: Everything it tells of.
        imprint: Its title, and when and by which version it was made.
    """
    about = about_report(dossier, imprint)
    yield MARK + csv_record(GUIDE)
    for line in _lines(dossier):
        yield csv_record((*(read(line) for _, read in COLUMNS.values()), *about))


def _lines(dossier: Dossier) -> Iterator[Line]:
    cases: dict[str, list[Case]] = {}
    for case in told_cases(dossier):
        cases.setdefault(case.conflict.question, []).append(case)
    for sheet in told_sheets(dossier):
        figure = figure_of(sheet.rows)
        if figure is not None:
            yield _line(sheet, figure, cases.get(sheet.question.id, []))


def _line(sheet: Sheet, figure: Figure, cases: Sequence[Case]) -> Line:
    claims = [entry.claim for row in sheet.rows for entry in row.entries]
    return Line(
        sheet=sheet,
        figure=figure,
        best=best_of(cases),
        said=when_of(claims, is_inferred=False),
        inferred=when_of(claims, is_inferred=True),
        sources=_sources(sheet),
        cases=cases,
    )


def _sources(sheet: Sheet) -> list[tuple[Publication, Entry]]:
    entries = (entry for row in sheet.rows for entry in row.entries)
    return [(article, entry) for entry in entries for article in entry.articles]
