"""Exports: the same database built again elsewhere, and anything broken refused whole."""

import hashlib
import io
import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from claims.errors import DatabaseError, InputError, TooNew
from claims.model import Act, Annotation, Claim, Run, Source, Target, Verdict, fingerprint
from claims.service.exchange import back_up, export_lines, export_to, import_from
from db import (
    add_annotation,
    annotations,
    clear_findings,
    list_claims,
    list_conflicts,
    open_database,
    replace_edition,
    save_claim,
    save_claim_aliases,
    save_run,
)
from db.engine import Database
from db.schema import HEAD, State
from db.table import DERIVED, METADATA
from db.upgrade import status, upgrade
from tests.db.sample import NOW, detect, make_article, make_claim, store

BODY = "\u2028Ça fait 2,500 – “hommes” 🜁\r\n\tTürkiye’de\u00a0kaldı.\x0b\x1e end"


@pytest.fixture
def source(database: Database) -> Database:
    """Store articles with awkward characters that conflict and are judged, beside noise."""
    left = make_article(
        BODY,
        title='a "title" \\ with \u2029',
        published="2021-04",
        source=Source("left.txt", fingerprint("left"), 7, "text/1", "utf-8"),
    )
    right = make_article("Others say 3,500 men remain there.", outlet="Daily", file="right.txt")
    one, two = make_claim(left.text, "2500.10"), make_claim(right.text, "3500")
    with database.write() as session:
        store(session, left, [one])
        store(session, right, [two])
        (conflict,) = detect(session, [one], [two]).values()
        word = Annotation(
            Target.CONFLICT, conflict, "Zoë", NOW, "“Two days”", ("#a",), Verdict.EXPLAINED, "day"
        )
        add_annotation(session, word)
        replace_edition(session, fingerprint("earlier"), right.id, NOW)
        save_claim_aliases(session, [], {fingerprint("gone"): two.id})
    return database


def _bytes(database: Database) -> bytes:
    return b"".join(export_lines(database))


def _import(url: str, export: bytes) -> Database:
    import_from(url, io.BytesIO(export), "x.jsonl")
    return open_database(url)


def _sealed(lines: Iterable[bytes]) -> bytes:
    """Give lines a right ending, so that only what a test breaks is wrong."""
    body = list(lines)
    checksum = hashlib.sha256(b"".join(body)).hexdigest()
    end = {"end": "claims/export/1", "rows": len(body) - 1, "sha256": checksum}
    return b"".join(body) + json.dumps(end).encode() + b"\n"


def test_an_import_gives_the_same_export(source: Database, empty_url: str) -> None:
    """From either database to either: byte for byte, ids, instants and people's words too."""
    export = _bytes(source)
    copy = _import(empty_url, export)
    assert _bytes(copy) == export
    with source.read() as before, copy.read() as after:
        assert annotations(after) == annotations(before)
        assert list_conflicts(after) == list_conflicts(before)
        assert _found(after) == _found(before) != []
    copy.close()


def test_every_table_is_exported(source: Database) -> None:
    """Each row of each table once, but for what is made from others."""
    assert {"search_document", "search_word", "claim_name"} == DERIVED
    lines = [json.loads(line) for line in export_lines(source)]
    found = [line["table"] for line in lines if "table" in line]
    with source.read() as session:
        for table in METADATA.sorted_tables:
            count = session.scalar(select(func.count()).select_from(table))
            assert count, table.name
            exported = 0 if table.name in DERIVED else count
            assert found.count(table.name) == exported, table.name


def test_a_database_that_was_built_counts_on(source: Database, empty_url: str) -> None:
    """New rows get numbers that are free, on a server too."""
    copy = _import(empty_url, _bytes(source))
    with copy.write() as session:
        run = METADATA.tables["run"]
        last = session.scalar(select(func.max(run.c.id))) or 0
        assert save_run(session, Run("1", "rules/1", NOW)) > last
    copy.close()


def test_a_database_that_holds_something_is_refused(source: Database) -> None:
    """Nothing in it changes, not even by its own export."""
    export = _bytes(source)
    url = source._engine.url.render_as_string(hide_password=False)  # noqa: SLF001
    with pytest.raises(DatabaseError, match="is not empty; give a new one with --db"):
        import_from(url, io.BytesIO(export), "x.jsonl")
    assert _bytes(source) == export


