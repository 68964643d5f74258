"""What people said outlives every change of the schema, word for word."""

import sqlite3
from pathlib import Path

import pytest

from claims.model import Annotation, Target, fingerprint
from db import add_annotation, annotations
from db.engine import open_database
from db.upgrade import downgrade, upgrade
from tests.db.sample import NOW

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.mark.parametrize("dump", sorted(SCHEMAS.glob("*.sql")), ids=lambda dump: dump.stem)
def test_words_of_every_earlier_schema_are_kept_as_they_were_said(
    dump: Path, tmp_path: Path
) -> None:
    """Every column that the older table had, and the id that the words themselves come to."""
    file = tmp_path / "older.sqlite"
    connection = sqlite3.connect(file)
    connection.row_factory = sqlite3.Row
    connection.executescript(dump.read_text("utf-8"))
    before = [dict(row) for row in connection.execute("SELECT * FROM annotation ORDER BY id")]
    upgrade(str(file))
    after = [dict(row) for row in connection.execute("SELECT * FROM annotation ORDER BY id")]
    connection.close()
    assert before
    assert [{name: row[name] for name in before[0]} for row in after] == before
    database = open_database(str(file))
    with database.read() as session:
        assert sorted(word.id for word in annotations(session)) == [row["id"] for row in before]
    database.close()


def test_words_survive_the_way_back_and_forth(database_url: str) -> None:
    """A downgrade keeps what the schema before can hold, on both databases."""
    plain = Annotation(Target.CLAIM, fingerprint("claim"), "Ann", NOW, "two desks", ("a",))
    database = open_database(database_url)
    with database.write() as session:
        add_annotation(session, plain)
    downgrade(database_url, "0002")
    upgrade(database_url)
    with database.read() as session:
        assert annotations(session) == [plain]
    database.close()
