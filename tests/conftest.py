"""Databases for tests: every test that takes one runs on SQLite and on a real PostgreSQL."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import Database, open_database
from db.upgrade import upgrade
from tests.db.noise import add_noise
from tests.db.server import NoServer, Shelf, address_of, running_server


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest --update-golden` write golden texts and the README's session anew."""
    parser.addoption("--update-golden", action="store_true", help="write golden texts anew")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one SQLite file with the schema, to be copied."""
    file = tmp_path_factory.mktemp("template") / "template.sqlite"
    upgrade(str(file))
    return file


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Shelf]:
    """Start one PostgreSQL server, and lend its databases."""
    try:
        with running_server() as server:
            yield Shelf(server)
    except NoServer as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a place for a database, without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite'}"
        return
    shelf: Shelf = request.getfixturevalue("postgresql")
    url = shelf.make("template0")
    yield address_of(url)
    shelf.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database with the schema and no rows."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        yield f"sqlite:///{shutil.copy(template, tmp_path / 'claims.sqlite')}"
        return
    shelf: Shelf = request.getfixturevalue("postgresql")
    url = shelf.take()
    yield address_of(url)
    shelf.give_back(url)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Open a database that already holds rows which no test asks for.

    A query that forgets its WHERE finds them.
    """
    opened = open_database(database_url, busy_timeout_s=5)
    add_noise(opened)
    yield opened
    opened.close()