def test_an_empty_database_is_filled(source: Database, empty_url: str) -> None:
    """Its schema may be there already."""
    upgrade(empty_url)
    export = _bytes(source)
    copy = _import(empty_url, export)
    assert _bytes(copy) == export
    copy.close()


def _cut_at(share: float) -> Callable[[bytes], bytes]:
    return lambda export: export[: int(len(export) * share)]


def _without_line(number: int) -> Callable[[bytes], bytes]:
    def cut(export: bytes) -> bytes:
        lines = _lines(export)
        return b"".join(lines[:number] + lines[number + 1 :])

    return cut


def _lines(export: bytes) -> list[bytes]:
    return [line + b"\n" for line in export.split(b"\n")[:-1]]


def _edited(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    """Change the row of the first claim, with a checksum that fits."""

    def edit(export: bytes) -> bytes:
        lines = _lines(export)[:-1]
        at = next(at for at, line in enumerate(lines) if b'"table":"claim"' in line)
        document = json.loads(lines[at])
        change(document)
        lines[at] = json.dumps(document).encode() + b"\n"
        return _sealed(lines)

    return edit


def _headed(**fields: str) -> Callable[[bytes], bytes]:
    head = {"schema": "claims/export/1", "revision": HEAD, **fields}
    return lambda export: _sealed([json.dumps(head).encode() + b"\n", *_lines(export)[1:-1]])


BROKEN = [
    ("half", _cut_at(0.5), "is broken; write it again"),
    ("last byte", lambda export: export[:-1], "is broken; write it again"),
    ("no end", lambda export: b"".join(_lines(export)[:-1]), "it ends before its end"),
    ("a row gone", _without_line(3), "was changed or damaged"),
    ("a digit", lambda export: export.replace(b"2500.10", b"2500.11"), "changed or damaged"),
    ("more", lambda export: export + b"{}\n", "goes on after its end"),
    ("empty", lambda _: b"", "no export of claimledger"),
    ("another file", lambda _: b"There are 2,500 troops.\n", "no export of claimledger"),
    ("an array", _edited(lambda row: row.update(row=[1])), "has not the fields of claim"),
    ("a field gone", _edited(lambda row: row["row"].pop("head")), "has not the fields of claim"),
    ("a type", _edited(lambda row: row["row"].update(weak="no")), "weak cannot be 'no'"),
    ("a null", _edited(lambda row: row["row"].update(quote=None)), "quote cannot be 'None'"),
    ("a NUL", _edited(lambda row: row["row"].update(head="\0")), "head cannot be"),
    ("half a pair", _edited(lambda row: row["row"].update(head="\ud800")), "head cannot be"),
    ("a rule", _edited(lambda row: row["row"].update(span_end=-1)), "breaks a rule of the table"),
    ("a huge number", _edited(lambda row: row["row"].update(span_end=2**70)), "lines"),
    ("a table", _edited(lambda row: row.update(table="spoon")), "table that is not known: 'spoon'"),
    ("a parent", _edited(lambda row: row["row"].update(text_id="f" * 64)), "nowhere|a rule"),
]


@pytest.mark.parametrize(("name", "damage", "words"), BROKEN, ids=[case[0] for case in BROKEN])
def test_a_broken_export_is_refused_whole(
    source: Database,
    empty_url: str,
    name: str,
    damage: Callable[[bytes], bytes],
    words: str,
) -> None:
    """One line says what is wrong, and there is no database, not even an empty one."""
    assert name
    with pytest.raises((InputError, DatabaseError), match=words) as told:
        import_from(empty_url, io.BytesIO(damage(_bytes(source))), "x.jsonl")
    assert "\n" not in str(told.value)
    assert status(empty_url).state is State.MISSING


@pytest.mark.parametrize(
    "head", [{"schema": "claims/export/2"}, {"revision": "9999"}], ids=["format", "schema"]
)
def test_what_a_newer_program_wrote_is_refused(
    source: Database, empty_url: str, head: dict[str, str]
) -> None:
    """It may hold what this one would lose."""
    with pytest.raises(TooNew, match=r"by a newer claimledger .*; update this program"):
        import_from(empty_url, io.BytesIO(_headed(**head)(_bytes(source))), "x.jsonl")
    assert status(empty_url).state is State.MISSING


def test_what_people_make_of_claims_travels(source: Database, empty_url: str) -> None:
    """Their words with every field, and what the program had read."""
    with source.write() as session:
        claim = next(one for one in _claims(session) if one.quote.startswith("Others"))
        said = Annotation(Target.CLAIM, claim.id, "Zoë", NOW, act=Act.AMEND, text_id=claim.text_id)
        add_annotation(session, replace(said, fields={"subject": "men"}))
        clear_findings(session, [claim.id])
        made = replace(claim, subject="men", read=claim, retracted=True, signed=("Zoë",))
        save_claim(session, made, ["troops"])
        assert made in _claims(session)
    copy = _import(empty_url, _bytes(source))
    with source.read() as before, copy.read() as after:
        assert annotations(after) == annotations(before)
        assert _claims(after) == _claims(before)
    assert _bytes(copy) == _bytes(source)
    copy.close()


def _claims(session: Session) -> list[Claim]:
    return [one.claim for one in list_claims(session)]


def test_what_an_older_program_wrote_is_brought_up_to_date(
    source: Database, empty_url: str
) -> None:
    """Rows go into the schema of their day, which is then upgraded."""
    columns = _columns_of_first_schema()
    kept = [
        json.dumps({**document, "row": {name: document["row"][name] for name in names}}).encode()
        for document in map(json.loads, _lines(_bytes(source))[1:-1])
        if (names := columns.get(document["table"]))
    ]
    body = b"".join(line + b"\n" for line in (b"head", *kept, b"end"))
    copy = _import(empty_url, _headed(revision="0001")(body))
    assert status(empty_url).state is State.CURRENT
    with source.read() as before, copy.read() as after:
        assert annotations(after) == annotations(before)
        assert list_conflicts(after) == list_conflicts(before)
        assert _found(after) == _found(before) != []
    copy.close()


def _columns_of_first_schema() -> dict[str, list[str]]:
    """Give the columns of each table of the first schema there was."""
    dump = (Path(__file__).parents[1] / "db" / "schemas" / "0001.sql").read_text("utf-8")
    connection = sqlite3.connect(":memory:")
    connection.executescript(dump)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    columns = {
        table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        for (table,) in tables
    }
    connection.close()
    return columns


def _found(session: Session) -> list[Any]:
    """Give the index of a database, whatever numbers its documents have."""
    document, word, name = (
        METADATA.tables[table] for table in ("search_document", "search_word", "claim_name")
    )
    words = select(document.c.target_id, document.c.length, word.c.word, word.c.count).join(
        word, word.c.document_id == document.c.id
    )
    return [sorted(map(tuple, session.execute(rows))) for rows in (words, select(name))]


def test_a_backup_can_be_used(source: Database, tmp_path: Path, empty_url: str) -> None:
    """Of SQLite a database, of PostgreSQL an export; with the same contents either way."""
    file = tmp_path / "backup"
    if back_up(source, file):
        copy = open_database(str(file))
    else:
        copy = _import(empty_url, file.read_bytes())
    assert _bytes(copy) == _bytes(source)
    copy.close()


def test_a_backup_holds_one_state_while_others_write(source: Database, tmp_path: Path) -> None:
    """What is not committed is not in it, and the writer is not disturbed."""
    before = _bytes(source)
    file = tmp_path / "backup"
    outlet = METADATA.tables["outlet"]
    with source.write() as session:
        session.execute(insert(outlet).values(name="Later", folded="later"))
        if back_up(source, file):
            copy = open_database(str(file))
            assert _bytes(copy) == before
            copy.close()
        else:
            assert file.read_bytes() == before
    assert _bytes(source) != before


@pytest.mark.parametrize("write", [back_up, export_to])
def test_a_file_that_is_there_is_kept(
    source: Database, tmp_path: Path, write: Callable[[Database, Path], object]
) -> None:
    """A backup that overwrites the last good one is none; nor is half a file left anywhere."""
    file = tmp_path / "kept"
    file.write_text("mine")
    with pytest.raises(InputError, match="kept is there already and is kept; give a new name"):
        write(source, file)
    assert file.read_text() == "mine"
    with pytest.raises(InputError, match=r"cannot write .*give another name"):
        write(source, tmp_path / "no" / "such" / "file")
    assert sorted(path.name for path in tmp_path.glob("*.partial*")) == []
