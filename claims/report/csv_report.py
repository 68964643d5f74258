"""The report as a table for spreadsheets: a row for each source of each answer.

UTF-8 with its mark and CRLF, so that a spreadsheet opens it as it is. No value of one source is
merged into that of another. Text that a spreadsheet would take for a formula begins with an
apostrophe; numbers and days of ours are left as they are. Words marked as a digest or a
translation are not the outlet's own; no cell adds quotation marks.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claims.model import Between, KnownBy, Target, standing
from claims.report.block import word_line
from claims.report.byline import speaker_words
from claims.report.correction import mark_words
from claims.report.identity import short_claim, short_conflict, short_id
from claims.report.layout import clean
from claims.report.wording import RELATIONS, answer_words
from claims.values.document import to_document

if TYPE_CHECKING:
    from claims.report.imprint import Imprint
    from claims.report.view import Case, Dossier, Entry, Publication, Row, Sheet

_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]")
_BETWEEN: Final = {Between.ARTICLES: "articles", Between.ONE_ARTICLE: "one article"}
_NOT_PRINTED: Final = (KnownBy.UNKNOWN, KnownBy.INFERRED)


@dataclass(frozen=True, slots=True)
class Line:
    """One source of one answer.

    Args:
        sheet: The question.
        row: The answer.
        entry: The claim that gives it.
        article: The article that prints the claim.
        cases: The conflicts and look-alikes that the answer takes part in.
        hashes: The SHA-256 of the files of the articles, by article.
    """

    sheet: Sheet
    row: Row
    entry: Entry
    article: Publication
    cases: Sequence[Case]
    hashes: Mapping[str, str | None]


def _day(line: Line, *, is_known: bool) -> str:
    known = line.article.published_known_by not in _NOT_PRINTED
    return (line.article.published or "") if known is is_known else ""


def _value(line: Line, field: str) -> Any:
    """Give a field of the value as documents have it: low, high, unit, earliest …; or nothing."""
    found = to_document(line.entry.claim.value).get(field)
    return "" if found is None else found


def _ends(line: Line, *fields: str) -> Any:
    return next((found for field in fields if (found := _value(line, field)) != ""), "")


def _each(line: Line, tell: Callable[[Case], str]) -> str:
    """Tell something of each finding, in the order of `findings`."""
    return "; ".join(tell(case) for case in line.cases)


def _words(line: Line) -> str:
    """Tell what people said of the findings and the question, each word once."""
    said = [
        word_line(word, outdated=word.id in outdated)
        for words, outdated in (
            *((case.words, case.outdated) for case in line.cases),
            (line.sheet.words, line.sheet.outdated),
        )
        for word in standing(words)
    ]
    return " / ".join(dict.fromkeys(said))


COLUMNS: Final[Mapping[str, tuple[str, Callable[[Line], Any]]]] = {
    "question": ("What the answers answer", lambda one: one.sheet.question.text),
    "question_id": (
        "Its short id",
        lambda one: short_id(Target.QUESTION, one.sheet.question.id),
    ),
    "kind": ("What the question is about", lambda one: one.sheet.question.kind.value),
    "answer": ("What this source answers", lambda one: answer_words(one.entry.claim)),
    "low": (
        "The least or first that it leaves room for; empty for an open end",
        lambda one: _ends(one, "low", "earliest"),
    ),
    "high": (
        "The most or last that it leaves room for; empty for an open end",
        lambda one: _ends(one, "high", "latest"),
    ),
    "unit": ("The unit of low and high", lambda one: _value(one, "unit")),
    "polarity": (
        "affirmed or denied",
        lambda one: one.entry.claim.polarity.value,
    ),
    "certainty": (
        "asserted, hedged, planned or conditional",
        lambda one: one.entry.claim.certainty.value,
    ),
    "as_of_from": (
        "First day that the statement is about",
        lambda one: one.entry.claim.scope.as_of.earliest or "",
    ),
    "as_of_to": ("Last day", lambda one: one.entry.claim.scope.as_of.latest or ""),
    "as_of_known_by": (
        "How those days are known",
        lambda one: one.entry.claim.scope.as_of.known_by,
    ),
    "who_says_so": (
        "The chain of speakers, from the outermost",
        lambda one: speaker_words(one.entry),
    ),
    "by_people": (
        "Whether people recorded, corrected or retracted the claim, and what the program read",
        lambda one: mark_words(one.entry.claim),
    ),
    "quote": ("The words, on one line", lambda one: one.entry.claim.quote),
    "wording": (
        "verbatim, or digest or translation: then not the outlet's own words",
        lambda one: one.article.rendition.value,
    ),
    "start": (
        "Where the quote begins in the text, in characters",
        lambda one: one.entry.claim.span.start,
    ),
    "end": ("Where it ends", lambda one: one.entry.claim.span.end),
    "claim_id": ("The short id of the claim", lambda one: short_claim(one.entry.claim.id)),
    "authors": ("Who wrote the article", lambda one: "; ".join(one.article.authors)),
    "outlet": ("Who published it", lambda one: one.article.outlet or ""),
    "genre": ("news, opinion, editorial, agency, statement", lambda one: one.article.genre.value),
    "title": ("Its headline", lambda one: one.article.title or ""),
    "published": ("The day it bears", lambda one: _day(one, is_known=True)),
    "published_inferred": (
        "The day where it is only inferred, or nobody knows how it is known",
        lambda one: _day(one, is_known=False),
    ),
    "published_known_by": (
        "How the day is known",
        lambda one: one.article.published_known_by.value,
    ),
    "address": ("Where it was published", lambda one: one.article.address or ""),
    "file": ("The name of the file that was read", lambda one: one.article.file or ""),
    "article_id": ("Its short id", lambda one: short_id(Target.ARTICLE, one.article.id)),
    "text_sha256": ("SHA-256 of the text in UTF-8", lambda one: one.article.text_id),
    "file_sha256": (
        "SHA-256 of the file",
        lambda one: one.hashes.get(one.article.id) or "",
    ),
    "articles": ("How many articles give the answer", lambda one: one.row.support.articles),
    "origins_at_most": (
        "How many origins those have at most",
        lambda one: one.row.support.origins_at_most,
    ),
    "findings": (
        "What the answer takes part in: contradiction, lists differ, update, not the same thing",
        lambda one: _each(one, lambda case: RELATIONS[case.relation]),
    ),
    "against": (
        "The answer on the other side of each finding",
        lambda one: _each(one, lambda case: _against(one, case)),
    ),
    "between": (
        "Whether each stands between articles or inside one",
        lambda one: _each(one, lambda case: _BETWEEN[case.between]),
    ),
    "finding_ids": (
        "Their short ids",
        lambda one: _each(one, lambda case: short_conflict(case.conflict.id, case.relation)),
    ),
    "rules": ("The rules that fired", lambda one: _each(one, lambda case: case.conflict.rule)),
    "reasons": ("Why", lambda one: _each(one, lambda case: case.conflict.reason)),
    "statuses": ("What people decided", lambda one: _each(one, lambda case: case.status)),
    "words": ("What people said, signed and dated", _words),
}
"""The columns in order: what each means, and what it holds of a line."""

_OF_THE_REPORT: Final[Mapping[str, str]] = {
    "report": "The title, day and version of the report",
    "narrowed_to": "The filters that were set; empty for none",
    "internal_words_left_out": "How many internal words are left out; empty where they are told",
}
GUIDE: Final[Mapping[str, str]] = {
    **{name: meaning for name, (meaning, _) in COLUMNS.items()},
    **_OF_THE_REPORT,
}
"""What each column means, in order."""


def _against(line: Line, case: Case) -> str:
    ids = set(line.row.answer.claims)
    other = case.right if case.left.claim.id in ids else case.left
    return answer_words(other.claim)


def render_csv(dossier: Dossier, imprint: Imprint) -> Iterator[str]:
    """Render the report, row by row, the heads first.

    Args:
        dossier: Everything it tells of.
        imprint: Its title, and when and by which version it was made.
    """
    left_out = "" if dossier.hidden_words is None else dossier.hidden_words
    about = f"{imprint.title}. {imprint.words}", dossier.narrowed_to, left_out
    yield _MARK + _record(GUIDE)
    for line in _lines(dossier):
        yield _record((*(read(line) for _, read in COLUMNS.values()), *about))


def _lines(dossier: Dossier) -> Iterator[Line]:
    hashes = {entry.article.id: entry.sha256 for entry in dossier.articles}
    known = _cases_by_claim(dossier)
    for sheet in _sheets(dossier):
        for row in sheet.rows:
            found = (case for id_ in row.answer.claims for case in known.get(id_, ()))
            cases = tuple({case.conflict.id: case for case in found}.values())
            for entry in row.entries:
                for article in entry.articles:
                    yield Line(sheet, row, entry, article, cases, hashes)


def _sheets(dossier: Dossier) -> Iterator[Sheet]:
    """Give every question of the ledger, then those of conflicts that it does not hold."""
    told = {sheet.question.id for sheet in dossier.sheets}
    yield from dossier.sheets
    yield from (sheet for id_, sheet in dossier.docket.sheets.items() if id_ not in told)


def _cases_by_claim(dossier: Dossier) -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = {}
    for case in (*dossier.docket.cases, *dossier.docket.look_alikes):
        for side in (case.left, case.right):
            found.setdefault(side.claim.id, []).append(case)
    return found


def _record(values: Iterable[Any]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow([_cell(value) for value in values])
    return stream.getvalue()


def _cell(value: Any) -> Any:
    """Make text from outside safe in a cell: on one line, and no formula."""
    if not isinstance(value, str):
        return value
    words = clean(value).strip()
    return f"'{words}" if _FORMULA.match(words) else words
