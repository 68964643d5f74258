"""The schema: made, upgraded, taken back, and never left half done."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, func, inspect, select, table, text
from sqlalchemy.exc import IntegrityError

from claims.errors import DatabaseError, TooNew
from claims.model import Filter, Sketch, Verdict
from db import (
    article_of_text,
    claims_of_texts,
    get_claim,
    list_conflicts,
    remove_article,
    save_sketch,
    sketches_of,
)
from db.engine import Database, make_engine, open_database, parse_url
from db.schema import HEAD, REVISIONS, State
from db.table import CLAIM, METADATA
from db.upgrade import MIGRATIONS, downgrade, status, upgrade, upgrade_url
from tests.db.sample import make_article, make_claim, store

SCHEMAS = Path(__file__).parent / "schemas"

_BROKEN = """
from alembic import op
import sqlalchemy as sa
revision = "9999"
down_revision = "{head}"
def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("DELETE FROM annotation")
    op.execute("UPDATE claim SET subject = 'lost'")
    op.execute("{last}")
"""


def _engine(url: str) -> Engine:
    return make_engine(parse_url(url), busy_timeout_s=1)


def _tables(url: str) -> set[str]:
    engine = _engine(url)
    found = set(inspect(engine).get_table_names()) - {"alembic_version"}
    engine.dispose()
    return found


def test_listed_revisions_are_the_migrations() -> None:
    """Reading compares with this list instead of importing alembic."""
    script = ScriptDirectory(str(MIGRATIONS))
    walked = [step.revision for step in script.walk_revisions()]
    assert tuple(reversed(walked)) == REVISIONS


def test_upgrade_and_downgrade_and_upgrade_twice(empty_url: str) -> None:
    """The schema comes, goes without a trace, and comes again; once more changes nothing."""
    upgrade(empty_url)
    assert _tables(empty_url) == set(METADATA.tables)
    downgrade(empty_url, "base")
    assert _tables(empty_url) == set()
    assert status(empty_url).state is State.MISSING
    upgrade(empty_url)
    upgrade(empty_url)
    assert status(empty_url).state is State.CURRENT
    assert status(empty_url).revision == HEAD


def test_migrated_schema_equals_the_tables(database_url: str) -> None:
    """Alembic finds nothing to change."""
    engine = _engine(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def _definitions(connection: Connection) -> list[str]:
    """List every table, constraint and index as the database itself words it."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
        parts = [part for row in found for part in row[0].replace("\n", "").split("\t")]
        return sorted(part.strip().rstrip(",)").strip() for part in parts)
    constraints = "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
    columns = (
        "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, collation_name)"
        " FROM information_schema.columns WHERE table_schema = 'public'"
    )
    indexes = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
    return sorted(
        row[0]
        for query in (constraints, columns, indexes)
        for row in connection.execute(text(query))
    )


