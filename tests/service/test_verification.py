"""Whether a report, or a database, still holds: one thing changed at a time, and told."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import text

from claims.errors import InputError
from claims.model import Filter, Kind
from claims.report.form import SEALED, Form
from claims.report.lapse import Verification
from claims.report.verification import lapse_words, verification_lines
from claims.service.annotation import Word, annotate
from claims.service.opening import opened
from claims.service.report import Order
from claims.service.sealed import write_sealed
from claims.service.verification.database import verify_database
from claims.service.verification.report import verify_report
from db import Database
from tests.report.reseal import reseal
from tests.service.seeded import JUDGED, export_seeds, import_seeds

DAY: Final = "2026-06-01"
OWN: Final = "c50937507"
ARTICLE: Final = "acc45db61"
QUOTE: Final = "2,500 US troops remain"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Read the shipped articles once."""
    return export_seeds(tmp_path_factory.mktemp("verified") / "seeds.db")


@pytest.fixture
def seeds(empty_url: str, exported: bytes) -> Iterator[Database]:
    """Hold the shipped articles, and nothing else."""
    import_seeds(empty_url, exported)
    with opened(empty_url) as database:
        yield database


@pytest.fixture(scope="module")
def stock(exported: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Hold the shipped articles in a database that no test changes."""
    file = tmp_path_factory.mktemp("stock") / "seeds.db"
    import_seeds(str(file), exported)
    with opened(str(file)) as database:
        yield database


def write(
    database: Database, folder: Path, form: Form, narrow: Filter | None = None, **also: Any
) -> Path:
    """Write a sealed report."""
    file = folder / f"report.{form}"
    pieces = write_sealed(database, narrow or Filter(), Order(form, DAY, **also))
    file.write_bytes(b"".join(pieces))
    return file


def told(found: Verification) -> str:
    """Give what was found wrong, a line each."""
    return "\n".join(lapse_words(lapse) for lapse in found.tally.lapses)


@pytest.mark.parametrize("form", SEALED)
def test_a_report_holds_as_it_was_written(seeds: Database, tmp_path: Path, form: Form) -> None:
    """By itself, and against the database it was made from."""
    file = write(seeds, tmp_path, form)
    alone = verify_report(file, None)
    assert (told(alone), alone.holds) == ("", True)
    assert any("none was given" in words for words in alone.tally.unchecked)
    against = verify_report(file, seeds)
    assert told(against) == ""
    assert against.tally.unchecked == []
    assert against.tally.checked["quote"] >= 15
    assert against.tally.checked["text"] == 5


@pytest.mark.parametrize("form", SEALED)
@pytest.mark.parametrize("is_internal", [True, False])
def test_a_narrowed_report_holds_too(
    stock: Database, tmp_path: Path, form: Form, *, is_internal: bool
) -> None:
    """It is made again with the filters that its seal names, internal words as they were."""
    narrow = Filter(kinds=(Kind.QUANTITY,), about="troops")
    file = write(stock, tmp_path, form, narrow, with_internal=is_internal, title="x --> y")
    assert told(verify_report(file, stock)) == ""


FLIPS: Final = {
    "quote": (
        {
            Form.HTML: ('"quote": "2,500 US troops remain"', '"quote": "2,500 US troops remaim"'),
            Form.JSON: ('"quote": "2,500 US troops remain"', '"quote": "2,500 US troops remaim"'),
            Form.CSV: ('"2,500 US troops remain"', '"2,500 US troops remaim"'),
            Form.MARKDOWN: ("** US troops remain", "** US troops remaim"),
        },
        ("quote|line", "remaim"),
    ),
    "offset": (
        {
            Form.HTML: ('"start": 1679, "end": 1701', '"start": 1678, "end": 1700'),
            Form.JSON: (
                '"start": 1679,\n        "end": 1701',
                '"start": 1678,\n        "end": 1700',
            ),
            Form.CSV: ("digest,1679,1701", "digest,1678,1700"),
            Form.MARKDOWN: ("characters 1679 to 1701", "characters 1678 to 1700"),
        },
        ("1678",),
    ),
    "figure in the data": (
        {
            Form.HTML: ('"low": 2500', '"low": 2600'),
            Form.JSON: ('"low": 2500', '"low": 2600'),
            Form.CSV: ('"2,500",2500,2500', '"2,500",2600,2500'),
            Form.MARKDOWN: ("**2,500**", "**2,600**"),
        },
        ("2,?600",),
    ),
    "visible figure": (
        {
            Form.HTML: ("<mark>2,500</mark>", "<mark>2,600</mark>"),
            Form.JSON: ('"text": "2,500"', '"text": "2,600"'),
            Form.CSV: ('quantity,"2,500"', 'quantity,"2,600"'),
            Form.MARKDOWN: ("| **2,500** |", "| **2,600** |"),
        },
        ("2,600", "2,500"),
    ),
    "verdict": (
        {
            Form.HTML: ("Status: explained.", "Status: confirmed."),
            Form.JSON: ('"status": "explained"', '"status": "confirmed"'),
            Form.CSV: (",explained; open,", ",confirmed; open,"),
            Form.MARKDOWN: ("Status: explained.", "Status: confirmed."),
        },
        ("confirmed", "explained"),
    ),
    "article": (
        {
            Form.HTML: ('"outlet": "The Independent (B', '"outlet": "The Undependent (B'),
            Form.JSON: ('"outlet": "The Independent (B', '"outlet": "The Undependent (B'),
            Form.CSV: (",The Independent (B", ",The Undependent (B"),
            Form.MARKDOWN: ("| The Independent (B", "| The Undependent (B"),
        },
        ("outlet|line", "Undependent"),
    ),
    "hash of a text": (
        dict.fromkeys(SEALED, ("92703126cb07aece", "92703126cb07aecf")),
        ("92703126|text_sha256|text",),
    ),
}
"""What is changed, in each form, and words that must be told of it."""

CASES: Final = [(what, form) for what, (changes, _) in FLIPS.items() for form in changes]


def change(file: Path, old: str, new: str) -> None:
    """Change the first place where some words stand."""
    content = file.read_bytes()
    assert old.encode() in content, old
    file.write_bytes(content.replace(old.encode(), new.encode(), 1))


@pytest.mark.parametrize(("what", "form"), CASES)
def test_a_changed_byte_breaks_the_seal(
    stock: Database, tmp_path: Path, what: str, form: Form
) -> None:
    """Without any database; in a table the row is named."""
    file = write(stock, tmp_path, form)
    change(file, *FLIPS[what][0][form])
    found = verify_report(file, None)
    assert not found.holds
    assert "seal" in told(found)


@pytest.mark.parametrize(("what", "form"), CASES)
def test_a_changed_byte_under_a_new_seal_is_told_by_the_database(
    stock: Database, tmp_path: Path, what: str, form: Form
) -> None:
    """What no longer holds, what it says and what it should."""
    changes, words = FLIPS[what]
    file = write(stock, tmp_path, form)
    change(file, *changes[form])
    reseal(file)
    assert "seal" not in told(verify_report(file, None))
    found = verify_report(file, stock)
    assert not found.holds
    for word in words:
        assert re.search(word, told(found)), told(found)


@pytest.mark.parametrize("form", [Form.HTML, Form.JSON, Form.CSV])
def test_a_lapse_names_the_claim(stock: Database, tmp_path: Path, form: Form) -> None:
    """By the short id that the report shows."""
    file = write(stock, tmp_path, form)
    change(file, *FLIPS["quote"][0][form])
    reseal(file)
    assert f"claim {OWN}, quote" in told(verify_report(file, stock))


def test_a_conflict_left_out_is_missed(stock: Database, tmp_path: Path) -> None:
    """The counts no longer add up, even without a database."""
    file = write(stock, tmp_path, Form.HTML)
    content = file.read_text("utf-8")
    start = content.index('\n    { "id": "aaec58b654d1')
    end = content.index("\n    { ", start + 1)
    file.write_bytes((content[:start] + content[end:]).encode())
    reseal(file)
    assert "it counts 3, and 2 are listed" in told(verify_report(file, None))


def test_rows_that_are_missing_or_moved_are_told(stock: Database, tmp_path: Path) -> None:
    """In the middle, at the end, and added."""
    file = write(stock, tmp_path, Form.CSV)
    rows = file.read_bytes().split(b"\r\n")[:-1]
    changes = {
        "row 4, seal": rows[:3] + rows[4:],
        "rows are missing": rows[:-1],
        "after the row that was the last": [*rows, rows[5]],
        "row 6, seal": [*rows[:5], rows[6], rows[5], *rows[7:]],
    }
    for words, kept in changes.items():
        file.write_bytes(b"".join(row + b"\r\n" for row in kept))
        assert words in told(verify_report(file, None))


def test_what_became_of_a_conflict_since_is_told(seeds: Database, tmp_path: Path) -> None:
    """A verdict of a later day: the report is whole, and no longer what the database says."""
    file = write(seeds, tmp_path, Form.HTML)
    annotate(seeds, JUDGED, Word("Ana", "asked again", supersedes=None))
    found = verify_report(file, seeds)
    assert "conflict kaaec58b6, annotations" in told(found)
    assert "seal" not in told(found)
    assert any("line by line" in words for words in found.tally.unchecked)


def test_long_lists_of_lapses_are_cut(seeds: Database, tmp_path: Path) -> None:
    """On a terminal fifty are told, and how many more there are."""
    file = write(seeds, tmp_path, Form.CSV)
    with seeds.write() as session:
        session.execute(text("UPDATE claim SET certainty = 'planned'"))
    found = verify_report(file, seeds)
    lines = list(verification_lines(found, 400))
    assert lines[50].startswith(f"and {len(found.tally.lapses) - 50} things more; --json")
    assert lines[-1].endswith("does not hold")


def test_texts_of_another_database_are_missing(
    stock: Database, tmp_path: Path, database: Database
) -> None:
    """Each is named; nothing is taken for a lie."""
    file = write(stock, tmp_path, Form.HTML)
    words = told(verify_report(file, database))
    assert "text 92703126: it is not in the database" in words
    assert "conflict kaaec58b6: it is not in the database" in words


BROKEN: Final[dict[str, tuple[Callable[[bytes], bytes], str]]] = {
    "empty": (lambda _: b"", "is empty"),
    "half": (lambda content: content[: len(content) // 2], "does not end in its seal"),
    "foreign": (lambda _: b"<!doctype html><p>news", "is no report of claimledger"),
    "words": (lambda _: b"just words", "is no report of claimledger"),
    "binary": (lambda _: bytes(range(256)), "is no report of claimledger"),
    "bundle": (lambda _: b"PK\x03\x04 README.txt and more", "is a bundle"),
    "workbook": (lambda _: b"PK\x03\x04 xl/sheet and more", "is no report of claimledger"),
    "appended": (lambda content: content + b"\n", "does not end in its seal"),
}


@pytest.mark.parametrize("form", [Form.HTML, Form.JSON, Form.MARKDOWN])
@pytest.mark.parametrize("what", BROKEN)
def test_what_is_no_whole_report_gets_one_line(
    stock: Database, tmp_path: Path, form: Form, what: str
) -> None:
    """Half of one, an empty or a foreign file."""
    file = write(stock, tmp_path, form)
    spoil, words = BROKEN[what]
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(InputError, match=words) as error:
        verify_report(file, stock)
    assert "\n" not in str(error.value)


def test_half_a_table_is_told(stock: Database, tmp_path: Path) -> None:
    """It has whole rows, and not the last."""
    file = write(stock, tmp_path, Form.CSV)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    assert "rows are missing" in told(verify_report(file, stock))


@pytest.mark.parametrize("form", SEALED)
def test_no_byte_of_a_report_may_change(stock: Database, tmp_path: Path, form: Form) -> None:
    """Every hundredth or so turned over: told in a line or as a lapse, never passed."""
    file = write(stock, tmp_path, form)
    content = file.read_bytes()
    for place in range(0, len(content), len(content) // 97):
        changed = bytearray(content)
        changed[place] ^= 1
        file.write_bytes(bytes(changed))
        try:
            assert not verify_report(file, None).holds, place
        except InputError:
            continue


def test_a_database_holds(seeds: Database) -> None:
    """Texts, quotes, answers, and all that is stored twice."""
    found = verify_database(seeds)
    assert told(found) == ""
    checked = found.tally.checked
    assert (checked["text"], checked["quote"] > 300, checked["answer"] > 50) == (5, True, True)


def _update(table: str, change: str, which: str) -> str:
    return f"UPDATE {table} SET {change} WHERE {which}"  # noqa: S608  # our own words


def _replace(table: str, column: str, old: str, new: str, where: str) -> str:
    stored = f"CAST({column} AS TEXT)"
    cast = "JSON" if column in ("value", "authors") else "TEXT"
    return _update(table, f"{column} = CAST(replace({stored}, '{old}', '{new}') AS {cast})", where)


ONE: Final = "id LIKE '50937507%'"
SPOILED: Final = {
    "a text": (
        _replace("text", "body", "2,500 US", "2,600 US", "id LIKE '92703126%'"),
        ("text 92703126, SHA-256", f"claim {OWN}, quote"),
    ),
    "a quote": (
        _replace("claim", "quote", "remain", "remaim", ONE),
        (f"claim {OWN}, quote", "remaim", f"claim {OWN}, folded"),
    ),
    "an offset": (
        _update("claim", "span_start = span_start + 1, span_end = span_end + 1", ONE),
        (f"claim {OWN}, offset, characters 1680 to 1702", "begins at character 1679"),
    ),
    "an anchor": (
        _update("claim", "anchor_start = anchor_start + 1", ONE),
        (f"claim {OWN}, id",),
    ),
    "a figure": (
        _replace("claim", "value", "2500", "2600", ONE),
        (f"claim {OWN}, value_low", f"claim {OWN}, answer", f"conflict {JUDGED}"),
    ),
    "the words of a figure": (
        _replace("claim", "value", '"2,500"', '"2,600"', ONE),
        (f"claim {OWN}, answer",),
    ),
    "a certainty": (
        _update("claim", "certainty = 'hedged'", ONE),
        (f"claim {OWN}, answer", f"conflict {JUDGED}"),
    ),
    "a speaker": (
        "UPDATE speaker SET key = 'country:RU' WHERE claim_id LIKE '6ffa76e0%' AND position = 0",
        ("claim c6ffa76e0, answer",),
    ),
    "a title": (
        "UPDATE article SET title = 'Another' WHERE id LIKE 'cc45db61%'",
        (f"article {ARTICLE}, title",),
    ),
    "a day": (
        "UPDATE article SET published = '2021-04-06' WHERE id LIKE 'cc45db61%'",
        (f"article {ARTICLE}, published",),
    ),
    "a relation": (
        "UPDATE conflict SET relation = 'update' WHERE id LIKE 'aaec58b6%'",
        (f"conflict {JUDGED}, facts", "update: 2,500 / 3,500"),
    ),
    "a note": (
        "UPDATE annotation SET note = 'He does not.' WHERE note LIKE 'He corrects%'",
        ("word n", "id"),
    ),
    "the day of a word": (
        "UPDATE annotation SET \"by\" = 'Bea' WHERE note LIKE 'He corrects%'",
        ("word n",),
    ),
    "a value beyond reading": (
        _replace("claim", "value", '"quantity"', '"guess"', ONE),
        ("text 92703126, claims", "cannot be read"),
    ),
}


def _spoil(database: Database, statement: str) -> None:
    with database.write() as session:
        if session.get_bind().dialect.name == "sqlite":
            statement = statement.replace("AS JSON", "AS TEXT")
        changed = session.execute(text(statement.replace(":", "\\:")))
        assert changed.rowcount == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("what", SPOILED)
def test_what_was_changed_in_a_database_is_told(seeds: Database, what: str) -> None:
    """By plain SQL, past the program."""
    statement, words = SPOILED[what]
    _spoil(seeds, statement)
    found = verify_database(seeds)
    for word in words:
        assert word in told(found), told(found)


JUDGED_ANEW: Final = (
    "UPDATE annotation SET verdict = 'confirmed', reason = '' WHERE verdict = 'explained'"
)


@pytest.mark.parametrize("form", SEALED)
@pytest.mark.parametrize(
    ("statement", "word"),
    [
        (SPOILED["a text"][0], "text 92703126"),
        (SPOILED["a quote"][0], "remaim"),
        (SPOILED["the words of a figure"][0], "2,600"),
        (SPOILED["a value beyond reading"][0], "cannot be read|made again"),
        (SPOILED["a title"][0], "Another"),
        (JUDGED_ANEW, "confirmed"),
    ],
)
def test_a_report_tells_what_was_changed_in_its_database(
    seeds: Database, tmp_path: Path, form: Form, statement: str, word: str
) -> None:
    """A verdict too, which the database alone cannot tell."""
    file = write(seeds, tmp_path, form)
    _spoil(seeds, statement)
    found = verify_report(file, seeds)
    assert re.search(word, told(found)), told(found)


def test_a_reference_that_leads_nowhere_is_told(exported: bytes, tmp_path: Path) -> None:
    """SQLite lets one go where references are not watched."""
    file = tmp_path / "seeds.db"
    import_seeds(str(file), exported)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM claim WHERE id LIKE '50937507%'")
        connection.commit()
    with opened(str(file)) as database:
        found = told(verify_database(database))
    assert "names one of claim that is not there" in found
    assert f"claim {OWN}: it gives an answer to q05820e4c and is gone" in found
