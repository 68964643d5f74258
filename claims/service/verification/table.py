"""Holding the rows of a table against their seals, the texts and the database."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import db
from claims import __version__
from claims.model import CONFLICTS, Filter, Relation
from claims.report.csv_report import render_csv
from claims.report.identity import short_claim
from claims.report.imprint import Imprint
from claims.report.lapse import Lapse, Tally
from claims.report.seal.row import SealedRow, read_rows
from claims.service import gather
from claims.service.sheet import complete_sheets
from claims.service.verification.damage import damage_told
from claims.service.verification.evidence import check_quotes, quoted_in
from claims.service.verification.present import disclosed

if TYPE_CHECKING:
    from claims.model import Claim
    from db import Session

_AT_ONCE: Final = 200
_OF_REPORT: Final = ("report", "narrowed_to", "internal_words_left_out")
_OF_FINDINGS: Final = tuple("findings against between finding_ids rules reasons statuses".split())
_OF_FILTER: Final = (*_OF_FINDINGS, "words", "file_sha256")
"""What depends on the filters of the report, which a table tells in words alone."""

_KEY: Final = ("question_id", "claim_id", "article_id")
Cells = Mapping[str, str]


def check_rows(file: Path, database: db.Database | None, tally: Tally) -> None:
    """Check a table row by row.

    Args:
        database: What the rows are held against; None to check their seals alone.
    """
    rows = _sealed(read_rows(file), tally)
    if database is None:
        for _ in rows:
            pass
        return
    with database.read() as session:
        stock = _Stock(session)
        for some in _by_question(rows):
            _check_against(session, some, stock, tally)


def _sealed(rows: Iterable[SealedRow], tally: Tally) -> Iterator[SealedRow]:
    """Give the rows, their seals checked, and see that the last one is there."""
    last = None
    for row in rows:
        tally.count("row")
        if not row.is_whole:
            words = "it, or the row before it, was changed, removed or moved: its seal is another"
            tally.add(Lapse("row", str(row.number), "seal", words=words))
        if last is not None and last.is_last:
            words = "it stands after the row that was the last"
            tally.add(Lapse("row", str(row.number), "", words=words))
        last = row
        yield row
    if last is None:
        tally.leave("whether rows are missing: the table has none")
    elif not last.is_last:
        words = f"it ends before its end, after row {last.number}: rows are missing"
        tally.add(Lapse("file", "", "rows", words=words))


def _by_question(rows: Iterable[SealedRow]) -> Iterator[list[SealedRow]]:
    """Give some hundred rows at a time, never the rows of one question apart."""
    some: list[SealedRow] = []
    for row in rows:
        one = row.cells.get("question_id")
        if len(some) >= _AT_ONCE and one != some[-1].cells.get("question_id"):
            yield some
            some = []
        some.append(row)
    if some:
        yield some


class _Stock:
    """What all rows of a table are held against: conflicts, articles, the texts checked so far."""

    def __init__(self, session: Session) -> None:
        relations = (*CONFLICTS, Relation.DIFFERENT_SCOPE)
        self.of_question: dict[str, list[db.StoredConflict]] = {}
        for one in db.list_conflicts(session, Filter(), relations):
            self.of_question.setdefault(one.question, []).append(one)
        self.articles = gather.article_entries(session, Filter())
        self.texts: set[str] = set()


def _check_against(
    session: Session, rows: Sequence[SealedRow], stock: _Stock, tally: Tally
) -> None:
    readable = [row for row in rows if row.cells]
    for row in rows:
        if not row.cells:
            tally.add(Lapse("row", str(row.number), "", words="its cells cannot be told apart"))
    with damage_told(tally):
        _compare_rows(session, readable, stock, tally)


def _compare_rows(
    session: Session, readable: Sequence[SealedRow], stock: _Stock, tally: Tally
) -> None:
    claims = _claims_of(session, readable)
    named = {row.cells["claim_id"] for row in readable}
    told = [claim for claim in claims if short_claim(claim.id) in named]
    check_quotes(session, map(quoted_in, told), tally, stock.texts)
    is_internal = any(not row.cells["internal_words_left_out"] for row in readable)
    expected = _expected(session, told, stock, is_internal=is_internal)
    for row in readable:
        _compare(row, expected.get(_key(row.cells)), tally)


def _claims_of(session: Session, rows: Iterable[SealedRow]) -> list[Claim]:
    return db.claims_of_texts(session, {row.cells["text_sha256"] for row in rows})


def _key(cells: Cells) -> tuple[str, ...]:
    return tuple(cells[name] for name in _KEY)


def _expected(
    session: Session, claims: Sequence[Claim], stock: _Stock, *, is_internal: bool
) -> dict[tuple[str, ...], Cells]:
    """Give the rows that the database gives now for the questions of some claims."""
    questions = db.questions_of(session, {claim.id for claim in claims})
    theirs = [one for question in questions for one in stock.of_question.get(question.id, ())]
    theirs.sort(key=lambda one: (-one.rank, one.id))
    sheets = complete_sheets(session, questions, theirs)
    cases = {
        case.conflict.id: case for sheet in sheets for case in (*sheet.cases, *sheet.look_alikes)
    }
    ordered = [cases[one.id] for one in theirs if one.relation in CONFLICTS]
    ordered += [cases[one.id] for one in theirs if one.relation not in CONFLICTS]
    entries = [entry for sheet in sheets for row in sheet.rows for entry in row.entries]
    dossier = disclosed(
        session,
        cases=ordered,
        sheets=sheets,
        articles=stock.articles,
        entries=entries,
        is_internal=is_internal,
    )
    lines = "".join(render_csv(dossier, Imprint("2000-01-01", __version__)))
    names, *rows = csv.reader(lines.lstrip("\ufeff").splitlines())
    found = (dict(zip(names, row, strict=True)) for row in rows)
    return {_key(cells): cells for cells in found}


def _compare(row: SealedRow, found: Cells | None, tally: Tally) -> None:
    stated = row.cells
    if found is None:
        words = f"row {row.number}: the database gives no such answer of this source to {{}}"
        tally.add(Lapse("claim", stated["claim_id"], "", words=words.format(stated["question_id"])))
        return
    passed = {*_OF_REPORT, *(_OF_FILTER if stated["narrowed_to"] else ())}
    if stated["narrowed_to"]:
        tally.leave(
            "findings, verdicts and words of a narrowed table: its rows tell a part of them"
        )
    for name in stated:
        if name not in passed and stated[name] != found.get(name):
            about = "article" if name in _ARTICLE else "claim"
            id_ = stated["article_id"] if about == "article" else stated["claim_id"]
            tally.add(Lapse(about, id_, name, stated[name], found.get(name)))


_ARTICLE: Final = tuple(
    "wording authors outlet genre title published published_inferred published_known_by address "
    "file text_sha256 file_sha256".split()
)