def test_migrated_schema_is_worded_like_the_tables(empty_url: str) -> None:
    """Checks, collations and names too, which alembic does not compare."""
    engine = _engine(empty_url)
    upgrade(empty_url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
        migrated = _definitions(connection)
        for made in reversed(METADATA.sorted_tables):
            made.drop(connection)
        METADATA.create_all(connection)
        assert _definitions(connection) == migrated
    engine.dispose()


def _with_migration(folder: Path, body: str) -> Path:
    """Copy the migrations and add one."""
    copied = folder / "migrations %d"
    shutil.copytree(MIGRATIONS, copied)
    (copied / "versions" / "9999_more.py").write_text(body)
    return copied


def test_failed_migration_leaves_nothing(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    """Its tables are gone, the data as it was, the revision the old one."""
    before = _count(database)
    migrations = _with_migration(tmp_path, _BROKEN.format(head=HEAD, last="SELECT * FROM nowhere"))
    with pytest.raises(Exception, match="nowhere"):
        upgrade_url(parse_url(database_url), migrations=migrations)
    assert _tables(database_url) == set(METADATA.tables)
    assert status(database_url).revision == HEAD
    assert _count(database) == before
    with database.read() as session:
        assert "lost" not in session.scalars(select(CLAIM.c.subject)).all()


def _count(database: Database) -> dict[str, int | None]:
    with database.read() as session:
        return {
            name: session.scalar(select(func.count()).select_from(counted))
            for name, counted in METADATA.tables.items()
        }


def test_migration_that_orphans_rows_is_undone(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    """Foreign keys are off while tables are rebuilt, and checked before the commit."""
    before = _count(database)
    migrations = _with_migration(tmp_path, _BROKEN.format(head=HEAD, last="DELETE FROM run"))
    with pytest.raises((DatabaseError, IntegrityError)):
        upgrade_url(parse_url(database_url), migrations=migrations)
    assert _count(database) == before


def test_rebuilding_a_parent_table_keeps_its_children(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    """The batch rebuild of SQLite drops the old table, which must not reach the children."""
    body = (
        "from alembic import op\nimport sqlalchemy as sa\n"
        f'revision = "9999"\ndown_revision = "{HEAD}"\n'
        "def upgrade():\n"
        '    with op.batch_alter_table("claim", recreate="auto") as batch:\n'
        '        batch.alter_column("subject", new_column_name="about")\n'
    )
    before = _count(database)
    upgrade_url(parse_url(database_url), migrations=_with_migration(tmp_path, body))
    engine = _engine(database_url)
    with engine.connect() as connection:
        for name, count in before.items():
            assert connection.scalar(select(func.count()).select_from(table(name))) == count
    engine.dispose()


def test_two_processes_may_create_one_database(empty_url: str) -> None:
    """Released together, both find the schema in place."""
    program = "import sys, db; db.open_database(sys.argv[1], create=True).close()"
    command = [sys.executable, "-W", "error", "-c", program, empty_url]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    errors = [process.communicate(timeout=60)[1] for process in both]
    assert errors == [b"", b"", b""]
    assert status(empty_url).state is State.CURRENT


def test_newer_database_is_not_touched(database_url: str) -> None:
    """Neither reading nor adding nor an upgrade goes on."""
    engine = _engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'ffff'"))
    engine.dispose()
    for create in (False, True):
        with pytest.raises(TooNew, match="written by a newer claimledger; update this program"):
            open_database(database_url, create=create)
    with pytest.raises(TooNew):
        upgrade(database_url)
    assert status(database_url).state is State.NEWER


def test_older_database_is_upgraded_only_when_allowed(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading refuses it with the remedy; adding brings it up to date."""
    monkeypatch.setattr("db.schema.REVISIONS", (*REVISIONS, "9999"))
    monkeypatch.setattr("db.schema.HEAD", "9999")
    with pytest.raises(DatabaseError, match="older schema; run: claims database upgrade"):
        open_database(database_url)
    open_database(database_url, create=True).close()


def test_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """Tables of ours never go into somebody else's file."""
    file = tmp_path / "other.sqlite"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE places (id)")
    connection.close()
    for create in (False, True):
        with pytest.raises(DatabaseError, match="another program; give another file with --db"):
            open_database(str(file), create=create)
    with pytest.raises(DatabaseError):
        upgrade(str(file))
    assert _tables(str(file)) == {"places"}


def test_sqlite_file_is_in_wal_mode(tmp_path: Path) -> None:
    """Readers go on while another program writes."""
    file = tmp_path / "claims.sqlite"
    upgrade(str(file))
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
    engine.dispose()


def test_data_survives_an_upgrade_that_has_nothing_to_do(database_url: str) -> None:
    """Opening with create=True twice keeps what is there."""
    first = open_database(database_url, create=True)
    article = make_article()
    with first.write() as session:
        store(session, article, [make_claim(article.text)])
    first.close()
    second = open_database(database_url, create=True)
    assert _count(second)["claim"] == 1
    second.close()


@pytest.mark.parametrize("dump", sorted(SCHEMAS.glob("*.sql")), ids=lambda dump: dump.stem)
def test_database_of_every_earlier_schema_is_upgraded_and_used(dump: Path, tmp_path: Path) -> None:
    """What older programs stored stays, people's words too, and new things go in beside it."""
    file = tmp_path / "older.sqlite"
    connection = sqlite3.connect(file)
    connection.executescript(dump.read_text("utf-8"))
    connection.close()
    assert status(str(file)).state is State.OLDER
    database = open_database(str(file), create=True)
    with database.write() as session:
        conflict, *others = list_conflicts(session, Filter())
        assert (others, conflict.status) == ([], Verdict.CONFIRMED.value)
        left = get_claim(session, conflict.left).text_id
        assert len(claims_of_texts(session, [left])) == 1
        assert sketches_of(session, [left]) == {}
        save_sketch(session, left, Sketch(1, frozenset({1}), frozenset()))
        assert remove_article(session, article_of_text(session, left)[0].id)
    database.close()
    assert status(str(file)).revision == HEAD


def test_every_earlier_schema_has_a_dump() -> None:
    """A release that changes the schema leaves the one before it as SQL."""
    assert [dump.stem for dump in sorted(SCHEMAS.glob("*.sql"))] == list(REVISIONS[:-1])
