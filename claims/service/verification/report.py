"""Checking a report: its seal, its quotes against the texts, its data against the database."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import db
from claims.errors import InputError
from claims.model import CONFLICTS, Relation
from claims.report.form import Form
from claims.report.lapse import Lapse, Tally, Verification
from claims.report.seal.file import SealedFile, data_of, read_sealed
from claims.service.verification.damage import damage_told
from claims.service.verification.data import DataCheck
from claims.service.verification.evidence import check_quotes, quoted_in
from claims.service.verification.page import check_lines
from claims.service.verification.table import check_rows

_CARRIES_DATA: Final = (Form.HTML, Form.JSON)
_NO_DATABASE: Final = (
    "the quotes against the texts, and all else against the database: none was given; name it "
    "with --db"
)
_NO_DATA: Final = (
    "quotes one by one: Markdown carries a hash and what it was made from, HTML and JSON carry "
    "the data too"
)


def verify_report(file: Path, database: db.Database | None) -> Verification:
    """Check a report.

    Args:
        file: The report, in HTML, Markdown, CSV or JSON.
        database: What its words are held against; None to check the file alone.

    Raises:
        InputError: It is no report, or does not end in its seal.
        DatabaseError: The database cannot be read.
    """
    sealed = read_sealed(file)
    tally = Tally()
    if sealed.form is Form.CSV:
        check_rows(file, database, tally)
    else:
        _check_seal(sealed, tally)
        _check_words(sealed, database, tally)
    if database is None:
        tally.leave(_NO_DATABASE)
    return Verification(str(file), sealed.form.value, database.url if database else "", tally)


def _check_seal(sealed: SealedFile, tally: Tally) -> None:
    tally.count("seal")
    if not sealed.is_whole:
        words = (
            f"it was changed after it was written: its seal is {sealed.stated}, the file gives "
            f"{sealed.found}"
        )
        tally.add(Lapse("file", "", "seal", sealed.stated, sealed.found, words))


def _check_words(sealed: SealedFile, database: db.Database | None, tally: Tally) -> None:
    """Check what a report says; its lines only where its data agrees, or would say why."""
    if database is None:
        _check_data(sealed, None, tally)
        return
    before = len(tally.lapses)
    with database.read() as session:
        _check_data(sealed, session, tally)
    if len(tally.lapses) > before and sealed.is_whole:
        tally.leave("the report line by line: its data no longer agrees with the database")
    else:
        check_lines(sealed, database, tally)


def _check_data(sealed: SealedFile, session: db.Session | None, tally: Tally) -> None:
    if sealed.form not in _CARRIES_DATA:
        if session is None:
            tally.leave(_NO_DATA)
        else:
            _check_named(sealed, session, tally)
        return
    try:
        with data_of(sealed) as fields:
            DataCheck(tally, sealed.origin, session).run(fields)
    except InputError as error:
        tally.add(Lapse("file", "", "data", words=f"it cannot be read: {error}"))


def _check_named(sealed: SealedFile, session: db.Session, tally: Tally) -> None:
    """Hold the quotes of the conflicts that a report was made from against their texts.

    That the report prints them so is seen line by line.
    """
    if sealed.origin is None:
        return
    found = db.list_conflicts(session, sealed.origin.narrow, (*CONFLICTS, Relation.DIFFERENT_SCOPE))
    sides = {side for one in found for side in (one.left, one.right)}
    with damage_told(tally):
        check_quotes(session, map(quoted_in, db.load_claims(session, sides)), tally, set())
