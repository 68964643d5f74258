"""Opening, locking, and what goes wrong around a database, told in one line."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from claims.errors import DatabaseError, InputError, Unreachable
from db.engine import Database, open_database, parse_url, shown


@pytest.mark.parametrize(
    ("given", "driver", "place"),
    [
        ("claims.db", "sqlite", "claims.db"),
        ("odd name?#%.db", "sqlite", "odd name?#%.db"),
        ("sqlite:///folder/x.db", "sqlite", "folder/x.db"),
        ("sqlite:////abs/x.db", "sqlite", "/abs/x.db"),
        ("postgresql://u:p@h/name", "postgresql+psycopg", "name"),
        ("postgres://u@h/name", "postgresql+psycopg", "name"),
        ("postgresql+psycopg://h/name", "postgresql+psycopg", "name"),
    ],
)
def test_addresses_are_understood(given: str, driver: str, place: str) -> None:
    """Paths, SQLite and PostgreSQL addresses."""
    url = parse_url(given)
    assert (url.drivername, url.database) == (driver, place)


@pytest.mark.parametrize("given", ["mysql://h/x", "://", "sqlite://", "nonsense://x:y:z"])
def test_other_addresses_are_refused(given: str) -> None:
    """The message names what may be given."""
    with pytest.raises(InputError, match="database"):
        parse_url(given)


def test_default_is_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """CLAIMS_DB first, then the user's data folder."""
    monkeypatch.setenv("CLAIMS_DB", "from-environment.db")
    assert parse_url(None).database == "from-environment.db"
    monkeypatch.delenv("CLAIMS_DB")
    assert str(parse_url(None).database).endswith("claims.db")


def test_password_is_never_shown() -> None:
    """Neither in messages nor in the status."""
    assert shown(parse_url("postgresql://me:secret@host/name")) == "postgresql://me:***@host/name"


def test_missing_file_is_said_and_not_made(tmp_path: Path) -> None:
    """Reading leaves no empty file behind."""
    file = tmp_path / "none.sqlite"
    with pytest.raises(
        DatabaseError, match=r"no database at .*none.sqlite; make one with: claims add FILE…"
    ):
        open_database(str(file))
    assert not file.exists()


def test_empty_place_is_said(empty_url: str) -> None:
    """A server without our tables is a missing database too."""
    with pytest.raises(DatabaseError, match="make one with: claims add FILE…"):
        open_database(empty_url)


def test_create_makes_folder_and_database(tmp_path: Path) -> None:
    """A first `claims add` needs no preparation."""
    file = tmp_path / "new" / "folder" / "claims.db"
    open_database(str(file), create=True).close()
    open_database(str(file)).close()


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (
            lambda path: path.write_text("just words, and quite a lot of them" * 99),
            "is not a database file",
        ),
        (lambda path: path.mkdir(), "cannot be opened"),
    ],
)
def test_what_is_no_database_is_said(
    prepare: Callable[[Path], None], message: str, tmp_path: Path
) -> None:
    """A text file or a folder given as --db."""
    path = tmp_path / "thing"
    prepare(path)
    for create in (False, True):
        with pytest.raises(Unreachable, match=message):
            open_database(str(path), create=create)


def test_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A file stands where a folder should be."""
    (tmp_path / "file").write_text("")
    with pytest.raises(Unreachable, match="cannot make the folder"):
        open_database(str(tmp_path / "file" / "claims.db"), create=True)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("postgresql://nobody@127.0.0.1:1/none", "does not answer"),
        ("postgresql://nobody@host.invalid/none", "does not answer"),
    ],
)
def test_server_that_is_not_there_is_said(address: str, message: str) -> None:
    """Connection refused, or no such host."""
    with pytest.raises(Unreachable, match=message):
        open_database(address, busy_timeout_s=1)


def test_missing_postgresql_database_is_said(database_url: str) -> None:
    """The server is there, the database is not."""
    url = parse_url(database_url)
    if url.get_backend_name() == "postgresql":
        absent = url.set(database="absent").render_as_string(hide_password=False)
        with pytest.raises(Unreachable, match="does not exist on the server"):
            open_database(absent)


@pytest.mark.parametrize(
    "asked", ["SELECT a_later_column FROM article", "SELECT * FROM a_later_table"]
)
def test_tables_of_an_unreleased_program_are_said(database: Database, asked: str) -> None:
    """They have the version of a released one, and lack what it has."""
    with (
        pytest.raises(Unreachable, match=r"has other tables than its version says \(.*a_later_"),
        database.read() as session,
    ):
        session.execute(text(asked))


def test_reading_imports_neither_alembic_nor_a_driver_too_many(
    tmp_path: Path, sqlite_template: Path
) -> None:
    """Start-up time: alembic, psycopg and the parser stay out."""
    file = tmp_path / "claims.db"
    file.write_bytes(sqlite_template.read_bytes())
    program = (
        "import sys, db\n"
        "database = db.open_database(sys.argv[1])\n"
        "with database.read() as session: db.list_claims(session)\n"
        "print([name for name in ('alembic', 'psycopg', 'spacy') if name in sys.modules])\n"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    assert done.stdout == "[]\n"


def test_importing_db_loads_no_database_library() -> None:
    """`import db` is free."""
    program = "import sys, db; print([n for n in ('sqlalchemy', 'sqlmodel') if n in sys.modules])"
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout == "[]\n"


def test_every_public_name_is_there() -> None:
    """The lazy list and the real modules agree."""
    import db

    assert all(getattr(db, name) is not None for name in db.__all__)
    with pytest.raises(AttributeError):
        db.nothing  # noqa: B018
